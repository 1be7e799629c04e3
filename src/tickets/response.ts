import { takesClaim } from './party.js';
import type { HistoryEntry } from './ticket.js';

/**
 * When the requester first got a response, from history: the first claim, the assignee's or a dispatcher's comment, a
 * planned visit, or the solution. A claim that was released, handed to another party, or moved away with the directory
 * without a comment does not count; everything else is final.
 * While nobody has the ticket, a comment by a manager or the provider counts like the assignee's.
 */
export function firstRespondedAt(history: readonly HistoryEntry[]): string | null {
  let claimedAt: string | null = null;
  let assignee: string | null = null;
  for (const entry of history) {
    switch (entry.command.verb) {
      case 'claim':
      case 'accept':
        claimedAt ??= entry.at;
        assignee = entry.actor.kind === 'person' ? entry.actor.id : null;
        break;
      case 'assign':
        assignee = entry.command.handledBy.person?.id ?? null;
        if (assignee === null) claimedAt = null;
        break;
      case 'release':
        claimedAt = null;
        assignee = null;
        break;
      case 'reroute':
        if (!takesClaim(entry.command.does)) break;
        claimedAt = null;
        assignee = null;
        break;
      case 'comment':
      case 'hold':
        if (answersRequester(entry, assignee)) return claimedAt ?? entry.at;
        break;
      case 'plan-visit':
      case 'resolve':
        return claimedAt ?? entry.at;
      default:
        break;
    }
  }
  return claimedAt;
}

function answersRequester(entry: HistoryEntry, assignee: string | null): boolean {
  if (entry.actor.kind !== 'person') return false;
  if (
    entry.command.verb === 'hold' &&
    (entry.command.waitingFor !== 'requester' || entry.command.note === '')
  ) {
    return false;
  }
  const { role, id } = entry.actor;
  if (role === 'manager' || role === 'provider') return assignee === null || assignee === id;
  return role === 'dispatcher' || role === 'administrator';
}
