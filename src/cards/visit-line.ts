import type { Texts } from '../i18n/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import type { VisitWindow } from '../tickets/index.js';
import { icons } from './pieces.js';

/** From when and where times are told. */
interface Moment {
  readonly now: Instant;
  readonly timeZone: string;
}

/** Day and time of a visit: `Thu 26 Nov, 08:00–11:00`. The card may be read days later, so that it never says "today". */
export function windowWords({ from, to }: VisitWindow, { now, timeZone }: Moment, t: Texts): string {
  const clock = (at: Instant): string => t.times.clock(at, now, timeZone);
  return t.visits.window(t.times.date(from, now, timeZone), clock(from), clock(to));
}

/** The window of a visit as documents keep it (ISO). */
export function windowOf({ from, to }: { readonly from: string; readonly to: string }): VisitWindow {
  return { from: instantOf(from), to: instantOf(to) };
}

/** When somebody comes to the reader's school next; empty where that is not known. */
export function nextVisitLine(visit: VisitWindow | null, moment: Moment, t: Texts): string {
  return visit === null ? '' : `${icons.school} ${t.visits.nextAtSchool(windowWords(visit, moment, t))}`;
}
