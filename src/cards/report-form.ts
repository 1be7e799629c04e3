import type { Site } from '../campus/index.js';
import type { Texts } from '../i18n/index.js';
import { categories, scopes, type Report } from '../tickets/index.js';
import { choices, type Choice } from './pieces.js';
import { siteChoices } from './school-choices.js';

/** The inputs about a report that the draft and the edit form share, filled with what is known. */
export interface ReportForm {
  readonly title: string;
  readonly description: string;
  readonly room: string;
  readonly scopes: readonly Choice[];
  readonly scope: string;
  readonly blocked: string;
  readonly hasSites: boolean;
  readonly sites: readonly Choice[];
  readonly site: string;
  readonly deviceTag: string;
  readonly bestTime: string;
  readonly phone: string;
}

type Known = Pick<
  Report,
  'title' | 'description' | 'room' | 'scope' | 'blocked' | 'siteId' | 'deviceTag' | 'bestTime' | 'phone'
>;

/** What can be reported: small talk makes no ticket. */
export const reportable = categories.filter((category) => category !== 'smalltalk');

/** @param sites those to choose from; none where the school has only one */
export function reportForm(known: Known, sites: readonly Site[], t: Texts): ReportForm {
  return {
    title: known.title,
    description: known.description,
    room: known.room ?? '',
    scopes: choices(scopes, t.vocabulary.scopes),
    scope: known.scope ?? '',
    blocked: String(known.blocked),
    hasSites: sites.length > 0,
    sites: siteChoices(sites),
    site: known.siteId ?? '',
    deviceTag: known.deviceTag ?? '',
    bestTime: known.bestTime ?? '',
    phone: known.phone ?? '',
  };
}
