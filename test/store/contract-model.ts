import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { StoreError } from '../../src/store/index.js';
import type { Collection, Condition } from '../../src/store/index.js';
import type { TestStore } from './fixtures.js';
import { note, noteSpec } from './notes.js';
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
