import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { isoOf } from '../sla/index.js';
import type { StoredDocument, Versioned } from '../store/index.js';
import { BackOff } from './back-off.js';

/** Documents of one kind for which the clock has something to do. */
export interface DueSource<T extends StoredDocument = StoredDocument> {
  /** For log and metrics. */
  readonly name: string;
  /** Documents with `wakeAt <= now` (ISO), earliest first. */
  due(now: string, limit: number): Promise<readonly Versioned<T>[]>;
  /** Does what is due. Afterwards the document must not be due any more, or this throws. */
  handle(due: Versioned<T>): Promise<void>;
}

export interface SchedulerMetrics {
  handled(source: string): void;
  failed(source: string): void;
}

export interface SchedulerParts {
  readonly sources: readonly DueSource[];
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  readonly metrics?: SchedulerMetrics;
  /** Milliseconds of the clock between two looks; 1,000 unless told otherwise. */
  readonly pollMs?: number;
  /** Documents for one look; 50 unless told otherwise. */
  readonly batchSize?: number;
}

/** A store answers at most so many documents. */
const mostDocuments = 1_000;
/** Documents that are handled at the same time. */
const atOnce = 8;

/**
 * Looks again and again for what is due, and has it done. Its cost follows what is due, never what is stored.
 * A document that fails is left alone for a while, longer each time, and holds up no other.
 */
export class Scheduler {
  readonly #stop = new AbortController();
  readonly #backOffs: ReadonlyMap<DueSource, BackOff>;
  #loops: readonly Promise<void>[] = [];

  constructor(private readonly parts: SchedulerParts) {
    this.#backOffs = new Map(parts.sources.map((source) => [source, new BackOff()]));
  }

  /** Begins to look for what is due, at once. */
  start(): void {
    this.#loops = this.parts.sources.map((source) => this.#loop(source));
  }

  /** Begins nothing new and resolves when what was begun is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  /** One look at every source; what the loops do between two pauses. Resolves when what was due then is done. */
  async look(): Promise<void> {
    await Promise.all(this.parts.sources.map((source) => this.#look(source)));
  }

  async #loop(source: DueSource): Promise<void> {
    const { clock, pollMs = 1_000 } = this.parts;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const mayBeMore = await this.#look(source);
      if (!mayBeMore) await clock.wait(pollMs, signal).catch(() => undefined);
    }
  }

  /** True where the batch was full and something of it was done, so that it is worth looking again at once. */
  async #look(source: DueSource): Promise<boolean> {
    const { clock, batchSize = 50 } = this.parts;
    const backOff = this.#backOff(source);
    const now = clock.now();
    const limit = Math.min(mostDocuments, batchSize + backOff.size);
    try {
      const due = await source.due(isoOf(now), limit);
      const ready = due.filter(({ document }) => !backOff.holds(document.id, now));
      const done = await this.#handleAll(source, ready);
      return due.length >= limit && done > 0;
    } catch (error) {
      this.#failed(source, {}, error);
      return false;
    }
  }

  async #handleAll(source: DueSource, due: readonly Versioned<StoredDocument>[]): Promise<number> {
    const queue = due.values();
    let done = 0;
    const handleOneByOne = async (): Promise<void> => {
      for (const each of queue) {
        if (this.#stop.signal.aborted) return;
        if (await this.#handle(source, each)) done += 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, handleOneByOne));
    return done;
  }

  async #handle(source: DueSource, due: Versioned<StoredDocument>): Promise<boolean> {
    const { id } = due.document;
    const backOff = this.#backOff(source);
    try {
      await source.handle(due);
      backOff.succeeded(id);
      this.parts.metrics?.handled(source.name);
      return true;
    } catch (error) {
      const failures = backOff.failed(id, this.parts.clock.now());
      this.#failed(source, { documentId: id, failures }, error);
      return false;
    }
  }

  #backOff(source: DueSource): BackOff {
    const backOff = this.#backOffs.get(source);
    if (!backOff) throw new Error(`unknown source ${source.name}`);
    return backOff;
  }

  #failed(source: DueSource, details: Readonly<Record<string, string | number>>, error: unknown): void {
    this.parts.metrics?.failed(source.name);
    this.parts.log.error({ source: source.name, ...details }, 'what was due could not be done', error);
  }
}
