import type { StoreSettings } from '../config.js';
import { openCosmosStore } from './cosmos.js';
import type { DocumentStore } from './document-store.js';
import { openSqliteStore } from './sqlite.js';

/** A store, with what an operator should know of its settings: whole sentences, none where all is well. */
export interface OpenedStore {
  readonly store: DocumentStore;
  readonly warnings: readonly string[];
}

/**
 * Opens the store that the configuration names; the library of the other one is not loaded.
 * @throws StoreUnavailable with one line that says what to do
 */
export async function openStore(settings: StoreSettings): Promise<OpenedStore> {
  if (settings.kind === 'sqlite') return { store: await openSqliteStore(settings), warnings: [] };
  const { endpoint, database, key, managedIdentityClientId } = settings;
  const store = await openCosmosStore({
    endpoint,
    database,
    ...(key !== null && { key }),
    ...(managedIdentityClientId !== null && { managedIdentityClientId }),
  });
  return { store, warnings: store.warnings };
}
