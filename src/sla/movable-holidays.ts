import { z } from 'zod';
import { calendarDate, type CalendarDefinition } from './calendar-definition.js';
import { parseDefinition } from './definition-error.js';
import { schoolHolidayRegions } from './school-holidays.js';

const movableHolidaysFile = z
  .record(z.string().min(1), z.array(calendarDate))
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
 * The calendar of the days on which there is both service and school: no service in school holidays nor on movable
 * holidays, whatever the calendar says of them. For waiting times that run only while the school can answer. The
 * school holidays are those that the calendar names, else those of the state of its public holidays, if known.
 */
export function whileSchoolIsOpen(definition: CalendarDefinition): CalendarDefinition {
  const ofState = schoolHolidayRegions.find((region) => region === `DE-${definition.holidays ?? ''}`) ?? null;
  const region = definition.schoolHolidays.region ?? ofState;
  return { ...definition, schoolHolidays: { region, windows: [] } };
}
