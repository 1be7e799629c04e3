import type { CheckedQuery } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';
import type { Names } from './sqlite-names.js';

/** Where the documents of a query are read: an index or a list's table, each branch of which begins with given values. */
export interface Way {
  /** The fields of an index, of which the first are given, or the list in whose table an entry is. */
  readonly source: { readonly index: readonly string[] } | { readonly list: string };
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
  entries(list: string, start: string, most: number): readonly string[] | undefined;
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
  const [only] = ways;
  if (ways.length === 1 && only?.inOrder) return only;
  const mostSorted = ways.some((way) => way.inOrder) ? mostSortedInstead : mostCounted - 1;
  return smallest(ways, look, (way, size) => way.inOrder || size <= mostSorted);
}

/** All ways on which a query can be answered, none twice. */
export function waysOfQuery(query: CheckedQuery, names: Names, look: Look): readonly Way[] {
  const inOrder = orderedWays(query, names);
  const others = query.where.flatMap((condition) => wayOfCondition(condition, query, names, look) ?? []);
  return [...inOrder, ...others.filter((way) => !isPartOf(inOrder, way))];
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

function isPartOf(ways: readonly Way[], part: Way): boolean {
  return ways.some((way) => [...part.met].every((condition) => way.met.has(condition)));
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
  const entries =
    'contains' in condition
      ? [condition.contains]
      : 'startsWith' in condition && names.declared.lists.has(list)
        ? look.entries(list, condition.startsWith, mostEntries)
        : undefined;
  if (!entries) return undefined;
  const branches = entries.map((entry) => [entry]);
  const inOrder = names.listTable(list).orderedBy === orderedBy;
  return { source: { list }, branches, met: new Set([condition]), inOrder };
}

function isChoice(condition: Condition): boolean {
  return 'equals' in condition || 'in' in condition;
}

function valuesOf(condition: Condition): readonly Scalar[] {
  if ('equals' in condition) return [condition.equals];
  return 'in' in condition ? [...new Set(condition.in)] : [];
}
