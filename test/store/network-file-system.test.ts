import { mkdtemp, rm } from 'node:fs/promises';
import type * as FileSystem from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSqliteStore, StoreUnavailable } from '../../src/store/index.js';

const reported = vi.hoisted(() => ({ type: 0 }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  return { ...original, statfs: async () => ({ type: reported.type }) };
});

describe.runIf(process.platform === 'linux')('a database file on', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-remote-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['NFS', 0x6969],
    ['SMB', 0xfe534d42],
    ['SMB', -0x1acb2be],
    ['CIFS', 0xff534d42],
    ['FUSE', 0x65735546],
    ['9P', 0x01021997],
  ])(
    'the network file system %s (%d) is refused, with what to do instead, and not created',
    async (name, type) => {
      reported.type = type;
      const path = join(folder, 'test.db');
      const opening = openSqliteStore({ path });
      await expect(opening).rejects.toThrow(StoreUnavailable);
      await expect(opening).rejects.toThrow(
        new RegExp(`network file system \\(${name}\\).*local disk, or use STORE=cosmos`),
      );
      expect(existsSync(path)).toBe(false);
    },
  );

  it.each([
    ['ext4', 0xef53],
    ['XFS', 0x58465342],
    ['Btrfs', 0x9123683e],
    ['tmpfs', 0x01021994],
    ['overlayfs', 0x794c7630],
    ['ZFS', 0x2fc12fc1],
  ])('the local file system %s is opened', async (_, type) => {
    reported.type = type;
    const store = await openSqliteStore({ path: join(folder, 'test.db') });
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });
});
