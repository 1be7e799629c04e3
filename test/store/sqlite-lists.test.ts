import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { checkQuery } from '../../src/store/checked-query.js';
import { declaredBy } from '../../src/store/declared.js';
import { openSqliteStore } from '../../src/store/index.js';
import type { Collection, SqliteStore } from '../../src/store/index.js';
import { Names } from '../../src/store/sqlite-names.js';
import { columnsOf, firstOf } from '../../src/store/sqlite-reader.js';
import { selectStatement } from '../../src/store/sqlite-statements.js';
import { waysOfQuery } from '../../src/store/sqlite-ways.js';
import type { Entries, Look } from '../../src/store/sqlite-ways.js';
import { idsOf, note, orderedSpec } from './notes.js';
import type { Note } from './notes.js';
import { expectedIds, notesOf, someCondition, someFields, someOrder } from './some-notes.js';

describe('the tables of lists', () => {
  let folder: string;
  let path: string;
  let raw: Database.Database;
  const opened: SqliteStore[] = [];
  const open = async () => {
    const store = await openSqliteStore({ path });
    opened.push(store);
    return store;
  };
  const rows = (): unknown[] =>
    raw.prepare('SELECT value, "by", id FROM "ordered/list:tags by number:size" ORDER BY 1, 3').raw().all();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-lists-'));
    path = join(folder, 'test.db');
    raw = new Database(path);
  });
  afterEach(async () => {
    raw.close();
    for (const store of opened.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  });

  /** A file as a release left it that knew neither orders nor tables of lists. */
  const fillOldFile = () => {
    raw.exec(
      'CREATE TABLE ordered (id TEXT PRIMARY KEY NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL) STRICT',
    );
    const kind = `CASE WHEN json_type(body, '$.kind') IN ('text') THEN body ->> '$.kind' END`;
    raw.exec(`ALTER TABLE ordered ADD COLUMN "text:kind" TEXT GENERATED ALWAYS AS (${kind}) VIRTUAL`);
    raw.exec('CREATE INDEX "ordered/text:kind" ON ordered ("text:kind", id) WHERE "text:kind" IS NOT NULL');
    const insert = raw.prepare(`INSERT INTO ordered (id, version, body) VALUES (?, 'v', ?)`);
    for (let i = 0; i < 100; i++) {
      const fields = { kind: `k${i % 2}`, size: i, tags: i % 10 ? ['some'] : ['some', 'tenth', 'tenth', 5] };
      insert.run(`n${i}`, JSON.stringify(note(`n${i}`, fields)));
    }
  };
  const newestTenths = async (notes: Collection<Note>) =>
    idsOf(
      await notes.query({
        where: [
          { field: 'tags', contains: 'tenth' },
          { field: 'kind', equals: 'k0' },
        ],
        orderBy: { field: 'size', direction: 'desc' },
        limit: 3,
      }),
    );

  it('are filled from an old file when it is first opened, and the orders made', async () => {
    fillOldFile();
    expect(await newestTenths(await (await open()).collection(orderedSpec))).toEqual(['n90', 'n80', 'n70']);
    expect(rows()).toHaveLength(110);
    const names = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'index'").raw().all().map(firstOf);
    expect(names).toEqual(
      expect.arrayContaining(['ordered/text:kind+number:size', 'ordered/number:size+text:kind']),
    );
  });

  it('within a choice are filled from an old file, too, and follow each write', async () => {
    fillOldFile();
    const within = () =>
      raw.prepare('SELECT * FROM "ordered/list:tags within text:kind by number:size" WHERE value = ?').raw();
    const notes = await (await open()).collection(orderedSpec);
    expect(within().all('some')).toHaveLength(100);
    expect(within().all('tenth').slice(0, 2)).toEqual([
      ['k0', 'tenth', 0, 'n0'],
      ['k0', 'tenth', 10, 'n10'],
    ]);
    const { version } = await notes.create(note('x', { kind: 'k1', size: 1, tags: ['a', 'a', 7] }));
    expect(within().all('a')).toEqual([['k1', 'a', 1, 'x']]);
    const moved = await notes.replace(note('x', { kind: 'k2', size: 1, tags: ['a'] }), version);
    expect(within().all('a')).toEqual([['k2', 'a', 1, 'x']]);
    const without = await notes.replace(note('x', { size: 1, tags: ['a'] }), moved.version);
    expect(within().all('a')).toEqual([]);
    await notes.replace(note('x', { kind: 'k2', size: 1, tags: ['a'] }), without.version);
    expect(within().all('a')).toEqual([['k2', 'a', 1, 'x']]);
    raw.exec("DELETE FROM ordered WHERE id = 'x'");
    expect(within().all('a')).toEqual([]);
  });

  it('are filled once by processes that open an old file at the same moment', async () => {
    fillOldFile();
    const stores = [await open(), await open(), await open()];
    const collections = await Promise.all(stores.map((store) => store.collection(orderedSpec)));
    for (const notes of collections) expect(await newestTenths(notes)).toEqual(['n90', 'n80', 'n70']);
    expect(rows()).toHaveLength(110);
  });

  it('wait for another process that just builds what it needs, however long its own patience with a write', async () => {
    fillOldFile();
    const store = await openSqliteStore({ path, busyTimeoutMs: 1 });
    opened.push(store);
    raw.exec('BEGIN IMMEDIATE');
    const opening = store.collection(orderedSpec);
    raw.exec('COMMIT');
    expect(await newestTenths(await opening)).toEqual(['n90', 'n80', 'n70']);
  });

  it('are left as they are when the file is opened again', async () => {
    fillOldFile();
    await (await open()).collection(orderedSpec);
    const before = raw.prepare('SELECT name, sql FROM sqlite_schema').raw().all();
    await (await open()).collection(orderedSpec);
    expect(raw.prepare('SELECT name, sql FROM sqlite_schema').raw().all()).toEqual(before);
    expect(rows()).toHaveLength(110);
  });

  it('are filled beside a damaged document, which keeps nothing from being added', async () => {
    const store = await open();
    const before = await store.collection({
      ...orderedSpec,
      fields: { kind: 'text' },
      orders: [],
      lists: {},
      within: {},
    });
    for (const id of ['a', 'broken', 'c']) await before.create(note(id, { kind: 'k', size: 1, tags: ['t'] }));
    await store.close();
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    const bytes = await readFile(path);
    bytes.write('[', bytes.indexOf('{"id":"broken"'));
    await writeFile(path, bytes);
    raw = new Database(path);
    const notes = await (await open()).collection(orderedSpec);
    const where = [{ field: 'tags', contains: 't' }];
    const orderBy = { field: 'size', direction: 'asc' } as const;
    expect(idsOf(await notes.query({ where, orderBy, limit: 5 }))).toEqual(['a', 'c']);
  });

  it('follow each write, whatever wrote it', async () => {
    const notes = await (await open()).collection(orderedSpec);
    const { version } = await notes.create(note('x', { size: 1, tags: ['a', 'b', 'b', 7, null] }));
    expect(rows()).toEqual([
      ['a', 1, 'x'],
      ['b', 1, 'x'],
    ]);
    const moved = await notes.replace(note('x', { size: 2, tags: ['b', 'c'] }), version);
    expect(rows()).toEqual([
      ['b', 2, 'x'],
      ['c', 2, 'x'],
    ]);
    const unlisted = await notes.replace(note('x', { size: 2, tags: 'b' }), moved.version);
    expect(rows()).toEqual([]);
    await notes.replace(note('x', { tags: ['d'] }), unlisted.version);
    expect(rows()).toEqual([['d', Buffer.alloc(0), 'x']]);
    raw.exec("DELETE FROM ordered WHERE id = 'x'");
    expect(rows()).toEqual([]);
  });

  it('show no document without the field of their order where a range of it is asked for', async () => {
    const notes = await (await open()).collection(orderedSpec);
    await notes.create(note('sized', { size: 1, tags: ['a'] }));
    await notes.create(note('unsized', { tags: ['a'] }));
    for (const size of [{ field: 'size' }, { field: 'size', from: 0 }]) {
      const where = [{ field: 'tags', contains: 'a' }, size];
      expect(idsOf(await notes.query({ where, limit: 5 }))).toEqual(['sized']);
      expect(await notes.count(where, 5)).toBe(1);
    }
  });

  it('are not written where neither the list nor its order changed', async () => {
    const notes = await (await open()).collection(orderedSpec);
    const { version } = await notes.create(note('x', { size: 1, tags: ['a'] }));
    raw.exec(
      `CREATE TRIGGER watch AFTER DELETE ON "ordered/list:tags by number:size" BEGIN SELECT RAISE(ABORT, 'written'); END`,
    );
    const same = await notes.replace(note('x', { size: 1, tags: ['a'], text: 'new' }), version);
    const grown = await notes.replace(note('x', { size: 1, tags: ['b', 'a'] }), same.version);
    await expect(notes.replace(note('x', { size: 1, tags: ['b'] }), grown.version)).rejects.toThrow(
      'written',
    );
  });

  it('and the indexes lead to the same documents on every way, also on those not chosen', async () => {
    const notes = await (await open()).collection(orderedSpec);
    const names = new Names(declaredBy(orderedSpec));
    const look: Look = {
      size: () => 0,
      entries: (of, start) =>
        [...new Set(entriesOf(raw, names, of))].filter((entry) => entry.startsWith(start)),
    };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(someFields, { maxLength: 12 }),
        fc.array(someCondition, { minLength: 1, maxLength: 3 }),
        someOrder,
        fc.option(fc.nat(11)),
        async (fields, where, orderBy, from) => {
          const documents = notesOf(fields, `d${++run}`);
          for (const document of documents) await notes.create(document);
          try {
            const all = expectedIds(documents, where, orderBy);
            const first = from === null ? undefined : all[from];
            const { continuation } =
              first === undefined ? {} : await notes.query({ where, orderBy, limit: all.indexOf(first) + 1 });
            const query = checkQuery(
              { where, orderBy, limit: 1000, ...(continuation !== undefined && { continuation }) },
              names.declared.fields,
            );
            const expected = continuation === undefined ? all : all.slice(all.indexOf(first ?? '') + 1);
            for (const way of [null, ...waysOfQuery(query, names, look)]) {
              if (way?.branches.length === 0) {
                expect(expected).toEqual([]);
                continue;
              }
              const { sql, values } = selectStatement(names, query, way);
              const found = raw
                .prepare(sql)
                .raw()
                .all(...values)
                .map(firstOf);
              expect(found).toEqual(expected);
            }
          } finally {
            raw.exec('DELETE FROM ordered');
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function entriesOf(raw: Database.Database, names: Names, { list, choice }: Entries): string[] {
  const { name } = names.listTable(list, choice?.within);
  const chosen = choice ? 'WHERE "within" = ?' : '';
  const found = raw
    .prepare(`SELECT json_quote(value) FROM "${name}" ${chosen}`)
    .raw()
    .all(...(choice ? [choice.value] : []));
  return found.map((row) => {
    const entry: unknown = JSON.parse(String(columnsOf(row)[0]));
    return String(entry);
  });
}
