import { ConfigError, configFromProcess } from './config.js';
import { IntakeModelError } from './intake-model.js';
import { createLog } from './logging.js';
import { ListenError } from './server.js';
import { startService } from './service.js';
import { RulesFileError } from './service-rules-files.js';
import { StoreUnavailable } from './store/index.js';

/** Starts the service from the environment, and stops it on a signal. What keeps it from starting is told in words. */
async function main(): Promise<void> {
  const config = configFromProcess();
  const log = createLog(config.logLevel);
  const service = await startService(config, log);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({}, 'the stop failed', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const expected = [ConfigError, StoreUnavailable, ListenError, RulesFileError, IntakeModelError].some(
    (kind) => error instanceof kind,
  );
  console.error(expected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
