import type { Instant } from '../../src/sla/index.js';
import type { OpenHours, Stretch } from './open-hours.js';

/** How long the service was there: a process answered, and where it matters the help desk was open. */
export class Presence {
  constructor(
    private readonly hours: OpenHours,
    private readonly down: readonly Stretch[],
  ) {}

  /** Milliseconds in a stretch in which a process was there. */
  up(from: Instant, to: Instant): number {
    return this.#less(from, to, (start, end) => end - start);
  }

  /** Milliseconds in a stretch in which a process was there and the help desk was open. */
  open(from: Instant, to: Instant): number {
    return this.#less(from, to, (start, end) => this.hours.served(end) - this.hours.served(start));
  }

  #less(from: Instant, to: Instant, measure: (from: Instant, to: Instant) => number): number {
    if (to <= from) return 0;
    let sum = measure(from, to);
    for (const each of this.down) {
      if (each.from >= to) break;
      if (each.to > from) sum -= measure(Math.max(each.from, from), Math.min(each.to, to));
    }
    return sum;
  }
}
