import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPhotoId } from '../../src/photos/photo-id.js';
import { openPhotoStore, PhotoStoreError, type PhotoStore } from '../../src/photos/index.js';
import { Azurite } from './azurite.js';

const picture = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]);
const other = Buffer.from([0xff, 0xd8, 0xff, 4]);

let folder: string;
let azurite: Azurite;
let containers = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campusdesk-photos-'));
  azurite = await Azurite.start();
});

afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true });
});

const newFolder = (): string => join(folder, 'data', newPhotoId());

const places: Record<string, () => Promise<PhotoStore>> = {
  'a folder': async () => openPhotoStore({ kind: 'folder', path: newFolder() }),
  'Azure Blob Storage': async () => openPhotoStore(azurite.container(`photos-${(containers += 1)}`)),
};

async function idsIn(store: PhotoStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of store.list()) ids.push(id);
  return ids.toSorted();
}

describe.each(Object.entries(places))('photos in %s', (_, open) => {
  test('are there under their id, byte for byte', async () => {
    const store = await open();
    const [one, two] = [newPhotoId(), newPhotoId()];
    await store.put(one, picture);
    await store.put(two, other);
    expect(Buffer.from((await store.get(one)) ?? [])).toEqual(picture);
    expect(Buffer.from((await store.get(two)) ?? [])).toEqual(other);
  });

  test('are there for another process at once', async () => {
    const store = await open();
    const id = newPhotoId();
    await store.put(id, picture);
    expect(await idsIn(store)).toEqual([id]);
  });

  test('can be kept twice, as a repeated turn does', async () => {
    const store = await open();
    const id = newPhotoId();
    await store.put(id, picture);
    await store.put(id, picture);
    expect(await idsIn(store)).toEqual([id]);
  });

  test('are gone when they were removed, and stay gone', async () => {
    const store = await open();
    const id = newPhotoId();
    await store.put(id, picture);
    await store.remove(id);
    await store.remove(id);
    expect(await store.get(id)).toBeNull();
    expect(await idsIn(store)).toEqual([]);
  });

  test('are looked for, listed and removed also before there was any', async () => {
    const store = await open();
    expect(await store.get(newPhotoId())).toBeNull();
    expect(await idsIn(store)).toEqual([]);
    await store.remove(newPhotoId());
  });

  test('are listed with the time at which they came', async () => {
    const store = await open();
    const before = Date.now();
    await store.put(newPhotoId(), picture);
    for await (const { storedAt } of store.list()) {
      // Azure counts in seconds, and files may be rounded.
      expect(storedAt).toBeGreaterThan(before - 2_000);
      expect(storedAt).toBeLessThan(Date.now() + 2_000);
    }
  });

  test.each([
    '',
    '../secret',
    'a/b',
    `${'a'.repeat(40)}/..`,
    'A'.repeat(40),
    'a'.repeat(39),
    `${'a'.repeat(40)}\0`,
  ])('take no other name than an id: %j', async (name) => {
    const store = await open();
    await expect(store.put(name, picture)).rejects.toBeInstanceOf(RangeError);
    await expect(store.get(name)).rejects.toBeInstanceOf(RangeError);
    await expect(store.remove(name)).rejects.toBeInstanceOf(RangeError);
  });
});

describe('the folder', () => {
  test('belongs to the service alone, and holds whole photos only', async () => {
    const path = newFolder();
    const store = await openPhotoStore({ kind: 'folder', path });
    const id = newPhotoId();
    await store.put(id, picture);
    expect(await readdir(path)).toEqual([`${id}.jpg`]);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(join(path, `${id}.jpg`))).mode & 0o077).toBe(0);
  });

  test('leaves files alone that are not photos', async () => {
    const path = newFolder();
    const store = await openPhotoStore({ kind: 'folder', path });
    await store.put(newPhotoId(), picture);
    await writeFile(join(path, 'README.txt'), 'mine');
    expect(await idsIn(store)).toHaveLength(1);
  });

  test('that cannot be written is named in the error', async () => {
    const path = join(folder, 'a-file');
    await writeFile(path, 'x');
    await chmod(path, 0o600);
    const store = await openPhotoStore({ kind: 'folder', path });
    const failure = store.put(newPhotoId(), picture);
    await expect(failure).rejects.toBeInstanceOf(PhotoStoreError);
    await expect(failure).rejects.toThrow(path);
  });
});

describe('Azure Blob Storage', () => {
  test('that refuses the key is named in the error, without the key', async () => {
    const wrong = { ...azurite.container('locked'), key: Buffer.from('another key').toString('base64') };
    const store = await openPhotoStore(wrong);
    const failure = store.put(newPhotoId(), picture);
    await expect(failure).rejects.toBeInstanceOf(PhotoStoreError);
    await expect(failure).rejects.toThrow(/container locked\): 403/);
    await expect(failure).rejects.not.toThrow(wrong.key);
  });

  test('opens its container to nobody without a key', async () => {
    const place = azurite.container('private');
    const store = await openPhotoStore(place);
    const id = newPhotoId();
    await store.put(id, picture);
    const response = await fetch(`${place.url}/private/${id}.jpg`);
    expect(response.status).toBeGreaterThanOrEqual(400);
  });
});
