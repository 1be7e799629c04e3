import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { StoreError } from '../../src/store/index.js';
import type { Collection, Condition, Query } from '../../src/store/index.js';
import type { TestStore } from './fixtures.js';
import { idsOfAllPages, note, noteSpec } from './notes.js';
import type { Note } from './notes.js';

type Verb = 'create' | 'replace' | 'remove' | 'get';

interface Step {
  readonly verb: Verb;
  readonly id: string;
  readonly text: string;
  /** How many writes of this id ago the version was read that the step names. */
  readonly age: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom('create', 'replace', 'remove', 'get'),
  id: fc.constantFrom('x', 'y'),
  text: fc.string({ unit: 'grapheme', maxLength: 8 }),
  age: fc.constantFrom(0, 0, 0, 1, 2),
});

/** What a store should be: a map in which each write has a number. */
class Model {
  readonly documents = new Map<string, { readonly text: string; readonly write: number }>();
  private writes = 0;

  /** The expected outcome of a step that names the version of `write`. */
  take(verb: Verb, id: string, text: string, write: number | undefined): string {
    const present = this.documents.get(id);
    if (verb === 'create' && present) return 'AlreadyExists';
    if (verb !== 'create' && !present) return 'NotFound';
    if (verb === 'get') return `text ${present?.text}`;
    if (verb !== 'create' && present?.write !== write) return 'VersionMismatch';
    if (verb === 'remove') this.documents.delete(id);
    else this.documents.set(id, { text, write: ++this.writes });
    return 'done';
  }

  get lastWrite(): number {
    return this.writes;
  }
}

export function describeModel(open: () => Promise<TestStore>): void {
  let opened: TestStore;
  let notes: Collection<Note>;
  let run = 0;
  beforeAll(async () => {
    opened = await open();
    notes = await opened.store.collection(noteSpec);
  });
  afterAll(() => opened.close());

  describe('any sequence of writes', () => {
    it('has the outcomes of a map in memory, one after the other', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          await compareWithModel(notes, steps, `run${++run}`);
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('any query', () => {
    it('finds what a filter and a sort in memory find, on pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(looseNote, { maxLength: 12 }),
          condition,
          order,
          fc.integer({ min: 1, max: 5 }),
          async (loose, where, orderBy, limit) => {
            const kinds = await opened.store.collection({ ...noteSpec, name: 'queried' });
            const documents = loose.map((fields, i) => note(`d${++run}-${i}`, fields));
            const versions = new Map<string, string>();
            for (const document of documents)
              versions.set(document.id, (await kinds.create(document)).version);
            const query: Query = { where: [where], orderBy, limit };
            expect(await idsOfAllPages(kinds, query)).toEqual(expectedIds(documents, where, orderBy));
            for (const [id, version] of versions) await kinds.remove(id, version);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}

async function compareWithModel(
  notes: Collection<Note>,
  steps: readonly Step[],
  prefix: string,
): Promise<void> {
  const model = new Model();
  const versions = new Map<number, string>();
  const writesOf = new Map<string, number[]>();
  for (const { verb, id, text, age } of steps) {
    const write = writesOf.get(id)?.at(-1 - age);
    const version = (write === undefined ? undefined : versions.get(write)) ?? 'never was';
    const expected = model.take(verb, id, text, write);
    const { outcome, written } = await take(notes, verb, `${prefix}-${id}`, text, version);
    expect(outcome).toBe(expected);
    if (written === undefined) continue;
    expect([...versions.values()]).not.toContain(written);
    versions.set(model.lastWrite, written);
    writesOf.set(id, [...(writesOf.get(id) ?? []), model.lastWrite]);
  }
  const where: Condition[] = [{ field: 'kind', equals: prefix }];
  const left = await notes.query({ where, limit: 10 });
  expect(left.items.map(({ document, version }) => [document, version])).toEqual(
    [...model.documents]
      .toSorted()
      .map(([id, { text, write }]) => [note(`${prefix}-${id}`, { kind: prefix, text }), versions.get(write)]),
  );
}

async function take(
  notes: Collection<Note>,
  verb: Verb,
  id: string,
  text: string,
  version: string,
): Promise<{ outcome: string; written?: string }> {
  const document = note(id, { kind: id.replace(/-.$/, ''), text });
  try {
    switch (verb) {
      case 'get':
        return { outcome: `text ${String((await notes.get(id)).document['text'])}` };
      case 'create':
        return { outcome: 'done', written: (await notes.create(document)).version };
      case 'replace':
        return { outcome: 'done', written: (await notes.replace(document, version)).version };
      case 'remove':
        await notes.remove(id, version);
        return { outcome: 'done' };
    }
  } catch (error) {
    if (error instanceof StoreError) return { outcome: error.name };
    throw error;
  }
}

const text = fc.constantFrom('', 'a', 'A', 'ä', 'b', 'ab', "'", '"', '%');
const number = fc.constantFrom(-1, -0.5, 0, 1, 2, 10);
const looseNote = fc.record(
  {
    kind: fc.oneof(text, fc.constant(null), number),
    size: fc.oneof(number, fc.constant(null), text, fc.boolean()),
    tags: fc.oneof(fc.array(text, { maxLength: 3 }), fc.constant(null), text),
  },
  { requiredKeys: [] },
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  text.map((equals) => ({ field: 'kind', equals })),
  number.map((equals) => ({ field: 'size', equals })),
  fc.array(text, { maxLength: 3 }).map((any) => ({ field: 'kind', in: any })),
  fc.array(number, { maxLength: 3 }).map((any) => ({ field: 'size', in: any })),
  fc.tuple(text, text).map(([from, before]) => ({ field: 'kind', from, before })),
  fc.tuple(number, number).map(([from, before]) => ({ field: 'size', from, before })),
  fc.constantFrom({ field: 'kind' }, { field: 'size' }),
  text.map((contains) => ({ field: 'tags', contains })),
);
const order = fc.record({
  field: fc.constantFrom('id', 'kind', 'size'),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});

function expectedIds(
  documents: readonly Note[],
  where: Condition,
  orderBy: { field: string; direction: 'asc' | 'desc' },
): string[] {
  const typeOf: Readonly<Record<string, string>> = { id: 'string', kind: 'string', size: 'number' };
  const has = (document: Note, field: string) => typeof document[field] === typeOf[field];
  const sign = orderBy.direction === 'asc' ? 1 : -1;
  return documents
    .filter(
      (document) =>
        (where.field === 'tags' || has(document, where.field)) && meets(document[where.field], where),
    )
    .filter((document) => has(document, orderBy.field))
    .toSorted((a, b) => sign * (compare(a[orderBy.field], b[orderBy.field]) || compare(a.id, b.id)))
    .map(({ id }) => id);
}

function meets(value: unknown, where: Condition): boolean {
  if ('equals' in where) return value === where.equals;
  if ('in' in where) return where.in.some((any) => any === value);
  if ('contains' in where) return Array.isArray(value) && value.includes(where.contains);
  const { from, before } = where;
  return (
    (from === undefined || compare(value, from) >= 0) && (before === undefined || compare(value, before) < 0)
  );
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
