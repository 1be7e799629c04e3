import { listTableStatements } from './sqlite-list-tables.js';
import { quoted } from './sqlite-names.js';
import type { ListTable, Names } from './sqlite-names.js';

/** What the making of a schema needs of a database. */
export interface SchemaAccess {
  readonly exec: (sql: string) => void;
  /** The names of the table's columns, and of all tables and indexes. */
  readonly names: (table: string) => ReadonlySet<string>;
  /** Does all of a task or nothing, while no other process writes. */
  readonly alone: (task: () => void) => void;
}

/** A table, column or index, and the statements that make it where no such name is there yet. */
interface SchemaPart {
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * Makes what a collection needs and its file does not have. What is there already is known by its name, so that two
 * processes may do this at once, and one that was ended is taken up again. A file with documents gets each part in a
 * transaction of its own: other processes can write in between.
 */
export function createMissing(names: Names, access: SchemaAccess): void {
  const missing = missingParts(names, access);
  if (missing.length === 0) return;
  const isNew = missing.some(({ name }) => name === names.table);
  const steps = isNew ? [missing] : missing.map((part) => [part]);
  for (const step of steps) {
    access.alone(() => {
      const stillMissing = new Set(missingParts(names, access).map(({ name }) => name));
      for (const { name, statements } of step) if (stillMissing.has(name)) statements.forEach(access.exec);
    });
  }
}

function missingParts(names: Names, access: SchemaAccess): SchemaPart[] {
  const present = access.names(names.table);
  return schemaParts(names).filter(({ name }) => !present.has(name));
}

/**
 * All that a collection needs, in the order of making: its table, one generated column for each field, an index for each
 * text and number and for each declared order, and tables of the entries of each list.
 */
function schemaParts(names: Names): SchemaPart[] {
  const { fields, orders, lists, within } = names.declared;
  const stored = [...fields].filter(([field]) => field !== 'id');
  const scalars = stored.filter(([, type]) => type !== 'list').map(([field]) => [field]);
  const parts = [
    documentTable(names),
    ...stored.map(([field, type]) => generatedColumn(names, field, type)),
    ...[...scalars, ...orders].map((order) => orderedIndex(names, order)),
    ...[...lists.keys()].map((list) => listTable(names, names.listTable(list))),
    ...within.map((each) => listTable(names, names.listTable(each.list, each.within))),
  ];
  // An order by the id within one field is that field's own index.
  return [...new Map(parts.map((part) => [part.name, part])).values()];
}

/** One row for each document, its body as it was given. */
function documentTable({ table }: Names): SchemaPart {
  const columns = 'id TEXT PRIMARY KEY NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL';
  return { name: table, statements: [`CREATE TABLE ${quoted(table)} (${columns}) STRICT`] };
}

/**
 * Computed from the body when it is read or indexed; null where the document does not have the field, or is damaged: one
 * such must not keep a later release from adding what it needs.
 */
function generatedColumn(names: Names, field: string, type: 'text' | 'number' | 'list'): SchemaPart {
  const name = names.column(field);
  const path = `'$.${field}'`;
  const [jsonTypes, sqlType, value] = {
    text: ["'text'", 'TEXT', `body ->> ${path}`],
    number: ["'integer', 'real'", 'REAL', `body ->> ${path}`],
    list: ["'array'", 'TEXT', `body -> ${path}`],
  }[type];
  const expression = `CASE WHEN json_valid(body) AND json_type(body, ${path}) IN (${jsonTypes}) THEN ${value} END`;
  const added = `${quoted(name)} ${sqlType} GENERATED ALWAYS AS (${expression}) VIRTUAL`;
  return { name, statements: [`ALTER TABLE ${quoted(names.table)} ADD COLUMN ${added}`] };
}

/** Partial, and with the id at its end: so it serves condition, order and continuation alike. */
function orderedIndex(names: Names, fields: readonly string[]): SchemaPart {
  const name = names.index(fields);
  const columns = fields.filter((field) => field !== 'id').map((field) => quoted(names.column(field)));
  const all = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const on = `${quoted(names.table)} (${columns.join(', ')}, id)`;
  return { name, statements: [`CREATE INDEX ${quoted(name)} ON ${on} WHERE ${all}`] };
}

function listTable(names: Names, table: ListTable): SchemaPart {
  return { name: table.name, statements: listTableStatements(names, table) };
}
