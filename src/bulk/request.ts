import type { Instant } from '../sla/index.js';
import {
  isOfferedWithin,
  plannedVisit,
  type NextVisits,
  type Ticket,
  type TicketRequest,
} from '../tickets/index.js';
import type { BulkCommand, BulkJob } from './bulk.js';

/**
 * What is asked of one of many tickets. `as-wanted`: it is planned for its next visit, with that person, or closed, already;
 * `no-visit`: nobody comes to its site, or that is not known; `not-offered`: that person is not asked to stand in.
 */
export function requestOf(
  { command, by }: Pick<BulkJob, 'command' | 'by'>,
  ticket: Ticket,
  nextVisits: NextVisits | undefined,
  now: Instant,
): TicketRequest | 'as-wanted' | 'no-visit' | 'not-offered' {
  switch (command.verb) {
    case 'next-visit':
      return visitOf(command, ticket, nextVisits, now);
    case 'accept':
      return acceptOf(by.id, ticket);
    case 'close':
      return ticket.closedAs === 'solved' ? 'as-wanted' : command;
    default:
      return command;
  }
}

function visitOf(
  { note }: Extract<BulkCommand, { verb: 'next-visit' }>,
  { report: { siteId }, visit: planned }: Ticket,
  nextVisits: NextVisits | undefined,
  now: Instant,
): TicketRequest | 'as-wanted' | 'no-visit' {
  const visit = siteId === null ? undefined : nextVisits?.(siteId, now, 1)[0];
  if (!visit) return 'no-visit';
  if (planned?.id === visit.id) return 'as-wanted';
  return { verb: 'plan-visit', untilDate: visit.date, note, visit: plannedVisit(visit) };
}

/** Not what was offered to that person's team meanwhile: nobody pressed for that. */
function acceptOf(personId: string, ticket: Ticket): TicketRequest | 'as-wanted' | 'not-offered' {
  if (isOfferedWithin(ticket) && ticket.offer?.to.person?.id === personId) return { verb: 'accept' };
  return ticket.handledBy?.person?.id === personId ? 'as-wanted' : 'not-offered';
}
