import { addDays, dateOf, dayOf, weekdayOf, weekdays, type Weekday } from '../sla/index.js';

/** A month counted from year 0: January 2026 is 24312. */
export type MonthNumber = number;

/** Whole days from one date (YYYY-MM-DD) to another; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

export function monthOf(date: string): MonthNumber {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The date with this day in a month, or the month's last where it has no such day. */
export function dayOfMonth(month: MonthNumber, day: number): string {
  const first = firstOfMonth(month);
  return addDays(first, Math.min(day, daysBetween(first, firstOfMonth(month + 1))) - 1);
}

/** The n-th of a weekday in a month; the last one for 5. A month has at least four of each. */
export function nthWeekday(month: MonthNumber, weekday: Weekday, nth: number): string {
  const first = dayOf(firstOfMonth(month));
  const offset = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(first)) + 7) % 7;
  const date = dateOf(first + offset + 7 * (nth - 1));
  return monthOf(date) === month ? date : addDays(date, -7);
}

function firstOfMonth(month: MonthNumber): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
