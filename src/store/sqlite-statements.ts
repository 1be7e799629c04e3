import type { CheckedQuery, DeclaredFields } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';

/** A statement's text, which depends on the query's form only, and its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Scalar[];
}

/** The column that holds a declared field: generated from the body, null where the document does not have the field. */
export interface GeneratedColumn {
  readonly name: string;
  readonly definition: string;
  /** Creates its index where it is missing; undefined for lists, which no index serves. */
  readonly index: string | undefined;
}

/** Creates a collection's table where it is missing: one row for each document, its body as it was given. */
export function createTable(table: string): string {
  return (
    `CREATE TABLE IF NOT EXISTS ${quoted(table)} ` +
    '(id TEXT PRIMARY KEY NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL) STRICT'
  );
}

/**
 * The generated columns of a table. The type is part of the name, so that a field declared anew with another type gets
 * a new column. Each index is partial, ends with the id and so serves condition, order and continuation alike.
 */
export function generatedColumns(table: string, fields: DeclaredFields): GeneratedColumn[] {
  return [...fields]
    .filter(([field]) => field !== 'id')
    .map(([field, type]) => {
      const name = `${type}:${field}`;
      const column = quoted(name);
      const path = `'$.${field}'`;
      const [jsonTypes, sqlType, value] = {
        text: ["'text'", 'TEXT', `body ->> ${path}`],
        number: ["'integer', 'real'", 'REAL', `body ->> ${path}`],
        list: ["'array'", 'TEXT', `body -> ${path}`],
      }[type];
      const expression = `CASE WHEN json_type(body, ${path}) IN (${jsonTypes}) THEN ${value} END`;
      return {
        name,
        definition: `ALTER TABLE ${quoted(table)} ADD COLUMN ${column} ${sqlType} GENERATED ALWAYS AS (${expression}) VIRTUAL`,
        index:
          type === 'list'
            ? undefined
            : `CREATE INDEX IF NOT EXISTS ${indexOf(table, name)} ON ${quoted(table)} (${column}, id) WHERE ${column} IS NOT NULL`,
      };
    });
}

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
  table: string,
  now: string,
  { limit, after }: Omit<CheckedQuery, 'where'>,
): Statement {
  const wakeAt = quoted('text:wakeAt');
  const beyond = after ? `AND (${wakeAt}, id) > (?, ?) ` : '';
  return {
    sql:
      `SELECT id, body, version, ${wakeAt} FROM ${quoted(table)} INDEXED BY ${indexOf(table, 'text:wakeAt')} ` +
      `WHERE ${wakeAt} IS NOT NULL AND ${wakeAt} <= ? ${beyond}ORDER BY ${wakeAt}, id LIMIT ?`,
    values: [now, ...(after ? [after.value, after.id] : []), limit],
  };
}

/** Reads one document more than the limit, which tells whether there is another page. */
export function selectStatement(table: string, fields: DeclaredFields, query: CheckedQuery): Statement {
  const column = (field: string) => (field === 'id' ? 'id' : quoted(`${fields.get(field)}:${field}`));
  const conditions = query.where.map((condition) => conditionOn(column(condition.field), condition));
  const by = column(query.order.field);
  const direction = query.order.descending ? 'DESC' : 'ASC';
  conditions.push({ sql: `${by} IS NOT NULL`, values: [] });
  if (query.after) {
    const beyond = query.order.descending ? '<' : '>';
    conditions.push({ sql: `(${by}, id) ${beyond} (?, ?)`, values: [query.after.value, query.after.id] });
  }
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  return {
    sql: `SELECT id, body, version, ${by} FROM ${quoted(table)} WHERE ${where} ORDER BY ${by} ${direction}, id ${direction} LIMIT ?`,
    values: [...conditions.flatMap(({ values }) => values), query.limit + 1],
  };
}

function conditionOn(column: string, condition: Condition): Statement {
  if ('equals' in condition) return { sql: `${column} = ?`, values: [condition.equals] };
  if ('in' in condition) {
    return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(condition.in)] };
  }
  if ('contains' in condition) {
    return {
      sql: `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`,
      values: [condition.contains],
    };
  }
  const { from, before } = condition;
  const ends: Statement[] = [];
  if (from !== undefined) ends.push({ sql: `${column} >= ?`, values: [from] });
  if (before !== undefined) ends.push({ sql: `${column} < ?`, values: [before] });
  if (ends.length === 0) return { sql: `${column} IS NOT NULL`, values: [] };
  return { sql: ends.map(({ sql }) => sql).join(' AND '), values: ends.flatMap(({ values }) => values) };
}

function indexOf(table: string, columnName: string): string {
  return quoted(`${table}/${columnName}`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
