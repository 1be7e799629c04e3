import type { CalendarDefinition } from './calendar-definition.js';
import { publicHolidays } from './holidays.js';
import { dateOf, weekdayOf, type LocalDay } from './local-day.js';
import { isInSchoolHolidays } from './school-holidays.js';
import type { ServiceWindow } from './service-window.js';

/** What decided on the windows of a day. */
export type DayReason =
  | 'shortened'
  | 'closed'
  | 'closed-every-year'
  | 'public-holiday'
  | 'movable-holiday'
  | 'school-holidays'
  | 'weekday';

/** The windows that begin on a day, and why these. */
export interface DayPlan {
  readonly windows: readonly ServiceWindow[];
  readonly because: DayReason;
}

/** The windows that begin on a day. */
export type DayRule = (day: LocalDay) => readonly ServiceWindow[];

/** The windows of a calendar by day. What decides is said at `dayPlan`. */
export function dayRule(definition: CalendarDefinition): DayRule {
  const planOf = dayPlan(definition);
  return (day) => planOf(day).windows;
}

/**
 * The plan of one day; what says most about the day wins: its own entry under `shortened` or `closed`, then the days
 * closed every year and the public holidays, then the school holidays where they make a difference, then the weekday.
 * School holidays never open a day that is closed without them. A window belongs to the day on which it begins: one
 * that runs past midnight runs to its end even if the next day is closed.
 */
export function dayPlan(definition: CalendarDefinition): (day: LocalDay) => DayPlan {
  const { holidays } = definition;
  const isHoliday = holidays === null ? () => false : publicHolidays(holidays);
  return (day) => {
    const date = dateOf(day);
    const shortened = definition.shortened.get(date);
    if (shortened) return { windows: shortened, because: 'shortened' };
    if (definition.closedDates.has(date)) return { windows: [], because: 'closed' };
    if (definition.closedEveryYear.has(date.slice(5))) return { windows: [], because: 'closed-every-year' };
    if (isHoliday(date)) return { windows: [], because: 'public-holiday' };
    const ofWeekday = definition.weekly[weekdayOf(day)];
    const schoolIsClosed = ofWeekday.length > 0 ? schoolClosure(definition, date) : null;
    if (schoolIsClosed === null) return { windows: ofWeekday, because: 'weekday' };
    return { windows: definition.schoolHolidays.windows ?? ofWeekday, because: schoolIsClosed };
  };
}

/** Why the school is closed on a date for reasons of its own, if that makes a difference to the service. */
function schoolClosure(
  { schoolHolidays, movableHolidays }: CalendarDefinition,
  date: string,
): 'movable-holiday' | 'school-holidays' | null {
  if (schoolHolidays.windows === null) return null;
  if (movableHolidays.has(date)) return 'movable-holiday';
  const { region } = schoolHolidays;
  return region !== null && isInSchoolHolidays(region, date) ? 'school-holidays' : null;
}
