import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { isoOf, type Instant } from '../sla/index.js';
import type { Page, StoredDocument, Versioned } from '../store/index.js';
import { BackOff } from './back-off.js';
import { ClockWatch } from './clock-watch.js';
import { stuckOf, type Stuck } from './stuck.js';

/** Documents of one kind for which the clock has something to do. */
export interface DueSource<T extends StoredDocument = StoredDocument> {
  /** For log and metrics. */
  readonly name: string;
  /** Documents with `wakeAt <= now` (ISO), earliest first; as `Collection.due`. */
  due(now: string, limit: number, continuation?: string): Promise<Page<T>>;
  /** Does what is due. Afterwards the document must not be due any more, or this throws. */
  handle(due: Versioned<T>): Promise<void>;
  /**
   * Documents with `from <= wakeAt < before` (ISO) that only wait because the clock was ahead when `wakeAt` was written,
   * and for which `handle` has something to do now. Left out where a source has no such documents.
   */
  astray?(from: string, before: string): AsyncIterable<Versioned<T>>;
}

export interface SchedulerMetrics {
  handled(source: string): void;
  failed(source: string): void;
  /** How many documents of the source are in back-off now. */
  stuck(source: string, documents: number): void;
}

export interface SchedulerParts {
  readonly sources: readonly DueSource[];
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn' | 'error'>;
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
/** A clock that is off by more looks than this was set. */
const toleratedLooks = 5;
/** How far beyond the step a clock that was set back lets documents wait: the longest lease, and more. */
const looksBeyondStep = 3_600;
/** A process cannot know by how much the clock was set before it started; so it looks one day ahead, once. */
const aheadAtStartMs = 24 * 60 * 60_000;
/** Before what went astray is looked for again, where something of it failed. */
const astrayAgainMs = 60_000;

/** What the scheduler knows of one source. */
interface Watched {
  readonly source: DueSource;
  readonly backOff: BackOff;
  /** Until when what went astray is to be looked for, and not before which reading of the monotonic clock. */
  astray: { readonly before: Instant; readonly notBefore: number } | null;
}

interface Found {
  readonly ready: readonly Versioned<StoredDocument>[];
  readonly mayBeMore: boolean;
}

/**
 * Looks again and again for what is due, and has it done, earliest first. Its cost follows what is due, never what is
 * stored. A document that fails, or cannot be read, is left alone for a while, longer each time, and holds up no other.
 */
export class Scheduler {
  readonly #stop = new AbortController();
  readonly #watched: readonly Watched[];
  readonly #clockWatch: ClockWatch;
  readonly #pollMs: number;
  #loops: readonly Promise<void>[] = [];

  constructor(private readonly parts: SchedulerParts) {
    const { clock, sources, pollMs = 1_000 } = parts;
    const astray = { before: clock.now() + aheadAtStartMs, notBefore: clock.monotonic() };
    this.#watched = sources.map((source) => ({ source, backOff: new BackOff(), astray }));
    this.#clockWatch = new ClockWatch(clock, toleratedLooks * pollMs);
    this.#pollMs = pollMs;
  }

  /** Begins to look for what is due, at once. */
  start(): void {
    this.#loops = this.#watched.map((watched) => this.#loop(watched));
  }

  /** Begins nothing new and resolves when what was begun is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  /** One look at every source; what the loops do between two pauses. Resolves when what was due then is done. */
  async look(): Promise<void> {
    await Promise.all(this.#watched.map((watched) => this.#look(watched)));
  }

  /** The documents that are in back-off now, source by source, most failures first. */
  stuck(): readonly Stuck[] {
    return this.#watched.flatMap(({ source, backOff }) =>
      backOff.failing().map((failing) => stuckOf(source.name, failing)),
    );
  }

  async #loop(watched: Watched): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const mayBeMore = await this.#look(watched);
      if (!mayBeMore) await this.parts.clock.wait(this.#pollMs, signal).catch(() => undefined);
    }
  }

  /** True where the batch was full and something of it was done, so that it is worth looking again at once. */
  async #look(watched: Watched): Promise<boolean> {
    const { source, backOff } = watched;
    this.#noticeSetClock();
    try {
      const { ready, mayBeMore } = await this.#findReady(watched);
      const done = await this.#handleAll(watched, ready);
      if (!mayBeMore) await this.#bringBackAstray(watched);
      return mayBeMore && done > 0;
    } catch (error) {
      this.#failed(source, {}, error);
      return false;
    } finally {
      this.parts.metrics?.stuck(source.name, backOff.size);
    }
  }

  /** Reads on past what is in back-off, however much that is, until a batch is full or nothing more is due. */
  async #findReady(watched: Watched): Promise<Found> {
    const { clock, batchSize = 50 } = this.parts;
    const { source, backOff } = watched;
    const now = isoOf(clock.now());
    const ready: Versioned<StoredDocument>[] = [];
    const seen = new Set<string>();
    const isReady = (id: string): boolean => {
      const isRepeated = seen.has(id);
      seen.add(id);
      return !isRepeated && !backOff.holds(id, clock.monotonic());
    };
    for (let continuation: string | undefined; ;) {
      const limit = Math.min(mostDocuments, batchSize + backOff.size);
      const before = seen.size;
      const page = await source.due(now, limit, continuation);
      ready.push(...page.items.filter(({ document }) => isReady(document.id)));
      for (const error of page.unreadable) if (isReady(error.id)) this.#backOff(watched, error.id, error);
      ({ continuation } = page);
      if (continuation === undefined) {
        backOff.onlyDue(seen, clock.monotonic());
        return { ready, mayBeMore: false };
      }
      if (ready.length >= batchSize || seen.size === before || this.#stop.signal.aborted) {
        return { ready, mayBeMore: true };
      }
    }
  }

  async #handleAll(watched: Watched, due: readonly Versioned<StoredDocument>[]): Promise<number> {
    const queue = due.values();
    let done = 0;
    const handleOneByOne = async (): Promise<void> => {
      for (const each of queue) {
        if (this.#stop.signal.aborted) return;
        if (await this.#handle(watched, each)) done += 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, handleOneByOne));
    return done;
  }

  async #handle(watched: Watched, due: Versioned<StoredDocument>): Promise<boolean> {
    const { id } = due.document;
    try {
      await watched.source.handle(due);
      watched.backOff.succeeded(id);
      this.parts.metrics?.handled(watched.source.name);
      return true;
    } catch (error) {
      this.#backOff(watched, id, error);
      return false;
    }
  }

  /** A clock that was set back: what was to wake soon by the old reading would wait for as long as the step. */
  #noticeSetClock(): void {
    const { clock, log } = this.parts;
    const setBackByMs = this.#clockWatch.setBackBy();
    if (setBackByMs === 0) return;
    log.warn({ setBackByMs }, 'the clock was set back; what waits for its old time is looked for');
    const before = clock.now() + setBackByMs + looksBeyondStep * this.#pollMs;
    for (const watched of this.#watched) {
      watched.astray = {
        before: Math.max(before, watched.astray?.before ?? before),
        notBefore: clock.monotonic(),
      };
    }
  }

  async #bringBackAstray(watched: Watched): Promise<void> {
    const { clock } = this.parts;
    const { source, backOff, astray } = watched;
    if (!astray || astray.notBefore > clock.monotonic()) return;
    watched.astray = { ...astray, notBefore: clock.monotonic() + astrayAgainMs };
    let failed = 0;
    for await (const each of source.astray?.(isoOf(clock.now()), isoOf(astray.before)) ?? []) {
      if (this.#stop.signal.aborted) return;
      const isDone =
        !backOff.holds(each.document.id, clock.monotonic()) && (await this.#handle(watched, each));
      if (!isDone) failed += 1;
    }
    if (failed === 0 && watched.astray.before === astray.before) watched.astray = null;
  }

  #backOff({ source, backOff }: Watched, id: string, error: unknown): void {
    const failures = backOff.failed(id, error, this.parts.clock.monotonic());
    this.#failed(source, { documentId: id, failures }, error);
  }

  #failed(source: DueSource, details: Readonly<Record<string, string | number>>, error: unknown): void {
    this.parts.metrics?.failed(source.name);
    this.parts.log.error({ source: source.name, ...details }, 'what was due could not be done', error);
  }
}
