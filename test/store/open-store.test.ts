import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { readStoreSettings } from '../../src/config.js';
import { StoreUnavailable } from '../../src/store/errors.js';
import { openStore } from '../../src/store/open-store.js';

const folder = mkdtempSync(join(tmpdir(), 'campusdesk-store-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the store that the configuration names', () => {
  it('is a file where nothing else is said', async () => {
    const { store, warnings } = await openStore(readStoreSettings({ SQLITE_PATH: join(folder, 'a.sqlite') }));
    await expect(store.ping()).resolves.toBeUndefined();
    expect(warnings).toEqual([]);
    await store.close();
  });

  it('fails in one line when the file cannot be used', async () => {
    const failed = openStore(readStoreSettings({ SQLITE_PATH: folder }));
    await expect(failed).rejects.toThrow(StoreUnavailable);
    await expect(failed).rejects.toThrow(/^[^\n]*SQLITE_PATH[^\n]*$/);
  });

  it('fails in one line when Cosmos DB does not answer', async () => {
    const settings = readStoreSettings({
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'http://127.0.0.1:9',
      COSMOS_KEY: 'c2VjcmV0',
    });
    const failed = openStore(settings);
    await expect(failed).rejects.toThrow(StoreUnavailable);
    await expect(failed).rejects.toThrow(/^(?!.*c2VjcmV0)[^\n]*127\.0\.0\.1:9[^\n]*$/);
  });
});
