import { instantOf, isoOf, offerAnswerDueAt } from '../sla/index.js';
import type { ChangeOf } from './change.js';
import { isSameGrounds } from './grounds.js';
import type { Rules } from './rules.js';
import type { Offer } from './ticket.js';

/**
 * The rules or the directory are others than those with which the ticket was computed. Deadlines follow by themselves
 * (`measured`); cards are redrawn where one that they show moved, and nobody is called.
 */
export const recompute: ChangeOf<'recompute'> = (ticket, { grounds }, { rules }) => {
  if (ticket.rulesVersion === rules.version && isSameGrounds(ticket.grounds, grounds))
    return { code: 'nothing-to-do' };
  const offer = ticket.offer && answeredInTime(ticket.offer, rules);
  const moved = offer?.answerDueAt !== ticket.offer?.answerDueAt;
  return { patch: { grounds, offer }, shows: moved ? ['channel', 'offer'] : [] };
};

function answeredInTime(offer: Offer, rules: Rules): Offer {
  return offer.reminded
    ? offer
    : { ...offer, answerDueAt: isoOf(offerAnswerDueAt(instantOf(offer.at), rules)) };
}
