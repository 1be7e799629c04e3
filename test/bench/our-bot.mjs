// Campusdesk as it is built, but without Teams' limits for one conversation, which would make a benchmark wait.
import { configFromProcess } from '../../dist/config.js';
import { createLog } from '../../dist/logging.js';
import { startService } from '../../dist/service.js';

const config = configFromProcess();
const service = await startService(config, createLog(config.logLevel), {
  limits: [{ messages: 1_000_000, windowMs: 1_000 }],
});
process.on('SIGTERM', () => {
  void service.stop().then(() => process.exit(0));
});
