import type { Condition, Scalar } from './document-store.js';
import { quoted } from './sqlite-names.js';
import type { Names } from './sqlite-names.js';

/** A statement's text, which depends on the query's form only, and its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Scalar[];
}

/**
 * A condition as a statement asks for it.
 * @param column how the statement names the column of a text or number
 */
export function conditionOn(
  condition: Condition,
  names: Names,
  column: (field: string) => string,
): Statement {
  const { field } = condition;
  if ('contains' in condition) return isListed(field, condition.contains, names, column);
  if ('startsWith' in condition) {
    const { startsWith } = condition;
    if (!names.declared.lists.has(field)) return startsSo(column(field), startsWith);
    const entry = startsSo('value', startsWith);
    const entries = `json_each(${names.owned(field)})`;
    return {
      sql: `EXISTS (SELECT 1 FROM ${entries} WHERE type = 'text' AND ${entry.sql})`,
      values: entry.values,
    };
  }
  const asked = column(field);
  if ('equals' in condition) return { sql: `${asked} = ?`, values: [condition.equals] };
  if ('in' in condition) {
    return { sql: `${asked} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(condition.in)] };
  }
  return between(asked, condition);
}

/** Texts that start so, as a range, which an index serves. */
export function startsSo(column: string, start: string): Statement {
  return allOf([{ sql: `${column} >= ?`, values: [start] }, endOf(column, start)]);
}

/** The end of that range. */
export function endOf(column: string, start: string): Statement {
  const behind = firstBehind(start);
  return behind === undefined ? allOf([]) : { sql: `${column} < ?`, values: [behind] };
}

/** All of several conditions; of none, one that always holds. */
export function allOf(statements: readonly Statement[]): Statement {
  if (statements.length === 0) return { sql: 'true', values: [] };
  return {
    sql: statements.map(({ sql }) => sql).join(' AND '),
    values: statements.flatMap(({ values }) => values),
  };
}

/** One look into the list's table, by its whole key. */
function isListed(list: string, entry: Scalar, names: Names, column: (field: string) => string): Statement {
  const { name, by, orderedBy } = names.listTable(list);
  const sameOrder = by === 'id' ? '' : `AND entry.${by} = coalesce(${column(orderedBy)}, x'') `;
  return {
    sql: `EXISTS (SELECT 1 FROM ${quoted(name)} AS entry WHERE entry.value = ? ${sameOrder}AND entry.id = ${column('id')})`,
    values: [entry],
  };
}

function between(column: string, { from, before }: { from?: Scalar; before?: Scalar }): Statement {
  const ends: Statement[] = [];
  if (from !== undefined) ends.push({ sql: `${column} >= ?`, values: [from] });
  if (before !== undefined) ends.push({ sql: `${column} < ?`, values: [before] });
  return ends.length === 0 ? { sql: `${column} IS NOT NULL`, values: [] } : allOf(ends);
}

/** The first text behind all that start so, in the order of code points; undefined where there is none. */
function firstBehind(start: string): string | undefined {
  const points = [...start];
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const point = last.codePointAt(0) ?? 0;
    if (point >= 0x10ffff) continue;
    // Halves of pairs are no characters.
    const isBeforeHalves = point >= 0xd7ff && point < 0xe000;
    return points.join('') + String.fromCodePoint(isBeforeHalves ? 0xe000 : point + 1);
  }
  return undefined;
}
