import type { CheckedQuery } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';
import { allOf, endOf, startsSo } from './sqlite-conditions.js';
import type { Statement } from './sqlite-conditions.js';
import { quoted } from './sqlite-names.js';
import type { Names } from './sqlite-names.js';
import { Source } from './sqlite-source.js';
import type { Entries, Way } from './sqlite-ways.js';

/** The statements of single documents, prepared once for each collection. */
export function documentStatements(table: string) {
  const name = quoted(table);
  return {
    get: `SELECT id, body, version FROM ${name} WHERE id = ?`,
    exists: `SELECT 1 FROM ${name} WHERE id = ?`,
    create: `INSERT INTO ${name} (id, version, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
    replace: `UPDATE ${name} SET body = ?, version = ? WHERE id = ? AND version = ?`,
    remove: `DELETE FROM ${name} WHERE id = ? AND version = ?`,
  } as const;
}

/** Names its index, so that no statistics can ever talk the planner into reading what is not due. */
export function dueStatement(
  names: Names,
  now: string,
  { limit, after }: Omit<CheckedQuery, 'where'>,
): Statement {
  const wakeAt = names.owned('wakeAt');
  const beyond = after ? `AND (${wakeAt}, id) > (?, ?) ` : '';
  return {
    sql:
      `SELECT id, body, version, ${wakeAt} FROM ${quoted(names.table)} INDEXED BY ${quoted(names.index(['wakeAt']))} ` +
      `WHERE ${wakeAt} IS NOT NULL AND ${wakeAt} <= ? ${beyond}ORDER BY ${wakeAt}, id LIMIT ?`,
    values: [now, ...(after ? [after.value, after.id] : []), limit],
  };
}

/**
 * The documents of a page, and one more, which tells whether there is another page. Of several branches each is read in
 * order and no further than the page could reach; only what these bring is sorted.
 */
export function selectStatement(names: Names, query: CheckedQuery, way: Way | null): Statement {
  const [first = [], ...others] = way?.branches ?? [];
  const from = new Source(names, way);
  const key = [from.column('id'), from.column(query.order.field)] as const;
  if (others.length === 0) return branch(`${key[0]}, body, version, ${key[1]}`, from, query, first);
  const columns = `${key[0]} AS id, ${key[1]} AS by`;
  const branches = [first, ...others].map((given) => branch(columns, from, query, given));
  const documents = quoted(names.table);
  const direction = query.order.descending ? 'DESC' : 'ASC';
  return {
    sql:
      `SELECT ${documents}.id, body, version, key.by FROM (${united(branches, 'id, by')} ` +
      `ORDER BY by ${direction}, id ${direction} LIMIT ?) AS key CROSS JOIN ${documents} ON ${documents}.id = key.id ` +
      `ORDER BY key.by ${direction}, key.id ${direction}`,
    values: [...branches.flatMap(({ values }) => values), query.limit + 1],
  };
}

/** How many documents meet all conditions, each counted once, but no more than `upTo`. */
export function countStatement(
  names: Names,
  where: readonly Condition[],
  upTo: number,
  way: Way | null,
): Statement {
  const from = new Source(names, way);
  const branches = (way?.branches ?? [[]]).map((given) => {
    const asked = allOf([...from.begin(given), ...from.others(where)]);
    return {
      sql: `SELECT ${from.column('id')} AS id FROM ${from.sql} WHERE ${asked.sql} LIMIT ?`,
      values: [...asked.values, upTo],
    };
  });
  return {
    sql: `SELECT count(*) FROM (${united(branches, 'id')} LIMIT ?)`,
    values: [...branches.flatMap(({ values }) => values), upTo],
  };
}

/** How many rows one branch of a way has, but at most `upTo`; no document is read. */
export function sizeStatement(names: Names, way: Way, given: readonly Scalar[], upTo: number): Statement {
  const from = new Source(names, way);
  const { sql, values } = allOf(from.begin(given));
  return {
    sql: `SELECT count(*) FROM (SELECT 1 FROM ${from.rows} WHERE ${sql} LIMIT ?)`,
    values: [...values, upTo],
  };
}

/** The first entries of a list that start so, each as JSON: the library cuts a text off at its first NUL. */
export function entriesStatement(
  names: Names,
  { list, choice }: Entries,
  start: string,
  limit: number,
): Statement {
  const table = quoted(names.listTable(list, choice?.within).name);
  const chosen: Statement[] = choice ? [{ sql: '"within" = ?', values: [choice.value] }] : [];
  const first = allOf([...chosen, startsSo('value', start)]);
  // Behind the one before is the only beginning of the range that SQLite is told, so that it leaps there.
  const end = allOf([...chosen, endOf('value', start)]);
  const least = (range: string) => `(SELECT min(value) FROM ${table} WHERE ${range})`;
  return {
    sql:
      `WITH RECURSIVE entry(text) AS (VALUES (${least(first.sql)}) UNION ALL ` +
      `SELECT ${least(allOf([{ sql: 'value > text', values: [] }, end]).sql)} FROM entry WHERE text IS NOT NULL) ` +
      'SELECT json_quote(text) FROM entry WHERE text IS NOT NULL LIMIT ?',
    values: [...first.values, ...end.values, limit],
  };
}

/** What one branch can give to a page. */
function branch(columns: string, from: Source, query: CheckedQuery, given: readonly Scalar[]): Statement {
  const { order, after, limit } = query;
  const by = from.column(order.field);
  const id = from.column('id');
  const asked = [
    ...from.begin(given),
    ...from.others(endsAhead(query)),
    ...from.having(order, after !== null),
  ];
  if (after) {
    const beyond = order.descending ? '<' : '>';
    asked.push({ sql: `(${by}, ${id}) ${beyond} (?, ?)`, values: [after.value, after.id] });
  }
  const { sql, values } = allOf(asked);
  const direction = order.descending ? 'DESC' : 'ASC';
  return {
    sql: `SELECT ${columns} FROM ${from.sql} WHERE ${sql} ORDER BY ${by} ${direction}, ${id} ${direction} LIMIT ?`,
    values: [...values, limit + 1],
  };
}

/** A page that goes on is behind the end at which its order began: asked for both, SQLite may begin at the wrong one. */
function endsAhead({ where, order, after }: CheckedQuery): readonly Condition[] {
  if (!after) return where;
  return where.map((condition) => {
    if (condition.field !== order.field || !('from' in condition || 'before' in condition)) return condition;
    const { field, from, before } = condition;
    if (order.descending) return { field, ...(from !== undefined && { from }) };
    return { field, ...(before !== undefined && { before }) };
  });
}

/** One of several rows that are equal in all columns remains. */
function united(branches: readonly Statement[], columns: string): string {
  return branches.map(({ sql }) => `SELECT ${columns} FROM (${sql})`).join(' UNION ');
}
