import { storeSettingsFromProcess } from '../config.js';
import type { StoreSettings } from '../config.js';
import type { DocumentStore } from '../store/index.js';

/**
 * Runs some work on the store that the environment names, and closes it afterwards.
 * @throws ConfigError, StoreUnavailable and what the work throws
 */
export async function withStore<T>(work: (store: DocumentStore) => Promise<T>): Promise<T> {
  const store = await openStore(storeSettingsFromProcess());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Opens the store; only the chosen implementation is loaded. @throws StoreUnavailable */
async function openStore(settings: StoreSettings): Promise<DocumentStore> {
  if (settings.kind === 'sqlite') {
    const { openSqliteStore } = await import('../store/sqlite.js');
    return openSqliteStore(settings);
  }
  const { openCosmosStore } = await import('../store/cosmos.js');
  return openCosmosStore(settings);
}
