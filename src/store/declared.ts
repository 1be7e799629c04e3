import { declaredFields } from './checked-query.js';
import type { DeclaredFields } from './checked-query.js';
import type { CollectionSpec, StoredDocument } from './document-store.js';

/** What a spec declares, checked. */
export interface Declared {
  readonly name: string;
  readonly fields: DeclaredFields;
  /** Each with the fields of the choice first and that of the order last. */
  readonly orders: readonly (readonly string[])[];
  /** Every declared list, with the field by which it is ordered. */
  readonly lists: ReadonlyMap<string, string>;
  /** The fields within which entries of a list are asked for, each with that list. */
  readonly within: readonly ListWithin[];
}

/** A list, and a text or number within a choice of which its entries are asked for. */
export interface ListWithin {
  readonly list: string;
  readonly within: string;
}

type Declaring = Pick<CollectionSpec<StoredDocument>, 'name' | 'fields' | 'orders' | 'lists' | 'within'>;

/** Cosmos DB takes eight paths for a composite index, of which the id is the last. */
const mostFieldsOfAnOrder = 7;

/** @throws RangeError for a name of a wrong form, and for an order of or within something that has none */
export function declaredBy(spec: Declaring): Declared {
  const fields = declaredFields(spec);
  const orders = spec.orders ?? [];
  for (const order of orders) checkOrder(order, fields, spec.name);
  const lists = new Map([...fields].filter(([, type]) => type === 'list').map(([list]) => [list, 'id']));
  for (const [list, by] of Object.entries(spec.lists ?? {})) {
    if (!lists.has(list)) throw new RangeError(`${spec.name}: ${list} is no declared list`);
    checkOrdering(by, fields, spec.name);
    lists.set(list, by);
  }
  const within = Object.entries(spec.within ?? {}).flatMap(([list, choices]) =>
    choices.map((choice): ListWithin => ({ list, within: choice })),
  );
  for (const each of within) checkWithin(each, fields, spec.name);
  return { name: spec.name, fields, orders, lists, within };
}

function checkWithin({ list, within }: ListWithin, fields: DeclaredFields, name: string): void {
  if (fields.get(list) !== 'list') throw new RangeError(`${name}: ${list} is no declared list`);
  checkOrdering(within, fields, name);
  // The id makes the choice one document.
  if (within === 'id') throw new RangeError(`${name}: not a choice within which ${list} is asked: id`);
}

function checkOrder(order: readonly string[], fields: DeclaredFields, name: string): void {
  for (const field of order) checkOrdering(field, fields, name);
  const isOfWrongLength = order.length < 2 || order.length > mostFieldsOfAnOrder;
  // The id makes every choice before it one document, so that there is nothing left to order.
  if (isOfWrongLength || order.slice(0, -1).includes('id') || new Set(order).size < order.length) {
    throw new RangeError(`${name}: not an order within a choice: ${order.join(', ')}`);
  }
}

function checkOrdering(field: string, fields: DeclaredFields, name: string): void {
  const type = fields.get(field);
  if (type === undefined || type === 'list') {
    throw new RangeError(`${name}: ${field} is no declared text or number to order by`);
  }
}
