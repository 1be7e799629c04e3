import { priorityOf } from '../sla/index.js';
import type { ChangeOf } from './change.js';
import { checkReport } from './draft-changes.js';
import { mostLinks } from './link-changes.js';
import { ownStart } from './start.js';
import type { Report } from './ticket.js';

/**
 * The report of a second problem: where it is and whom to ask follows from the first one. What was said of the device, of how
 * many are affected and whether a lesson stands still is about the first problem.
 */
export function partOfReport(
  report: Report,
  part: Pick<Report, 'title' | 'description' | 'category' | 'room'>,
): Report {
  return { ...report, ...part, alternatives: [], deviceTag: null, scope: null, blocked: false };
}

/**
 * The second problem of a report becomes a ticket of its own, for the same requester, who has waited since the report. Its
 * id was drawn before; each of the two is linked with the other.
 */
export const split: ChangeOf<'split'> = (ticket, { ticketId, report, handledBy }, { actor }) => {
  if (actor.kind !== 'person') return { code: 'not-allowed', verb: 'split' };
  if (ticketId === ticket.id) return { code: 'same-ticket' };
  const { requester, grounds } = ticket;
  const links = [...ticket.links.filter((id) => id !== ticketId), ticketId];
  if (links.length > mostLinks) return { code: 'too-many-tickets', limit: mostLinks };
  const problem = checkReport(report);
  if (problem) return problem;
  if (priorityOf(report) === null) return { code: 'no-ticket-needed' };
  const openedBy = { id: actor.id, name: actor.name };
  const since = ownStart(ticket.history);
  return {
    patch: { links },
    calls: [{ to: 'requester', about: 'split-off' }],
    orders: [
      {
        target: ticketId,
        command: { verb: 'submit', report, handledBy, card: null, grounds, since },
        beginning: { id: ticketId, requester, report, follows: null, splitFrom: ticket.id, openedBy },
      },
    ],
  };
};
