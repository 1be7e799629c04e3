import type { ConversationKey } from '../tickets/index.js';
import { failureOf } from './attempt.js';
import type { Candidate } from './routing.js';
import type { OutgoingMessage } from './sender.js';
import type { Transport } from './transport.js';
import type { UndeliveredReason } from './undelivered.js';

/** Where the one card of a document stands, and what it shows. */
export interface CardPlace {
  readonly conversation: ConversationKey;
  readonly activityId: string;
  readonly shownRevision: number;
}

/** The card as it is drawn when its turn has come, and of which revision. */
export interface DrawnCard {
  readonly message: OutgoingMessage;
  readonly revision: number;
}

export interface DocumentCardParts {
  readonly transport: Pick<Transport, 'post' | 'edit'>;
  readonly signal: AbortSignal;
  readonly draw: (conversation: ConversationKey) => Promise<DrawnCard>;
  /** Writes down where it stands now. */
  readonly record: (place: CardPlace) => Promise<unknown>;
}

/** What became of an edit: `lost` where the card is to be posted anew, `refused` where Teams will never take it as it is. */
export type Edited = 'done' | 'later' | 'lost' | 'refused';

/** Brings the card of a document up to date where it stands. @throws StoreError, AbortError */
export async function editCard(card: CardPlace, parts: DocumentCardParts): Promise<Edited> {
  const { conversation, activityId } = card;
  const drawing = drawingFor(conversation, parts);
  try {
    await parts.transport.edit(conversation, activityId, drawing.compose, parts.signal);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'later') return 'later';
    return failure.reason === 'rejected' ? 'refused' : 'lost';
  }
  await parts.record({ ...card, shownRevision: drawing.revision() });
  return 'done';
}

/** What became of a post; `reason` where each conversation has refused for good. */
export type Posted =
  | { readonly kind: 'done' }
  | { readonly kind: 'later' }
  | { readonly kind: 'nowhere'; readonly reason: UndeliveredReason };

/** Posts the card in the first conversation that takes it. A time-out counts as not arrived: only a card with an id can be edited. */
export async function postCard(
  candidates: readonly Pick<Candidate, 'conversation'>[],
  parts: DocumentCardParts,
): Promise<Posted> {
  let reason: UndeliveredReason = 'nowhere';
  for (const { conversation } of candidates) {
    const failure = await postTo(conversation, parts);
    if (!failure) return { kind: 'done' };
    if (failure.kind === 'later') return { kind: 'later' };
    ({ reason } = failure);
  }
  return { kind: 'nowhere', reason };
}

async function postTo(
  conversation: ConversationKey,
  parts: DocumentCardParts,
): Promise<ReturnType<typeof failureOf> | null> {
  const drawing = drawingFor(conversation, parts);
  try {
    const sent = await parts.transport.post(conversation, undefined, drawing.compose, parts.signal);
    if (sent === 'not-wanted') return null;
    await parts.record({ conversation, activityId: sent.activityId, shownRevision: drawing.revision() });
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

function drawingFor(conversation: ConversationKey, { draw, signal }: DocumentCardParts) {
  let revision = 0;
  return {
    compose: async (): Promise<OutgoingMessage> => {
      signal.throwIfAborted();
      const drawn = await draw(conversation);
      ({ revision } = drawn);
      return drawn.message;
    },
    revision: () => revision,
  };
}
