import { setImmediate as afterWork } from 'node:timers/promises';
import type { Clock } from '../../src/clock.js';
import type { Instant } from '../../src/sla/index.js';
import { Earliest } from './earliest.js';

interface Timer {
  readonly ring: () => void;
  isOver: boolean;
}

/**
 * A clock for a year in minutes: it jumps from one timer to the next. Nothing that waits for anything but this clock may
 * be used with it (SQLite answers at once), since all work is done before it goes on.
 */
export class YearClock implements Clock {
  readonly #timers = new Earliest<Timer>();
  #now: Instant;

  constructor(private readonly start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  monotonic(): number {
    return this.#now - this.start;
  }

  /** When the next timer rings; Infinity where none is set. */
  get nextTimerAt(): Instant {
    while (this.#timers.first?.isOver) this.#timers.take();
    return this.#timers.at;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        timer.isOver = true;
        reject(new DOMException('aborted', 'AbortError'));
      };
      const timer: Timer = {
        isOver: false,
        ring: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort, { once: true });
      // Whole milliseconds: a smaller step than a number this large can hold would never come to an end.
      this.#timers.add(this.#now + Math.ceil(Math.max(0, milliseconds)), timer);
    });
  }

  /** Goes to an instant that no timer lies before, rings the timers of that instant, and lets the work be done. */
  async goTo(at: Instant): Promise<void> {
    if (this.nextTimerAt < at) throw new Error('a timer would be left behind');
    this.#now = Math.max(this.#now, at);
    while (this.nextTimerAt <= this.#now) this.#timers.take()?.ring();
    await this.settle();
  }

  /** Lets everything be done that needs no time. */
  async settle(): Promise<void> {
    await afterWork();
  }
}
