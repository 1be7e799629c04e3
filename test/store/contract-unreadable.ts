import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { find, findAll, NotFound, onlyVersion, Unreadable } from '../../src/store/index.js';
import type { Collection, CollectionSpec, Page } from '../../src/store/index.js';
import type { TestStore } from './fixtures.js';
import { idsOf, note } from './notes.js';
import type { Note } from './notes.js';

const spec: CollectionSpec<Note> = {
  name: 'mixed',
  fields: { size: 'number' },
  upgrade: onlyVersion<Note>(1),
};
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString();
/** The first and the last, and enough side by side to fill whole pages. */
const ofLaterRelease = new Set(['n0', 'n3', 'n4', 'n5', 'n9']);
const ids = Array.from({ length: 10 }, (_, i) => `n${i}`);
const readable = ids.filter((id) => !ofLaterRelease.has(id));

/** Documents that a later release wrote stand among those of this one, as while two releases run side by side. */
export function describeUnreadable(open: () => Promise<TestStore>): void {
  let opened: TestStore;
  let mixed: Collection<Note>;
  beforeAll(async () => {
    opened = await open();
    mixed = await opened.store.collection(spec);
    for (const [i, id] of ids.entries()) {
      const schemaVersion = ofLaterRelease.has(id) ? 2 : 1;
      await mixed.create({ ...note(id, { size: i, wakeAt: at(i), text: 'secret' }), schemaVersion });
    }
  });
  afterAll(() => opened.close());

  describe('a document that this release cannot read', () => {
    it('is named with its reason when asked for, and is not taken for missing', async () => {
      const error = await mixed.get('n3').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Unreadable);
      expect(error).not.toBeInstanceOf(NotFound);
      expect(error).toMatchObject({
        name: 'Unreadable',
        id: 'n3',
        reason: 'it has schema version 2, known is 1',
        message: 'document n3 of mixed cannot be read: it has schema version 2, known is 1',
      });
      await expect(find(mixed, 'n3')).rejects.toThrow(Unreadable);
    });

    it('keeps no other from being found, and is named beside them', async () => {
      const page = await mixed.query({ limit: 100 });
      expect(idsOf(page)).toEqual(readable);
      expect(unreadableIds(page)).toEqual([...ofLaterRelease]);
      expect(page.unreadable[0]).toMatchObject({ reason: 'it has schema version 2, known is 1' });
    });

    it('keeps no other from being due, and is named beside them', async () => {
      const page = await mixed.due(at(4), 100);
      expect(idsOf(page)).toEqual(['n1', 'n2']);
      expect(unreadableIds(page)).toEqual(['n0', 'n3', 'n4']);
    });

    it.each([1, 2, 3, 5, 10, 11])(
      'counts in the limit, so that pages of %i bring each document once, due or asked for',
      async (limit) => {
        const orderBy = { field: 'size', direction: 'asc' } as const;
        const asked = await allPages((continuation) =>
          mixed.query({ orderBy, limit, ...(continuation !== undefined && { continuation }) }),
        );
        const due = await allPages((continuation) => mixed.due(at(59), limit, continuation));
        for (const pages of [asked, due]) {
          expect(pages.flatMap(idsOf)).toEqual(readable);
          expect(pages.flatMap(unreadableIds)).toEqual([...ofLaterRelease]);
          for (const page of pages)
            expect(page.items.length + page.unreadable.length).toBeLessThanOrEqual(limit);
        }
      },
    );

    it('is left out where all are looked through, and told to whoever wants to know', async () => {
      const found: string[] = [];
      const told: string[] = [];
      const onUnreadable = ({ id }: Unreadable) => told.push(id);
      for await (const { document } of findAll(mixed, { pageSize: 2, onUnreadable })) found.push(document.id);
      expect(found).toEqual(readable);
      expect(told).toEqual([...ofLaterRelease]);
    });
  });

  describe('pages of what is due', () => {
    it('go on from where the last one ended, also within one instant', async () => {
      const sleepers = await opened.store.collection({ ...spec, name: 'same-instant' });
      for (const id of ids) await sleepers.create(note(id, { wakeAt: at(id < 'n2' ? 1 : 0) }));
      const pages = await allPages((continuation) => sleepers.due(at(1), 3, continuation));
      expect(pages.flatMap(idsOf)).toEqual([...ids.slice(2), 'n0', 'n1']);
    });

    it('go on from a true continuation of theirs only', async () => {
      const { continuation } = await mixed.query({ limit: 1 });
      expect(continuation).toBeTypeOf('string');
      await expect(mixed.due(at(1), 1, continuation)).rejects.toThrow(RangeError);
      await expect(mixed.due(at(1), 1, 'x')).rejects.toThrow(RangeError);
    });
  });
}

function unreadableIds(page: Page<Note>): string[] {
  return page.unreadable.map(({ id }) => id);
}

async function allPages(
  read: (continuation: string | undefined) => Promise<Page<Note>>,
): Promise<readonly Page<Note>[]> {
  const pages: Page<Note>[] = [];
  let continuation: string | undefined;
  do {
    const page = await read(continuation);
    pages.push(page);
    ({ continuation } = page);
  } while (continuation !== undefined);
  return pages;
}
