const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** What has not come again for so long is done or gone. */
const forgottenAfterMs = 2 * longestPauseMs;

/** A document that failed lately, how often in a row, and over what the last time. */
export interface Failing {
  readonly id: string;
  readonly times: number;
  readonly error: unknown;
}

/**
 * Which documents failed lately, and until when each is left alone: 2 s, then twice as long each time, at most 5 minutes.
 * `now` is a reading of the monotonic clock: with one that can be set back, a pause would last as long as the step.
 */
export class BackOff {
  readonly #failures = new Map<string, Failing & { readonly until: number }>();

  /** How many documents it knows of. */
  get size(): number {
    return this.#failures.size;
  }

  holds(id: string, now: number): boolean {
    return (this.#failures.get(id)?.until ?? now) > now;
  }

  /** @returns how often it has failed in a row */
  failed(id: string, error: unknown, now: number): number {
    for (const [each, { until }] of this.#failures) {
      if (until + forgottenAfterMs < now) this.#failures.delete(each);
    }
    const times = (this.#failures.get(id)?.times ?? 0) + 1;
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (times - 1));
    this.#failures.set(id, { id, times, error, until: now + pause });
    return times;
  }

  succeeded(id: string): void {
    this.#failures.delete(id);
  }

  /** These are all that are due: what has had its pause and is not among them was mended, or is gone. */
  onlyDue(ids: ReadonlySet<string>, now: number): void {
    for (const [id, { until }] of this.#failures) {
      if (until <= now && !ids.has(id)) this.#failures.delete(id);
    }
  }

  /** What it knows of, most failures first. */
  failing(): readonly Failing[] {
    return [...this.#failures.values()].sort((one, other) => other.times - one.times);
  }
}
