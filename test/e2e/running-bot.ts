import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DirectoryBook, storeSample } from '../../src/campus/index.js';
import { botEnvironment } from '../../src/cli/demo/bot-environment.js';
import { startScript } from '../../src/cli/demo/children.js';
import { answer } from '../../src/cli/demo/playground.js';
import { openStore } from '../../src/store/open-store.js';
import { freePort } from '../ports.js';

/** The whole service as a process of its own, on SQLite, with the sample directory. */
export interface RunningBot {
  readonly endpoint: string;
  /** What it wrote to its log: nothing, as long as nothing fails. */
  log(): string;
  stop(): Promise<void>;
}

/** @param folder for the database; the caller removes it */
export async function startBot(folder: string): Promise<RunningBot> {
  const database = join(folder, 'campusdesk.sqlite');
  await loadSample(database);
  const port = await freePort();
  let log = '';
  const child = startScript(createRequire(import.meta.url).resolve('tsx/cli'), ['src/main.ts'], {
    cwd: process.cwd(),
    environment: botEnvironment({
      port,
      database,
      speed: 1,
      clockStart: new Date().toISOString(),
      logLevel: 'error',
      calendar: null,
    }),
    onOutput: (text) => {
      log += text;
    },
  });
  const problem = await Promise.race([
    answer(`http://127.0.0.1:${port}/health/live`, 60_000),
    child.ended.then((code) => `ended with exit code ${code}`),
  ]);
  if (problem !== null) {
    await child.stop();
    throw new Error(`The bot ${problem}. It said:\n${log}`);
  }
  return { endpoint: `http://127.0.0.1:${port}/api/messages`, log: () => log, stop: () => child.stop() };
}

async function loadSample(path: string): Promise<void> {
  const { store } = await openStore({ kind: 'sqlite', path });
  try {
    await storeSample(await DirectoryBook.open(store), Date.now());
  } finally {
    await store.close();
  }
}
