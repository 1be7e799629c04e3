import { texts, type Language, type Texts } from '../i18n/index.js';
import {
  urgencyOf,
  type Check,
  type CheckKind,
  type CheckResult,
  type ItemResult,
} from '../maintenance/index.js';
import { localDateIn, startOfDay, type Instant } from '../sla/index.js';
import { plainLine } from './escape.js';

/** Where a check is done, in names. */
export interface MaintenancePlace {
  readonly siteId: string;
  readonly school: string;
  /** Null where the school has one site only. */
  readonly site: string | null;
}

/** From when and where dates are told. */
export interface Moment {
  readonly now: Instant;
  readonly timeZone: string;
}

export function placeLine({ school, site }: MaintenancePlace): string {
  return plainLine(site === null ? school : `${school}, ${site}`);
}

/** A date (YYYY-MM-DD) in words. */
export function dayWords(date: string, { now, timeZone }: Moment, t: Texts): string {
  return t.times.date(startOfDay(date, timeZone), now, timeZone);
}

/** When a check is due, or since when it is overdue. */
export function dueWords(check: Check, moment: Moment, t: Texts): string {
  const { maintenance: w } = t;
  switch (check.state) {
    case 'overdue':
      return w.overdue(check.overdueDays, dayWords(check.overdueSince ?? check.dueOn, moment, t));
    case 'due':
      return (urgencyOf(check, localDateIn(moment.timeZone)(moment.now)) === 'now' ? w.dueOn : w.dueAhead)(
        dayWords(check.dueOn, moment, t),
      );
    case 'early':
      return w.mayBeDone(dayWords(check.plannedOn, moment, t));
    case 'later':
      return w.planned(dayWords(check.plannedOn, moment, t));
  }
}

export function lastDoneWords({ lastDoneOn }: Check, moment: Moment, t: Texts): string {
  return lastDoneOn === null
    ? t.maintenance.neverDone
    : t.maintenance.lastDone(dayWords(lastDoneOn, moment, t));
}

/** A number as people of that language write it. */
export function numberWords(value: number | null, language: Language): string {
  return value === null ? '' : value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
}

/** What was found of an item: `Fault, 9 %`. */
export function foundWords(
  item: ItemResult,
  { kindId }: CheckResult,
  kind: CheckKind | null,
  language: Language,
): string {
  const { outcomes } = texts(language).maintenance;
  const asked = kind?.id === kindId ? kind.checklist.find(({ id }) => id === item.itemId) : undefined;
  const chosen =
    asked?.kind === 'choice' ? asked.choices.find(({ id }) => id === item.value)?.text[language] : undefined;
  const value =
    typeof item.value === 'number'
      ? [numberWords(item.value, language), item.unit].filter((part) => part !== '').join(' ')
      : (chosen ?? item.value ?? '');
  return plainLine([outcomes[item.outcome], value].filter((part) => part !== '').join(', '));
}
