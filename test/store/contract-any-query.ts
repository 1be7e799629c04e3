import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Collection, CollectionSpec } from '../../src/store/index.js';
import type { TestStore } from './fixtures.js';
import { idsOfAllPages, orderedSpec } from './notes.js';
import type { Note } from './notes.js';
import { expectedIds, notesOf, someCondition, someFields, someOrder } from './some-notes.js';

const { orders: _orders, lists: _lists, within: _within, ...plain } = orderedSpec;

/** What is declared for speed changes no answer, so that both specs keep the same promises. */
const specs: readonly (readonly [string, CollectionSpec<Note>])[] = [
  ['of a collection with orders', orderedSpec],
  ['of a collection without', { ...plain, name: 'unordered' }],
];

export function describeAnyQuery(open: () => Promise<TestStore>): void {
  let opened: TestStore;
  let run = 0;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  describe.each(specs)('any query %s', (_, spec) => {
    it('finds and counts what a filter and a sort in memory find, on pages of any size', async () => {
      const notes = await opened.store.collection(spec);
      await fc.assert(
        fc.asyncProperty(
          fc.array(someFields, { maxLength: 12 }),
          fc.array(someFields, { maxLength: 4 }),
          fc.array(someCondition, { maxLength: 3 }),
          someOrder,
          fc.integer({ min: 1, max: 5 }),
          async (fields, rewritten, where, orderBy, limit) => {
            const { documents, remove } = await stored(notes, fields, rewritten, `d${++run}`);
            try {
              const expected = expectedIds(documents, where, orderBy);
              expect(await idsOfAllPages(notes, { where, orderBy, limit })).toEqual(expected);
              const all = expectedIds(documents, where, { field: 'id', direction: 'asc' });
              expect(await notes.count(where, limit)).toBe(Math.min(all.length, limit));
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}

/** Writes documents, and the first of them once more with other fields. */
async function stored(
  notes: Collection<Note>,
  fields: readonly Readonly<Record<string, unknown>>[],
  rewritten: readonly Readonly<Record<string, unknown>>[],
  prefix: string,
): Promise<{ documents: readonly Note[]; remove: () => Promise<void> }> {
  const versions = new Map<string, string>();
  const documents = new Map<string, Note>();
  for (const document of notesOf(fields, prefix)) {
    documents.set(document.id, document);
    versions.set(document.id, (await notes.create(document)).version);
  }
  for (const document of notesOf(rewritten.slice(0, fields.length), prefix)) {
    documents.set(document.id, document);
    versions.set(document.id, (await notes.replace(document, versions.get(document.id) ?? '')).version);
  }
  return {
    documents: [...documents.values()],
    remove: async () => {
      for (const [id, version] of versions) await notes.remove(id, version);
    },
  };
}
