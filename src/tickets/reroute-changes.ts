import { isoOf, offerAnswerDueAt } from '../sla/index.js';
import type { Change, ChangeOf, Circumstances, CommandByVerb } from './change.js';
import { movedCard } from './handover-changes.js';
import { isOfferedWithin, isSameParty } from './party.js';
import type { HandledBy, Ticket } from './ticket.js';

/**
 * The directory, or the day, has changed (docs/rules.md, "Responsibility"): does what was found out (`rerouting.ts`), as
 * long as the ticket is with whom it then was with. Nobody hears of it but by the cards, except for who stands in.
 */
export const reroute: ChangeOf<'reroute'> = (ticket, command, circumstances) => {
  const { handledBy: current } = ticket;
  if (!current || !isStillWith(current, command.from)) return { code: 'nothing-to-do' };
  const { does, grounds, handledBy } = command;
  // An offer that a person made to another party in the meantime goes first.
  const isOffered = ticket.offer !== null && !isOfferedWithin(ticket);
  if (isOffered && (does === 'offer' || does === 'end-offer')) return { code: 'nothing-to-do' };
  switch (does) {
    case 'move': {
      const state = ticket.state === 'claimed' ? 'new' : ticket.state;
      return movedCard(ticket, { state, handledBy, grounds, offer: null });
    }
    case 'free':
      return {
        patch: {
          state: ticket.state === 'claimed' ? 'new' : ticket.state,
          handledBy: { ...current, person: null },
          grounds,
          ...(isOfferedWithin(ticket) && { offer: null }),
        },
      };
    case 'offer':
      return offered(ticket, current, command, circumstances);
    case 'end-offer':
      return { patch: { grounds, offer: null } };
    case 'reason':
      return { patch: { grounds, handledBy: { ...current, reason: handledBy.reason } } };
  }
};

/** What an absent assignee has is offered to whoever stands in; one card asks, since both are of one party. */
function offered(
  ticket: Ticket,
  { party, campusId }: HandledBy,
  { away, standIn, grounds }: CommandByVerb['reroute'],
  { now, rules }: Circumstances,
): Change {
  if (!away || !standIn) return { patch: { grounds } };
  const offer: Ticket['offer'] = {
    to: { party, campusId, person: standIn },
    by: away,
    at: isoOf(now),
    note: '',
    answerDueAt: isoOf(offerAnswerDueAt(now, rules)),
    reminded: false,
  };
  return { patch: { grounds, offer }, calls: [{ to: 'channel', about: 'offer-absence' }] };
}

function isStillWith(one: HandledBy, other: HandledBy): boolean {
  return isSameParty(one, other) && (one.person?.id ?? null) === (other.person?.id ?? null);
}
