import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Collection, CollectionSpec, Condition, Query } from '../../src/store/index.js';
import type { TestStore } from './fixtures.js';
import { idsOf, idsOfAllPages, note, noteSpec } from './notes.js';
import type { Note } from './notes.js';

const injection = `x' OR 1=1; "--`;

const stored: readonly Note[] = [
  note('a', { kind: 'memo', size: 2, author: { name: 'Ada' }, tags: ['red', 'blue'] }),
  note('b', { kind: 'memo', size: 10, author: { name: 'Größe' }, tags: ['blue'] }),
  note('c', { kind: 'plan', size: -1.5, author: { name: 'Ada' }, tags: [] }),
  note('d', { kind: 'plan', size: 2, author: { name: injection }, tags: [injection, 'ünï👩🏽‍🏫'] }),
  note('without'),
  note('with-null', { kind: null, size: null, author: null, tags: null }),
  note('of-other-types', { kind: 5, size: '2', author: 'Ada', tags: 'red' }),
];

export function describeQueries(open: () => Promise<TestStore>): void {
  let opened: TestStore;
  let notes: Collection<Note>;
  const found = async (...where: Condition[]) => idsOf(await notes.query({ where, limit: 100 }));
  beforeAll(async () => {
    opened = await open();
    notes = await opened.store.collection(noteSpec);
    for (const document of stored) await notes.create(document);
  });
  afterAll(() => opened.close());

  describe('a condition', () => {
    it.each<[string, Condition, string[]]>([
      ['equals a text', { field: 'kind', equals: 'memo' }, ['a', 'b']],
      ['equals a number', { field: 'size', equals: 2 }, ['a', 'd']],
      ['equals a nested text with an umlaut', { field: 'author.name', equals: 'Größe' }, ['b']],
      ['equals exactly, so that case matters', { field: 'author.name', equals: 'ada' }, []],
      ['equals a text that looks like a statement', { field: 'author.name', equals: injection }, ['d']],
      ['is in texts', { field: 'author.name', in: ['Größe', injection, 'nobody'] }, ['b', 'd']],
      ['is in numbers', { field: 'size', in: [10, -1.5, 99] }, ['b', 'c']],
      ['is in nothing', { field: 'kind', in: [] }, []],
      ['starts at a number, inclusive', { field: 'size', from: 2 }, ['a', 'b', 'd']],
      ['ends before a number, exclusive', { field: 'size', before: 2 }, ['c']],
      [
        'lies between numbers, not between their texts',
        { field: 'size', from: 2, before: 10.5 },
        ['a', 'b', 'd'],
      ],
      ['starts at a text, inclusive', { field: 'kind', from: 'memo', before: 'plan' }, ['a', 'b']],
      ['ends before a text, exclusive', { field: 'author.name', before: 'Größe' }, ['a', 'c']],
      [
        'has neither end: the document has the field',
        { field: 'size', from: undefined as never },
        ['a', 'b', 'c', 'd'],
      ],
      ['contains a text', { field: 'tags', contains: 'blue' }, ['a', 'b']],
      ['contains a text of another script', { field: 'tags', contains: 'ünï👩🏽‍🏫' }, ['d']],
      ['contains a text that looks like a statement', { field: 'tags', contains: injection }, ['d']],
      ['contains whole entries, not parts', { field: 'tags', contains: 'blu' }, []],
      ['starts with a text', { field: 'author.name', startsWith: 'Gr' }, ['b']],
      ['starts with all of a text', { field: 'kind', startsWith: 'memo' }, ['a', 'b']],
      ['starts with a text of which case matters', { field: 'kind', startsWith: 'M' }, []],
      [
        'starts with nothing: the document has the text',
        { field: 'kind', startsWith: '' },
        ['a', 'b', 'c', 'd'],
      ],
      [
        'asks for ids, which are always declared',
        { field: 'id', in: ['c', 'without', 'zz'] },
        ['c', 'without'],
      ],
    ])('that %s finds just those documents', async (_, condition, ids) => {
      expect(await found(condition)).toEqual(ids);
    });

    it('must hold together with all others', async () => {
      expect(await found({ field: 'size', equals: 2 }, { field: 'tags', contains: 'red' })).toEqual(['a']);
      expect(
        await found(
          { field: 'kind', equals: 'plan' },
          { field: 'author.name', equals: 'Ada' },
          { field: 'size', before: 0 },
        ),
      ).toEqual(['c']);
      expect(await found({ field: 'kind', equals: 'memo' }, { field: 'kind', equals: 'plan' })).toEqual([]);
    });

    it.each<[string, Condition]>([
      ['an undeclared field', { field: 'text', equals: 'x' }],
      ['part of a declared path', { field: 'author', equals: 'x' }],
      ['a property of every object', { field: 'constructor', equals: 'x' }],
      ['a number where texts are declared', { field: 'kind', equals: 5 }],
      ['a text where numbers are declared', { field: 'size', in: [2, '2'] }],
      ['a number that is none', { field: 'size', from: Number.NaN }],
      ['a list by equals', { field: 'tags', equals: 'red' }],
      ['a text by contains', { field: 'kind', contains: 'memo' }],
      ['a number by its first digits', { field: 'size', startsWith: '1' }],
    ])('on %s is refused', async (_, condition) => {
      await expect(found(condition)).rejects.toThrow(RangeError);
    });
  });

  describe('a beginning of an entry', () => {
    let lists: Collection<Note>;
    // Of a document with a text in place of the list the emulator makes an error, which an account does not.
    beforeAll(async () => {
      lists = await opened.store.collection({ ...noteSpec, name: 'lists' });
      for (const { id, ...fields } of stored.slice(0, -1)) await lists.create(note(id, fields));
    });

    it.each<[string, string[]]>([
      ['bl', ['a', 'b']],
      ['blue', ['a', 'b']],
      ['Bl', []],
      ['ünï👩', ['d']],
      ["x' OR", ['d']],
      ['', ['a', 'b', 'd']],
    ])('%j finds and counts just the documents that have one', async (startsWith, ids) => {
      const where: Condition[] = [{ field: 'tags', startsWith }];
      expect(idsOf(await lists.query({ where, limit: 100 }))).toEqual(ids);
      expect(await lists.count(where, 100)).toBe(ids.length);
    });
  });

  describe('a count', () => {
    it.each<[number, Condition[]]>([
      [7, []],
      [2, [{ field: 'kind', equals: 'memo' }]],
      [3, [{ field: 'size', from: 2 }]],
      [2, [{ field: 'tags', contains: 'blue' }]],
      [
        1,
        [
          { field: 'tags', contains: 'blue' },
          { field: 'tags', contains: 'red' },
        ],
      ],
      [0, [{ field: 'kind', in: [] }]],
    ])('of %i is that of the documents that meet all conditions', async (expected, where) => {
      expect(await notes.count(where, 1000)).toBe(expected);
      expect(await found(...where)).toHaveLength(expected);
    });

    it('goes no further than asked', async () => {
      expect(await notes.count([], 3)).toBe(3);
      expect(await notes.count([{ field: 'tags', contains: 'blue' }], 1)).toBe(1);
    });

    it.each([0, -1, 1.5, 1001, Number.NaN])('up to %d is refused', async (upTo) => {
      await expect(notes.count([], upTo)).rejects.toThrow(RangeError);
    });

    it('by an undeclared field or another type is refused', async () => {
      await expect(notes.count([{ field: 'text', equals: 'x' }], 1)).rejects.toThrow(RangeError);
      await expect(notes.count([{ field: 'kind', equals: 5 }], 1)).rejects.toThrow(RangeError);
    });
  });

  describe('a declaration', () => {
    it.each<[string, Pick<CollectionSpec<Note>, 'orders' | 'lists'>]>([
      ['an order of an undeclared field', { orders: [['kind', 'text']] }],
      ['an order of a list', { orders: [['kind', 'tags']] }],
      ['an order of one field', { orders: [['kind']] }],
      ['an order of a field twice', { orders: [['kind', 'size', 'kind']] }],
      ['an order within an id', { orders: [['id', 'kind']] }],
      ['the entries of a text', { lists: { kind: 'size' } }],
      ['a list ordered by an undeclared field', { lists: { tags: 'text' } }],
      ['a list ordered by a list', { lists: { tags: 'tags' } }],
    ])('of %s is refused', async (_, declared) => {
      await expect(opened.store.collection({ ...noteSpec, ...declared })).rejects.toThrow(RangeError);
    });
  });

  describe('an order', () => {
    const ordered = async (orderBy: Query['orderBy']) =>
      idsOf(await notes.query({ ...(orderBy && { orderBy }), limit: 100 }));

    it('is that of the ids where none is asked for', async () => {
      expect(await ordered(undefined)).toEqual([
        'a',
        'b',
        'c',
        'd',
        'of-other-types',
        'with-null',
        'without',
      ]);
    });

    it('breaks ties by id in the same direction, and leaves out what has no such field', async () => {
      expect(await ordered({ field: 'size', direction: 'asc' })).toEqual(['c', 'a', 'd', 'b']);
      expect(await ordered({ field: 'size', direction: 'desc' })).toEqual(['b', 'd', 'a', 'c']);
      expect(await ordered({ field: 'kind', direction: 'asc' })).toEqual(['a', 'b', 'c', 'd']);
      expect(await ordered({ field: 'author.name', direction: 'desc' })).toEqual(['d', 'b', 'c', 'a']);
      expect(await ordered({ field: 'id', direction: 'desc' })).toEqual([
        'without',
        'with-null',
        'of-other-types',
        'd',
        'c',
        'b',
        'a',
      ]);
    });

    it('by a list or an undeclared field is refused', async () => {
      await expect(ordered({ field: 'tags', direction: 'asc' })).rejects.toThrow(RangeError);
      await expect(ordered({ field: 'text', direction: 'asc' })).rejects.toThrow(RangeError);
    });
  });

  describe('pages', () => {
    let many: Collection<Note>;
    const ids = Array.from({ length: 23 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    beforeAll(async () => {
      many = await opened.store.collection({ ...noteSpec, name: 'many' });
      for (const [i, id] of ids.entries()) await many.create(note(id, { kind: `k${i % 3}`, size: i % 4 }));
    });

    it.each([1, 2, 7, 22, 23, 24, 1000])(
      'of %i bring every document once, in the order of one large page',
      async (limit) => {
        for (const field of ['id', 'kind', 'size']) {
          for (const direction of ['asc', 'desc'] as const) {
            const orderBy = { field, direction };
            const whole = idsOf(await many.query({ orderBy, limit: 1000 }));
            expect(whole.toSorted()).toEqual(ids);
            expect(await idsOfAllPages(many, { orderBy, limit })).toEqual(whole);
          }
        }
      },
    );

    it('hold no more than the limit, and the last one has no continuation', async () => {
      const first = await many.query({ limit: 22 });
      expect(first.items).toHaveLength(22);
      expect(first.continuation).toBeTypeOf('string');
      expect((await many.query({ limit: 23 })).continuation).toBeUndefined();
    });

    it('keep their conditions', async () => {
      const where: Condition[] = [{ field: 'kind', equals: 'k1' }];
      const orderBy = { field: 'size', direction: 'desc' } as const;
      const found = await idsOfAllPages(many, { where, orderBy, limit: 2 });
      expect(found.toSorted()).toEqual(ids.filter((_, i) => i % 3 === 1));
    });

    it('bring each document that nobody writes once, whatever comes, goes and moves in between', async () => {
      const busy = await opened.store.collection({ ...noteSpec, name: 'busy' });
      for (const [i, id] of ids.entries()) await busy.create(note(id, { size: i }));
      let round = 0;
      const found = await idsOfAllPages(
        busy,
        { orderBy: { field: 'size', direction: 'asc' }, limit: 5 },
        async () => {
          round += 1;
          await busy.create(note(`before-${round}`, { size: -round }));
          const seen = await busy.get(`n0${round - 1}`);
          await busy.remove(seen.document.id, seen.version);
          const moved = await busy.get(`n${23 - round}`);
          await busy.replace({ ...moved.document, size: -round }, moved.version);
        },
      );
      const untouched = ids.filter((_, i) => i < 23 - round);
      expect(found.filter((id) => untouched.includes(id))).toEqual(untouched);
    });

    it('go on in their own order only, and from a true continuation', async () => {
      const { continuation = '' } = await many.query({
        orderBy: { field: 'size', direction: 'asc' },
        limit: 2,
      });
      for (const orderBy of [
        { field: 'size', direction: 'desc' },
        { field: 'kind', direction: 'asc' },
      ] as const) {
        await expect(many.query({ orderBy, limit: 2, continuation })).rejects.toThrow(RangeError);
      }
      for (const wrong of [
        '',
        'x',
        Buffer.from('[]').toString('base64url'),
        Buffer.from('{}').toString('base64url'),
      ]) {
        await expect(many.query({ limit: 2, continuation: wrong })).rejects.toThrow(RangeError);
      }
    });

    it.each([0, -1, 1.5, 1001, Number.NaN])('of %d are refused', async (limit) => {
      await expect(many.query({ limit })).rejects.toThrow(RangeError);
      await expect(many.due('2026-03-02T08:00:00.000Z', limit)).rejects.toThrow(RangeError);
    });
  });

  describe('due documents', () => {
    let sleepers: Collection<Note>;
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString();
    const due = async (minute: number, limit = 100) => idsOf(await sleepers.due(at(minute), limit));
    beforeAll(async () => {
      sleepers = await opened.store.collection({ ...noteSpec, name: 'sleepers' });
      await sleepers.create(note('third', { wakeAt: at(30) }));
      await sleepers.create(note('first', { wakeAt: at(10) }));
      await sleepers.create(note('second-b', { wakeAt: at(20) }));
      await sleepers.create(note('second-a', { wakeAt: at(20) }));
      await sleepers.create(note('never', { wakeAt: null }));
      await sleepers.create(note('nor-this'));
    });

    it('are those whose instant has come, to the millisecond, earliest first', async () => {
      expect(await due(9)).toEqual([]);
      expect(await due(10)).toEqual(['first']);
      expect(await due(29)).toEqual(['first', 'second-a', 'second-b']);
      expect(await due(999)).toEqual(['first', 'second-a', 'second-b', 'third']);
    });

    it('come with the version that a write must name, and at most as many as asked for', async () => {
      expect(await due(999, 2)).toEqual(['first', 'second-a']);
      const {
        items: [first],
      } = await sleepers.due(at(10), 1);
      expect(first).toStrictEqual(await sleepers.get('first'));
    });

    it('are no longer due once they wake later or never', async () => {
      const moved = await sleepers.create(note('moved', { wakeAt: at(1) }));
      expect(await due(2)).toEqual(['moved']);
      const later = await sleepers.replace(note('moved', { wakeAt: at(3) }), moved.version);
      expect(await due(2)).toEqual([]);
      expect(await due(3)).toEqual(['moved']);
      const never = await sleepers.replace(note('moved', { wakeAt: null }), later.version);
      expect(await due(5)).toEqual([]);
      await sleepers.remove('moved', never.version);
    });

    it('are asked for by an instant as documents hold it', async () => {
      await expect(sleepers.due('2026-03-02T08:00:00Z', 1)).rejects.toThrow(RangeError);
    });

    it('can also be found by a query, for lists of what comes next', async () => {
      const orderBy = { field: 'wakeAt', direction: 'desc' } as const;
      expect(
        idsOf(await sleepers.query({ where: [{ field: 'wakeAt', from: at(20) }], orderBy, limit: 2 })),
      ).toEqual(['third', 'second-b']);
    });
  });
}
