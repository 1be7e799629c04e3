import { z } from 'zod';
import { photoLimit, type Refusal, type Ticket, type TicketPhoto } from '../tickets/index.js';
import type { CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import { addPhoto } from './photos-in-hand.js';
import type { Turn } from './turn.js';

const edge = z.number().int().min(1).max(10_000);
const carriedSchema = z.object({
  photos: z
    .array(z.object({ id: z.string().max(64), at: z.string().datetime(), width: edge, height: edge }))
    .max(photoLimit),
});

/** The photos that wait in a question's buttons; none where there are none, or they cannot be read. */
export function carriedPhotos({ data }: CardClick): readonly TicketPhoto[] {
  const carried = carriedSchema.safeParse(data);
  return carried.success ? carried.data.photos : [];
}

/**
 * Gives them to one's own ticket. They get new names in it, and the old ones are gone: an old card gives them to no second
 * ticket.
 * @returns how many the ticket has by now, and why it took no more of them
 * @throws PhotoStoreError, StoreError
 */
export async function giveCarried(
  turn: Turn,
  parts: BotParts,
  { id: ticketId, commandIds }: Pick<Ticket, 'id' | 'commandIds'>,
  photos: readonly TicketPhoto[],
): Promise<{ readonly added: number; readonly refusal: Refusal | null }> {
  let added = 0;
  for (const photo of photos) {
    const id = `photo.add:${photo.id}`;
    const copy = await parts.photos.copy(photo);
    if (!copy) {
      if (commandIds.includes(id)) added += 1;
      continue;
    }
    const outcome = await addPhoto(turn, parts, ticketId, id, copy);
    if (outcome.kind === 'refused') return { added, refusal: outcome.refusal };
    await parts.photos.remove([photo]);
    added += 1;
  }
  return { added, refusal: null };
}

/**
 * Lets a draft begin with them: they are in hand meanwhile, under new names, and the old ones go afterwards.
 * @returns false where none of them is there any more; nothing was begun then
 * @throws PhotoStoreError, StoreError
 */
export async function beginWithCarried(
  turn: Turn,
  parts: BotParts,
  photos: readonly TicketPhoto[],
  begin: () => Promise<void>,
): Promise<boolean> {
  const copies: TicketPhoto[] = [];
  for (const photo of photos) {
    const copy = await parts.photos.copy(photo);
    if (copy) copies.push(copy);
  }
  if (copies.length === 0) return false;
  turn.photos.hold(copies);
  await begin();
  await parts.photos.remove(photos);
  return true;
}
