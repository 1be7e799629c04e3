import type { Instant } from '../../src/sla/index.js';
import type { Chance } from '../crash/chance.js';
import type { Mishap } from './mishaps.js';
import type { Stretch } from './open-hours.js';
import { YearProcess, type ProcessParts } from './process.js';

const pollMs = 1_000;
const updateMs = 30_000;
/** How often both look at the very same moment. */
const togetherShare = 0.15;

/** The two processes of the service, as they come and go. */
export class Fleet {
  /** Everything that was ever started, by name. */
  readonly all = new Map<string, YearProcess>();
  readonly #down: Stretch[] = [];
  #running: YearProcess[] = [];
  #startAt: Instant[] = [];
  #lookedAt: Instant = -Infinity;
  #downSince: Instant | null = null;
  #release = 0;

  constructor(
    private readonly parts: Omit<ProcessParts, 'name' | 'release'>,
    private readonly chance: Chance,
  ) {}

  /** One that answers now, if there is one. */
  get awake(): YearProcess | undefined {
    const awake = this.#awake();
    return awake[Math.floor(this.chance.next() * awake.length)];
  }

  /** When a process is to be started next. */
  get nextStartAt(): Instant {
    return Math.min(...this.#startAt);
  }

  /** When a process that stands still goes on next. */
  get nextAwakeningAt(): Instant {
    return Math.min(...this.#running.map(({ fate }) => fate.awakensAt));
  }

  /** Starts what is to be started by now. */
  async start(count = 0): Promise<void> {
    const now = this.parts.clock.now();
    const due = this.#startAt.filter((at) => at <= now).length;
    this.#startAt = this.#startAt.filter((at) => at > now);
    for (let started = 0; started < count + due; started += 1) {
      const process = await YearProcess.start({
        ...this.parts,
        name: `process-${this.all.size + 1}`,
        release: this.#release,
      });
      this.all.set(process.name, process);
      this.#running.push(process);
    }
    this.notice();
  }

  befall(mishap: Mishap): void {
    const now = this.parts.clock.now();
    const victim = this.awake;
    if (mishap.kind === 'outage') {
      for (const { fate } of this.#running) fate.end();
      this.#running = [];
      this.#startAt = [now + mishap.forMs, now + mishap.forMs];
    } else if (mishap.kind === 'update') {
      this.#release = mishap.release;
      const former = this.#running.find(({ release }) => release < mishap.release);
      if (former) former.downMs = updateMs;
      former?.fate.end();
    } else if (mishap.kind === 'stall') {
      victim?.fate.standStill(now + mishap.forMs);
    } else if (victim) {
      victim.fate.dieAfter(mishap.steps);
      victim.downMs = mishap.downMs;
    }
    this.notice();
  }

  /** Buries the dead, and writes down whether anybody is there. */
  notice(): void {
    const now = this.parts.clock.now();
    for (const { fate, downMs } of this.#running) if (fate.isOver) this.#startAt.push(now + downMs);
    this.#running = this.#running.filter(({ fate }) => !fate.isOver);
    const isDown = this.#awake().length === 0;
    if (isDown) this.#downSince ??= now;
    else if (this.#downSince !== null) {
      this.#down.push({ from: this.#downSince, to: now });
      this.#downSince = null;
    }
  }

  /** When no process was there to answer or to look, until an instant. */
  downUntil(now: Instant): readonly Stretch[] {
    return this.#downSince === null ? this.#down : [...this.#down, { from: this.#downSince, to: now }];
  }

  /** When somebody looks for what is due from `dueAt` on. */
  nextLookAt(dueAt: Instant): Instant {
    if (dueAt === Infinity || this.#awake().length === 0) return Infinity;
    // Each process looks once a second, one of them a little later than the other.
    const first = Math.ceil(dueAt / pollMs) * pollMs + 137;
    return Math.max(first, this.#lookedAt + pollMs);
  }

  look(): void {
    this.#lookedAt = this.parts.clock.now();
    const awake = this.#awake();
    const looking = this.chance.is(togetherShare)
      ? awake
      : [awake[Math.floor(this.chance.next() * awake.length)]];
    for (const process of looking) process?.look();
  }

  #awake(): YearProcess[] {
    return this.#running.filter(({ fate }) => fate.isAwake);
  }
}
