import { noExtras, type DraftExtras } from '../cards/index.js';
import type { Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** What is shown beside the report of a draft: looked up each time that the draft is drawn. */
export async function draftExtras(_turn: Turn, _parts: BotParts, _draft: Ticket): Promise<DraftExtras> {
  return Promise.resolve(noExtras);
}
