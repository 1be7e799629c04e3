import { noticeCard } from '../cards/index.js';
import { formatTicketId, type TicketPhoto } from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { beginWithCarried, carriedPhotos, giveCarried } from './carried-photos.js';
import { startWithPhotos } from './drafts.js';
import { ownTicket } from './own-tickets.js';
import type { BotParts } from './parts.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

/** Handles a button of the question where photos belong. Null where the button is none of these. */
export async function clickPhotos(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  if (click.verb !== 'photo.add' && click.verb !== 'photo.new') return null;
  const photos = carriedPhotos(click);
  if (photos.length === 0) return { text: turn.t.chat.unreadable };
  return click.verb === 'photo.add'
    ? addToTicket(turn, parts, click, photos)
    : beginDraft(turn, parts, photos);
}

async function addToTicket(
  turn: Turn,
  parts: BotParts,
  { data }: CardClick,
  photos: readonly TicketPhoto[],
): Promise<ClickAnswer> {
  const target = readTicketData(data);
  const ticket = target && (await ownTicket(turn, parts, target.ticketId));
  if (!ticket) return { text: turn.t.refusals.sentence({ code: 'not-found' }) };
  const { added, refusal } = await giveCarried(turn, parts, ticket, photos);
  if (refusal) return { text: turn.t.refusals.sentence(refusal) };
  const { gone, added: addedWords } = turn.t.photos;
  return {
    card: noticeCard(added === 0 ? gone : addedWords(added, formatTicketId(ticket.id)), turn.language),
  };
}

async function beginDraft(turn: Turn, parts: BotParts, photos: readonly TicketPhoto[]): Promise<ClickAnswer> {
  const isBegun = await beginWithCarried(turn, parts, photos, async () => startWithPhotos(turn, parts));
  const { photos: words, chat } = turn.t;
  return { card: noticeCard(isBegun ? chat.draftContinuesBelow : words.gone, turn.language) };
}
