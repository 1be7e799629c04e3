import type { Outcome, Ticket, TicketPhoto } from '../tickets/index.js';
import { order } from './order.js';
import type { BotParts } from './parts.js';
import { typedCommandId, words, type Turn } from './turn.js';

/** The photos of one message until a draft or ticket has them. */
export class PhotosInHand {
  #photos: readonly TicketPhoto[] = [];

  get isEmpty(): boolean {
    return this.#photos.length === 0;
  }

  hold(photos: readonly TicketPhoto[]): void {
    this.#photos = photos;
  }

  /** Hands them out once. */
  take(): readonly TicketPhoto[] {
    const photos = this.#photos;
    this.#photos = [];
    return photos;
  }
}

/**
 * Gives the photos of this message to a draft or ticket of the person; those that it does not take are removed again, and
 * the person reads why.
 * @returns the ticket as it is then
 * @throws PhotoStoreError, StoreError
 */
export async function putPhotos(turn: Turn, parts: BotParts, ticket: Ticket): Promise<Ticket> {
  let current = ticket;
  let refused: Outcome | undefined;
  for (const [index, photo] of turn.photos.take().entries()) {
    const id = `${typedCommandId(turn, 'photo')}:${index}`;
    const outcome = await addPhoto(turn, parts, ticket.id, id, photo);
    if (outcome.kind === 'accepted') current = outcome.ticket;
    else if (outcome.kind === 'refused') refused = outcome;
  }
  if (refused?.kind === 'refused') await turn.reply(words(turn.t.refusals.sentence(refused.refusal)));
  return current;
}

/** @param id the command's id, by which a repetition is known: that file is then one too many */
export async function addPhoto(
  turn: Turn,
  parts: BotParts,
  ticketId: string,
  id: string,
  photo: TicketPhoto,
): Promise<Outcome> {
  const outcome = await parts.desk.execute(ticketId, order(turn, id, { verb: 'photo', photo }), turn.now);
  if (outcome.kind !== 'accepted') await parts.photos.remove([photo]);
  return outcome;
}
