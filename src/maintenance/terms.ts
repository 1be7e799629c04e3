import {
  addDays,
  dayOf,
  isInSchoolHolidays,
  knownSchoolHolidays,
  weekdayOf,
  type SchoolHolidayRegion,
} from '../sla/index.js';
import { daysBetween } from './dates.js';

export const termKinds = ['half-year', 'school-holidays'] as const;
/** half-year: the school year's two halves. school-holidays: the lessons after each of the school holidays. */
export type TermKind = (typeof termKinds)[number];

/** A day without lessons at Whitsun begins no term. */
const shortestHolidaysDays = 5;
/** No other school holidays are as long as those in summer. */
const shortestSummerDays = 28;
/** Where the holidays of a year are not known: the law on schools lets the school year begin on that day (SchulG NRW, section 7). */
const unknownSchoolYear = '08-01';
/** The second half of the school year begins with February. */
const secondHalf = '02-01';

const known = new Map<string, readonly string[]>();

/**
 * The first days (YYYY-MM-DD) of all terms of 2020 to 2059, in order. After school holidays it is the first weekday
 * with lessons; of years whose holidays are not known there are only half-years.
 */
export function termBegins(kind: TermKind, region: SchoolHolidayRegion): readonly string[] {
  const key = `${kind} ${region}`;
  const made = known.get(key) ?? (kind === 'half-year' ? halfYears(region) : afterHolidays(region));
  known.set(key, made);
  return made;
}

function afterHolidays(region: SchoolHolidayRegion): readonly string[] {
  return holidaysOf(region)
    .filter(({ first, last }) => daysBetween(first, last) + 1 >= shortestHolidaysDays)
    .map(({ last }) => firstLessonAfter(last));
}

function halfYears(region: SchoolHolidayRegion): readonly string[] {
  const summers = holidaysOf(region).filter(
    ({ first, last }) => daysBetween(first, last) >= shortestSummerDays,
  );
  return Array.from({ length: 40 }, (_, index) => String(2020 + index)).flatMap((year) => {
    const summer = summers.find(({ last }) => last.startsWith(year));
    return [`${year}-${secondHalf}`, summer ? firstLessonAfter(summer.last) : `${year}-${unknownSchoolYear}`];
  });
}

interface Holidays {
  readonly first: string;
  readonly last: string;
}

function holidaysOf(region: SchoolHolidayRegion): readonly Holidays[] {
  const all = knownSchoolHolidays(region);
  const found: Holidays[] = [];
  let first: string | null = null;
  for (let date = all.first; date <= addDays(all.last, 1); date = addDays(date, 1)) {
    const isFree = isInSchoolHolidays(region, date);
    if (isFree) first ??= date;
    else if (first !== null) {
      found.push({ first, last: addDays(date, -1) });
      first = null;
    }
  }
  return found;
}

function firstLessonAfter(lastFreeDay: string): string {
  const next = addDays(lastFreeDay, 1);
  const weekday = weekdayOf(dayOf(next));
  if (weekday === 'sat') return addDays(next, 2);
  return weekday === 'sun' ? addDays(next, 1) : next;
}
