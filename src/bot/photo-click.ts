import { z } from 'zod';
import { noticeCard } from '../cards/index.js';
import { formatTicketId, photoLimit, type TicketPhoto } from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { startWithPhotos } from './drafts.js';
import { ownTicket } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { addPhoto } from './photos-in-hand.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

const edge = z.number().int().min(1).max(10_000);
const photosSchema = z.object({
  photos: z
    .array(z.object({ id: z.string().max(64), at: z.string().datetime(), width: edge, height: edge }))
    .min(1)
    .max(photoLimit),
});

/** Handles a button of the question where photos belong. Null where the button is none of these. */
export async function clickPhotos(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  if (click.verb !== 'photo.add' && click.verb !== 'photo.new') return null;
  const said = photosSchema.safeParse(click.data);
  if (!said.success) return { text: turn.t.chat.unreadable };
  const { photos } = said.data;
  return click.verb === 'photo.add'
    ? addToTicket(turn, parts, click, photos)
    : beginDraft(turn, parts, photos);
}

/** The photos get new names in the ticket, and the old ones are gone: an old card gives them to no second ticket. */
async function addToTicket(
  turn: Turn,
  parts: BotParts,
  { data }: CardClick,
  photos: readonly TicketPhoto[],
): Promise<ClickAnswer> {
  const target = readTicketData(data);
  const ticket = target && (await ownTicket(turn, parts, target.ticketId));
  if (!ticket) return { text: turn.t.refusals.sentence({ code: 'not-found' }) };
  let added = 0;
  for (const photo of photos) {
    const id = `photo.add:${photo.id}`;
    const copy = await parts.photos.copy(photo);
    if (!copy) {
      if (ticket.commandIds.includes(id)) added += 1;
      continue;
    }
    const outcome = await addPhoto(turn, parts, ticket.id, id, copy);
    if (outcome.kind === 'refused') return { text: turn.t.refusals.sentence(outcome.refusal) };
    await parts.photos.remove([photo]);
    added += 1;
  }
  const { gone, added: addedWords } = turn.t.photos;
  return {
    card: noticeCard(added === 0 ? gone : addedWords(added, formatTicketId(ticket.id)), turn.language),
  };
}

async function beginDraft(turn: Turn, parts: BotParts, photos: readonly TicketPhoto[]): Promise<ClickAnswer> {
  const copies: TicketPhoto[] = [];
  for (const photo of photos) {
    const copy = await parts.photos.copy(photo);
    if (copy) copies.push(copy);
  }
  if (copies.length === 0) return { card: noticeCard(turn.t.photos.gone, turn.language) };
  turn.photos.hold(copies);
  await startWithPhotos(turn, parts);
  await parts.photos.remove(photos);
  return { card: noticeCard(turn.t.chat.draftContinuesBelow, turn.language) };
}
