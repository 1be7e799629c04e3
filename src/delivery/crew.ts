import type { Log, LogFields } from '../logging.js';
import { LeaseLost } from './leased-ticket.js';

/** Does what one document has to do, under its lease. */
export interface LeasedWorker {
  /** @throws LeaseLost where another process works on the document, AbortError at a stop */
  run(): Promise<void>;
  /** Gives the lease back, so that another process can go on at once. */
  release(): Promise<void>;
}

export interface CrewParts {
  readonly signal: AbortSignal;
  readonly log: Pick<Log, 'info' | 'error'>;
  /** What the log says where another process has the lease, and where the work ended early. */
  readonly says: { readonly taken: string; readonly interrupted: string };
  /**
   * Whether a document that comes while somebody is at it gets another round afterwards; not needed where a worker reads
   * the document afresh before its last step.
   */
  readonly repeats: boolean;
}

/** What is to be done for one document; `about` names it in the log. */
interface Task {
  readonly id: string;
  readonly about: LogFields;
  readonly newWorker: () => LeasedWorker;
}

/** Workers of one process, one for each document. */
export class Crew {
  readonly #working = new Map<string, { readonly running: Promise<void>; again: boolean }>();

  constructor(private readonly parts: CrewParts) {}

  /** Begins with a document, unless somebody is at it. Returns at once; never throws. */
  begin(task: Task): void {
    const busy = this.#working.get(task.id);
    if (busy) busy.again = this.parts.repeats;
    else this.#working.set(task.id, { running: this.#work(task), again: false });
  }

  /** How many documents are being worked on. */
  get busy(): number {
    return this.#working.size;
  }

  /** Resolves when nothing is being done. */
  async settled(): Promise<void> {
    while (this.#working.size > 0)
      await Promise.all([...this.#working.values()].map(({ running }) => running));
  }

  async #work({ id, about, newWorker }: Task): Promise<void> {
    // The caller puts the work into the map before anything of it runs.
    await Promise.resolve();
    const { signal } = this.parts;
    let worker = newWorker();
    try {
      for (;;) {
        await worker.run();
        if (!this.#takesAnotherRound(id) || signal.aborted) break;
        worker = newWorker();
      }
    } catch (error) {
      this.#report(error, about);
      if (signal.aborted) await this.#giveBack(worker, about);
    }
    this.#working.delete(id);
  }

  /** Asked between two rounds, without a pause before the next one: what comes during it counts anew. */
  #takesAnotherRound(id: string): boolean {
    const working = this.#working.get(id);
    if (working?.again !== true) return false;
    working.again = false;
    return true;
  }

  async #giveBack(worker: LeasedWorker, about: LogFields): Promise<void> {
    try {
      await worker.release();
    } catch (error) {
      this.#report(error, about);
    }
  }

  #report(error: unknown, about: LogFields): void {
    const { signal, log, says } = this.parts;
    const isAborted = signal.aborted && error instanceof Error && error.name === 'AbortError';
    if (isAborted) return;
    if (error instanceof LeaseLost) log.info(about, says.taken);
    else log.error(about, says.interrupted, error);
  }
}
