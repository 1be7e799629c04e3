import { fastClock, type Clock } from '../../src/clock.js';

/** A clock that runs on, a good deal faster than the machine's, and that a test can put forward. */
export class SkippingClock implements Clock {
  readonly #running: Clock;
  /** Milliseconds that were skipped. */
  #skipped = 0;

  /** @param start what it shows at first (ISO) */
  constructor(start: string, speed: number) {
    this.#running = fastClock(speed, Date.parse(start));
  }

  now(): number {
    return this.#running.now() + this.#skipped;
  }

  monotonic(): number {
    return this.#running.monotonic() + this.#skipped;
  }

  /**
   * Lets the time until then pass at once. What waits goes on waiting for a moment, as after a stall.
   * @throws RangeError where that is over: a clock that goes back is another story
   */
  skipTo(iso: string): void {
    const ahead = Date.parse(iso) - this.now();
    if (ahead < 0) throw new RangeError(`It is past ${iso} already`);
    this.#skipped += ahead;
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await this.#running.wait(milliseconds, signal);
  }
}
