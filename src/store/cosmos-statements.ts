import type { CheckedQuery, DeclaredFields } from './checked-query.js';
import type { Declared } from './declared.js';
import type { Condition, Scalar } from './document-store.js';

/** A query's text with its values, as Cosmos DB takes it. */
export interface SqlQuery {
  readonly query: string;
  readonly parameters: { readonly name: string; readonly value: Scalar }[];
}

/** Reads one document more than the limit, which tells whether there is another page. */
export function selectQuery(declared: Declared, checked: CheckedQuery): SqlQuery {
  const parameters = new Parameters();
  const { field, type, descending } = checked.order;
  const conditions = conditionsOn(checked.where, declared.fields, parameters);
  // Every document has an id; asking for it would only make the account read more of its index.
  if (field !== 'id') conditions.push(hasField(field, type));
  if (checked.after) {
    conditions.push(comesAfter(field, descending ? '<' : '>', checked.after, parameters));
  }
  const order = orderBy(orderWithin(checked, declared), descending ? 'DESC' : 'ASC');
  const query = `SELECT TOP ${checked.limit + 1} * FROM c ${whereAll(conditions)}${order}`;
  return { query, parameters: parameters.all };
}

/** The ids of what is counted, at most so many: an aggregate would read on behind the limit, a checked whole number. */
export function countQuery(where: readonly Condition[], upTo: number, fields: DeclaredFields): SqlQuery {
  const parameters = new Parameters();
  const conditions = conditionsOn(where, fields, parameters);
  return { query: `SELECT TOP ${upTo} c["id"] FROM c ${whereAll(conditions)}`, parameters: parameters.all };
}

/** What is due at an instant, earliest first. The limit is a checked whole number. */
export function dueQuery(now: string, { limit, after }: Omit<CheckedQuery, 'where'>): SqlQuery {
  const parameters = new Parameters();
  const conditions = [`c["wakeAt"] <= ${parameters.add(now)}`];
  if (after) conditions.push(comesAfter('wakeAt', '>', after, parameters));
  const query = `SELECT TOP ${limit} * FROM c WHERE ${conditions.join(' AND ')} ${orderBy(['wakeAt'], 'ASC')}`;
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

/**
 * The declared order with the most fields that are equal for all that is found: naming these as well changes nothing
 * but that the account can read the composite index.
 */
function orderWithin({ where, order }: CheckedQuery, { orders }: Declared): readonly string[] {
  const isGiven = (field: string) => where.some((each) => each.field === field && 'equals' in each);
  const [longest] = orders
    .filter((each) => each.at(-1) === order.field && each.slice(0, -1).every(isGiven))
    .toSorted((one, other) => other.length - one.length);
  return longest ?? [order.field];
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')} ` : '';
}

function conditionsOn(where: readonly Condition[], fields: DeclaredFields, parameters: Parameters): string[] {
  return where.map((condition) => conditionOn(condition, fields.get(condition.field) ?? 'text', parameters));
}

function conditionOn(condition: Condition, type: 'text' | 'number' | 'list', parameters: Parameters): string {
  const asked = property(condition.field);
  if ('equals' in condition) return `${asked} = ${parameters.add(condition.equals)}`;
  if ('in' in condition) {
    if (condition.in.length === 0) return 'false';
    return `${asked} IN (${condition.in.map((value) => parameters.add(value)).join(', ')})`;
  }
  if ('contains' in condition) return `ARRAY_CONTAINS(${asked}, ${parameters.add(condition.contains)})`;
  if ('startsWith' in condition) {
    const start = parameters.add(condition.startsWith);
    if (type !== 'list') return `STARTSWITH(${asked}, ${start})`;
    return `EXISTS (SELECT VALUE entry FROM entry IN ${asked} WHERE STARTSWITH(entry, ${start}))`;
  }
  const ends: string[] = [];
  if (condition.from !== undefined) ends.push(`${asked} >= ${parameters.add(condition.from)}`);
  if (condition.before !== undefined) ends.push(`${asked} < ${parameters.add(condition.before)}`);
  return ends.length > 0
    ? ends.join(' AND ')
    : hasField(condition.field, type === 'number' ? 'number' : 'text');
}

function hasField(field: string, type: 'text' | 'number'): string {
  return `${type === 'text' ? 'IS_STRING' : 'IS_NUMBER'}(${property(field)})`;
}

/** By these fields, and by the id behind them. */
function orderBy(fields: readonly string[], direction: 'ASC' | 'DESC'): string {
  const all = [...fields.filter((field) => field !== 'id'), 'id'];
  return `ORDER BY ${all.map((field) => `${property(field)} ${direction}`).join(', ')}`;
}

/** The path in brackets, so that no field can be taken for a keyword. */
function property(field: string): string {
  return `c${field
    .split('.')
    .map((step) => `["${step}"]`)
    .join('')}`;
}
