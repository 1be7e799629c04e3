import type { Command } from 'commander';
import { systemClock } from '../clock.js';
import { readCalendar } from '../service-rules-files.js';
import {
  addDays,
  compileCalendar,
  isDate,
  isoOf,
  localDateIn,
  previewDays,
  startOfDay,
  type CalendarDefinition,
  type Instant,
  type PreviewedDay,
} from '../sla/index.js';
import { dayReasons } from './day-reasons.js';
import { inHours } from './hours.js';
import { checkMovableHolidays } from './movable-holidays.js';
import { columns, processOutput, WrongUse, type Output } from './output.js';

const checkedDays = 14;
/** More than five years is a slip of the keyboard, and would print for minutes. */
const mostDays = 5 * 366;

interface PreviewOptions {
  readonly from: string;
  readonly to: string;
  readonly calendar?: string;
  readonly json?: true;
}

/** `campusdesk calendar ...`: what a service calendar means, day by day. `now` is the present in epoch milliseconds. */
export function registerCalendar(
  program: Command,
  output: Output = processOutput,
  now: () => Instant = () => systemClock.now(),
): void {
  const calendar = program.command('calendar').description('Checks a service calendar and shows its windows');

  calendar
    .command('check')
    .description(`Names each wrong place of a calendar file, or shows its next ${checkedDays} days`)
    .argument('[file]', 'the service calendar (JSON), see docs/service-calendar.md')
    .option('--movable <file>', 'check a file with movable holidays of schools, against the calendar')
    .action(async (file: string | undefined, { movable }: { movable?: string }) => {
      if (file === undefined && movable === undefined) throw new WrongUse('name a file to check');
      const definition = await readCalendar(file ?? null);
      if (file !== undefined) tellNextDays(file, definition, now(), output);
      if (movable !== undefined) await checkMovableHolidays(movable, definition, output);
    });

  calendar
    .command('preview')
    .description('Shows the windows of service from one date to another')
    .requiredOption('--from <date>', 'the first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'the last day, YYYY-MM-DD')
    .option('--calendar <file>', 'the service calendar (JSON); without it the default')
    .option('--json', 'one JSON line for each day on standard output')
    .action(async (options: PreviewOptions) => {
      checkDates(options);
      const definition = await readCalendar(options.calendar ?? null);
      const days = previewDays(definition, options.from, options.to);
      if (options.json) for (const day of days) output.result(resultOf(day));
      else tellDays(definition, days, output);
      tellUncertainty(definition, days, output);
    });
}

function tellNextDays(file: string, definition: CalendarDefinition, now: Instant, output: Output): void {
  output.tell(`${file} is a right calendar. The next ${checkedDays} days:`);
  const today = localDateIn(definition.timeZone)(now);
  tellDays(definition, previewDays(definition, today, addDays(today, checkedDays - 1)), output);
  const { knownUntil, timeZone } = compileCalendar(definition);
  if (knownUntil !== null) output.tell(uncertainty(knownUntil, timeZone));
}

function checkDates({ from, to }: PreviewOptions): void {
  for (const [option, date] of Object.entries({ '--from': from, '--to': to })) {
    if (!isDate(date)) throw new WrongUse(`${option} ${date} is not a date; write YYYY-MM-DD`);
  }
  if (to < from) throw new WrongUse(`--to ${to} lies before --from ${from}`);
  if (to > addDays(from, mostDays - 1)) throw new WrongUse(`preview shows at most ${mostDays} days`);
}

function tellDays({ timeZone }: CalendarDefinition, days: readonly PreviewedDay[], output: Output): void {
  const timeIn = clockIn(timeZone);
  const rows = days.map((day) => [
    capitalised(day.weekday),
    day.date,
    day.windows.map(({ start, end }) => `${timeIn(start)}-${timeIn(end)}`).join(', ') || 'closed',
    day.serviceMinutes === 0 ? '' : inHours(day.serviceMinutes),
    dayReasons[day.because],
  ]);
  for (const row of columns(rows)) output.tell(row);
  const total = days.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  output.tell(`${inHours(total)} hours of service in all (${timeZone}).`);
}

/** A sentence where the days reach beyond what is known. */
function tellUncertainty(
  definition: CalendarDefinition,
  days: readonly PreviewedDay[],
  output: Output,
): void {
  const { knownUntil, timeZone } = compileCalendar(definition);
  const last = days.at(-1);
  if (knownUntil !== null && last && startOfDay(last.date, timeZone) >= knownUntil)
    output.tell(uncertainty(knownUntil, timeZone));
}

function uncertainty(knownUntil: Instant, timeZone: string): string {
  const date = localDateIn(timeZone)(knownUntil);
  return `From ${date} on the school holidays are not known yet: the calendar goes on as if there were none.`;
}

function resultOf({ date, weekday, windows, serviceMinutes, because }: PreviewedDay): object {
  return {
    date,
    weekday,
    windows: windows.map(({ start, end }) => ({ start: isoOf(start), end: isoOf(end) })),
    serviceMinutes,
    because,
  };
}

function clockIn(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return (at) => format.format(at);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
