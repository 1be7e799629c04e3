import { partyKey } from './party.js';
import { searchWords } from './search-words.js';
import type { OpenFacts, Ticket } from './ticket.js';

/** Later than any promise: what nothing is promised for comes last. */
const farOff = '9999-12-31T00:00:00.000Z';

/** The ticket with what lists and the search find it by, as it follows from the rest of it. */
export function withLookup(ticket: Ticket): Ticket {
  return { ...ticket, open: openFacts(ticket), search: ticket.state === 'draft' ? [] : searchWords(ticket) };
}

function openFacts(ticket: Ticket): OpenFacts | null {
  const { state, handledBy, report, requester } = ticket;
  if (handledBy === null || (state !== 'new' && state !== 'claimed' && state !== 'waiting')) return null;
  return {
    party: partyKey(handledBy),
    state,
    personId: handledBy.person?.id ?? null,
    requesterId: requester.id,
    schoolId: report.schoolId,
    siteId: report.siteId,
    category: report.category,
    priority: ticket.priority,
    dueAt: ticket.nextPromiseAt ?? farOff,
  };
}
