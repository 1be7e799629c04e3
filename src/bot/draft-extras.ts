import { noExtras, type DraftExtras } from '../cards/index.js';
import type { Ticket } from '../tickets/index.js';
import { knownReports } from './known-reports.js';
import { nextVisitAt } from './next-visit.js';
import type { BotParts } from './parts.js';
import { helpExtras } from './self-help.js';
import type { Turn } from './turn.js';

/** What is shown beside the report of a draft: looked up each time that the draft is drawn. */
export async function draftExtras(turn: Turn, parts: BotParts, draft: Ticket): Promise<DraftExtras> {
  const photos = draft.photos.map(({ id }) => ({ url: parts.photos.urlOf(id) }));
  return {
    ...noExtras,
    photos,
    nextVisit: nextVisitAt(turn, parts, draft.report.siteId),
    ...helpExtras(turn, parts, draft),
    ...(await knownReports(turn, parts, draft)),
  };
}
