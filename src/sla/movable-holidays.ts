import { z } from 'zod';
import { calendarDate, type CalendarDefinition } from './calendar-definition.js';
import { parseDefinition } from './definition-error.js';
import { publicHolidays, stateOf } from './holidays.js';
import { dayOf, weekdayOf } from './local-day.js';
import { isInSchoolHolidays, schoolHolidayRegions } from './school-holidays.js';

const movableHolidaysFile = z
  .record(z.string().min(1, 'a school without a number'), z.array(calendarDate))
  .transform((file): ReadonlyMap<string, readonly string[]> => new Map(Object.entries(file)));

/**
 * Checks the movable holidays of schools that were read from a file: dates (YYYY-MM-DD) by the school's number,
 * `{"162656": ["2027-02-05", "2027-02-08"]}`.
 * @throws DefinitionError naming each wrong place
 */
export function parseMovableHolidays(value: unknown): ReadonlyMap<string, readonly string[]> {
  return parseDefinition('movable holidays', movableHolidaysFile, value);
}

/**
 * The calendar for one school, which is closed on these dates (YYYY-MM-DD), too. There is then as much service as the
 * calendar has in school holidays (`schoolHolidays.service`); where it goes on in them, it goes on here.
 * @throws DefinitionError for a date that does not exist
 */
export function withMovableHolidays(
  definition: CalendarDefinition,
  dates: readonly string[],
): CalendarDefinition {
  const checked = parseDefinition('movable holidays', z.array(calendarDate), dates);
  return { ...definition, movableHolidays: new Set([...definition.movableHolidays, ...checked]) };
}

/**
 * The calendar of the days on which there is both service and school, for waiting times that run only while the school
 * can answer. The school is closed at weekends, on public holidays, in school holidays and on the movable holidays of the
 * definition, whatever service there is then. The school holidays are those that the calendar names, else those of the
 * state of its public holidays, if known; and the other way round.
 */
export function whileSchoolIsOpen(definition: CalendarDefinition): CalendarDefinition {
  const ofState = schoolHolidayRegions.find((region) => region === `DE-${definition.holidays ?? ''}`) ?? null;
  const region = definition.schoolHolidays.region ?? ofState;
  const withSchool: CalendarDefinition = {
    ...definition,
    weekly: schoolWeek(definition.weekly),
    holidays: definition.holidays ?? stateOf(region ?? '') ?? null,
    schoolHolidays: { region, windows: [] },
  };
  const isClosed = schoolClosures(withSchool);
  const shortened = new Map([...definition.shortened].filter(([date]) => !isClosed(date)));
  return { ...withSchool, shortened };
}

/** Where there is service at weekends alone, these are the days that count: else a waiting time would never end. */
function schoolWeek(weekly: CalendarDefinition['weekly']): CalendarDefinition['weekly'] {
  const { sat, sun, ...schoolDays } = weekly;
  const hasSchoolDays = Object.values(schoolDays).some((windows) => windows.length > 0);
  return hasSchoolDays ? { ...schoolDays, sat: [], sun: [] } : { ...schoolDays, sat, sun };
}

/** Whether the school is closed on a date that may have service by its own entry. */
function schoolClosures({ holidays, schoolHolidays, movableHolidays }: CalendarDefinition) {
  const isPublicHoliday = holidays === null ? () => false : publicHolidays(holidays);
  return (date: string): boolean =>
    ['sat', 'sun'].includes(weekdayOf(dayOf(date))) ||
    isPublicHoliday(date) ||
    movableHolidays.has(date) ||
    (schoolHolidays.region !== null && isInSchoolHolidays(schoolHolidays.region, date));
}
