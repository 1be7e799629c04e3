import { z } from 'zod';
import { dayRule } from './day-plan.js';
import { parseDefinition } from './definition-error.js';
import { stateOf, type StateCode } from './holidays.js';
import { dateOf, dayOf, isDate, weekdays, type Weekday } from './local-day.js';
import { knownSchoolHolidays, schoolHolidayRegions, type SchoolHolidayRegion } from './school-holidays.js';
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
  readonly schoolHolidays: SchoolHolidayService;
  /** YYYY-MM-DD; days on which one school is closed by its own choice. Treated as school holidays. */
  readonly movableHolidays: ReadonlySet<string>;
}

/** What service there is while the schools are closed. */
export interface SchoolHolidayService {
  /** Whose school holidays count; null where none do. */
  readonly region: SchoolHolidayRegion | null;
  /** What replaces the windows of the weekdays that have some; null where service goes on. */
  readonly windows: readonly ServiceWindow[] | null;
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

/** A date of a file, `YYYY-MM-DD`. */
export const calendarDate = z.string().refine(isDate, (text) => ({
  message: `"${text}" is not a date; write YYYY-MM-DD`,
}));

const closedDate = z.string().refine(
  (text) => isDate(text) || isDateOfEveryYear(text),
  (text) => ({
    message: `"${text}" is not a date; write YYYY-MM-DD, or MM-DD for each year`,
  }),
);

const schoolHolidays = z
  .object({
    region: z.string().transform((isoCode, context): SchoolHolidayRegion => {
      const known = schoolHolidayRegions.find((region) => region === isoCode);
      if (known) return known;
      const message = `no school holidays are known of "${isoCode}", only of ${schoolHolidayRegions.join(', ')}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
    service: z
      .union([z.enum(['open', 'closed']), z.object({ shortened: serviceWindows }).strict()], {
        errorMap: (issue, { defaultError }) => ({
          message:
            issue.code === 'invalid_union'
              ? 'write "open", "closed" or {"shortened": ["08:00-12:00"]}'
              : defaultError,
        }),
      })
      .default('open'),
  })
  .strict()
  .transform(({ region, service }): SchoolHolidayService => {
    if (typeof service === 'object') return { region, windows: service.shortened };
    return { region, windows: service === 'closed' ? [] : null };
  });

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
    shortened: z.record(calendarDate, serviceWindows).default({}),
    schoolHolidays: schoolHolidays.optional(),
  })
  .strict()
  .transform((file): CalendarDefinition => ({
    timeZone: file.timeZone,
    weekly: file.weekly,
    holidays: file.holidays,
    closedDates: new Set(file.closed.filter(isDate)),
    closedEveryYear: new Set(file.closed.filter(isDateOfEveryYear)),
    shortened: new Map(Object.entries(file.shortened)),
    schoolHolidays: file.schoolHolidays ?? { region: null, windows: null },
    movableHolidays: new Set(),
  }))
  .superRefine(refuseNoServiceAtAll)
  .superRefine(refuseContradictoryDates)
  .superRefine(refuseOverlapInSchoolHolidays);

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

function refuseOverlapInSchoolHolidays(definition: CalendarDefinition, context: z.RefinementCtx): void {
  const { region, windows } = definition.schoolHolidays;
  if (region === null || windows === null) return;
  const windowsOn = dayRule({ ...definition, shortened: new Map() });
  const { first, last } = knownSchoolHolidays(region);
  for (let day = dayOf(first) - 1; day <= dayOf(last); day += 1) {
    if (!reachesInto(windowsOn(day), windowsOn(day + 1))) continue;
    const message = `on ${dateOf(day)} a window runs past midnight and overlaps one of the day after`;
    context.addIssue({ code: 'custom', path: ['schoolHolidays', 'service'], message });
    return;
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
