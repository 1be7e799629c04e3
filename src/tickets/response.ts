import { endedUnsolved } from './followed.js';
import { takesClaim } from './party.js';
import type { TicketCommand } from './commands.js';
import type { HistoryEntry } from './ticket.js';

/**
 * When the requester first got a response, from history: the first claim, the assignee's or a dispatcher's comment, a
 * planned visit, or the solution. A claim that was released, handed to another party, moved away with the directory, or
 * ended by a merge that was undone, without a comment does not count; everything else is final.
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
      case 'unmerge':
      case 'news':
        if (!leavesNobody(entry.command)) break;
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

/** Whether nobody has it any more after the directory did this, or where it goes its own way again after a merge. */
function leavesNobody(command: Extract<TicketCommand, { verb: 'reroute' | 'unmerge' | 'news' }>): boolean {
  switch (command.verb) {
    case 'reroute':
      return takesClaim(command.does);
    case 'unmerge':
      return !command.assigneeInForce || (command.handledBy ?? null) !== null;
    case 'news':
      return endedUnsolved(command.followed);
  }
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
