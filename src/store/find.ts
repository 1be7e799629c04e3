import type { Collection, Query, StoredDocument, Versioned } from './document-store.js';
import { NotFound, type Unreadable } from './errors.js';

/** The document with this id, or null where there is none. @throws StoreError (Unreadable among them), but not NotFound */
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

export type FindAll = Omit<Query, 'limit' | 'continuation'> & {
  readonly pageSize: number;
  /** Hears of each document that was found and cannot be read. */
  readonly onUnreadable?: (document: Unreadable) => void;
};

/**
 * All documents that a query finds, read page by page as they are asked for. What this release cannot read is left
 * out. @throws StoreError, but not Unreadable; RangeError
 */
export async function* findAll<T extends StoredDocument>(
  collection: Collection<T>,
  query: FindAll,
): AsyncGenerator<Versioned<T>, void, undefined> {
  const { pageSize, onUnreadable, ...asked } = query;
  let continuation: string | undefined;
  do {
    const page = await collection.query({
      ...asked,
      limit: pageSize,
      ...(continuation !== undefined && { continuation }),
    });
    for (const each of page.unreadable) onUnreadable?.(each);
    yield* page.items;
    continuation = page.continuation;
  } while (continuation !== undefined);
}
