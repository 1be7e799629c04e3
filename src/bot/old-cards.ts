import { discardedCard, noticeCard, type Card } from '../cards/index.js';
import { SendError } from '../delivery/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** One draft has one card with buttons: the one further up only says where it went on. */
export async function pointDown(turn: Turn, parts: BotParts, activityId: string): Promise<void> {
  const { draftContinuesBelow: summary } = turn.t.chat;
  await replaceCard(turn, parts, activityId, { summary, card: noticeCard(summary, turn.language) });
}

/** What stays of the card of a draft that was thrown away from another card. */
export async function showDiscarded(turn: Turn, parts: BotParts, activityId: string): Promise<void> {
  const summary = turn.t.cards.lines.discardedWord;
  await replaceCard(turn, parts, activityId, { summary, card: discardedCard(turn.language) });
}

async function replaceCard(
  turn: Turn,
  parts: BotParts,
  activityId: string,
  message: { readonly summary: string; readonly card: Card },
): Promise<void> {
  try {
    await parts.sender.edit(turn.incoming.conversation, activityId, message);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    parts.log.warn({ person: turn.person.id }, 'a card that is over kept its buttons', error);
  }
}
