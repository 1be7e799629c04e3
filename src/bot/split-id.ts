import { createHash } from 'node:crypto';
import { find } from '../store/index.js';
import { newTicketId, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';

/** So many ids are tried; even one in ten thousand being taken, more are never needed. */
const attempts = 8;

/**
 * The id of what is split off: the same for the same press, so that a client that repeats it makes no second ticket. An id
 * that another ticket has is passed over.
 * @param press what tells one press from another: who, on which drawn card, with what inputs
 */
export async function idOfPart(
  { tickets }: Pick<BotParts, 'tickets'>,
  { id: from }: Pick<Ticket, 'id'>,
  press: readonly unknown[],
): Promise<string> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const id = idFrom(JSON.stringify([from, attempt, ...press]));
    const taken = (await find(tickets, id))?.document;
    if (!taken || taken.splitFrom === from) return id;
  }
  throw new RangeError('no id is left for what is split off');
}

function idFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().values();
  return newTicketId(() => bytes.next().value ?? 0);
}
