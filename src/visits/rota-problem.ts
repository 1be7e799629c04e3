import type { Directory } from '../campus/index.js';
import { firstRotaDate, lastRotaDate } from './rota-content.js';

/** What of the rota a problem is about, by its position in the list. */
export interface RotaPlace {
  readonly list: 'rules' | 'exceptions';
  readonly index: number;
}

/** What is wrong, as facts, so that a card can say it in the reader's language. Dates name the first day concerned. */
export type RotaFault =
  | { readonly code: 'unknown-site'; readonly siteId: string }
  | { readonly code: 'times-reversed'; readonly siteId: string; readonly from: string; readonly to: string }
  | { readonly code: 'validity-reversed'; readonly siteId: string }
  /** A date in a year that nobody can mean. */
  | { readonly code: 'date-out-of-range'; readonly siteId: string; readonly date: string }
  /** Two rules bring somebody to the same site on one day. */
  | { readonly code: 'two-on-one-day'; readonly siteId: string; readonly date: string }
  /** Two exceptions for the same date of a site, or two visits brought to one date. */
  | { readonly code: 'repeated-exception'; readonly siteId: string; readonly date: string }
  /** One person would have to be at two sites of a campus. */
  | { readonly code: 'overlap'; readonly siteId: string; readonly otherSiteId: string; readonly date: string }
  | {
      readonly code: 'no-time-to-travel';
      readonly siteId: string;
      readonly otherSiteId: string;
      readonly date: string;
      readonly gapWallMinutes: number;
      readonly neededWallMinutes: number;
    }
  /** A date on which there is no service: the visit does not take place. */
  | { readonly code: 'no-service'; readonly siteId: string; readonly date: string }
  | { readonly code: 'outside-hours'; readonly siteId: string; readonly date: string }
  /** The rule leads to no visit within the look-ahead. */
  | { readonly code: 'rule-without-visits'; readonly siteId: string }
  | { readonly code: 'site-without-visits'; readonly siteId: string }
  /** A visit is cancelled or moved on a date on which no rule has one. */
  | { readonly code: 'nothing-planned'; readonly siteId: string; readonly date: string };

export type RotaProblem = RotaFault & {
  /** Errors keep a file from being imported; a warning is for somebody to look at. */
  readonly severity: 'error' | 'warning';
  /** Null for what is missing. */
  readonly place: RotaPlace | null;
};

/** The problem as a sentence for administrators. */
export function sentenceOf(fault: RotaFault, directory: Directory): string {
  const site = siteName(fault.siteId, directory);
  switch (fault.code) {
    case 'unknown-site':
      return `there is no site ${fault.siteId}`;
    case 'times-reversed':
      return `${site}: the visit ends (${fault.to}) before it begins (${fault.from}), or at the same time`;
    case 'validity-reversed':
      return `${site}: the last date lies before the first one`;
    case 'date-out-of-range':
      return `${site}: ${fault.date} is not from ${firstRotaDate} to ${lastRotaDate}`;
    case 'two-on-one-day':
      return `${site}: there is another visit on the same day, first on ${fault.date}; a site has at most one a day`;
    case 'repeated-exception':
      return `${site}: another exception is about ${fault.date}, too`;
    case 'overlap':
      return `${site}: at the same time as ${siteName(fault.otherSiteId, directory)}, first on ${fault.date}`;
    case 'no-time-to-travel':
      return (
        `${site}: ${fault.gapWallMinutes} minutes from or to ${siteName(fault.otherSiteId, directory)}, ` +
        `${fault.neededWallMinutes} are needed, first on ${fault.date}`
      );
    case 'no-service':
      return `${site}: there is no service on ${fault.date}, the visit does not take place`;
    case 'outside-hours':
      return `${site}: outside of the service hours, first on ${fault.date}`;
    case 'rule-without-visits':
      return `${site}: the rule leads to no visit within the next 400 days`;
    case 'site-without-visits':
      return `${site}: nobody comes within the next 400 days`;
    case 'nothing-planned':
      return `${site}: no visit is planned on ${fault.date}`;
  }
}

function siteName(siteId: string, directory: Directory): string {
  const site = directory.site(siteId);
  const school = site && directory.school(site.schoolId);
  return school ? `${siteId} (${school.name}, ${site.name})` : siteId;
}
