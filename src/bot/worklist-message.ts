import { worklistCard, worklistSummary, type Card } from '../cards/index.js';
import { digestOfView, readWorklistView, type OutgoingMessage } from '../delivery/index.js';
import type { Worklist } from '../worklists/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** A worklist as it is now, for whoever asks, and what it shows in short. */
export async function worklistMessage(
  { now, language }: Turn,
  { worklistFacts }: BotParts,
  worklist: Worklist,
  page = 1,
): Promise<OutgoingMessage & { readonly card: Card; readonly seen: string }> {
  const view = await readWorklistView(worklist, worklistFacts, now);
  const card = worklistCard(view, language, page);
  return { summary: worklistSummary(view, language), card, seen: digestOfView(view) };
}
