import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.js';

export interface InstanceOptions {
  readonly main: string;
  readonly sqlitePath: string;
  readonly leaseSeconds: number;
  readonly name: string;
}

const startLimitMs = 60_000;

/** One process of the service. Its name is its own: no later process has it. */
export class Instance {
  /** What it logged. */
  log = '';
  readonly #exited: Promise<unknown>;
  #killed = false;

  private constructor(
    readonly name: string,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    this.#exited = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.log += chunk.toString('utf8')));
    }
  }

  static async spawn({ main, sqlitePath, leaseSeconds, name }: InstanceOptions): Promise<Instance> {
    const port = await freePort();
    const child = spawn(process.execPath, [main], {
      env: {
        PATH: process.env['PATH'],
        AUTH: 'off',
        STORE: 'sqlite',
        SQLITE_PATH: sqlitePath,
        LEASE_SECONDS: String(leaseSeconds),
        LOG_LEVEL: 'info',
        PORT: String(port),
        INSTANCE: name,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Instance(name, port, child);
  }

  /** @throws Error with its log where it ends by itself or never gets ready */
  async ready(): Promise<void> {
    for (const until = Date.now() + startLimitMs; Date.now() < until && !this.isOver; await sleep(20)) {
      if (this.log.includes('"ready"')) return;
    }
    if (!this.#killed) throw new Error(`${this.name} did not get ready:\n${this.log}`);
  }

  get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  get wasKilled(): boolean {
    return this.#killed;
  }

  /** Kill -9. */
  async kill(): Promise<void> {
    this.#killed = true;
    this.child.kill('SIGKILL');
    await this.#exited;
  }

  /** Asks it to stop; its exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    await this.#exited;
    return this.child.exitCode;
  }
}
