import type { Verb } from './commands.js';
import { mayMove } from './moves.js';
import type { Ticket } from './ticket.js';
import { facts, type Surroundings, type TicketFacts } from './ticket-facts.js';

/** What a contact of the school sees of a ticket that somebody else there reported, and may do for it. */
export interface ContactView extends TicketFacts {
  readonly reader: 'requester';
  readonly requesterName: string;
  readonly can: { readonly comment: boolean; readonly escalate: boolean };
}

/**
 * The requester's view without what is between that person and the help desk: how to reach them, and how they rated.
 * Internal notes never come here.
 */
export function contactView(ticket: Ticket, surroundings: Surroundings): ContactView {
  const may = (verb: Verb): boolean => mayMove('contact', verb, ticket.state);
  return {
    ...facts(ticket, surroundings),
    reader: 'requester',
    requesterName: ticket.requester.name,
    phone: null,
    rating: null,
    can: { comment: may('comment'), escalate: may('escalate') },
  };
}
