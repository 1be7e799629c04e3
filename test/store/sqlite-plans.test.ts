import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkCount, checkDue, checkQuery, continuationAfter } from '../../src/store/checked-query.js';
import { declaredBy } from '../../src/store/declared.js';
import { openSqliteStore } from '../../src/store/index.js';
import type { Collection, Condition, Query, SqliteStore } from '../../src/store/index.js';
import type { Statement } from '../../src/store/sqlite-conditions.js';
import { Names } from '../../src/store/sqlite-names.js';
import { Reader } from '../../src/store/sqlite-reader.js';
import { idsOf, note, noteSpec, orderedSpec } from './notes.js';
import type { Note } from './notes.js';

/** More than are ever sorted instead of read in order. */
const count = 600;
const now = '2026-03-02T08:00:00.000Z';

/** Half of all notes have the word `common`, ten `rare`, each one word of its own. */
function sample(i: number): Note {
  const tags = [`n${String(i).padStart(3, '0')}`, ...(i % 2 ? ['common'] : []), ...(i % 60 ? [] : ['rare'])];
  return note(`n${i}`, { kind: `k${i % 3}`, size: i, rank: `r${i % 2}`, tags, words: tags, wakeAt: now });
}

describe('a page', () => {
  let folder: string;
  let store: SqliteStore;
  let notes: Collection<Note>;
  let database: Database.Database;
  const names = new Names(declaredBy(orderedSpec));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-plans-'));
    store = await openSqliteStore({ path: join(folder, 'test.db') });
    notes = await store.collection(orderedSpec);
    database = new Database(join(folder, 'test.db'));
    database.pragma('synchronous = OFF');
    const insert = database.prepare(`INSERT INTO ordered (id, version, body) VALUES (?, 'v', ?)`);
    for (let i = 0; i < count; i++) insert.run(`n${i}`, JSON.stringify(sample(i)));
  });
  afterAll(async () => {
    database.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** How SQLite goes about the statement that brings the documents, the last of a question. */
  const planOf = (ask: (reader: Reader) => unknown): string => {
    let last: Statement | undefined;
    const reader = new Reader(names, (statement) => {
      last = statement;
      return database
        .prepare(statement.sql)
        .raw()
        .all(...statement.values);
    });
    ask(reader);
    const steps: unknown[] = database.prepare(`EXPLAIN QUERY PLAN ${last?.sql}`).all(...(last?.values ?? []));
    return JSON.stringify(steps);
  };
  const planOfQuery = (query: Query) =>
    planOf((reader) => reader.documents(checkQuery(query, names.declared.fields)));
  const planOfCount = (...where: Condition[]) =>
    planOf((reader) => reader.count(checkCount(where, 10, names.declared.fields), 10));

  describe('of what is due', () => {
    const due = (continuation?: string) =>
      planOf((reader) => reader.due(now, checkDue(now, 10, continuation)));

    it('is read along the index of what will wake, in its order', () => {
      expect(due()).toContain('SEARCH ordered USING INDEX ordered/text:wakeAt');
      expect(due()).not.toMatch(/SCAN|TEMP B-TREE/);
    });

    it('goes on in that index where the last one ended', () => {
      const plan = due(continuationAfter('n7', now, checkDue(now, 1).order));
      expect(plan).toContain('SEARCH ordered USING INDEX ordered/text:wakeAt ((text:wakeAt,id)>(?,?)');
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
    });
  });

  describe('in an order within a choice', () => {
    const bySize = (direction: 'asc' | 'desc') => ({ orderBy: { field: 'size', direction }, limit: 5 });

    it.each(['asc', 'desc'] as const)(
      'is read along the index of both, %s, from any page on',
      async (direction) => {
        const query: Query = { where: [{ field: 'kind', equals: 'k1' }], ...bySize(direction) };
        const { continuation } = await notes.query(query);
        for (const plan of [
          planOfQuery(query),
          planOfQuery({ ...query, ...(continuation !== undefined && { continuation }) }),
        ]) {
          expect(plan).toContain('SEARCH ordered USING INDEX ordered/text:kind+number:size (text:kind=?');
          expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
        }
      },
    );

    it('is read along the index with the most conditions', () => {
      const where: Condition[] = [
        { field: 'rank', equals: 'r1' },
        { field: 'kind', equals: 'k1' },
      ];
      const plan = planOfQuery({ where, ...bySize('desc') });
      expect(plan).toContain('INDEX ordered/text:kind+text:rank+number:size (text:kind=? AND text:rank=?');
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
    });

    it('begins within the range asked for, and goes on behind its last page only', () => {
      const where: Condition[] = [
        { field: 'kind', equals: 'k1' },
        { field: 'size', from: 50, before: 500 },
      ];
      const index = 'SEARCH ordered USING INDEX ordered/text:kind+number:size';
      expect(planOfQuery({ where, ...bySize('desc') })).toContain(
        `${index} (text:kind=? AND number:size>? AND number:size<?)`,
      );
      const continuation = continuationAfter('n400', 400, {
        field: 'size',
        type: 'number',
        descending: true,
      });
      const plan = planOfQuery({ where, ...bySize('desc'), continuation });
      expect(plan).toContain(`${index} (text:kind=? AND number:size>? AND (number:size,id)<(?,?))`);
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
    });

    it('of several values reads the index of both once for each, and sorts what these bring', () => {
      const plan = planOfQuery({ where: [{ field: 'kind', in: ['k0', 'k1', 'k2'] }], ...bySize('desc') });
      expect(plan.match(/SEARCH ordered USING INDEX ordered\/text:kind\+number:size/g)).toHaveLength(3);
      expect(plan).not.toMatch(/SCAN ordered/);
    });
  });

  describe('in an order', () => {
    it('alone is read along its index, so that it costs what it holds', () => {
      const continuation = continuationAfter('n40', 40, { field: 'size', type: 'number', descending: true });
      const plan = planOfQuery({ orderBy: { field: 'size', direction: 'desc' }, limit: 5, continuation });
      expect(plan).toContain('SEARCH ordered USING INDEX ordered/number:size');
      expect(plan).not.toContain('TEMP B-TREE');
    });

    it.each<[string, Query]>([
      ['equality', { where: [{ field: 'kind', equals: 'k1' }], limit: 5 }],
      ['choice', { where: [{ field: 'kind', in: ['k1', 'k2'] }], limit: 5 }],
      [
        'range',
        {
          where: [{ field: 'size', from: 5, before: 9 }],
          orderBy: { field: 'size', direction: 'desc' },
          limit: 5,
        },
      ],
      [
        'beginning',
        {
          where: [{ field: 'kind', startsWith: 'k' }],
          orderBy: { field: 'kind', direction: 'asc' },
          limit: 5,
        },
      ],
    ])('is read along the index of the field that is asked by %s', (_, query) => {
      expect(planOfQuery(query)).toMatch(/SEARCH ordered USING INDEX ordered\/(text:kind|number:size)/);
    });

    it('by another field sorts the few that meet a condition rather than looking through all', () => {
      const plan = planOfQuery({
        where: [
          { field: 'size', equals: 7 },
          { field: 'kind', startsWith: 'k' },
        ],
        orderBy: { field: 'rank', direction: 'asc' },
        limit: 5,
      });
      expect(plan).toContain('SEARCH ordered USING INDEX ordered/number:size');
    });
  });

  describe('of what has a word', () => {
    const bySize = { orderBy: { field: 'size', direction: 'desc' }, limit: 5 } as const;

    it.each(['common', 'rare'])('is read along the rows of a %s one, in their order', async (contains) => {
      const query: Query = { where: [{ field: 'tags', contains }], ...bySize };
      const { continuation = '' } = await notes.query(query);
      for (const plan of [planOfQuery(query), planOfQuery({ ...query, continuation })]) {
        expect(plan).toContain('SEARCH listed USING PRIMARY KEY (value=?');
        expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
      }
    });

    it('and another one begins with the rarer, and looks the other up', async () => {
      const where: Condition[] = [
        { field: 'tags', contains: 'common' },
        { field: 'tags', contains: 'n061' },
      ];
      const asked: Statement[] = [];
      const reader = new Reader(names, (statement) => {
        asked.push(statement);
        return database
          .prepare(statement.sql)
          .raw()
          .all(...statement.values);
      });
      reader.documents(checkQuery({ where, ...bySize }, names.declared.fields));
      expect(asked.at(-1)?.values).toEqual(['n061', 'common', 6]);
      expect(planOfQuery({ where, ...bySize })).toContain(
        'SEARCH entry USING PRIMARY KEY (value=? AND by=? AND id=?)',
      );
      expect(idsOf(await notes.query({ where, ...bySize }))).toEqual(['n61']);
    });

    it.each<Condition>([
      { field: 'tags', contains: 'common' },
      { field: 'tags', startsWith: 'commo' },
    ])('within a choice is read along the rows of both, and nothing beside them, by %j', async (word) => {
      const query: Query = { where: [{ field: 'kind', equals: 'k1' }, word], ...bySize };
      const { continuation = '' } = await notes.query(query);
      for (const plan of [planOfQuery(query), planOfQuery({ ...query, continuation })]) {
        expect(plan).toContain('SEARCH listed USING PRIMARY KEY (within=? AND value=?');
        expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
      }
    });

    it('within a choice of several values is read along the rows of each', () => {
      const where: Condition[] = [
        { field: 'kind', in: ['k0', 'k2', 'k9'] },
        { field: 'tags', startsWith: 'rar' },
      ];
      const plan = planOfQuery({ where, ...bySize });
      // No note of k2 has it, and none is of k9.
      expect(plan.match(/SEARCH listed USING PRIMARY KEY \(within=\? AND value=\?/g)).toHaveLength(1);
      expect(plan).not.toMatch(/SCAN (ordered|listed)/);
    });

    it('and of others within a choice begins with the rarest, and looks the others up', () => {
      const where: Condition[] = [
        { field: 'kind', equals: 'k1' },
        { field: 'tags', contains: 'common' },
        { field: 'tags', contains: 'n061' },
      ];
      const plan = planOfQuery({ where, ...bySize });
      expect(plan).toContain('SEARCH listed USING PRIMARY KEY (within=? AND value=?');
      expect(plan).toContain('SEARCH entry USING PRIMARY KEY (value=? AND by=? AND id=?)');
    });

    it('that starts so reads each such word on its own', () => {
      const plan = planOfQuery({ where: [{ field: 'tags', startsWith: 'n01' }], ...bySize });
      expect(plan.match(/SEARCH listed USING PRIMARY KEY \(value=\?/g)).toHaveLength(10);
      expect(plan).not.toMatch(/SCAN (ordered|listed)/);
    });

    it('with a start that nearly all have is read in its order until it is full', () => {
      const plan = planOfQuery({ where: [{ field: 'tags', startsWith: 'n' }], ...bySize });
      expect(plan).toContain('SEARCH ordered USING INDEX ordered/number:size');
      expect(plan).not.toContain('TEMP B-TREE');
    });

    it('in another order than that of the list sorts a rare one, and looks for a common one', () => {
      const byKind = { orderBy: { field: 'kind', direction: 'asc' }, limit: 5 } as const;
      expect(planOfQuery({ where: [{ field: 'tags', contains: 'rare' }], ...byKind })).toContain(
        'SEARCH listed USING PRIMARY KEY (value=?)',
      );
    });
  });

  it('of an empty choice, or of words that nobody used, asks for no document', async () => {
    for (const nothing of [
      { field: 'kind', in: [] },
      { field: 'tags', startsWith: 'zz' },
    ]) {
      const asked: string[] = [];
      const reader = new Reader(names, ({ sql, values }) => {
        asked.push(sql);
        return database
          .prepare(sql)
          .raw()
          .all(...values);
      });
      expect(reader.documents(checkQuery({ where: [nothing], limit: 5 }, names.declared.fields))).toEqual([]);
      expect(asked.join()).not.toContain('body');
      expect(await notes.count([nothing], 5)).toBe(0);
    }
  });

  it('is counted along an index', () => {
    expect(planOfCount({ field: 'kind', equals: 'k1' })).toContain(
      'SEARCH ordered USING INDEX ordered/text:kind',
    );
    expect(planOfCount({ field: 'kind', equals: 'k1' }, { field: 'size', before: 9 })).toContain(
      'SEARCH ordered USING INDEX ordered/text:kind+number:size (text:kind=? AND number:size<?)',
    );
    expect(planOfCount({ field: 'tags', contains: 'common' })).toContain(
      'SEARCH listed USING PRIMARY KEY (value=?)',
    );
  });

  it('of another collection does not depend on declared orders', async () => {
    const other = await store.collection(noteSpec);
    await other.create(note('x', { kind: 'k', size: 1 }));
    const orderBy = { field: 'size', direction: 'asc' } as const;
    expect(idsOf(await other.query({ where: [{ field: 'kind', equals: 'k' }], orderBy, limit: 1 }))).toEqual([
      'x',
    ]);
  });

  describe('of a file with statistics, by which a planner could think better of it', () => {
    beforeAll(() => {
      database.close();
      database = new Database(join(folder, 'test.db'));
      database.exec('ANALYZE');
    });

    it('is read along the index of what will wake, though every document is due', () => {
      const plan = planOf((reader) => reader.due(now, checkDue(now, 10)));
      expect(plan).toContain('SEARCH ordered USING INDEX ordered/text:wakeAt');
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
    });

    it('is read along the index of choice and order, though most have what is chosen', () => {
      const orderBy = { field: 'size', direction: 'desc' } as const;
      const plan = planOfQuery({ where: [{ field: 'kind', equals: 'k1' }], orderBy, limit: 5 });
      expect(plan).toContain('SEARCH ordered USING INDEX ordered/text:kind+number:size (text:kind=?');
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
    });
  });
});
