import { CosmosClient } from '@azure/cosmos';
import type { ContainerDefinition } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCosmosStore, StoreUnavailable, Throttled, TooLarge } from '../../src/store/index.js';
import type { Collection, CosmosStore } from '../../src/store/index.js';
import { describeDocumentStore } from './contract.js';
import { emulatorKey, startEmulator } from './emulator.js';
import type { Emulator } from './emulator.js';
import { openTestStore } from './fixtures.js';
import { note, noteSpec } from './notes.js';
import type { Note } from './notes.js';
import { startScriptedAccount } from './scripted-account.js';
import type { ScriptedAccount } from './scripted-account.js';

const key = emulatorKey;
const database = 'campusdesk';

describe('the Cosmos DB store', () => {
  describeDocumentStore(() => openTestStore('cosmos'));
});

describe('a container', () => {
  let emulator: Emulator;
  let store: CosmosStore;
  let client: CosmosClient;
  const definition = async () => {
    const { resource } = await client.database(database).container('notes').read();
    return resource;
  };
  beforeEach(async () => {
    emulator = await startEmulator();
    store = await openCosmosStore({ endpoint: emulator.endpoint, key, database });
    client = new CosmosClient({
      endpoint: emulator.endpoint,
      key,
      connectionPolicy: { enableEndpointDiscovery: false },
    });
  });
  afterEach(async () => {
    client.dispose();
    await store.close();
    await emulator.close();
  });

  it('is created with its database, partitioned by id, and indexes only what is declared', async () => {
    await store.collection({ ...noteSpec, fields: { 'author.name': 'text', tags: 'list' } });
    const created = await definition();
    expect(created?.partitionKey?.paths).toEqual(['/id']);
    expect(created?.indexingPolicy?.excludedPaths).toEqual([{ path: '/*' }]);
    expect(pathsOf(created)).toEqual(['/author/name/?', '/id/?', '/tags/[]/?', '/wakeAt/?']);
    expect(ordersOf(created)).toEqual([
      '/author/name ascending, /id ascending',
      '/author/name descending, /id descending',
      '/wakeAt ascending, /id ascending',
      '/wakeAt descending, /id descending',
    ]);
  });

  it('has a composite index for each order within a choice, in both directions', async () => {
    const fields = { kind: 'text', 'author.name': 'text', size: 'number' } as const;
    await store.collection({ ...noteSpec, fields });
    const orders = [['kind', 'author.name', 'size']];
    await store.collection({ ...noteSpec, fields, orders });
    expect(ordersOf(await definition()).slice(-2)).toEqual([
      '/kind ascending, /author/name ascending, /size ascending, /id ascending',
      '/kind descending, /author/name descending, /size descending, /id descending',
    ]);
  });

  it('indexes what a later release declares, and keeps what an older one may still ask for', async () => {
    await store.collection({ ...noteSpec, fields: { kind: 'text' } });
    await store.collection({ ...noteSpec, fields: { size: 'number' } });
    expect(pathsOf(await definition())).toEqual(['/id/?', '/kind/?', '/size/?', '/wakeAt/?']);
    expect(ordersOf(await definition())).toContain('/kind ascending, /id ascending');
    expect(ordersOf(await definition())).toContain('/size descending, /id descending');
  });

  it('is left as it is where all is declared already', async () => {
    const notes = await store.collection(noteSpec);
    await notes.create(note('x'));
    const before = await definition();
    await store.collection({ ...noteSpec, fields: { kind: 'text' } });
    expect(await definition()).toEqual(before);
  });

  it('that is partitioned otherwise is refused', async () => {
    await client.database(database).containers.create({ id: 'notes', partitionKey: { paths: ['/school'] } });
    const opening = store.collection(noteSpec);
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow(/partitioned by \/school, not by \/id/);
  });

  it('and its database are created once by instances that start together', async () => {
    const options = { endpoint: emulator.endpoint, key, database: 'new' };
    const stores = await Promise.all(Array.from({ length: 5 }, () => openCosmosStore(options)));
    const [first, ...others] = await Promise.all(stores.map((each) => each.collection(noteSpec)));
    await first?.create(note('x'));
    for (const other of others) expect((await other.get('x')).document).toStrictEqual(note('x'));
    for (const each of stores) await each.close();
  });

  it('keeps its database when that is there already', async () => {
    await (await store.collection(noteSpec)).create(note('x'));
    const again = await openCosmosStore({ endpoint: emulator.endpoint, key, database });
    expect((await (await again.collection(noteSpec)).get('x')).document).toStrictEqual(note('x'));
    await again.close();
  });
});

describe('an account', () => {
  let account: ScriptedAccount;
  let store: CosmosStore | undefined;
  const open = async () =>
    (store = await openCosmosStore({ endpoint: account.endpoint, key, database, timeoutMs: 1000 }));
  beforeEach(async () => {
    account = await startScriptedAccount();
  });
  afterEach(async () => {
    await store?.close();
    await account.close();
  });

  it('that is strongly consistent and writes in one region needs no warning', async () => {
    expect((await open()).warnings).toEqual([]);
  });

  it.each(['Session', 'BoundedStaleness', 'Eventual'])(
    'that is only %s consistent is warned of',
    async (consistency) => {
      account.consistency = consistency;
      expect((await open()).warnings).toEqual([
        expect.stringContaining(`consistency is ${consistency}: set it to Strong`),
      ]);
    },
  );

  it('that writes in several regions is warned of', async () => {
    account.writesInSeveralRegions = true;
    expect((await open()).warnings).toEqual([expect.stringContaining('writes in several regions')]);
  });

  describe('that cannot be used is refused at the start with one line that says what to do', () => {
    const refusal = async (endpoint = account.endpoint) => {
      const opening = openCosmosStore({ endpoint, key, database, timeoutMs: 1000 });
      const error: unknown = await opening.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreUnavailable);
      const message = error instanceof Error ? error.message : '';
      expect(message).not.toMatch(/\n/);
      expect(message).not.toContain(key);
      return message;
    };

    it('because of a wrong key', async () => {
      account.answers = () => ({ status: 401 });
      expect(await refusal()).toMatch(/refuses the key \(401\): check COSMOS_KEY/);
    });

    it('because of a firewall or a missing role', async () => {
      account.answers = () => ({ status: 403 });
      expect(await refusal()).toMatch(/forbids it \(403.*firewall.*Built-in Data Contributor/);
    });

    it('because nobody listens there', async () => {
      await account.close();
      expect(await refusal()).toMatch(/refuses the connection: check COSMOS_ENDPOINT/);
    });

    it('because its host does not exist', async () => {
      expect(await refusal('https://campusdesk.invalid:443/')).toMatch(
        /host of .* is not known .*check COSMOS_ENDPOINT/,
      );
    });

    it('because it never answers', async () => {
      account.answers = () => 'silence';
      expect(await refusal()).toMatch(/does not answer: check COSMOS_ENDPOINT and the network/);
    });

    it.each(['', 'campusdesk', 'ftp://campusdesk.invalid'])('because %j is no address', async (endpoint) => {
      expect(await refusal(endpoint)).toMatch(/COSMOS_ENDPOINT/);
    });

    it('because neither a key is given nor an address to which a managed identity may be shown', async () => {
      const opening = openCosmosStore({ endpoint: account.endpoint, database });
      await expect(opening).rejects.toThrow(StoreUnavailable);
      await expect(opening).rejects.toThrow(/no managed identity without https: set COSMOS_KEY/);
    });

    it('because it fails', async () => {
      account.answers = () => ({ status: 500 });
      expect(await refusal()).toMatch(/fails at the moment \(500/);
    });
  });

  describe('that fails while the service runs', () => {
    let notes: Collection<Note>;
    const everyCall = () => [
      () => notes.get('x'),
      () => notes.create(note('x')),
      () => notes.replace(note('x'), 'v'),
      () => notes.remove('x', 'v'),
      () => notes.query({ limit: 1 }),
      () => notes.due('2026-03-02T08:00:00.000Z', 1),
    ];
    beforeEach(async () => {
      notes = await (await open()).collection(noteSpec);
    });

    it('asks for a pause of its own length', async () => {
      account.answers = () => ({ status: 429, headers: { 'x-ms-retry-after-ms': '60000' } });
      for (const call of everyCall())
        await expect(call()).rejects.toMatchObject({ name: Throttled.name, retryAfterMs: 60_000 });
    });

    it('is asked again by itself after a short pause', async () => {
      let asked = 0;
      account.answers = () =>
        ++asked < 3 ? { status: 429, headers: { 'x-ms-retry-after-ms': '1' } } : undefined;
      await expect(notes.create(note('x'))).resolves.toBeDefined();
      expect(asked).toBe(3);
    });

    it('is unavailable', async () => {
      account.answers = () => ({ status: 500 });
      for (const call of everyCall()) await expect(call()).rejects.toThrow(StoreUnavailable);
    });

    it('does not take a document that is too large for it', async () => {
      account.answers = () => ({ status: 413 });
      await expect(notes.create(note('x'))).rejects.toThrow(TooLarge);
      await expect(notes.replace(note('x'), 'v')).rejects.toThrow(TooLarge);
    });

    it('has lost its container, which is not the same as a missing document', async () => {
      account.answers = () => ({ status: 404, headers: { 'x-ms-substatus': '1003' } });
      for (const call of everyCall()) await expect(call()).rejects.toThrow(StoreUnavailable);
      await expect(store?.ping()).rejects.toThrow(StoreUnavailable);
    });

    it('is given up after a while, so that a turn can still answer', async () => {
      account.answers = () => 'silence';
      await expect(notes.get('x')).rejects.toThrow(StoreUnavailable);
      await expect(store?.ping()).rejects.toThrow(StoreUnavailable);
    });

    it('is unavailable where it breaks the connection', async () => {
      account.answers = () => 'hang up';
      await expect(notes.get('x')).rejects.toThrow(StoreUnavailable);
      await expect(notes.create(note('x'))).rejects.toThrow(StoreUnavailable);
    });
  });
});

function pathsOf(definition: ContainerDefinition | undefined): string[] {
  return (definition?.indexingPolicy?.includedPaths ?? []).map(({ path }) => path).toSorted();
}

function ordersOf(definition: ContainerDefinition | undefined): string[] {
  const composites = definition?.indexingPolicy?.compositeIndexes ?? [];
  return composites.map((paths) => paths.map(({ path, order }) => `${path} ${order}`).join(', '));
}
