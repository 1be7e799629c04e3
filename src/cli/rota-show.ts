import { systemClock } from '../clock.js';
import { addDays, isoOf, localDateIn, startOfDay, type Instant } from '../sla/index.js';
import { sentenceOf, siteTitle, type Visit } from '../visits/index.js';
import { columns, CommandFailed, type Output } from './output.js';
import { sitesNamed } from './rota-campus.js';
import { withRota } from './stored-rota.js';

export interface RotaShowOptions {
  /** YYYY-MM-DD; null for today. */
  readonly from: string | null;
  readonly days: number;
  readonly json?: true;
}

/** The visits of a site, a school or a campus in the next days. @throws CommandFailed where nothing fits the words */
export async function showRota(words: string, options: RotaShowOptions, output: Output): Promise<void> {
  await withRota(async ({ directory, rota }) => {
    const city = directory.current();
    const current = rota.current();
    const { timeZone } = current;
    const first = options.from ?? localDateIn(timeZone)(systemClock.now());
    const until = startOfDay(addDays(first, options.days), timeZone);
    const visits = current.visitsBetween(sitesNamed(words, city), startOfDay(first, timeZone), until);
    if (options.json) {
      for (const visit of visits) output.result(resultOf(visit));
      return;
    }
    if (visits.length === 0) output.tell(`No visit in ${options.days} days from ${first} on.`);
    const timeIn = clockIn(timeZone);
    const rows = visits.map((visit) => [
      weekdayOf(visit.date),
      visit.date,
      `${timeIn(visit.from)}-${timeIn(visit.to)}`,
      visit.siteId,
      siteTitle(city, visit.siteId),
      remarkOf(visit),
    ]);
    for (const row of columns(rows)) output.tell(row);
  });
}

/** What is wrong with the stored rota from today on. @throws CommandFailed where something contradicts */
export async function checkStoredRota(options: { readonly json?: true }, output: Output): Promise<void> {
  const problems = await withRota(async ({ directory, rota }) => {
    const found = rota.check(rota.current().content, systemClock.now());
    return found.map((problem) => ({
      severity: problem.severity,
      code: problem.code,
      message: sentenceOf(problem, directory.current()),
    }));
  });
  for (const { severity, message } of problems) output.tell(`${severity}: ${message}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (options.json) output.result({ errors, warnings: problems.length - errors, problems });
  if (errors > 0) throw new CommandFailed(errors === 1 ? 'One error.' : `${errors} errors.`);
  output.tell(problems.length === 0 ? 'Nothing is wrong with the rota.' : 'No errors.');
}

function resultOf({ from, to, ...visit }: Visit): object {
  return { ...visit, from: isoOf(from), to: isoOf(to) };
}

function remarkOf({ exception }: Visit): string {
  if (!exception) return '';
  const what = exception.movedFrom === null ? 'extra' : `moved from ${exception.movedFrom}`;
  return exception.note === '' ? what : `${what}: ${exception.note}`;
}

function weekdayOf(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
}

function clockIn(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return (at) => format.format(at);
}
