import type { CheckedQuery } from './checked-query.js';
import type { Condition } from './document-store.js';
import type { Statement } from './sqlite-conditions.js';
import type { Names } from './sqlite-names.js';
import {
  countStatement,
  dueStatement,
  entriesStatement,
  selectStatement,
  sizeStatement,
} from './sqlite-statements.js';
import { wayOfCount, wayOfQuery } from './sqlite-ways.js';
import type { Entries, Look, Way } from './sqlite-ways.js';

/** Answers checked questions about one collection, by the statements of the way that reads least. */
export class Reader {
  private readonly look: Look = {
    size: (way, upTo) => this.size(way, upTo),
    entries: (source, start, most) => this.entries(source, start, most),
  };

  /** @param select the rows that a statement finds, each the list of its columns */
  constructor(
    private readonly names: Names,
    private readonly select: (statement: Statement) => unknown[],
  ) {}

  /** Rows of id, body, version and ordering value: those of the page, and one more where there is one. */
  documents(query: CheckedQuery): unknown[] {
    const way = wayOfQuery(query, this.names, this.look);
    return way?.branches.length === 0 ? [] : this.select(selectStatement(this.names, query, way));
  }

  /** Rows like those of `documents`, but no more than the limit. */
  due(now: string, query: Omit<CheckedQuery, 'where'>): unknown[] {
    return this.select(dueStatement(this.names, now, query));
  }

  /** How many documents meet the conditions, but at most `upTo`. */
  count(where: readonly Condition[], upTo: number): number {
    const way = wayOfCount(where, this.names, this.look);
    return way?.branches.length === 0 ? 0 : this.number(countStatement(this.names, where, upTo, way));
  }

  private size(way: Way, upTo: number): number {
    let size = 0;
    for (const given of way.branches) {
      size += this.number(sizeStatement(this.names, way, given, upTo - size));
      if (size >= upTo) break;
    }
    return size;
  }

  private entries(source: Entries, start: string, most: number): readonly string[] | undefined {
    const rows = this.select(entriesStatement(this.names, source, start, most + 1));
    if (rows.length > most) return undefined;
    return rows.map((row) => {
      const entry: unknown = JSON.parse(String(firstOf(row)));
      return String(entry);
    });
  }

  private number(statement: Statement): number {
    return Number(firstOf(this.select(statement)[0]));
  }
}

/** The columns of a row as the library gives it. */
export function columnsOf(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : [];
}

/** The first column of a row. */
export function firstOf(row: unknown): unknown {
  return columnsOf(row)[0];
}
