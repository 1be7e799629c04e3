import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that was started, with whatever it started itself. */
export interface Child {
  /** Resolves when the program has ended, with its exit code (null after a signal). */
  readonly ended: Promise<number | null>;
  /** Ends the program and all that it started; resolves when it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly cwd: string;
  /** Aborting it stops the program. */
  readonly signal?: AbortSignal;
  /** Added to the environment that this process has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where its output goes; without it the output is dropped. */
  readonly onOutput?: (text: string) => void;
}

/** How long a program may take to end in good order before it is killed, in wall milliseconds. */
const gracePeriod = 8000;

/**
 * Runs a script with this Node in a process group of its own, so that stopping it leaves nothing behind.
 *
 * @throws the signal's reason if it is aborted already
 */
export function startScript(script: string, args: readonly string[], options: ChildOptions): Child {
  options.signal?.throwIfAborted();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd,
    // eslint-disable-next-line no-restricted-properties -- handed on as it is; nothing is read from it here
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text));
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code);
    });
  });
  ended.catch(() => undefined);
  const leaveNothingBehind = (): void => {
    signal(child, 'SIGKILL');
  };
  process.once('exit', leaveNothingBehind);
  child.once('exit', () => process.off('exit', leaveNothingBehind));
  options.signal?.addEventListener('abort', () => void stop(child), { once: true });
  return { ended, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    signal(child, 'SIGTERM');
    await Promise.race([exit, sleep(gracePeriod, undefined, { ref: false })]);
  }
  signal(child, 'SIGKILL');
}

/** Reaches the whole group where the system has process groups. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // Nobody of the group is left.
  }
}
