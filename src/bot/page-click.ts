import { z } from 'zod';
import type { CardClick } from './card-click.js';
import { pagesSchema } from './list-forms.js';
import { ownPage } from './own-list.js';
import type { BotParts } from './parts.js';
import { schoolPage } from './school-list.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

const schema = z.object({ pages: pagesSchema });

const lists = {
  'own.page': { page: ownPage, nothing: (turn: Turn) => turn.t.chat.noTickets },
  'school.page': { page: schoolPage, nothing: (turn: Turn) => turn.t.school.nothingOpen },
} as const;

/** Leafs in the list of one's own tickets, or of one's school. Null where the button is neither. */
export async function clickPage(
  turn: Turn,
  parts: BotParts,
  { verb, data }: CardClick,
): Promise<ClickAnswer | null> {
  if (verb !== 'own.page' && verb !== 'school.page') return null;
  const read = schema.safeParse(data);
  if (!read.success) return { text: turn.t.chat.unreadable };
  const list = lists[verb];
  const message = await list.page(turn, parts, read.data.pages);
  return message?.card ? { card: message.card } : { text: list.nothing(turn) };
}
