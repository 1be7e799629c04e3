import { z } from 'zod';
import { parseDefinition } from './definition-error.js';
import { publicHolidays, stateOf, type StateCode } from './holidays.js';
import { dateOf, dayOf, weekdayOf, weekdays, type LocalDay, type Weekday } from './local-day.js';
import { reachesInto, serviceWindows, type ServiceWindow } from './service-window.js';

/** A checked calendar: when there is service, in local times. */
export interface CalendarDefinition {
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly ServiceWindow[]>>;
  readonly holidays: StateCode | null;
  /** YYYY-MM-DD */
  readonly closedDates: ReadonlySet<string>;
  /** MM-DD */
  readonly closedEveryYear: ReadonlySet<string>;
  /** What replaces the weekday's windows, by date YYYY-MM-DD. */
  readonly shortened: ReadonlyMap<string, readonly ServiceWindow[]>;
}

/** The windows that begin on a day. */
export type DayRule = (day: LocalDay) => readonly ServiceWindow[];

/**
 * The rule of one day; what says most about the day wins: its own entry under `shortened` or `closed`, then the days
 * closed every year and the public holidays, then the weekday. A window belongs to the day on which it begins: one
 * that runs past midnight runs to its end even if the next day is closed.
 */
export function dayRule(definition: CalendarDefinition): DayRule {
  const { holidays } = definition;
  const isHoliday = holidays === null ? () => false : publicHolidays(holidays);
  return (day) => {
    const date = dateOf(day);
    const shortened = definition.shortened.get(date);
    if (shortened) return shortened;
    const closed =
      definition.closedDates.has(date) || definition.closedEveryYear.has(date.slice(5)) || isHoliday(date);
    return closed ? [] : definition.weekly[weekdayOf(day)];
  };
}

const timeZone = z.string().refine(isTimeZone, (zone) => ({
  message: `unknown time zone "${zone}"; write it as Europe/Berlin`,
}));

const state = z.string().transform((isoCode, context): StateCode => {
  const known = stateOf(isoCode);
  if (known) return known;
  context.addIssue({ code: 'custom', message: `unknown state "${isoCode}"; write it as DE-NW` });
  return z.NEVER;
});

const date = z.string().refine(isDate, (text) => ({
  message: `"${text}" is not a date; write YYYY-MM-DD`,
}));

const closedDate = z.string().refine(
  (text) => isDate(text) || isDateOfEveryYear(text),
  (text) => ({
    message: `"${text}" is not a date; write YYYY-MM-DD, or MM-DD for each year`,
  }),
);

const weekly = z
  .object({
    mon: serviceWindows.default([]),
    tue: serviceWindows.default([]),
    wed: serviceWindows.default([]),
    thu: serviceWindows.default([]),
    fri: serviceWindows.default([]),
    sat: serviceWindows.default([]),
    sun: serviceWindows.default([]),
  })
  .strict()
  .superRefine(refuseOverlapOfWeekdays);

const calendarFile = z
  .object({
    timeZone,
    weekly,
    holidays: state.nullable().default(null),
    closed: z.array(closedDate).default([]),
    shortened: z.record(date, serviceWindows).default({}),
  })
  .strict()
  .transform((file): CalendarDefinition => ({
    timeZone: file.timeZone,
    weekly: file.weekly,
    holidays: file.holidays,
    closedDates: new Set(file.closed.filter(isDate)),
    closedEveryYear: new Set(file.closed.filter(isDateOfEveryYear)),
    shortened: new Map(Object.entries(file.shortened)),
  }))
  .superRefine(refuseNoServiceAtAll)
  .superRefine(refuseContradictoryDates);

/** A calendar as it stands in a file, before it is checked. */
export type CalendarFile = z.input<typeof calendarFile>;

/**
 * Checks a calendar that was read from a file (JSON or YAML, already parsed).
 * @throws DefinitionError naming each wrong place: malformed times and dates, unknown zone, state or key, overlapping
 * windows, a date both closed and shortened, no service time at all
 */
export function parseCalendar(value: unknown): CalendarDefinition {
  return parseDefinition('calendar', calendarFile, value);
}

function isTimeZone(zone: string): boolean {
  // Newer engines also take offsets such as +01:00, which know no summer time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text));
}

function isDateOfEveryYear(text: string): boolean {
  const leapYear = '2024';
  return /^\d{2}-\d{2}$/.test(text) && isDate(`${leapYear}-${text}`);
}

function refuseOverlapOfWeekdays(
  week: Readonly<Record<Weekday, readonly ServiceWindow[]>>,
  context: z.RefinementCtx,
): void {
  for (const [i, weekday] of weekdays.entries()) {
    const next = weekdays[(i + 1) % weekdays.length] ?? weekday;
    if (!reachesInto(week[weekday], week[next])) continue;
    const message = `a window runs past midnight into one of ${next} and overlaps it`;
    context.addIssue({ code: 'custom', path: [weekday], message });
  }
}

function refuseContradictoryDates(definition: CalendarDefinition, context: z.RefinementCtx): void {
  const windowsOn = dayRule(definition);
  for (const shortenedDate of definition.shortened.keys()) {
    const day = dayOf(shortenedDate);
    const refuse = (message: string): void => {
      context.addIssue({ code: 'custom', path: ['shortened', shortenedDate], message });
    };
    if (definition.closedDates.has(shortenedDate)) refuse('the date is also closed; leave one of them out');
    if (reachesInto(windowsOn(day - 1), windowsOn(day))) {
      refuse('a window of the day before runs past midnight and overlaps');
    }
    if (reachesInto(windowsOn(day), windowsOn(day + 1))) {
      refuse('a window runs past midnight and overlaps one of the day after');
    }
  }
}

/** Single dates are not enough: after the last of them no deadline could ever be reached. */
function refuseNoServiceAtAll(definition: CalendarDefinition, context: z.RefinementCtx): void {
  const windowsOn = dayRule({ ...definition, shortened: new Map() });
  const day = dayOf('2024-01-01');
  // Within 40 years each date has fallen on each weekday, 29 February included.
  const fortyYears = 40 * 366;
  for (let i = 0; i < fortyYears; i += 1) if (windowsOn(day + i).length > 0) return;
  const message =
    'there is no service time at all; name at least one weekly window that is not always closed';
  context.addIssue({ code: 'custom', path: ['weekly'], message });
}
