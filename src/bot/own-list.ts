import { ticketListCard } from '../cards/index.js';
import { requesterView, type Ticket } from '../tickets/index.js';
import { ownTickets } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';

/** All that a person reported, as a list. */
export async function listTickets(turn: Turn, parts: BotParts): Promise<void> {
  const tickets = await ownTickets(turn, parts);
  await (tickets.length === 0 ? turn.reply(words(turn.t.chat.noTickets)) : list(turn, parts, tickets));
}

/** How these tickets stand: one as its card, several as a list; a sentence where there is none. */
export async function showTickets(turn: Turn, parts: BotParts, tickets: readonly Ticket[]): Promise<void> {
  const [ticket, ...others] = tickets;
  if (!ticket) await turn.reply(words(turn.t.dialog.nothingOpen));
  else if (others.length > 0) await list(turn, parts, tickets);
  else await turn.reply(parts.renderer.card(ticket, { name: 'requester', detour: null }, turn.now));
}

async function list(turn: Turn, parts: BotParts, tickets: readonly Ticket[]): Promise<void> {
  const surroundings = { directory: parts.directory.current(), now: turn.now, rules: parts.rules };
  await turn.reply({
    summary: turn.t.chat.listSummary,
    card: ticketListCard(
      tickets.map((ticket) => requesterView(ticket, surroundings)),
      turn.language,
    ),
  });
}
