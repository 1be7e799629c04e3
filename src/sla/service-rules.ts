import type { CalendarDefinition } from './calendar-definition.js';
import { compileCalendar } from './compile-calendar.js';
import { whileSchoolIsOpen, withMovableHolidays } from './movable-holidays.js';
import type { Policy } from './policy.js';
import type { ServiceCalendar } from './service-calendar.js';

/** What decisions are measured by: the calendars and the promises. Loaded once, passed in. */
export interface ServiceRules {
  /** Another one as soon as calendar, policy or movable holidays are others: open tickets are then computed anew. */
  readonly version: string;
  /** The city's service hours: when reminders may go out. */
  readonly calendar: ServiceCalendar;
  readonly policy: Policy;
  /** On which a school's promises are counted: the city's without the school's movable holidays. */
  calendarOf(schoolId: string | null): ServiceCalendar;
  /** The days on which there is both service and school; for waiting times in which the school has to answer. */
  schoolDaysOf(schoolId: string | null): ServiceCalendar;
  /** What `calendarOf` was made of, for telling why a day has no service. */
  definitionOf(schoolId: string | null): CalendarDefinition;
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

/** Makes the rules ready. Calendars of schools are compiled when somebody asks, once for all schools with the same dates. */
export function serviceRules({ version, calendar, policy, movableHolidays }: RulesFiles): ServiceRules {
  const compiled = new Map<string, ServiceCalendar>();
  const once = (key: string, definition: () => CalendarDefinition): ServiceCalendar => {
    const known = compiled.get(key) ?? compileCalendar(definition());
    compiled.set(key, known);
    return known;
  };
  const definitionOf = (schoolId: string | null): CalendarDefinition => {
    const dates = datesOf(schoolId);
    return dates.length === 0 ? calendar : withMovableHolidays(calendar, dates);
  };
  const datesOf = (schoolId: string | null): readonly string[] =>
    [...((schoolId === null ? undefined : movableHolidays?.get(schoolId)) ?? [])].sort();
  return {
    version,
    policy,
    calendar: once('service ', () => calendar),
    definitionOf,
    calendarOf: (schoolId) => once(`service ${datesOf(schoolId).join()}`, () => definitionOf(schoolId)),
    schoolDaysOf: (schoolId) =>
      once(`school ${datesOf(schoolId).join()}`, () => whileSchoolIsOpen(definitionOf(schoolId))),
  };
}
