import { isDate, weekdays, type Weekday } from '../sla/index.js';
import { noWords, weekdayWords, yesWords } from './lexicon/rota-words.js';

/**
 * What stands in a cell; undefined where it cannot be meant. Spreadsheets rewrite dates and times when they save a file,
 * so `07.09.2026` and `8:00:00` are taken, too.
 */
export function dateOfCell(cell: string): string | undefined {
  const german = /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(cell);
  const [, day = '', month = '', year = ''] = german ?? [];
  const date = german ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
  return isDate(date) ? date : undefined;
}

/** A time as `HH:MM`. As {@link dateOfCell} for the rest. */
export function timeOfCell(cell: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(cell) ?? [];
  if (hour === '' || Number(hour) > 23) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A weekday by its English or German name, or the usual short form of it. */
export function weekdayOfCell(cell: string): Weekday | undefined {
  const written = cell.toLowerCase().replace(/[.]$/, '');
  return weekdays.find((weekday) => weekdayWords[weekday].some((word) => word.toLowerCase() === written));
}

/** Yes or no; an empty cell is no. */
export function yesOrNoOfCell(cell: string): boolean | undefined {
  const written = cell.toLowerCase();
  if (yesWords.includes(written)) return true;
  return noWords.includes(written) ? false : undefined;
}

/** A whole number from one to another, both included. */
export function numberOfCell(cell: string, from: number, to: number): number | undefined {
  const number = Number(cell);
  return /^\d{1,6}$/.test(cell) && number >= from && number <= to ? number : undefined;
}

/** A text as a cell that no spreadsheet takes for a formula. */
export function guarded(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** The text that was {@link guarded}. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
