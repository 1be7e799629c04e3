import { instantOfOffsetText, isoOf, type Weekday } from '../sla/index.js';
import {
  dateOfCell,
  numberOfCell,
  timeOfCell,
  unguarded,
  weekdayOfCell,
  yesOrNoOfCell,
} from './csv-cells.js';
import { rotaColumns, rowKinds } from './lexicon/rota-words.js';
import {
  earlierIn,
  longestNote,
  mostEarlier,
  mostWeeks,
  type RotaException,
  type VisitRule,
} from './rota-content.js';
import type { NamedSite } from './site-names.js';

export type RotaColumn = keyof typeof rotaColumns;
type RowKind = keyof typeof rowKinds;

/** The cells of a row by column; empty where the file has no such column. */
export type RotaRow = (column: RotaColumn) => string;

/** What a row says; no entry where it has faults, in sentences. */
interface ReadRow {
  readonly entry: { readonly rule: VisitRule } | { readonly exception: RotaException } | null;
  readonly faults: readonly string[];
}

/** Reads one row. @param readAt ISO instant at which exceptions count as entered that do not say it */
export function entryOfRow(row: RotaRow, siteOf: (text: string) => NamedSite, readAt: string): ReadRow {
  const cells = new Cells(row);
  const kind = cells.kind();
  const site = siteOf(row('site'));
  if ('fault' in site) cells.faults.push(site.fault);
  const siteId = 'siteId' in site ? site.siteId : '';
  const entry =
    kind === 'visit'
      ? { rule: ruleOf(cells, siteId) }
      : { exception: exceptionOf(cells, kind, siteId, readAt) };
  return cells.faults.length > 0 ? { entry: null, faults: cells.faults } : { entry, faults: [] };
}

function ruleOf(cells: Cells, siteId: string): VisitRule {
  return {
    siteId,
    weekday: cells.weekday(),
    from: cells.time('from'),
    to: cells.time('to'),
    everyWeeks: cells.weeks(),
    startingWeek: cells.date('startingWeek'),
    validFrom: cells.dateOrNull('validFrom'),
    validTo: cells.dateOrNull('validTo'),
    inSchoolHolidays: cells.yesOrNo('inSchoolHolidays'),
  };
}

function exceptionOf(
  cells: Cells,
  kind: Exclude<RowKind, 'visit'>,
  siteId: string,
  readAt: string,
): RotaException {
  const origin = {
    siteId,
    date: cells.date('date'),
    note: cells.note(),
    enteredBy: cells.text('enteredBy') || null,
    at: cells.instant('enteredAt') ?? readAt,
    ...earlierIn(cells.dates('earlier')),
  };
  if (kind === 'cancelled') return { ...origin, kind };
  const times = { from: cells.time('from'), to: cells.time('to') };
  return kind === 'extra'
    ? { ...origin, kind, ...times }
    : { ...origin, kind, toDate: cells.date('toDate'), ...times };
}

/** Reads cells and gathers what is wrong with them. What cannot be read is empty; the row is then not taken. */
class Cells {
  readonly faults: string[] = [];
  constructor(private readonly row: RotaRow) {}

  kind(): RowKind {
    const written = this.row('kind').toLowerCase();
    const found = kinds.find((kind) => rowKinds[kind].some((word) => word.toLowerCase() === written));
    if (written === '') return 'visit';
    return found ?? this.wrong('kind', kinds.join(', '), 'visit');
  }

  weekday(): Weekday {
    return weekdayOfCell(this.row('weekday')) ?? this.wrong('weekday', 'a weekday such as Mon', 'mon');
  }

  time(column: 'from' | 'to'): string {
    return timeOfCell(this.row(column)) ?? this.wrong(column, 'a time, HH:MM', '');
  }

  date(column: RotaColumn): string {
    return dateOfCell(this.row(column)) ?? this.wrong(column, 'a date that exists, YYYY-MM-DD', '');
  }

  dateOrNull(column: RotaColumn): string | null {
    return this.row(column) === '' ? null : this.date(column);
  }

  /** Dates one after the other, separated by spaces or commas. */
  dates(column: RotaColumn): readonly string[] {
    const words = this.row(column)
      .split(/[\s,]+/)
      .filter((word) => word !== '');
    const read = words.flatMap((word) => dateOfCell(word) ?? []);
    const isRight = read.length === words.length && read.length <= mostEarlier;
    return isRight ? read : this.wrong(column, `at most ${mostEarlier} dates, YYYY-MM-DD`, []);
  }

  weeks(): number {
    const cell = this.row('everyWeeks') || '1';
    return numberOfCell(cell, 1, mostWeeks) ?? this.wrong('everyWeeks', `1 to ${mostWeeks}`, 1);
  }

  yesOrNo(column: RotaColumn): boolean {
    return yesOrNoOfCell(this.row(column)) ?? this.wrong(column, 'yes or no', false);
  }

  note(): string {
    const note = this.text('note');
    return note.length <= longestNote ? note : this.wrong('note', `at most ${longestNote} characters`, '');
  }

  text(column: RotaColumn): string {
    return unguarded(this.row(column));
  }

  instant(column: RotaColumn): string | null {
    const cell = this.row(column);
    if (cell === '') return null;
    const at = instantOfOffsetText(cell);
    return at === undefined ? this.wrong(column, 'an instant such as 2026-09-01T08:00:00Z', null) : isoOf(at);
  }

  private wrong<T>(column: RotaColumn, expected: string, instead: T): T {
    const found = this.row(column);
    const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
    this.faults.push(`"${rotaColumns[column][0]}" must be ${expected}, found "${shown}"`);
    return instead;
  }
}

const kinds = Object.keys(rowKinds).filter((name): name is RowKind => name in rowKinds);
