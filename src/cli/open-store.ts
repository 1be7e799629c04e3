import { storeSettingsFromProcess } from '../config.js';
import type { DocumentStore } from '../store/index.js';
import { openStore } from '../store/open-store.js';

/**
 * Runs some work on the store that the environment names, and closes it afterwards.
 * @throws ConfigError, StoreUnavailable and what the work throws
 */
export async function withStore<T>(work: (store: DocumentStore) => Promise<T>): Promise<T> {
  const { store } = await openStore(storeSettingsFromProcess());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
