import { quoted } from './sqlite-names.js';
import type { ListTable, Names } from './sqlite-names.js';

/** Filled from what is there already; from then on triggers keep it, also under the hands of an older release. */
export function listTableStatements(names: Names, table: ListTable): readonly string[] {
  const within = table.within === null ? '' : '"within" ANY NOT NULL, ';
  const by = table.by === 'id' ? '' : `${table.by} ANY NOT NULL, `;
  const definition = `${within}value TEXT NOT NULL, ${by}id TEXT NOT NULL, PRIMARY KEY (${keyOf(table)})`;
  return [
    `CREATE TABLE ${quoted(table.name)} (${definition}) WITHOUT ROWID, STRICT`,
    stored(names, table),
    ...triggers(names, table),
  ];
}

function stored(names: Names, table: ListTable): string {
  const documents = quoted(names.table);
  // Columns that an older release made fail over a damaged body.
  const readable = `CASE WHEN json_valid(body) THEN ${names.owned(table.list)} END`;
  const isPresent =
    table.within === null
      ? ''
      : `AND CASE WHEN json_valid(body) THEN ${names.owned(table.within)} IS NOT NULL END `;
  const key = keyOf(table)
    .split(', ')
    .map((_, index) => index + 1);
  return (
    `INSERT OR IGNORE INTO ${quoted(table.name)} SELECT ${rowOf(names, table, documents)} ` +
    `FROM ${documents}, json_each(${readable}) WHERE type = 'text' ${isPresent}ORDER BY ${key.join(', ')}`
  );
}

/** An update touches only the rows that differ. */
function triggers(names: Names, table: ListTable): string[] {
  const entries = quoted(names.column(table.list));
  const within = table.within === null ? null : quoted(names.column(table.within));
  const isPresent = (row: string) => (within === null ? '' : ` AND ${row}.${within} IS NOT NULL`);
  const textsOf = (row: string) => `FROM json_each(${row}.${entries}) WHERE type = 'text'${isPresent(row)}`;
  const rowsOf = (row: string) => `SELECT ${rowOf(names, table, row)} ${textsOf(row)}`;
  const keepsChoice = within === null ? '' : `OLD.${within} IS NEW.${within} AND `;
  const keepsPlace = `${keepsChoice}${orderOf(names, table, 'OLD')} = ${orderOf(names, table, 'NEW')}`;
  const isKept = `${keepsPlace} AND value IN (SELECT value ${textsOf('NEW')})`;
  const insert = `INSERT OR IGNORE INTO ${quoted(table.name)} ${rowsOf('NEW')};`;
  const remove = `DELETE FROM ${quoted(table.name)} WHERE (${keyOf(table)}) IN (${rowsOf('OLD')}`;
  const changed = `${readFrom('OLD', table)} IS NOT ${readFrom('NEW', table)}`;
  const trigger = (event: string, then: string) =>
    `CREATE TRIGGER ${quoted(`${table.name}, ${event}`)} AFTER ${event} ON ${quoted(names.table)} ${then} END`;
  return [
    trigger('INSERT', `BEGIN ${insert}`),
    trigger('UPDATE', `WHEN ${changed} BEGIN ${remove} AND NOT (${isKept})); ${insert}`),
    trigger('DELETE', `BEGIN ${remove});`),
  ];
}

/** All that the rows of a document are made of. Read at once: each column for itself reads the whole body thrice. */
function readFrom(row: string, { list, orderedBy, within }: ListTable): string {
  const paths = [list, orderedBy, ...(within === null ? [] : [within])].map((field) => `'$.${field}'`);
  return `CASE WHEN json_valid(${row}.body) THEN json_extract(${row}.body, ${paths.join(', ')}) END`;
}

function keyOf({ within, by }: ListTable): string {
  return [...(within === null ? [] : ['"within"']), 'value', ...(by === 'id' ? [] : [by]), 'id'].join(', ');
}

function rowOf(names: Names, table: ListTable, row: string): string {
  const { within, by } = table;
  const choice = within === null ? '' : `${row}.${quoted(names.column(within))} AS "within", `;
  const order = by === 'id' ? '' : `${orderOf(names, table, row)} AS ${by}, `;
  return `${choice}value, ${order}${row}.id`;
}

function orderOf(names: Names, { orderedBy }: ListTable, row: string): string {
  return `coalesce(${row}.${quoted(names.column(orderedBy))}, x'')`;
}
