import { whyCard } from '../cards/index.js';
import { find } from '../store/index.js';
import { whyView } from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import { isHidden, readerHere } from './reading.js';
import { surroundingsOf } from './surroundings.js';
import { cardFor, type ClickAnswer } from './ticket-click.js';
import { inLanguage, type Turn } from './turn.js';

const verbs = ['ticket.why', 'ticket.back'] as const;

/**
 * Answers "why this deadline?" with a card for whoever clicked, and the way back; nothing is written. Null where the
 * button is neither. Who may read the ticket may ask; contacts of the school are answered as its requester is.
 */
export async function clickWhy(caller: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer | null> {
  const verb = verbs.find((each) => each === click.verb);
  if (!verb) return null;
  const target = readTicketData(click.data);
  if (!target) return { text: caller.t.chat.unreadable };
  const ticket = (await find(parts.tickets, target.ticketId))?.document;
  if (!ticket || ticket.state === 'draft' || isHidden(caller, parts, ticket)) {
    return { text: caller.t.refusals.sentence({ code: 'not-found' }) };
  }
  const reader = readerHere(caller, parts, ticket);
  if (!reader) return { text: caller.t.chat.whyNotAllowed };
  // In the language of the card that was clicked: the requester's or, in a channel, the channels'.
  const turn = reader === 'requester' ? inLanguage(caller, ticket.requester.language) : caller;
  if (verb === 'ticket.back') return { card: cardFor(turn, parts, ticket) };
  const view = whyView(ticket, surroundingsOf(turn, parts));
  return view
    ? { card: whyCard(view, reader === 'staff' ? 'channel' : 'requester', turn.language) }
    : { text: turn.t.refusals.sentence({ code: 'not-found' }) };
}
