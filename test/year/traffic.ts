import { teamsLimits, type RateLimit } from '../../src/delivery/index.js';
import type { Instant } from '../../src/sla/index.js';

const longestMs = 3_600_000;

/** Counts messages and edits of one bot in each conversation, within each of Teams' windows. */
export class Traffic {
  /** The most that was seen within each window in any one conversation. */
  readonly most: { readonly limit: RateLimit; count: number; where: string; at: Instant }[] = teamsLimits.map(
    (limit) => ({ limit, count: 0, where: '', at: 0 }),
  );
  /** The most within one hour, by conversation. */
  readonly perHour = new Map<string, number>();
  readonly #recent = new Map<string, Instant[]>();

  count(conversationId: string, at: Instant): void {
    let recent = this.#recent.get(conversationId);
    if (!recent) this.#recent.set(conversationId, (recent = []));
    const firstKept = recent.findIndex((each) => each > at - longestMs);
    recent.splice(0, firstKept === -1 ? recent.length : firstKept);
    recent.push(at);
    this.perHour.set(conversationId, Math.max(this.perHour.get(conversationId) ?? 0, recent.length));
    for (const seen of this.most) {
      const count = countSince(recent, at - seen.limit.windowMs);
      if (count > seen.count) Object.assign(seen, { count, where: conversationId, at });
    }
  }
}

/** How many of these ascending instants lie after one. */
function countSince(instants: readonly Instant[], after: Instant): number {
  let count = 0;
  for (let index = instants.length - 1; index >= 0 && (instants[index] ?? after) > after; index -= 1)
    count += 1;
  return count;
}
