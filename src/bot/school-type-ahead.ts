import { schoolChoice } from '../cards/index.js';
import type { BotParts } from './parts.js';

const mostResults = 15;
const longestQuery = 100;

/** The type-ahead of the school input: name, number or street, typing errors forgiven. What is no text finds nothing. */
export function searchSchools(
  typed: unknown,
  count: unknown,
  parts: BotParts,
): { readonly title: string; readonly value: string }[] {
  if (typeof typed !== 'string') return [];
  const wanted = typeof count === 'number' && Number.isFinite(count) ? Math.floor(count) : mostResults;
  const hits = parts.directory
    .current()
    .searchSchools(typed.slice(0, longestQuery), Math.min(Math.max(wanted, 1), mostResults));
  return hits.map(({ school }) => schoolChoice(school));
}
