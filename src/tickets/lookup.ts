import { partyKey } from './party.js';
import { searchWords } from './search-words.js';
import type { HandledBy, OpenFacts, SolvedFacts, Ticket } from './ticket.js';

/** Later than any promise: what nothing is promised for comes last. */
const farOff = '9999-12-31T00:00:00.000Z';

/** The ticket with what lists and the search find it by, as it follows from the rest of it. */
export function withLookup(ticket: Ticket): Ticket {
  return {
    ...ticket,
    open: openFacts(ticket),
    solved: solvedFacts(ticket),
    search: ticket.state === 'draft' ? [] : searchWords(ticket),
  };
}

function openFacts(ticket: Ticket): OpenFacts | null {
  const { state, handledBy } = ticket;
  if (handledBy === null || (state !== 'new' && state !== 'claimed' && state !== 'waiting')) return null;
  return { ...listedFacts(ticket, handledBy), state, dueAt: ticket.nextPromiseAt ?? farOff };
}

function solvedFacts(ticket: Ticket): SolvedFacts | null {
  const { state, handledBy, resolvedAt } = ticket;
  if (handledBy === null || state !== 'resolved' || resolvedAt === null) return null;
  return { ...listedFacts(ticket, handledBy), at: resolvedAt };
}

function listedFacts(
  { report, requester, priority }: Ticket,
  handledBy: HandledBy,
): Omit<OpenFacts, 'state' | 'dueAt'> {
  return {
    party: partyKey(handledBy),
    personId: handledBy.person?.id ?? null,
    requesterId: requester.id,
    schoolId: report.schoolId,
    siteId: report.siteId,
    category: report.category,
    priority,
  };
}
