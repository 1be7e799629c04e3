import type { Directory } from '../campus/index.js';
import { readMovableHolidays } from '../service-rules-files.js';
import { previewDays, whileSchoolIsOpen, type CalendarDefinition } from '../sla/index.js';
import { dayReasons } from './day-reasons.js';
import { columns, type Output } from './output.js';
import { storedDirectory } from './stored-directory.js';

/**
 * Checks a file with movable holidays and shows it school by school. Named are dates on which the school is closed
 * anyway by the calendar, and, where a directory is stored, numbers that no school has. @throws RulesFileError
 */
export async function checkMovableHolidays(
  path: string,
  calendar: CalendarDefinition,
  output: Output,
): Promise<void> {
  const schools = await readMovableHolidays(path);
  const days = [...schools.values()].reduce((sum, dates) => sum + new Set(dates).size, 0);
  output.tell(`${path} is a right file of movable holidays: ${schools.size} schools, ${days} days.`);
  const directory = await storedDirectory(output);
  for (const row of columns([...schools].map(([id, dates]) => rowOf(id, dates, directory)))) output.tell(row);
  for (const sentence of remarks(schools, calendar, directory)) output.tell(sentence);
}

function rowOf(id: string, dates: readonly string[], directory: Directory | null): string[] {
  const known = directory ? [directory.school(id)?.name ?? 'unknown'] : [];
  return [id, ...known, [...new Set(dates)].sort().join(', ') || 'none'];
}

function remarks(
  schools: ReadonlyMap<string, readonly string[]>,
  calendar: CalendarDefinition,
  directory: Directory | null,
): string[] {
  const schoolDays = whileSchoolIsOpen(calendar);
  const idle = [...schools].flatMap(([id, dates]) =>
    dates.flatMap((date) => {
      const day = previewDays(schoolDays, date, date)[0];
      if (!day || day.serviceMinutes > 0) return [];
      return [
        `${id}: ${date} counts for nothing, it is closed anyway (${dayReasons[day.because] || day.weekday}).`,
      ];
    }),
  );
  const unknown = directory ? [...schools.keys()].filter((id) => !directory.school(id)) : [];
  return [
    ...idle,
    ...(unknown.length > 0 ? [`Schools that the directory does not know: ${unknown.join(', ')}.`] : []),
  ];
}
