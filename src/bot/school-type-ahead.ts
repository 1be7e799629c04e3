import { schoolChoice } from '../cards/index.js';
import type { BotParts } from './parts.js';

const mostResults = 15;

/** The type-ahead of the school input: name, number or street, typing errors forgiven. */
export function searchSchools(
  typed: string,
  count: number,
  parts: BotParts,
): { readonly title: string; readonly value: string }[] {
  const hits = parts.directory
    .current()
    .searchSchools(typed.slice(0, 100), Math.min(Math.max(count, 1), mostResults));
  return hits.map(({ school }) => schoolChoice(school));
}
