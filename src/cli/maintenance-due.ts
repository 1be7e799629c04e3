import type { Directory } from '../campus/index.js';
import type { CheckLine } from '../maintenance/index.js';
import { isDate } from '../sla/index.js';
import { sitesOf, withMaintenance } from './maintenance-records.js';
import { columns, CommandFailed, WrongUse, type Output } from './output.js';

export interface DueOptions {
  readonly campus?: string;
  readonly on?: string;
  readonly json?: true;
}

/** What is due and overdue in a campus or the whole city. @throws CommandFailed for an unknown campus */
export async function showDue({ campus, on, json }: DueOptions, output: Output): Promise<void> {
  if (on !== undefined && !isDate(on)) throw new WrongUse('--on needs a date, YYYY-MM-DD');
  await withMaintenance(output, async ({ desk, directory, today }) => {
    if (campus !== undefined && !directory.campus(campus)) {
      throw new CommandFailed(`There is no campus ${campus}.`);
    }
    const due = await desk.due(sitesOf(directory, campus ?? null), on ?? today);
    if (json) {
      output.result({ on: on ?? today, campus: campus ?? null, due });
      return;
    }
    const overdue = due.filter(({ state }) => state === 'overdue').length;
    output.tell(`${due.length} checks are due, ${overdue} of them overdue.`);
    for (const row of columns(due.map((line) => dueRow(line, directory)))) output.tell(row);
  });
}

/** One check as a row for people. */
export function dueRow(line: CheckLine, directory: Directory): string[] {
  const site = directory.site(line.siteId);
  const school = site && directory.school(site.schoolId);
  const since = line.state === 'overdue' ? `overdue ${line.overdueDays} days` : line.state;
  return [
    line.siteId,
    [school?.name, site?.name].filter((name) => name !== undefined).join(', '),
    line.kindId,
    `due ${line.dueOn}`,
    since,
    `last done ${line.lastDoneOn ?? 'never'}`,
  ];
}
