import type { CalendarDefinition } from './calendar-definition.js';
import { dayRule } from './day-plan.js';
import { millisecondsPerMinute, type Instant } from './instant.js';
import { dayOf } from './local-day.js';
import { localTimeOf } from './local-time.js';
import { knownSchoolHolidays } from './school-holidays.js';
import type { ServiceCalendar } from './service-calendar.js';
import { Timeline } from './timeline.js';

/**
 * Makes a checked calendar ready for computing. Independent of the process' time zone; instants are whole milliseconds.
 *
 * Every finite input has an answer: the calendar knows the years 1900 to 9998, outside of them no service counts, and
 * what is never reached comes at the end of the year 9999. Negative amounts count as 0.
 * All functions throw RangeError for an instant that is not finite or an amount that is NaN.
 *
 * @example compileCalendar(defaultCalendar).due(instantOf('2026-11-20T13:30:00.000Z'), 60)
 */
export function compileCalendar(definition: CalendarDefinition): ServiceCalendar {
  const timeline = new Timeline(dayRule(definition), localTimeOf(definition.timeZone));
  return {
    timeZone: definition.timeZone,
    knownUntil: knownUntil(definition),
    due(start, serviceMinutes) {
      const milliseconds = Math.round(checkedAmount(serviceMinutes) * millisecondsPerMinute);
      return milliseconds <= 0 ? checked(start) : timeline.due(checked(start), milliseconds);
    },
    serviceMinutesBetween(from, to) {
      if (checked(to) <= checked(from)) return 0;
      return timeline.servedBetween(from, to) / millisecondsPerMinute;
    },
    windowsBetween(from, to) {
      return checked(to) <= checked(from) ? [] : timeline.windowsBetween(from, to);
    },
    isOpen: (at) => timeline.isOpen(checked(at)),
    nextOpening: (at) => timeline.nextOpening(checked(at)),
    afterServiceDays(at, serviceDays) {
      const days = Math.ceil(checkedAmount(serviceDays));
      return days <= 0 ? checked(at) : timeline.closingOfDay(days, checked(at));
    },
  };
}

/** The end of the last day of the known school holidays, where service depends on them. */
function knownUntil({ schoolHolidays: { region, windows }, timeZone }: CalendarDefinition): Instant | null {
  if (region === null || windows === null) return null;
  return localTimeOf(timeZone)(dayOf(knownSchoolHolidays(region).last) + 1, 0);
}

function checked(at: Instant): Instant {
  if (!Number.isFinite(at)) throw new RangeError(`not an instant: ${at}`);
  return at;
}

function checkedAmount(amount: number): number {
  if (Number.isNaN(amount)) throw new RangeError('not an amount of service: NaN');
  return amount;
}
