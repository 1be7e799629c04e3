import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openCosmosStore, openSqliteStore } from '../../src/store/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { emulatorKey, startEmulator } from './emulator.js';

export const storeKinds = ['sqlite', 'cosmos'] as const;
export type StoreKind = (typeof storeKinds)[number];

export interface TestStore {
  readonly store: DocumentStore;
  /** A second connection to the same data, as another instance of the service has it. */
  another(): Promise<DocumentStore>;
  /** Closes every connection and removes the data. */
  close(): Promise<void>;
}

/**
 * An empty store of its own for a test: a temporary SQLite file, or an emulator with the real Cosmos DB client.
 *
 *     const { store, close } = await openTestStore('sqlite');
 */
export async function openTestStore(kind: StoreKind): Promise<TestStore> {
  const data = kind === 'sqlite' ? await temporaryFile() : await emulatorAccount();
  const connections: DocumentStore[] = [];
  const another = async () => {
    const store = await data.open();
    connections.push(store);
    return store;
  };
  return {
    store: await another(),
    another,
    close: async () => {
      for (const store of connections) await store.close();
      await data.remove();
    },
  };
}

interface TestData {
  open(): Promise<DocumentStore>;
  remove(): Promise<void>;
}

async function temporaryFile(): Promise<TestData> {
  const folder = await mkdtemp(join(tmpdir(), 'campusdesk-store-'));
  return {
    open: () => openSqliteStore({ path: join(folder, 'test.db') }),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function emulatorAccount(): Promise<TestData> {
  const emulator = await startEmulator();
  return {
    open: () => openCosmosStore({ endpoint: emulator.endpoint, key: emulatorKey, database: 'campusdesk' }),
    remove: () => emulator.close(),
  };
}
