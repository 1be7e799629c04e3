import { ticketListCard, ticketListLength, type Card, type ListPages } from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import { pageAfter, requesterView, ticketStates, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { surroundingsOf } from './surroundings.js';
import { words, type Turn } from './turn.js';

type ListMessage = OutgoingMessage & { readonly card: Card };

/** All that a person reported, as a list, page by page. */
export async function listTickets(turn: Turn, parts: BotParts): Promise<void> {
  const message = await ownPage(turn, parts, []);
  await turn.reply(message ?? words(turn.t.chat.noTickets));
}

/**
 * A page of all that a person reported, drafts left out, newest first; null where there is nothing.
 * @param pages where each page after the first one begins, as the store named it
 */
export async function ownPage(
  turn: Turn,
  parts: BotParts,
  pages: readonly string[],
): Promise<ListMessage | null> {
  const where = [
    { field: 'requester.id', equals: turn.person.id },
    { field: 'state', in: ticketStates.filter((state) => state !== 'draft') },
  ];
  const orderBy = { field: 'createdAt', direction: 'desc' } as const;
  const page = await pageAfter(
    parts.tickets,
    { where, orderBy, limit: ticketListLength },
    pages.at(-1) ?? null,
  );
  if (page.items.length === 0) return null;
  const tickets = page.items.map(({ document }) => document);
  return listOf(turn, parts, tickets, { verb: 'own.page', pages, next: page.continuation ?? null });
}

/** How these tickets stand: one as its card, several as a list; a sentence where there is none. */
export async function showTickets(turn: Turn, parts: BotParts, tickets: readonly Ticket[]): Promise<void> {
  const [ticket, ...others] = tickets;
  if (!ticket) await turn.reply(words(turn.t.dialog.nothingOpen));
  else if (others.length > 0) await turn.reply(listOf(turn, parts, tickets, null));
  else await turn.reply(parts.renderer.card(ticket, { name: 'requester', detour: null }, turn.now));
}

function listOf(
  turn: Turn,
  parts: BotParts,
  tickets: readonly Ticket[],
  pages: ListPages | null,
): ListMessage {
  const surroundings = surroundingsOf(turn, parts);
  const views = tickets.map((ticket) => requesterView(ticket, surroundings));
  return { summary: turn.t.chat.listSummary, card: ticketListCard(views, turn.language, pages) };
}
