import type { DeclaredFields } from './checked-query.js';

/** A path of a container's composite index. */
export interface OrderedPath {
  readonly path: string;
  readonly order: 'ascending' | 'descending';
}

/** What a container indexes: the declared fields, and each text or number with the id behind it, for ordered queries. */
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
export function indexedPaths(fields: DeclaredFields): IndexedPaths {
  const entries = [...fields].map(([field, type]) => ({
    field,
    type,
    path: `/${field.replaceAll('.', '/')}`,
  }));
  const ordered = entries.filter(({ field, type }) => field !== 'id' && type !== 'list');
  return {
    includedPaths: entries.map(({ type, path }) => ({
      path: type === 'list' ? `${path}/[]/?` : `${path}/?`,
    })),
    compositeIndexes: ordered.flatMap(({ path }) => [
      inOrder(path, 'ascending'),
      inOrder(path, 'descending'),
    ]),
  };
}

/**
 * The paths of a container's index policy together with all that is declared; undefined where it has them already.
 * Nothing is taken from it, because an older release may still run beside this one.
 */
export function widened(policy: StoredPolicy, fields: DeclaredFields): IndexedPaths | undefined {
  const wanted = indexedPaths(fields);
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

function inOrder(path: string, order: 'ascending' | 'descending'): OrderedPath[] {
  return [
    { path, order },
    { path: '/id', order },
  ];
}
