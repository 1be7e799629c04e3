import type { Texts } from '../i18n/index.js';
import type { DraftExtras } from './draft-extras.js';

/** What is known already: an incident, a report of the same, open faults of the school. */
export interface KnownData {
  readonly shown: boolean;
}

/** What is known already: an incident, a report of the same, open faults of the school, ready for the template. */
export function draftKnown(_extras: DraftExtras, _t: Texts): KnownData {
  return { shown: false };
}
