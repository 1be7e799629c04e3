import type { Ticket } from './ticket.js';
import { facts, type Surroundings, type TicketFacts } from './ticket-facts.js';

/**
 * A ticket as anybody may read it who sees the conversation that it is put into: what is broken, where, how far it is and who
 * has it. Nothing of who reported it, of how to reach that person, and no word that people wrote to one another.
 */
export function publicView(ticket: Ticket, surroundings: Surroundings): TicketFacts {
  return {
    ...facts(ticket, surroundings),
    reader: 'channel',
    description: '',
    bestTime: null,
    phone: null,
    openedBy: null,
    lastComment: null,
    solution: null,
    rating: null,
    photos: [],
    tried: null,
  };
}
