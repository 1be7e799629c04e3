// Campusdesk as it is built, but without Teams' limits for one conversation, which would make a benchmark wait.
// The built files are there only after a build, so they are looked for when this runs.
const built = async (name) => import(new URL(`../../dist/${name}`, import.meta.url).href);
const { configFromProcess } = await built('config.js');
const { createLog } = await built('logging.js');
const { startService } = await built('service.js');

const config = configFromProcess();
const service = await startService(config, createLog(config.logLevel), {
  limits: [{ messages: 1_000_000, windowMs: 1_000 }],
});
process.on('SIGTERM', () => {
  void service.stop().then(() => process.exit(0));
});
