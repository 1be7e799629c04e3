import type { CollectionSpec, Collection, Page, Query, StoredDocument } from '../../src/store/index.js';

/** A document of these tests: whatever JSON it likes. */
export type Note = StoredDocument & Readonly<Record<string, unknown>>;

export const noteSpec: CollectionSpec<Note> = {
  name: 'notes',
  fields: { kind: 'text', 'author.name': 'text', size: 'number', tags: 'list' },
  upgrade: (raw) => ({ ...raw }),
};

/** The same documents with orders within a choice, a list in an order, and one without, both within a choice. */
export const orderedSpec: CollectionSpec<Note> = {
  ...noteSpec,
  name: 'ordered',
  fields: { kind: 'text', size: 'number', rank: 'text', tags: 'list', words: 'list' },
  orders: [
    ['kind', 'size'],
    ['kind', 'rank', 'size'],
    ['size', 'kind'],
    ['kind', 'rank', 'id'],
  ],
  lists: { tags: 'size' },
  within: { tags: ['kind', 'rank'], words: ['size'] },
};

export function note(id: string, fields: Readonly<Record<string, unknown>> = {}): Note {
  return { id, schemaVersion: 1, ...fields };
}

export function idsOf(page: Page<Note>): string[] {
  return page.items.map(({ document }) => document.id);
}

/** All ids that a query finds, page by page; `between` is called after each page. */
export async function idsOfAllPages(
  notes: Collection<Note>,
  query: Query,
  between?: () => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  let page = await notes.query(query);
  ids.push(...idsOf(page));
  while (page.continuation !== undefined) {
    await between?.();
    page = await notes.query({ ...query, continuation: page.continuation });
    ids.push(...idsOf(page));
  }
  return ids;
}
