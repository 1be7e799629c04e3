import { checkInstant } from './body.js';
import type { CollectionSpec, Condition, Query, Scalar, StoredDocument } from './document-store.js';

type FieldType = 'text' | 'number' | 'list';

/** The declared fields with their types, `id` and `wakeAt` included. */
export type DeclaredFields = ReadonlyMap<string, FieldType>;

/** A query that both implementations can translate without a further check. */
export interface CheckedQuery {
  readonly where: readonly Condition[];
  readonly order: Order;
  readonly limit: number;
  /** The last document of the previous page: its value of the ordering field, and its id. */
  readonly after: { readonly value: Scalar; readonly id: string } | null;
}

export interface Order {
  readonly field: string;
  readonly type: 'text' | 'number';
  readonly descending: boolean;
}

const nameForm = /^[a-z][a-z-]{0,62}$/;
const fieldForm = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/;
const maxLimit = 1000;

/**
 * The fields that a spec declares. Names end up in statements and index policies, so their form is narrow.
 * @throws RangeError for a name of a wrong form
 */
export function declaredFields(
  spec: Pick<CollectionSpec<StoredDocument>, 'name' | 'fields'>,
): DeclaredFields {
  if (!nameForm.test(spec.name)) throw new RangeError(`not a collection's name: ${spec.name}`);
  const fields = new Map<string, FieldType>(Object.entries(spec.fields));
  for (const field of fields.keys()) {
    if (!fieldForm.test(field)) throw new RangeError(`${spec.name}: not a field's path: ${field}`);
  }
  return fields.set('id', 'text').set('wakeAt', 'text');
}

/** @throws RangeError for whatever the contract of `query` does not allow */
export function checkQuery(query: Query, fields: DeclaredFields): CheckedQuery {
  const where = checkCount(query.where ?? [], query.limit, fields);
  const order = orderOf(query, fields);
  const after = query.continuation === undefined ? null : placeOf(query.continuation, order);
  return { where, order, limit: query.limit, after };
}

/** The conditions of a count up to a limit. @throws RangeError for whatever the contract of `count` does not allow */
export function checkCount(
  where: readonly Condition[],
  limit: number,
  fields: DeclaredFields,
): readonly Condition[] {
  checkLimit(limit);
  for (const condition of where) checkCondition(condition, fields);
  return where;
}

function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw new RangeError(`a limit is a whole number from 1 to ${maxLimit}, not ${limit}`);
  }
}

/** What is due, as the query that it is: by `wakeAt`, earliest first. @throws RangeError as `checkQuery` */
export function checkDue(now: string, limit: number, continuation?: string): Omit<CheckedQuery, 'where'> {
  checkInstant(now);
  checkLimit(limit);
  const order: Order = { field: 'wakeAt', type: 'text', descending: false };
  return { order, limit, after: continuation === undefined ? null : placeOf(continuation, order) };
}

/** The continuation that goes on after the document of this id and this value of the ordering field. */
export function continuationAfter(id: string, value: unknown, order: Order): string {
  const place = [order.field, order.descending, value, id];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function placeOf(continuation: string, order: Order): { value: Scalar; id: string } {
  const refused = new RangeError('not a continuation of a query in this order');
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(continuation, 'base64url').toString());
  } catch {
    throw refused;
  }
  if (!Array.isArray(place)) throw refused;
  const parts: unknown[] = place;
  const [field, descending, value, id] = parts;
  if (field !== order.field || descending !== order.descending || typeof id !== 'string') throw refused;
  if (!hasType(value, order.type)) throw refused;
  return { value, id };
}

function orderOf(query: Query, fields: DeclaredFields): Order {
  const { field, direction } = query.orderBy ?? { field: 'id', direction: 'asc' };
  const type = typeOf(field, fields);
  if (type === 'list') throw new RangeError(`a query cannot be ordered by the list ${field}`);
  return { field, type, descending: direction === 'desc' };
}

function checkCondition(condition: Condition, fields: DeclaredFields): void {
  const type = typeOf(condition.field, fields);
  const suits = 'startsWith' in condition ? type !== 'number' : 'contains' in condition === (type === 'list');
  if (!suits) {
    throw new RangeError(
      `${condition.field}: lists are asked by contains, texts and numbers by the other conditions, ` +
        'lists and texts also by startsWith',
    );
  }
  for (const value of valuesOf(condition)) {
    if (!hasType(value, type === 'list' ? 'text' : type)) {
      throw new RangeError(`${condition.field} is declared as ${type}, it is never ${JSON.stringify(value)}`);
    }
  }
}

function valuesOf(condition: Condition): readonly Scalar[] {
  if ('equals' in condition) return [condition.equals];
  if ('in' in condition) return condition.in;
  if ('contains' in condition) return [condition.contains];
  if ('startsWith' in condition) return [condition.startsWith];
  return [condition.from, condition.before].filter((end) => end !== undefined);
}

function typeOf(field: string, fields: DeclaredFields): FieldType {
  const type = fields.get(field);
  if (type === undefined) throw new RangeError(`${field} is not a declared field`);
  return type;
}

function hasType(value: unknown, type: 'text' | 'number'): value is Scalar {
  return type === 'text' ? typeof value === 'string' : typeof value === 'number' && Number.isFinite(value);
}
