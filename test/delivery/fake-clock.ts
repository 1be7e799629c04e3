import { setImmediate as afterInputAndOutput } from 'node:timers/promises';
import type { Clock } from '../../src/clock.js';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  /** What has passed, which only grows; timers ring by it. */
  #passed = 0;
  /** What the clock shows when nothing has passed. */
  #origin: number;
  #timers: Timer[] = [];

  constructor(start: string) {
    this.#origin = Date.parse(start);
  }

  now(): number {
    return this.#origin + this.#passed;
  }

  monotonic(): number {
    return this.#passed;
  }

  /** The machine's own hands: lets time pass without work in between, ringing the timers that are due at the end of it. */
  skip(milliseconds: number): void {
    this.#moveTo(this.#passed + milliseconds);
  }

  /** Somebody sets the clock, forward or (negative) back: no time passes, no timer rings. */
  set(milliseconds: number): void {
    this.#origin += milliseconds;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#timers = this.#timers.filter((each) => each !== timer);
        reject(new DOMException('aborted', 'AbortError'));
      };
      const timer = {
        at: this.#passed + milliseconds,
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
    const end = this.#passed + milliseconds;
    for (;;) {
      await letWorkGoOn();
      const next = Math.min(...this.#timers.map(({ at }) => at));
      if (next > end) break;
      this.#moveTo(next);
    }
    this.#moveTo(end);
    await letWorkGoOn();
  }

  #moveTo(passed: number): void {
    this.#passed = Math.max(this.#passed, passed);
    const due = this.#timers.filter(({ at }) => at <= this.#passed).sort((one, other) => one.at - other.at);
    this.#timers = this.#timers.filter(({ at }) => at > this.#passed);
    for (const { ring } of due) ring();
  }
}

async function letWorkGoOn(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await afterInputAndOutput();
}
