import type { CalendarDefinition } from './calendar-definition.js';
import { compileCalendar } from './compile-calendar.js';
import { dayPlan, type DayReason } from './day-plan.js';
import { millisecondsPerMinute } from './instant.js';
import { dateOf, dayOf, weekdayOf, type Weekday } from './local-day.js';
import { localTimeOf } from './local-time.js';
import type { ServiceInterval } from './service-calendar.js';

/** What a calendar means for one day. */
export interface PreviewedDay {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly weekday: Weekday;
  /** The windows that begin on the day, as the clock counts them. */
  readonly windows: readonly ServiceInterval[];
  readonly serviceMinutes: number;
  readonly because: DayReason;
}

/**
 * The days from one date to another (YYYY-MM-DD, both included) with their service, for people who check a calendar.
 * @throws RangeError for a date that does not exist
 */
export function previewDays(
  definition: CalendarDefinition,
  from: string,
  to: string,
): readonly PreviewedDay[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (Number.isNaN(first) || Number.isNaN(last)) throw new RangeError('not a date');
  const calendar = compileCalendar(definition);
  const planOf = dayPlan(definition);
  const localTime = localTimeOf(definition.timeZone);
  const days: PreviewedDay[] = [];
  // One day more at each end: a window of the night is shown whole, and with the day on which it begins.
  const around = calendar.windowsBetween(localTime(first - 1, 0), localTime(last + 2, 0));
  let next = 0;
  for (let day = first; day <= last; day += 1) {
    const [midnight, nextMidnight] = [localTime(day, 0), localTime(day + 1, 0)];
    while ((around[next]?.start ?? Infinity) < midnight) next += 1;
    const windows: ServiceInterval[] = [];
    for (let window = around[next]; window && window.start < nextMidnight; window = around[next]) {
      windows.push(window);
      next += 1;
    }
    const served = windows.reduce((sum, { start, end }) => sum + end - start, 0);
    days.push({
      date: dateOf(day),
      weekday: weekdayOf(day),
      windows,
      serviceMinutes: served / millisecondsPerMinute,
      because: planOf(day).because,
    });
  }
  return days;
}
