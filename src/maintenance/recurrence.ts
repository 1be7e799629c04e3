import { addDays, type SchoolHolidayRegion } from '../sla/index.js';
import { dayOfMonth, daysBetween, monthOf, nthWeekday } from './dates.js';
import { nths, type Recurrence } from './plan.js';
import { termBegins } from './terms.js';

/** A recurrence with what it is counted from. */
export interface Rhythm {
  readonly recurrence: Recurrence;
  /** No planned date lies before this one; weeks and months are counted from it (YYYY-MM-DD). */
  readonly startingOn: string;
  /** Earlier planned dates do not count, and the counting stays the same; null where all do (YYYY-MM-DD). */
  readonly joinedOn: string | null;
  readonly region: SchoolHolidayRegion;
}

/** The first planned date after a date (both YYYY-MM-DD); null where none is known. */
export function plannedAfter(rhythm: Rhythm, date: string): string | null {
  const dayBefore = addDays(firstDay(rhythm), -1);
  const least = date < dayBefore ? dayBefore : date;
  const { recurrence } = rhythm;
  if (recurrence.kind === 'term') {
    return termBegins(recurrence.begins, rhythm.region).find((begin) => begin > least) ?? null;
  }
  const planned = counted(recurrence, rhythm.startingOn);
  for (let number = planned.numberNear(least); ; number += 1) {
    const candidate = planned.date(number);
    if (candidate > least) return candidate;
  }
}

/** The last planned date not after a date (both YYYY-MM-DD); null where there is none. */
export function plannedUntil(rhythm: Rhythm, date: string): string | null {
  const { recurrence, startingOn } = rhythm;
  const first = firstDay(rhythm);
  if (recurrence.kind === 'term') {
    const isPast = (begin: string): boolean => begin >= first && begin <= date;
    return termBegins(recurrence.begins, rhythm.region).findLast(isPast) ?? null;
  }
  const planned = counted(recurrence, startingOn);
  for (let number = planned.numberNear(date); number >= 0; number -= 1) {
    const candidate = planned.date(number);
    if (candidate <= date) return candidate >= first ? candidate : null;
  }
  return null;
}

function firstDay({ startingOn, joinedOn }: Rhythm): string {
  return joinedOn !== null && joinedOn > startingOn ? joinedOn : startingOn;
}

/** So many days lie at least between two planned dates. */
export function shortestIntervalDays(recurrence: Recurrence): number {
  switch (recurrence.kind) {
    case 'weeks':
      return recurrence.every * 7;
    case 'months':
      return recurrence.every * 28;
    case 'nth-weekday':
      return recurrence.everyMonths * 28;
    case 'term':
      return recurrence.begins === 'half-year' ? 120 : 28;
  }
}

/** Planned dates by number from 0 on, growing; the date of number 0 may lie before the beginning. */
interface Counted {
  date(number: number): string;
  /** The number of the last planned date not after this one, or one more. */
  numberNear(date: string): number;
}

function counted(recurrence: Exclude<Recurrence, { kind: 'term' }>, startingOn: string): Counted {
  if (recurrence.kind === 'weeks') {
    const days = recurrence.every * 7;
    return {
      date: (number) => addDays(startingOn, number * days),
      numberNear: (date) => Math.max(0, Math.floor(daysBetween(startingOn, date) / days)),
    };
  }
  const first = monthOf(startingOn);
  const step = recurrence.kind === 'months' ? recurrence.every : recurrence.everyMonths;
  const startingDay = Number(startingOn.slice(8));
  return {
    date: (number) => {
      const month = first + number * step;
      if (recurrence.kind === 'months') return dayOfMonth(month, startingDay);
      return nthWeekday(month, recurrence.weekday, nths.indexOf(recurrence.nth) + 1);
    },
    numberNear: (date) => Math.max(0, Math.floor((monthOf(date) - first) / step)),
  };
}
