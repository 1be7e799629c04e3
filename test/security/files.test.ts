import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/index.js';

describe.runIf(process.platform !== 'win32')('the database on a machine with several users', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-files-'));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  test('is read by nobody but the user of the service, its log of changes neither', async () => {
    const store = await openSqliteStore({ path: join(folder, 'new', 'campusdesk.db') });
    await store.collection({ name: 'notes', fields: {}, upgrade: (raw) => raw });
    const files = await readdir(join(folder, 'new'));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      expect([file, (await stat(join(folder, 'new', file))).mode & 0o077]).toEqual([file, 0]);
    }
    expect((await stat(join(folder, 'new'))).mode & 0o077).toBe(0);
    await store.close();
  });
});
