import { isoOf, offerAnswerDueAt } from '../sla/index.js';
import type { ChangeOf } from './change.js';
import { movedCard } from './handover-changes.js';
import { isSameParty } from './party.js';

/**
 * The directory, or the day, has changed (docs/rules.md, "Responsibility"). What somebody handed over on purpose stays
 * where it is. What follows the school goes to whose it is today; what an absent assignee has is offered to the deputy.
 */
export const reroute: ChangeOf<'reroute'> = (ticket, command, { now, rules }) => {
  const { handledBy, grounds, away, standIn } = command;
  const current = ticket.handledBy;
  if (!current) return { code: 'nothing-to-do' };
  const isHandedOver = current.reason.code === 'handed-over';
  if (!isHandedOver && !isSameParty(current, handledBy)) {
    const state = ticket.state === 'claimed' ? 'new' : ticket.state;
    return movedCard(ticket, { state, handledBy, grounds, offer: null });
  }
  const isOffered = ticket.offer !== null;
  if (away && standIn && !isOffered && current.person?.id === away.id) {
    return {
      patch: {
        grounds,
        offer: {
          to: { party: current.party, campusId: current.campusId, person: standIn },
          by: away,
          at: isoOf(now),
          note: '',
          answerDueAt: isoOf(offerAnswerDueAt(now, rules)),
          reminded: false,
        },
      },
      calls: [{ to: 'channel', about: 'offer-absence' }],
    };
  }
  const isSameReason = JSON.stringify(current.reason) === JSON.stringify(handledBy.reason);
  if (isHandedOver || isSameReason) return { code: 'nothing-to-do' };
  return { patch: { grounds, handledBy: { ...current, reason: handledBy.reason } } };
};
