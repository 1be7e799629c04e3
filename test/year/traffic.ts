import { teamsLimits, type RateLimit } from '../../src/delivery/index.js';
import type { Instant } from '../../src/sla/index.js';

const longestMs = 3_600_000;

/** Counts messages and edits of one bot in each conversation, within each of Teams' windows. */
export class Traffic {
  /** The most that was seen within each window in any one conversation. */
  readonly most: { readonly limit: RateLimit; count: number; where: string; at: Instant }[] = teamsLimits.map(
    (limit) => ({ limit, count: 0, where: '', at: 0 }),
  );
  readonly #recent = new Map<string, Instant[]>();

  count(conversation: string, at: Instant): void {
    const recent = this.#recentIn(conversation, at);
    recent.push(at);
    for (const seen of this.most) {
      const count = countSince(recent, at - seen.limit.windowMs);
      if (count > seen.count) Object.assign(seen, { count, where: conversation, at });
    }
  }

  /** Whether one more would be more than Teams takes. */
  isFull(conversation: string, at: Instant): boolean {
    const recent = this.#recentIn(conversation, at);
    return teamsLimits.some(({ messages, windowMs }) => countSince(recent, at - windowMs) >= messages);
  }

  #recentIn(conversation: string, at: Instant): Instant[] {
    let recent = this.#recent.get(conversation);
    if (!recent) this.#recent.set(conversation, (recent = []));
    const firstKept = recent.findIndex((each) => each > at - longestMs);
    recent.splice(0, firstKept === -1 ? recent.length : firstKept);
    return recent;
  }
}

/** How many of these ascending instants lie after one. */
function countSince(instants: readonly Instant[], after: Instant): number {
  let count = 0;
  while (count < instants.length && (instants[instants.length - 1 - count] ?? after) > after) count += 1;
  return count;
}
