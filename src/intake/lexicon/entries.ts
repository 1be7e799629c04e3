import type { Category } from '../../tickets/index.js';
import type { CategoryEntries } from './category-entries.js';
import { deviceEntries } from './devices.js';
import { serviceEntries } from './services.js';
import { talkEntries } from './talk.js';

/** The whole lexicon; how to write an entry stands in category-entries.ts. */
export const entries: Readonly<Record<Category, CategoryEntries>> = {
  ...deviceEntries,
  ...serviceEntries,
  ...talkEntries,
};
