import { CsvError, parse } from 'csv-parse/sync';
import type { Directory, LineError } from '../campus/index.js';
import { isoOf, type Instant } from '../sla/index.js';
import { rotaColumns, travelRemark } from './lexicon/rota-words.js';
import { entryOfRow, type RotaColumn, type RotaRow } from './csv-row.js';
import { defaultTravelMinutes } from './rota-content.js';
import { readingOf, refusedReading, type RotaEntry, type RotaReading } from './rota-reading.js';
import { siteNames } from './site-names.js';

/** What a reader needs beside the file. */
export interface ReadingGrounds {
  readonly directory: Directory;
  /** When exceptions count as entered that do not say it themselves. */
  readonly at: Instant;
}

interface CsvRecord {
  /** First physical line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const required: readonly RotaColumn[] = ['site', 'from', 'to'];
const mostTravelMinutes = 240;

/**
 * Reads a rota from CSV: commas or semicolons, headings in English or German in any order, with or without byte order
 * mark. A line that begins with `#` is a remark; that of the travel time counts.
 */
export function readRotaCsv(text: string, grounds: ReadingGrounds): RotaReading {
  const parsed = recordsOf(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (parsed.fault) return refusedReading([parsed.fault]);
  const remarks = parsed.records.filter(isRemark);
  const [header, ...rows] = parsed.records.filter((record) => !isRemark(record));
  if (!header) return refusedReading([{ line: 1, message: 'the file is empty' }]);
  const located = locateColumns(header);
  if (located.errors.length > 0) return refusedReading(located.errors);
  const siteOf = siteNames(grounds.directory);
  const entries: RotaEntry[] = [];
  const travel = travelMinutesOf(remarks);
  const errors: LineError[] = [...travel.errors];
  for (const { line, cells } of rows) {
    const row: RotaRow = (column) => cells[located.positions.get(column) ?? -1] ?? '';
    const { entry, faults } = entryOfRow(row, siteOf, isoOf(grounds.at));
    errors.push(...faults.map((message) => ({ line, message })));
    if (entry) entries.push({ line, ...entry });
  }
  return readingOf(travel.minutes, entries, errors);
}

/** The records of the file, or the first place where it is no CSV. */
function recordsOf(text: string): { records: CsvRecord[]; fault: LineError | null } {
  const records: CsvRecord[] = [];
  const columnLine = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  try {
    parse(text, {
      delimiter: columnLine.split(';').length > columnLine.split(',').length ? ';' : ',',
      record_delimiter: '\n',
      relax_column_count: true,
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }) => {
        const lineBreaks = fields.join('').split('\n').length - 1;
        records.push({ line: lines - lineBreaks, cells: fields.map(tidy) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (records.at(-1)?.line ?? 0) + 1;
    return {
      records,
      fault: { line, message: `a quote is not closed, or stands within a cell (${error.code})` },
    };
  }
  return { records, fault: null };
}

function tidy(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function isRemark({ cells }: CsvRecord): boolean {
  return cells[0]?.startsWith('#') === true;
}

function locateColumns(header: CsvRecord): {
  positions: ReadonlyMap<RotaColumn, number>;
  errors: LineError[];
} {
  const headings = header.cells.map((heading) => heading.toLowerCase());
  const positions = new Map<RotaColumn, number>();
  const errors: LineError[] = [];
  for (const column of columns) {
    const names = rotaColumns[column].map((name) => name.toLowerCase());
    const found = headings.flatMap((heading, position) => (names.includes(heading) ? [position] : []));
    const [first] = found;
    if (first !== undefined) positions.set(column, first);
    else if (required.includes(column))
      errors.push({ line: header.line, message: `column "${rotaColumns[column][0]}" is missing` });
    if (found.length > 1)
      errors.push({ line: header.line, message: `column "${rotaColumns[column][0]}" is there twice` });
  }
  return { positions, errors };
}

const columns = Object.keys(rotaColumns).filter((name): name is RotaColumn => name in rotaColumns);

function travelMinutesOf(remarks: readonly CsvRecord[]): { minutes: number; errors: LineError[] } {
  const names = travelRemark.map((name) => name.toLowerCase());
  for (const { line, cells } of remarks) {
    const [name = '', value = ''] = (cells[0] ?? '')
      .slice(1)
      .split(':')
      .map((part) => part.trim());
    if (!names.includes(name.toLowerCase())) continue;
    const minutes = Number(value);
    if (/^\d+$/.test(value) && minutes <= mostTravelMinutes) return { minutes, errors: [] };
    const message = `the travel time must be 0 to ${mostTravelMinutes} minutes, found "${value}"`;
    return { minutes: defaultTravelMinutes, errors: [{ line, message }] };
  }
  return { minutes: defaultTravelMinutes, errors: [] };
}
