import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';

import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSqliteStore, StoreUnavailable, Throttled } from '../../src/store/index.js';
import type { SqliteStore } from '../../src/store/index.js';
import { describeDocumentStore } from './contract.js';
import { openTestStore } from './fixtures.js';
import { idsOf, note, noteSpec } from './notes.js';

describe('the SQLite store', () => {
  describeDocumentStore(() => openTestStore('sqlite'));
});

describe('a database file', () => {
  let folder: string;
  let path: string;
  const opened: SqliteStore[] = [];
  const open = async (busyTimeoutMs?: number) => {
    const store = await openSqliteStore({ path, ...(busyTimeoutMs !== undefined && { busyTimeoutMs }) });
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-sqlite-'));
    path = join(folder, 'test.db');
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  });

  it('writes ahead, syncs each commit to the disk and waits five seconds for another process', async () => {
    const store = await open();
    expect(store.settings()).toEqual({ journalMode: 'wal', synchronous: 2, busyTimeoutMs: 5000 });
  });

  it('keeps its documents and versions over a restart, and gets its folder where that is missing', async () => {
    path = join(folder, 'a', 'b', 'test.db');
    const store = await open();
    const written = await (await store.collection(noteSpec)).create(note('x', { text: 'ü' }));
    await store.close();
    expect(await (await (await open()).collection(noteSpec)).get('x')).toStrictEqual(written);
  });

  it('lets a later release declare a field, and finds the documents from before by it', async () => {
    await (await (await open()).collection({ ...noteSpec, fields: {} })).create(note('x', { room: 'R 204' }));
    const grown = await (await open()).collection({ ...noteSpec, fields: { room: 'text' } });
    const page = await grown.query({ where: [{ field: 'room', equals: 'R 204' }], limit: 1 });
    expect(idsOf(page)).toEqual(['x']);
  });

  it('keeps the forms of query ready that are asked again, and no more than a hundred', async () => {
    const notes = await (await open()).collection(noteSpec);
    await notes.create(note('x', { kind: 'lamp' }));
    const prepare = vi.spyOn(Database.prototype, 'prepare');
    const isPrepared = async (conditions: number): Promise<boolean> => {
      const where = Array.from({ length: conditions }, () => ({ field: 'kind', equals: 'lamp' }));
      const before = prepare.mock.calls.length;
      expect(idsOf(await notes.query({ where, limit: 1 }))).toEqual(['x']);
      return prepare.mock.calls.length === before;
    };
    expect(await isPrepared(1)).toBe(false);
    for (let conditions = 2; conditions < 150; conditions += 1) {
      await isPrepared(conditions);
      expect(await isPrepared(1)).toBe(true);
    }
    expect(await isPrepared(100)).toBe(true);
    expect(await isPrepared(2)).toBe(false);
    prepare.mockRestore();
  });

  it('counts exactly under conditional increments from two processes that open it new at the same moment', async () => {
    await Promise.all([countInAnotherProcess(path, 400), countInAnotherProcess(path, 400)]);
    const counters = await (await open()).collection(noteSpec);
    expect((await counters.get('counter')).document).toStrictEqual(note('counter', { total: 800 }));
  });

  it('with damaged documents in it gives the sound ones, and quotes nothing of the others', async () => {
    const store = await open();
    const notes = await store.collection(noteSpec);
    const wakeAt = '2026-03-02T08:00:00.000Z';
    for (const id of ['a', 'broken', 'c', 'shapeless', 'z'])
      await notes.create(note(id, { wakeAt, text: 'private' }));
    await store.close();
    const writer = new Database(path);
    writer.prepare(`UPDATE notes SET body = '{"wakeAt":"${wakeAt}"}' WHERE id = 'shapeless'`).run();
    writer.pragma('wal_checkpoint(TRUNCATE)');
    writer.close();
    const bytes = await readFile(path);
    bytes.write('[', bytes.indexOf('{"id":"broken"'));
    await writeFile(path, bytes);
    const damaged = await (await open()).collection(noteSpec);
    const expected = [
      { id: 'broken', reason: 'its text is no JSON' },
      { id: 'shapeless', reason: 'it is not of the form of a document' },
    ];
    for (const page of [await damaged.due(wakeAt, 10), await damaged.query({ limit: 10 })]) {
      expect(idsOf(page)).toEqual(['a', 'c', 'z']);
      expect(page.unreadable).toMatchObject(expected);
    }
    const first = await damaged.due(wakeAt, 2);
    expect(idsOf(await damaged.due(wakeAt, 2, first.continuation))).toEqual(['c']);
    const error: unknown = await damaged.get('broken').catch((reason: unknown) => reason);
    expect(error).toMatchObject(expected[0] ?? {});
    expect(inspect(error)).not.toContain('private');
  });

  it('that another process locks for longer asks for a pause', async () => {
    const notes = await (await open(20)).collection(noteSpec);
    const lock = new Database(path);
    lock.exec('BEGIN IMMEDIATE');
    await expect(notes.create(note('x'))).rejects.toThrow(Throttled);
    lock.exec('ROLLBACK');
    await expect(notes.create(note('x'))).resolves.toBeDefined();
    lock.close();
  });

  describe('that cannot be used is refused at the start with one line that says what to do', () => {
    const refusal = async () => {
      const error: unknown = await open().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreUnavailable);
      const message = error instanceof Error ? error.message : '';
      expect(message).not.toContain('\n');
      return message;
    };

    it('where its folder is in a file system that takes none', async () => {
      path = '/proc/campusdesk/database.sqlite';
      expect(await refusal()).toMatch(/folder of the database .* cannot be created/);
    });

    it('where its path is a folder', async () => {
      await mkdir(path);
      expect(await refusal()).toMatch(/is a folder: let SQLITE_PATH name a file in it/);
    });

    it('where a file stands in place of its folder', async () => {
      await writeFile(join(folder, 'file'), '');
      path = join(folder, 'file', 'test.db');
      expect(await refusal()).toMatch(/folder .* cannot be created .* choose another SQLITE_PATH/);
    });

    it('where it is no database', async () => {
      await writeFile(path, 'Dear diary, '.repeat(1000));
      expect(await refusal()).toMatch(/is no SQLite database: let SQLITE_PATH name another file/);
    });

    it('where it is a device or another thing that cannot hold one', async () => {
      path = '/dev/null/test.db';
      expect(await refusal()).toMatch(/SQLITE_PATH/);
    });
  });
});

async function countInAnotherProcess(path: string, times: number): Promise<void> {
  const script = fileURLToPath(new URL('count.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, String(times)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
}
