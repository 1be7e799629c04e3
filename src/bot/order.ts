import { createHash } from 'node:crypto';
import type { PersonOrder, TicketRequest } from '../tickets/index.js';
import type { CardClick, TicketData } from './card-click.js';
import type { Turn } from './turn.js';

/**
 * The order that a click gives. Its id is the verb, the revision on which the card was drawn, the person and a digest
 * of the inputs: a client that repeats the click gives the same order, another text on an old card is another one.
 */
export function clickOrder(
  turn: Turn,
  click: CardClick,
  { drawn }: TicketData,
  request: TicketRequest,
): PersonOrder {
  const inputs = createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 16);
  return order(turn, `${click.verb}:${String(drawn)}:${turn.person.id}:${inputs}`, request);
}

/** What a person asks of a ticket, under an id by which a repetition is known. */
export function order(turn: Turn, id: string, command: TicketRequest): PersonOrder {
  return { id, actor: { kind: 'person', personId: turn.person.id, name: turn.person.name }, command };
}
