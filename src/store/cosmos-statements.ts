import type { CheckedQuery, DeclaredFields } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';

/** A query's text with its values, as Cosmos DB takes it. */
export interface SqlQuery {
  readonly query: string;
  readonly parameters: { readonly name: string; readonly value: Scalar }[];
}

/** Reads one document more than the limit, which tells whether there is another page. */
export function selectQuery(fields: DeclaredFields, checked: CheckedQuery): SqlQuery {
  const parameters = new Parameters();
  const { field, type, descending } = checked.order;
  const conditions = checked.where.map((condition) =>
    conditionOn(condition, fields.get(condition.field) === 'number' ? 'number' : 'text', parameters),
  );
  // Every document has an id; asking for it would only make the account read more of its index.
  if (field !== 'id') conditions.push(hasField(field, type));
  if (checked.after) {
    conditions.push(comesAfter(field, descending ? '<' : '>', checked.after, parameters));
  }
  const query =
    `SELECT TOP ${checked.limit + 1} * FROM c ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')} ` : ''}` +
    orderBy(field, descending ? 'DESC' : 'ASC');
  return { query, parameters: parameters.all };
}

/** What is due at an instant, earliest first. The limit is a checked whole number. */
export function dueQuery(now: string, { limit, after }: Omit<CheckedQuery, 'where'>): SqlQuery {
  const parameters = new Parameters();
  const conditions = [`c["wakeAt"] <= ${parameters.add(now)}`];
  if (after) conditions.push(comesAfter('wakeAt', '>', after, parameters));
  const query = `SELECT TOP ${limit} * FROM c WHERE ${conditions.join(' AND ')} ${orderBy('wakeAt', 'ASC')}`;
  return { query, parameters: parameters.all };
}

class Parameters {
  readonly all: { readonly name: string; readonly value: Scalar }[] = [];

  /** Returns the parameter's name. */
  add(value: Scalar): string {
    const name = `@p${this.all.length}`;
    this.all.push({ name, value });
    return name;
  }
}

function comesAfter(
  field: string,
  beyond: '<' | '>',
  after: NonNullable<CheckedQuery['after']>,
  parameters: Parameters,
): string {
  const value = parameters.add(after.value);
  const id = parameters.add(after.id);
  const by = property(field);
  return `(${by} ${beyond} ${value} OR (${by} = ${value} AND c["id"] ${beyond} ${id}))`;
}

function conditionOn(condition: Condition, type: 'text' | 'number', parameters: Parameters): string {
  const asked = property(condition.field);
  if ('equals' in condition) return `${asked} = ${parameters.add(condition.equals)}`;
  if ('in' in condition) {
    if (condition.in.length === 0) return 'false';
    return `${asked} IN (${condition.in.map((value) => parameters.add(value)).join(', ')})`;
  }
  if ('contains' in condition) return `ARRAY_CONTAINS(${asked}, ${parameters.add(condition.contains)})`;
  const ends: string[] = [];
  if (condition.from !== undefined) ends.push(`${asked} >= ${parameters.add(condition.from)}`);
  if (condition.before !== undefined) ends.push(`${asked} < ${parameters.add(condition.before)}`);
  return ends.length > 0 ? ends.join(' AND ') : hasField(condition.field, type);
}

function hasField(field: string, type: 'text' | 'number'): string {
  return `${type === 'text' ? 'IS_STRING' : 'IS_NUMBER'}(${property(field)})`;
}

function orderBy(field: string, direction: 'ASC' | 'DESC'): string {
  const byId = `c["id"] ${direction}`;
  return field === 'id' ? `ORDER BY ${byId}` : `ORDER BY ${property(field)} ${direction}, ${byId}`;
}

/** The path in brackets, so that no field can be taken for a keyword. */
function property(field: string): string {
  return `c${field
    .split('.')
    .map((step) => `["${step}"]`)
    .join('')}`;
}
