import type { Instant } from '../sla/index.js';
import { plannedVisit, type NextVisits, type Ticket, type TicketRequest } from '../tickets/index.js';
import type { BulkCommand } from './bulk.js';

/**
 * What is asked of one of many tickets. `planned`: it is planned for its next visit already; `no-visit`: nobody comes to
 * its site, or that is not known.
 */
export function requestOf(
  command: BulkCommand,
  ticket: Ticket,
  nextVisits: NextVisits | undefined,
  now: Instant,
): TicketRequest | 'planned' | 'no-visit' {
  if (command.verb !== 'next-visit') return command;
  const { siteId } = ticket.report;
  const visit = siteId === null ? undefined : nextVisits?.(siteId, now, 1)[0];
  if (!visit) return 'no-visit';
  if (ticket.visit?.id === visit.id) return 'planned';
  return { verb: 'plan-visit', untilDate: visit.date, note: command.note, visit: plannedVisit(visit) };
}
