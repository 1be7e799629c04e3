import type { CalendarDefinition } from './calendar-definition.js';
import { compileCalendar } from './compile-calendar.js';
import { whileSchoolIsOpen, withMovableHolidays } from './movable-holidays.js';
import type { Instant } from './instant.js';
import type { Policy } from './policy.js';
import type { ServiceCalendar } from './service-calendar.js';

/** What decisions are measured by: the calendars and the promises. Loaded once, passed in. */
export interface ServiceRules {
  /** Another one as soon as calendar, policy or movable holidays are others: open tickets are then computed anew. */
  readonly version: string;
  /** The city's service hours: when reminders may go out. */
  readonly calendar: ServiceCalendar;
  readonly policy: Policy;
  /**
   * On which a school's promises are counted: the city's, where the school's movable holidays are like school holidays.
   * A school of which none are known (null, or not in the file) has the city's.
   */
  calendarOf(schoolId: string | null): ServiceCalendar;
  /** The days on which there is both service and school; for waiting times in which the school has to answer. */
  schoolDaysOf(schoolId: string | null): ServiceCalendar;
  /** When somebody comes by, as the rota is now: it changes while the service runs. Not given where none is kept. */
  readonly visits?: VisitOutlook;
  /** What `calendarOf` was made of, for telling why a day has no service. */
  definitionOf(schoolId: string | null): CalendarDefinition;
}

/** A visit of the campus' manager at a site. */
export interface VisitTimes {
  /** YYYY-MM-DD in the service's time zone. */
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** What promises have to do with the visiting rota. */
export interface VisitOutlook {
  /** The last visit of a site that begins in [after, before); null where there is none. */
  lastBefore(siteId: string, after: Instant, before: Instant): VisitTimes | null;
}

/** What the rules are made of. */
export interface RulesFiles {
  /** A digest of the three others. */
  readonly version: string;
  readonly calendar: CalendarDefinition;
  readonly policy: Policy;
  /** Dates (YYYY-MM-DD) by school number. */
  readonly movableHolidays?: ReadonlyMap<string, readonly string[]>;
}

/** The same rules with the visiting rota as it is each time that they are asked. */
export function withVisits(rules: ServiceRules, visits: () => VisitOutlook): ServiceRules {
  return {
    ...rules,
    get visits() {
      return visits();
    },
  };
}

/**
 * Makes the rules ready. A calendar is compiled when somebody asks for it, once for all schools with the same dates; so
 * there are never more of them than the file has different lists of dates.
 * @throws DefinitionError for a movable holiday that does not exist
 */
export function serviceRules({
  version,
  calendar,
  policy,
  movableHolidays = new Map(),
}: RulesFiles): ServiceRules {
  const city = calendarsOf(calendar);
  // Where service goes on while schools are closed, their own days make no difference to it.
  const isSameService = calendar.schoolHolidays.windows === null;
  const byDates = new Map([['', city]]);
  const bySchool = new Map<string, SchoolCalendars>();
  for (const [schoolId, dates] of movableHolidays) {
    const ownDates = [...new Set(dates)].sort();
    const key = ownDates.join();
    const known = byDates.get(key) ?? calendarsOf(withMovableHolidays(calendar, ownDates));
    byDates.set(key, known);
    bySchool.set(schoolId, isSameService ? { ...known, service: city.service } : known);
  }
  const of = (schoolId: string | null): SchoolCalendars =>
    (schoolId === null ? undefined : bySchool.get(schoolId)) ?? city;
  return {
    version,
    policy,
    calendar: city.service(),
    definitionOf: (schoolId) => of(schoolId).definition,
    calendarOf: (schoolId) => of(schoolId).service(),
    schoolDaysOf: (schoolId) => of(schoolId).schoolDays(),
  };
}

interface SchoolCalendars {
  readonly definition: CalendarDefinition;
  readonly service: () => ServiceCalendar;
  readonly schoolDays: () => ServiceCalendar;
}

function calendarsOf(definition: CalendarDefinition): SchoolCalendars {
  return {
    definition,
    service: once(() => compileCalendar(definition)),
    schoolDays: once(() => compileCalendar(whileSchoolIsOpen(definition))),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
