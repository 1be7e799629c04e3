import type { Clock } from '../clock.js';

/** Notices when somebody sets the clock, by comparing it with the monotonic one. */
export class ClockWatch {
  #difference: number;

  constructor(
    private readonly clock: Clock,
    /** Milliseconds of the clock that a reading may be off without anybody having set it. */
    private readonly toleranceMs: number,
  ) {
    this.#difference = this.#read();
  }

  /** By how many milliseconds the clock was set back since the last call; 0 where it was not. */
  setBackBy(): number {
    const before = this.#difference;
    this.#difference = this.#read();
    const setBackBy = before - this.#difference;
    return setBackBy > this.toleranceMs ? setBackBy : 0;
  }

  #read(): number {
    return this.clock.now() - this.clock.monotonic();
  }
}
