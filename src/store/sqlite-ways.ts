import type { CheckedQuery } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';
import type { Names } from './sqlite-names.js';

/** Where the documents of a query are read: an index or a list's table, each branch of which begins with given values. */
export interface Way {
  /**
   * The fields of an index, of which the first are given, or the list in whose table an entry is, and within which field's
   * choice; null where in all documents.
   */
  readonly source:
    { readonly index: readonly string[] } | { readonly list: string; readonly within: string | null };
  /** The values with which each branch begins. */
  readonly branches: readonly (readonly Scalar[])[];
  /** The conditions that are met by whatever is found there. */
  readonly met: ReadonlySet<Condition>;
  /** Whether each branch has the order asked for. */
  readonly inOrder: boolean;
}

/** What has to be looked up in the database before a way can be chosen. */
export interface Look {
  /** How many rows a way has, but at most `upTo`. */
  size(way: Way, upTo: number): number;
  /** The entries of a list that start so; undefined where there are more than `most`. */
  entries(of: Entries, start: string, most: number): readonly string[] | undefined;
}

/** The entries of a list in all documents, or in those that have one value of a field. */
export interface Entries {
  readonly list: string;
  readonly choice: { readonly within: string; readonly value: Scalar } | null;
}

const mostCombinations = 32;
/** So many words with the same beginning are merged; where there are more, nearly every document has one. */
const mostEntries = 128;
const mostCounted = 1000;
/** So many documents are read and sorted rather than a longer ordered list read through in search of the others. */
const mostSortedInstead = 200;

/**
 * The way on which the fewest documents are read: in order, so that reading ends with the page, or so few that sorting
 * them costs little. Null where neither is known: then SQLite plans by itself.
 */
export function wayOfQuery(query: CheckedQuery, names: Names, look: Look): Way | null {
  // An id is found faster than anything else.
  if (query.where.some(({ field }) => field === 'id')) return null;
  const ways = waysOfQuery(query, names, look);
  // Where a page is read to its end and no row is passed over, there is nothing to compare.
  const exact = ways.find((way) => way.inOrder && query.where.every((condition) => way.met.has(condition)));
  if (exact) return exact;
  const [only] = ways;
  if (ways.length === 1 && only?.inOrder) return only;
  const mostSorted = ways.some((way) => way.inOrder) ? mostSortedInstead : mostCounted - 1;
  return smallest(ways, look, (way, size) => way.inOrder || size <= mostSorted);
}

/** All ways on which a query can be answered, none twice. */
export function waysOfQuery(query: CheckedQuery, names: Names, look: Look): readonly Way[] {
  const inOrder = [...waysWithin(query, names, look), ...orderedWays(query, names)];
  const others = query.where
    .filter((condition) => !inOrder.some(({ met }) => met.has(condition)))
    .flatMap((condition) => wayOfCondition(condition, query, names, look) ?? []);
  return [...withoutParts(inOrder), ...others];
}

/** The way on which the fewest documents are counted. Null where no list is asked: SQLite knows all other indexes. */
export function wayOfCount(where: readonly Condition[], names: Names, look: Look): Way | null {
  const ways = where.flatMap((condition) => wayOfListed(condition, null, names, look) ?? []);
  return smallest(ways, look, () => true);
}

function smallest(ways: readonly Way[], look: Look, suits: (way: Way, size: number) => boolean): Way | null {
  let best: { readonly way: Way; readonly size: number } | null = null;
  for (const way of ways) {
    const size = look.size(way, mostCounted);
    if (suits(way, size) && (best === null || size < best.size)) best = { way, size };
  }
  return best?.way ?? null;
}

/** By the declared orders, those with more conditions first. */
function orderedWays({ where, order }: CheckedQuery, names: Names): Way[] {
  return names.declared.orders
    .filter((each) => each.at(-1) === order.field)
    .toSorted((one, other) => other.length - one.length)
    .flatMap((each) => wayByIndex(each, each.length - 1, where, true) ?? []);
}

/** By the tables of lists within a choice. */
function waysWithin({ where, order }: CheckedQuery, names: Names, look: Look): Way[] {
  return names.declared.within
    .filter(({ list }) => names.listTable(list).orderedBy === order.field)
    .flatMap(({ list, within }) => {
      const choice = where.find((each) => each.field === within && isChoice(each));
      if (!choice) return [];
      return where.flatMap((each) => (each.field === list ? (wayWithin(each, choice, look) ?? []) : []));
    });
}

function wayWithin(listed: Condition, choice: Condition, look: Look): Way | undefined {
  const { field: list } = listed;
  const { field: within } = choice;
  const values = valuesOf(choice);
  if (values.length > mostCombinations) return undefined;
  const branches: (readonly Scalar[])[] = [];
  for (const value of values) {
    const entries = entriesOf(
      listed,
      { list, choice: { within, value } },
      mostEntries - branches.length,
      look,
    );
    if (!entries) return undefined;
    branches.push(...entries.map((entry) => [value, entry]));
  }
  return { source: { list, within }, branches, met: new Set([listed, choice]), inOrder: true };
}

/** Without those that meet nothing but what one before meets together with more: more is read on them, in the same order. */
function withoutParts(ways: readonly Way[]): readonly Way[] {
  return ways.filter(
    (part) =>
      !ways.some(
        (way) => way.met.size > part.met.size && [...part.met].every((condition) => way.met.has(condition)),
      ),
  );
}

function wayOfCondition(
  condition: Condition,
  { order }: CheckedQuery,
  names: Names,
  look: Look,
): Way | undefined {
  if (names.declared.lists.has(condition.field)) return wayOfListed(condition, order.field, names, look);
  // Behind the one field of its index stands the id.
  return wayByIndex([condition.field], 1, [condition], order.field === 'id');
}

/** @param given how many fields of the index are asked by a choice */
function wayByIndex(
  index: readonly string[],
  given: number,
  where: readonly Condition[],
  inOrder: boolean,
): Way | undefined {
  const conditions = index
    .slice(0, given)
    .flatMap((field) => where.find((each) => each.field === field && isChoice(each)) ?? []);
  if (conditions.length < given) return undefined;
  const choices = conditions.map(valuesOf);
  if (choices.reduce((product, { length }) => product * length, 1) > mostCombinations) return undefined;
  const branches = choices.reduce<readonly (readonly Scalar[])[]>(
    (begun, values) => begun.flatMap((begin) => values.map((value) => [...begin, value])),
    [[]],
  );
  return { source: { index }, branches, met: new Set(conditions), inOrder };
}

function wayOfListed(
  condition: Condition,
  orderedBy: string | null,
  names: Names,
  look: Look,
): Way | undefined {
  const { field: list } = condition;
  if (!names.declared.lists.has(list)) return undefined;
  const entries = entriesOf(condition, { list, choice: null }, mostEntries, look);
  if (!entries) return undefined;
  const branches = entries.map((entry) => [entry]);
  const inOrder = names.listTable(list).orderedBy === orderedBy;
  return { source: { list, within: null }, branches, met: new Set([condition]), inOrder };
}

/** The entries that a condition on a list asks for; undefined where there are more than `most`. */
function entriesOf(
  condition: Condition,
  of: Entries,
  most: number,
  look: Look,
): readonly Scalar[] | undefined {
  if ('contains' in condition) return most < 1 ? undefined : [condition.contains];
  return 'startsWith' in condition ? look.entries(of, condition.startsWith, most) : undefined;
}

function isChoice(condition: Condition): boolean {
  return 'equals' in condition || 'in' in condition;
}

function valuesOf(condition: Condition): readonly Scalar[] {
  if ('equals' in condition) return [condition.equals];
  return 'in' in condition ? [...new Set(condition.in)] : [];
}
