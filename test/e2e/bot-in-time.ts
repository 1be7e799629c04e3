import { Writable } from 'node:stream';
import { DirectoryBook, storeSample } from '../../src/campus/index.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/logging.js';
import { startService } from '../../src/service.js';
import type { Instant } from '../../src/sla/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { openTestStore } from '../store/fixtures.js';
import type { RunningBot } from './running-bot.js';
import { SkippingClock } from './skipping-clock.js';

/** The whole service within this process, so that the test holds its clock. */
export interface BotInTime extends RunningBot {
  readonly clock: SkippingClock;
}

/** How many times as fast as the machine's its clock runs: what is gathered for 20 seconds is said after one. */
const speed = 20;

/** Puts into the store what was imported before the service starts, beside the directory. */
type Furnish = (store: DocumentStore, at: Instant) => Promise<void>;

/** @param start what the service's clock shows at first (ISO) */
export async function startBotAt(start: string, furnish?: Furnish): Promise<BotInTime> {
  const clock = new SkippingClock(start, speed);
  const data = await openTestStore('sqlite');
  await storeSample(await DirectoryBook.open(data.store), clock.now());
  await furnish?.(data.store, clock.now());
  let log = '';
  const logged = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString();
      done();
    },
  });
  const config = readConfig({
    AUTH: 'off',
    PORT: '0',
    STORE: 'sqlite',
    SQLITE_PATH: ':memory:',
    LOG_LEVEL: 'error',
  });
  const service = await startService(config, createLog(config.logLevel, logged), {
    clock,
    store: await data.another(),
  });
  return {
    clock,
    endpoint: `${service.address}/api/messages`,
    log: () => log,
    stop: async () => {
      await service.stop();
      await data.close();
    },
  };
}
