import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startScript, type Child } from './children.js';
import { playgroundConfig, playgroundConfigFile, type PlaygroundWorld } from './playground-config.js';

const require = createRequire(import.meta.url);

export interface PlaygroundWindow {
  /** Where a browser finds it. */
  readonly url: string;
  readonly process: Child;
}

export interface PlaygroundOptions {
  /** The bot's message endpoint. */
  readonly endpoint: string;
  readonly port: number;
  /** Working folder; made if it is not there. The configuration is written into it. */
  readonly folder: string;
  readonly world: PlaygroundWorld;
  readonly onOutput?: (text: string) => void;
  /** Aborting it stops the Playground. */
  readonly signal?: AbortSignal;
}

/** Wall milliseconds until a Playground that does not answer is given up. */
const startTimeout = 60_000;

/**
 * Starts a Microsoft 365 Agents Playground and waits until it answers. It is a development dependency:
 * there is none in a production installation.
 *
 * @throws Error if it ends or does not answer within a minute; the message holds what it said
 */
export async function startPlayground(options: PlaygroundOptions): Promise<PlaygroundWindow> {
  await mkdir(options.folder, { recursive: true });
  await writeFile(join(options.folder, playgroundConfigFile), playgroundConfig(options.world));
  let said = '';
  const child = startScript(
    playgroundScript(),
    ['-e', options.endpoint, '-c', 'msteams', '-p', String(options.port), '--dt'],
    {
      cwd: options.folder,
      // No browser of its own; times as in the city's schools. The language that it names is always en-US.
      environment: { TEAMSAPPTESTER_BROWSER: 'none', TZ: 'Europe/Berlin' },
      onOutput: (text) => {
        said += text;
        options.onOutput?.(text);
      },
      ...(options.signal && { signal: options.signal }),
    },
  );
  const url = `http://127.0.0.1:${options.port}`;
  const problem = await Promise.race([
    answer(url, startTimeout),
    child.ended.then((code) => `ended with exit code ${code}`),
  ]);
  if (problem !== null) {
    await child.stop();
    throw new Error(`The Playground at port ${options.port} ${problem}. It said:\n${said}`);
  }
  return { url, process: child };
}

/** @throws Error where only the packages for production are installed */
function playgroundScript(): string {
  try {
    return require.resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    throw new Error('The Agents Playground is not installed: it is a development package, run "npm ci".');
  }
}

/** Null as soon as the address answers a GET with a success, else what is wrong after `limit` wall milliseconds. */
export async function answer(url: string, limit: number): Promise<string | null> {
  const giveUpAt = Date.now() + limit;
  while (Date.now() < giveUpAt) {
    try {
      const response = await fetch(url);
      if (response.ok) return null;
    } catch {
      // Not listening yet.
    }
    await sleep(150);
  }
  return `did not answer within ${limit / 1000} seconds`;
}
