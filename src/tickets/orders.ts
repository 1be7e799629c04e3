import type { TicketCommand } from './commands.js';
import type { Refusal } from './decision.js';
import { endedUnsolved, followedOf } from './followed.js';
import type { OrderIntention } from './outbox.js';
import type { Ticket } from './ticket.js';
import type { Outcome } from './ticket-desk.js';

/**
 * What the ticket that gave an order hears of it, as a command; null where it need not know.
 * @param outcome what became of it; null where the other ticket could not be asked for an hour
 */
export function answerTo(
  { id }: Pick<Ticket, 'id'>,
  { command, target }: OrderIntention,
  outcome: Outcome | null,
): TicketCommand | null {
  const other = outcome === null || outcome.kind === 'gone' ? null : outcome.ticket;
  const isDone = outcome?.kind === 'accepted' || outcome?.kind === 'replayed';
  const refusal = refusalOf(outcome);
  switch (command.verb) {
    case 'absorb': {
      // What the other one remembers counts, not whether it knows this order again.
      const isTaken = other?.absorbed.some((each) => each.id === id) === true;
      const followed = other && isTaken ? followedOf(other) : null;
      if (followed && !endedUnsolved(followed)) return { verb: 'merged', followed };
      return { verb: 'merge-refused', into: target, refusal: followed ? 'wrong-state' : refusal };
    }
    case 'link': {
      const isLinked = isDone || other?.links.includes(id) === true;
      return isLinked ? null : { verb: 'order-refused', order: 'link', target, refusal, said: null };
    }
    case 'submit': {
      const isMade = isDone || (other?.splitFrom === id && other.state !== 'draft');
      return isMade ? null : { verb: 'order-refused', order: 'submit', target, refusal, said: null };
    }
    case 'comment-of-duplicate': {
      const { name, text } = command;
      if (isDone) return null;
      return { verb: 'order-refused', order: 'comment-of-duplicate', target, refusal, said: { name, text } };
    }
    default:
      return null;
  }
}

/** Whether a command tells what a person did at another ticket or an incident, not what the clock found: told at once. */
export function tellsOfPerson({ verb }: TicketCommand): boolean {
  return passedOn.has(verb);
}

const passedOn: ReadonlySet<TicketCommand['verb']> = new Set<TicketCommand['verb']>([
  'merged',
  'merge-refused',
  'news',
  'comment-of-duplicate',
  'order-refused',
  // The system resolves a ticket only as a part of its incident, which a person resolved.
  'resolve',
]);

function refusalOf(outcome: Outcome | null): Refusal['code'] {
  if (outcome === null) return 'no-answer';
  return outcome.kind === 'refused' ? outcome.refusal.code : 'not-found';
}
