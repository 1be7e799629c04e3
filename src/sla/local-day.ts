/** A calendar day of the service's time zone, counted from 1970-01-01 as day 0. */
export type LocalDay = number;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Of a day of 24 hours, as one without a change of clocks has. */
export const millisecondsPerDay = 86_400_000;
// 1970-01-01 was a Thursday.
const weekdayOfDayZero = 3;

/** The day of a date `YYYY-MM-DD`; NaN where there is no such date. */
export function dayOf(date: string): LocalDay {
  const day = Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
  // Date.parse takes the 30th of February for the 2nd of March.
  return Number.isNaN(day) || dateOf(day) !== date ? Number.NaN : day;
}

/** Whether a text is a date `YYYY-MM-DD` that exists: the 30th of February does not. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text));
}

/** The date of a day, `YYYY-MM-DD`. */
export function dateOf(day: LocalDay): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The date (YYYY-MM-DD) so many days later. @throws RangeError where there is no such date */
export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** The weekday of a day, also before 1970. */
export function weekdayOf(day: LocalDay): Weekday {
  const index = (((day + weekdayOfDayZero) % 7) + 7) % 7;
  return weekdays[index] ?? 'mon';
}

/** The first of January. */
export function firstDayOfYear(year: number): LocalDay {
  return Date.UTC(year, 0, 1) / millisecondsPerDay;
}
