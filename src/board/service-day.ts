import {
  addDays,
  localDateIn,
  millisecondsPerDay,
  startOfDay,
  type Instant,
  type ServiceCalendar,
} from '../sla/index.js';

/** The date (YYYY-MM-DD) of an instant in the calendar's time zone. */
export function dateAt(at: Instant, { timeZone }: ServiceCalendar): string {
  return localDateIn(timeZone)(at);
}

/**
 * When the service first opens on a date; null on a day on which it does not. A window that runs past midnight opened the
 * day before. Where the service never closes, the day begins at midnight.
 */
export function openingOn(date: string, calendar: ServiceCalendar): Instant | null {
  const from = startOfDay(date, calendar.timeZone);
  const to = startOfDay(addDays(date, 1), calendar.timeZone);
  const first = calendar.windowsBetween(from, to).find(({ start }) => !calendar.isOpen(start - 1));
  if (first) return first.start;
  return calendar.isOpen(to - 1) ? from : null;
}

/** The first opening from a date on. */
export function openingFrom(date: string, calendar: ServiceCalendar): Instant {
  for (let from = date; ;) {
    const day = dateAt(calendar.nextOpening(startOfDay(from, calendar.timeZone)), calendar);
    const opening = openingOn(day, calendar);
    if (opening !== null) return opening;
    from = addDays(day, 1);
  }
}

/** A week as ISO 8601 counts them. */
export interface Week {
  /** `2026-W48` */
  readonly id: string;
  /** Its Monday, YYYY-MM-DD. */
  readonly monday: string;
}

/** The week that holds a date (YYYY-MM-DD). */
export function weekOf(date: string): Week {
  const monday = addDays(date, -((weekdayOf(date) + 6) % 7));
  // The year of a week is the one that holds its Thursday.
  const year = addDays(monday, 3).slice(0, 4);
  const januaryFourth = `${year}-01-04`;
  const firstMonday = addDays(januaryFourth, -((weekdayOf(januaryFourth) + 6) % 7));
  const number = Math.round((Date.parse(monday) - Date.parse(firstMonday)) / millisecondsPerDay / 7) + 1;
  return { id: `${year}-W${String(number).padStart(2, '0')}`, monday };
}

/** 0 is Sunday. */
function weekdayOf(date: string): number {
  return new Date(date).getUTCDay();
}
