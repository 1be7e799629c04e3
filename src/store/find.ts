import type { Collection, Query, StoredDocument, Versioned } from './document-store.js';
import { NotFound } from './errors.js';

/** The document with this id, or null where there is none. @throws StoreError, but not NotFound */
export async function find<T extends StoredDocument>(
  collection: Collection<T>,
  id: string,
): Promise<Versioned<T> | null> {
  try {
    return await collection.get(id);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** All documents that a query finds, read page by page as they are asked for. @throws StoreError, RangeError */
export async function* findAll<T extends StoredDocument>(
  collection: Collection<T>,
  query: Omit<Query, 'limit' | 'continuation'> & { readonly pageSize: number },
): AsyncGenerator<Versioned<T>, void, undefined> {
  const { pageSize, ...asked } = query;
  let continuation: string | undefined;
  do {
    const page = await collection.query({
      ...asked,
      limit: pageSize,
      ...(continuation !== undefined && { continuation }),
    });
    yield* page.items;
    continuation = page.continuation;
  } while (continuation !== undefined);
}
