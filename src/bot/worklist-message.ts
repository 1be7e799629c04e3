import { worklistCard, worklistSummary, type Card } from '../cards/index.js';
import { digestOfView, readWorklistView, type OutgoingMessage } from '../delivery/index.js';
import { channelLanguage } from '../i18n/index.js';
import type { Worklist } from '../worklists/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** A worklist as it is now, for whoever asks or, in a channel, for all of it, and what it shows in short. */
export async function worklistMessage(
  turn: Turn,
  { worklistFacts }: BotParts,
  worklist: Worklist,
  page = 1,
): Promise<OutgoingMessage & { readonly card: Card; readonly seen: string }> {
  const { incoming, now } = turn;
  const language = incoming.conversation.kind === 'channel' ? channelLanguage : turn.language;
  const view = await readWorklistView(worklist, worklistFacts, now);
  const card = worklistCard(view, language, page);
  return { summary: worklistSummary(view, language), card, seen: digestOfView(view) };
}
