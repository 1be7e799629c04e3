import type { Surroundings } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** What every view of a ticket needs beside it, as it is now for whoever acts, in their language. */
export function surroundingsOf(
  { now, language }: Pick<Turn, 'now' | 'language'>,
  { directory, rules, photos, knowledge, rota }: BotParts,
): Surroundings {
  return {
    directory: directory.current(),
    now,
    rules,
    photoUrl: (id) => photos.urlOf(id),
    articleTitle: (id) => knowledge().article(id, language)?.title ?? null,
    nextVisits: (siteId, from, count) => rota.current().nextVisits(siteId, from, count),
  };
}
