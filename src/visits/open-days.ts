import { dayOf, localTimeOf, type LocalDay, type ServiceCalendar, type ServiceRules } from '../sla/index.js';
import { firstRotaDate, lastRotaDate } from './rota-content.js';

/** On which days somebody can come to a school at all. */
export interface OpenDays {
  /** Whether there is service on that day: no public holiday, no closed day. */
  hasService(day: LocalDay): boolean;
  /** Whether there is school, too: no school holidays, no movable holiday, no weekend. */
  hasSchool(day: LocalDay): boolean;
}

/** The open days of each school by the calendars of the service. Reckoned year by year, once for all schools that have the same. */
export function openDaysIn(rules: ServiceRules): (schoolId: string) => OpenDays {
  const byCalendar = new Map<ServiceCalendar, (day: LocalDay) => boolean>();
  const daysOf = (calendar: ServiceCalendar): ((day: LocalDay) => boolean) => {
    const known = byCalendar.get(calendar) ?? daysWithWindows(calendar);
    byCalendar.set(calendar, known);
    return known;
  };
  return (schoolId) => ({
    hasService: (day) => daysOf(rules.calendarOf(schoolId))(day),
    hasSchool: (day) => daysOf(rules.schoolDaysOf(schoolId))(day),
  });
}

function daysWithWindows(calendar: ServiceCalendar): (day: LocalDay) => boolean {
  const years = new Map<number, ReadonlySet<LocalDay>>();
  return (day) => {
    if (!isReckoned(day)) return false;
    const year = yearOf(day);
    const known = years.get(year) ?? openDaysOfYear(calendar, year);
    years.set(year, known);
    return known.has(day);
  };
}

/** In no other year somebody comes, so that a mistyped one costs nothing. */
function isReckoned(day: LocalDay): boolean {
  return day >= dayOf(firstRotaDate) && day <= dayOf(lastRotaDate);
}

/** The days on which a window begins; what is left of a night's window does not make its second day a day of service. */
function openDaysOfYear(calendar: ServiceCalendar, year: number): ReadonlySet<LocalDay> {
  const localTime = localTimeOf(calendar.timeZone);
  const [first, end] = [firstDayOf(year), firstDayOf(year + 1)];
  // A window that began before is cut off here, a millisecond before the first day.
  const windows = calendar.windowsBetween(localTime(first, 0) - 1, localTime(end, 0));
  const open = new Set<LocalDay>();
  let next = 0;
  for (let day = first; day < end; day += 1) {
    const [midnight, nextMidnight] = [localTime(day, 0), localTime(day + 1, 0)];
    for (; (windows[next]?.start ?? Infinity) < nextMidnight; next += 1) {
      if ((windows[next]?.start ?? 0) >= midnight) open.add(day);
    }
  }
  return open;
}

/** The first of January. */
export function firstDayOf(year: number): LocalDay {
  return dayOf(`${String(year).padStart(4, '0')}-01-01`);
}

/** The calendar year of a day. */
export function yearOf(day: LocalDay): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
