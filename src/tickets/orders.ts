import type { TicketCommand } from './commands.js';
import { followedOf } from './merge-changes.js';
import type { OrderIntention } from './outbox.js';
import type { Outcome } from './ticket-desk.js';

/** What the ticket that gave an order hears of it, as a command; null where it need not know. */
export function answerTo({ command, target }: OrderIntention, outcome: Outcome): TicketCommand | null {
  if (command.verb !== 'absorb') return null;
  if (outcome.kind === 'accepted' || outcome.kind === 'replayed')
    return { verb: 'merged', followed: followedOf(outcome.ticket) };
  const refusal = outcome.kind === 'refused' ? outcome.refusal.code : 'not-found';
  return { verb: 'merge-refused', into: target, refusal };
}
