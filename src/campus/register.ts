import { CsvError, parse } from 'csv-parse/sync';
import type { School } from './directory.js';
import { registerColumns } from './lexicon/register-words.js';
import { faultsOf, schoolOf, skipReasonOf } from './register-format.js';
import type { RegisterColumn, RegisterRow, SkipReason } from './register-format.js';
import { decodeText } from './register-text.js';
import type { LineError } from './register-text.js';

export interface SkippedSchool {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly reason: SkipReason;
}

/** What a register file holds. Where there are errors nothing is taken: a file is read whole or not at all. */
export interface RegisterReading {
  readonly taken: readonly School[];
  readonly skipped: readonly SkippedSchool[];
  readonly errors: readonly LineError[];
  /** The line of each school number in the file. */
  readonly lines: ReadonlyMap<string, number>;
}

/** More errors than this help nobody; the last one then says how many were left out. */
const mostErrors = 200;

/**
 * Reads the official register of schools (CSV with comma or semicolon, UTF-8, columns found by name).
 * Takes the public schools of the city's own carrier; with `all` also private ones and those of the regional
 * association. Lines are physical lines of the file, so a row with a line break inside quotes counts by its first.
 */
export function readRegister(
  input: Uint8Array | string,
  options: { readonly all?: boolean } = {},
): RegisterReading {
  const decoded = decodeText(input);
  if (decoded.errors !== undefined) return refused(decoded.errors);
  const { records, fault } = recordsOf(decoded.text);
  const [header, ...rows] = records;
  if (header === undefined) return refused([fault ?? { line: 1, message: 'the file is empty' }]);
  const columns = locateColumns(header);
  if (columns.errors.length > 0) return refused(columns.errors);

  const reading = readRows(rows, header.fields.length, columns.positions, options.all === true);
  const errors = [...reading.errors, ...(fault ? [fault] : [])];
  if (errors.length > 0) return refused(errors, reading.skipped);
  if (reading.taken.length > 0) return reading;
  const message =
    rows.length === 0
      ? 'the file holds no school, only headings'
      : 'none of the schools is run by the city itself';
  return refused([{ line: header.line, message }], reading.skipped);
}

interface CsvRecord {
  /** First physical line. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records up to the first place where the CSV itself is broken, and what is broken there. */
function recordsOf(text: string): { records: CsvRecord[]; fault: LineError | null } {
  const records: CsvRecord[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      // Rows of nothing but delimiters are what spreadsheets leave behind.
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }) => {
        const lineBreaks = fields.join('').split('\n').length - 1;
        records.push({ line: lines - lineBreaks, fields: fields.map(tidy) });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, fault: { line: firstFilledLine(text, lastLine), message: sentenceFor(error) } };
  }
  return { records, fault: null };
}

function delimiterOf(text: string): ',' | ';' {
  const firstLine = text.trimStart().split('\n', 1)[0] ?? '';
  return firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
}

/** White space of any kind, also a line break inside quotes, becomes one space. */
function tidy(field: string): string {
  return field.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The first line after `line` that is not blank, where the record that could not be read begins. */
function firstFilledLine(text: string, line: number): number {
  const offset = text
    .split('\n')
    .slice(line)
    .findIndex((content) => content !== '');
  return line + 1 + Math.max(0, offset);
}

function sentenceFor(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote opened in this row is never closed';
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE' || error.code === 'INVALID_OPENING_QUOTE') {
    return 'a quote in this row is not closed, or stands in the middle of a field';
  }
  return `this row cannot be read as CSV (${error.code})`;
}

type Positions = ReadonlyMap<RegisterColumn, number>;

function locateColumns(header: CsvRecord): { positions: Positions; errors: LineError[] } {
  const headings = header.fields.map((heading) => heading.toLowerCase());
  const positions = new Map<RegisterColumn, number>();
  const errors: LineError[] = [];
  for (const column of Object.keys(registerColumns).filter(isRegisterColumn)) {
    const heading = registerColumns[column].toLowerCase();
    const position = headings.indexOf(heading);
    if (position === -1) {
      errors.push({ line: header.line, message: `column "${registerColumns[column]}" is missing` });
    } else if (headings.includes(heading, position + 1)) {
      errors.push({ line: header.line, message: `column "${registerColumns[column]}" is there twice` });
    }
    positions.set(column, position);
  }
  return { positions, errors };
}

function isRegisterColumn(name: string): name is RegisterColumn {
  return name in registerColumns;
}

function readRows(
  rows: readonly CsvRecord[],
  width: number,
  positions: Positions,
  all: boolean,
): RegisterReading {
  const taken: School[] = [];
  const skipped: SkippedSchool[] = [];
  const errors: LineError[] = [];
  const lines = new Map<string, number>();
  for (const { line, fields } of rows) {
    if (fields.length !== width) {
      errors.push({ line, message: `the row has ${fields.length} columns, the header ${width}` });
      continue;
    }
    const row = rowOf(fields, positions);
    const faults = faultsOf(row);
    const earlier = lines.get(row.id);
    if (row.id !== '' && earlier !== undefined) {
      faults.push(`school number ${row.id} stands already in line ${earlier}`);
    }
    lines.set(row.id, earlier ?? line);
    errors.push(...faults.map((message) => ({ line, message })));
    const reason = all ? null : skipReasonOf(row);
    if (faults.length > 0) continue;
    if (reason === null) taken.push(schoolOf(row));
    else skipped.push({ line, id: row.id, name: row.name, reason });
  }
  return { taken, skipped, errors, lines };
}

function rowOf(fields: readonly string[], positions: Positions): RegisterRow {
  const field = (column: RegisterColumn): string => fields[positions.get(column) ?? -1] ?? '';
  return {
    type: field('type'),
    id: field('id'),
    name: field('name'),
    nameSecond: field('nameSecond'),
    nameThird: field('nameThird'),
    street: field('street'),
    postcode: field('postcode'),
    town: field('town'),
    legalStatus: field('legalStatus'),
  };
}

function refused(errors: readonly LineError[], skipped: readonly SkippedSchool[] = []): RegisterReading {
  const shown = errors.slice(0, mostErrors);
  const next = errors[mostErrors];
  if (next !== undefined) {
    shown.push({ line: next.line, message: `and ${errors.length - mostErrors} more errors from here on` });
  }
  return { taken: [], skipped, errors: shown, lines: new Map() };
}
