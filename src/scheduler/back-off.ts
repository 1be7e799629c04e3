import type { Instant } from '../sla/index.js';

const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** What has not come again for so long is done or gone. */
const forgottenAfterMs = 2 * longestPauseMs;

/** Which documents failed lately, and until when each is left alone: 2 s, then twice as long each time, at most 5 minutes. */
export class BackOff {
  readonly #failures = new Map<string, { readonly times: number; readonly until: Instant }>();

  /** How many documents it knows of. */
  get size(): number {
    return this.#failures.size;
  }

  holds(id: string, now: Instant): boolean {
    return (this.#failures.get(id)?.until ?? now) > now;
  }

  /** @returns how often it has failed in a row */
  failed(id: string, now: Instant): number {
    for (const [each, { until }] of this.#failures) {
      if (until + forgottenAfterMs < now) this.#failures.delete(each);
    }
    const times = (this.#failures.get(id)?.times ?? 0) + 1;
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (times - 1));
    this.#failures.set(id, { times, until: now + pause });
    return times;
  }

  succeeded(id: string): void {
    this.#failures.delete(id);
  }
}
