import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One bot in a process of its own. */
export interface BotProcess {
  readonly port: number;
  readonly pid: number;
  /** Wall milliseconds from the start of the process to the first answer. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** Starts a bot and waits until it answers. @throws where it ends before, or takes longer than 30 s */
export async function startBot(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  port: number,
): Promise<BotProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (performance.now() - startedAt < 30_000) {
    if (child.exitCode !== null) throw new Error(`${script} ended with exit code ${child.exitCode}`);
    if (await answers(port)) {
      const readyMs = performance.now() - startedAt;
      return { port, pid: child.pid ?? 0, readyMs, stop: async () => stop(child) };
    }
    await sleep(5);
  }
  child.kill('SIGKILL');
  throw new Error(`${script} did not answer`);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/live`)).ok;
  } catch {
    return false;
  }
}

/** Resident memory of a process in MB (Linux). */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Posts an activity and reads the answer to its end. @throws where it is no 2xx */
export async function postActivity(port: number, activity: object): Promise<string> {
  const body = JSON.stringify(activity);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(
      { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(answer);
          else reject(new Error(`answered with ${status}: ${answer.slice(0, 200)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Does the work on every item with so many at a time; returns wall milliseconds for each and for all. */
export async function timed<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<{ readonly each: readonly number[]; readonly all: number }> {
  const each: number[] = [];
  const queue = items.values();
  const startedAt = performance.now();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      const from = performance.now();
      await work(item);
      each.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { each, all: performance.now() - startedAt };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
