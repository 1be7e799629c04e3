import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerPhotos } from '../../src/cli/photos.js';
import { openPhotoStore } from '../../src/photos/index.js';
import { newPhotoId } from '../../src/photos/photo-id.js';
import { openSqliteStore } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { ticket } from '../cards/fixtures.js';
import { call } from './call.js';

describe('campusdesk photos sweep', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-sweep-'));
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
    vi.stubEnv('PHOTOS_PATH', '');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  /** A stored photo of so many days ago. */
  async function photo(ageDays: number): Promise<string> {
    const photos = await openPhotoStore({ kind: 'folder', path: join(folder, 'photos') });
    const id = newPhotoId();
    await photos.put(id, Buffer.from([0xff, 0xd8, 0xff]));
    const at = new Date(Date.now() - ageDays * 86_400_000);
    await utimes(join(folder, 'photos', `${id}.jpg`), at, at);
    return id;
  }

  async function holding(id: string, more: object = {}): Promise<void> {
    const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
    const tickets = await store.collection(ticketCollection);
    const photos: Ticket['photos'] = [{ id, at: '2026-11-01T08:00:00.000Z', width: 4, height: 3 }];
    await tickets.create({ ...ticket({ photos }), ...more });
    await store.close();
  }

  const left = async (): Promise<readonly string[]> => (await readdir(join(folder, 'photos'))).toSorted();

  it('removes old photos that no ticket holds, keeps all others, and has nothing left to do then', async () => {
    const [held, orphan, young] = [await photo(30), await photo(8), await photo(6)];
    await holding(held);
    const swept = await call(registerPhotos, 'photos', 'sweep', '--json');
    expect([swept.exitCode, swept.results]).toEqual([0, [{ kept: 2, removed: 1 }]]);
    expect(await left()).toEqual([`${held}.jpg`, `${young}.jpg`].toSorted());
    expect(await left()).not.toContain(`${orphan}.jpg`);
    const again = await call(registerPhotos, 'photos', 'sweep');
    expect([again.exitCode, again.told]).toEqual([0, 'Removed 0 photo(s), kept 2.']);
  });

  it('finds nothing where nobody has sent a photo yet', async () => {
    expect((await call(registerPhotos, 'photos', 'sweep')).told).toBe('Removed 0 photo(s), kept 0.');
  });

  it('removes nothing while a ticket cannot be read, because its photos are not known', async () => {
    const orphan = await photo(30);
    await holding(newPhotoId(), { schemaVersion: 99 });
    const { exitCode, told } = await call(registerPhotos, 'photos', 'sweep');
    expect(exitCode).toBe(1);
    expect(told).toContain('No photo was removed');
    expect(await left()).toEqual([`${orphan}.jpg`]);
  });
});
