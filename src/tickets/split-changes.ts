import type { ChangeOf } from './change.js';
import { checkReport } from './draft-changes.js';

/** The second problem of a report becomes a ticket of its own, for the same requester, whose id was drawn before. */
export const split: ChangeOf<'split'> = (ticket, { ticketId, report, handledBy }, { actor }) => {
  if (actor.kind !== 'person') return { code: 'not-allowed', verb: 'split' };
  if (ticketId === ticket.id) return { code: 'same-ticket' };
  const problem = checkReport(report);
  if (problem) return problem;
  const openedBy = { id: actor.id, name: actor.name };
  const { requester } = ticket;
  return {
    patch: { links: [...ticket.links.filter((id) => id !== ticketId), ticketId] },
    calls: [{ to: 'requester', about: 'split-off' }],
    orders: [
      {
        target: ticketId,
        command: { verb: 'submit', report, handledBy, card: null },
        beginning: { id: ticketId, requester, report, follows: null, splitFrom: ticket.id, openedBy },
      },
    ],
  };
};
