import type { Declared } from './declared.js';

/** A path of a container's composite index. */
export interface OrderedPath {
  readonly path: string;
  readonly order: 'ascending' | 'descending';
}

/** What a container indexes: the declared fields, and each text, number and order with the id behind it. */
export interface IndexedPaths {
  readonly includedPaths: { readonly path: string }[];
  readonly compositeIndexes: OrderedPath[][];
}

/** The same part of a container's index policy, as the account tells it. */
interface StoredPolicy {
  readonly includedPaths?: { readonly path: string }[] | undefined;
  readonly compositeIndexes?: OrderedPath[][] | undefined;
}

/** Cosmos DB reads one composite index in either direction; the emulator wants the exact order, so both are listed. */
export function indexedPaths({ fields, orders }: Declared): IndexedPaths {
  const scalars = [...fields].filter(([field, type]) => field !== 'id' && type !== 'list');
  const ordered = [...scalars.map(([field]) => [field]), ...orders.map(withoutId)];
  return {
    includedPaths: [...fields].map(([field, type]) => ({
      path: type === 'list' ? `${pathOf(field)}/[]/?` : `${pathOf(field)}/?`,
    })),
    compositeIndexes: unique(
      ordered.flatMap((order) => [inOrder(order, 'ascending'), inOrder(order, 'descending')]),
    ),
  };
}

/**
 * The paths of a container's index policy together with all that is declared; undefined where it has them already.
 * Nothing is taken from it, because an older release may still run beside this one.
 */
export function widened(policy: StoredPolicy, declared: Declared): IndexedPaths | undefined {
  const wanted = indexedPaths(declared);
  const included = policy.includedPaths ?? [];
  const composites = policy.compositeIndexes ?? [];
  const paths = new Set(included.map(({ path }) => path));
  const known = new Set(composites.map(keyOf));
  const missingPaths = paths.has('/*') ? [] : wanted.includedPaths.filter(({ path }) => !paths.has(path));
  const missingComposites = wanted.compositeIndexes.filter((composite) => !known.has(keyOf(composite)));
  if (missingPaths.length + missingComposites.length === 0) return undefined;
  return {
    includedPaths: [...included, ...missingPaths],
    compositeIndexes: [...composites, ...missingComposites],
  };
}

function keyOf(composite: readonly OrderedPath[]): string {
  return composite.map(({ path, order }) => `${path} ${order}`).join(', ');
}

function inOrder(fields: readonly string[], order: 'ascending' | 'descending'): OrderedPath[] {
  return [...fields, 'id'].map((field) => ({ path: pathOf(field), order }));
}

function withoutId(order: readonly string[]): readonly string[] {
  return order.filter((field) => field !== 'id');
}

function unique(composites: readonly OrderedPath[][]): OrderedPath[][] {
  return [...new Map(composites.map((composite) => [keyOf(composite), composite])).values()];
}

function pathOf(field: string): string {
  return `/${field.replaceAll('.', '/')}`;
}
