import { setImmediate as afterInputAndOutput } from 'node:timers/promises';
import type { Clock } from '../../src/clock.js';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  /** The machine's own hands: moves the reading without ringing timers that are not yet due. */
  skip(milliseconds: number): void {
    this.#moveTo(this.#now + milliseconds);
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#timers = this.#timers.filter((each) => each !== timer);
        reject(new DOMException('aborted', 'AbortError'));
      };
      const timer = {
        at: this.#now + milliseconds,
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
      this.#timers.push(timer);
    });
  }

  /** Lets work go on, and moves to the next timer whenever all work waits for one, until the promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const settled = new AbortController();
    const settle = () => {
      settled.abort();
    };
    promise.then(settle, settle);
    for (;;) {
      await letWorkGoOn();
      if (settled.signal.aborted) return promise;
      const next = Math.min(...this.#timers.map(({ at }) => at));
      if (Number.isFinite(next)) this.#moveTo(next);
    }
  }

  /** Lets this much time pass, ringing every timer on the way. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await letWorkGoOn();
      const next = Math.min(...this.#timers.map(({ at }) => at));
      if (next > end) break;
      this.#moveTo(next);
    }
    this.#moveTo(end);
    await letWorkGoOn();
  }

  #moveTo(instant: number): void {
    this.#now = Math.max(this.#now, instant);
    const due = this.#timers.filter(({ at }) => at <= this.#now).sort((one, other) => one.at - other.at);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { ring } of due) ring();
  }
}

async function letWorkGoOn(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await afterInputAndOutput();
}
