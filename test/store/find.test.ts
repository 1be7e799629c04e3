import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { find, findAll, onlyVersion, StoreError, type Collection } from '../../src/store/index.js';
import { openTestStore, type TestStore } from './fixtures.js';
import { note, noteSpec, type Note } from './notes.js';

let data: TestStore;
let notes: Collection<Note>;

beforeAll(async () => {
  data = await openTestStore('sqlite');
  notes = await data.store.collection(noteSpec);
  for (const id of ['a', 'b', 'c', 'd', 'e'])
    await notes.create(note(id, { kind: id === 'd' ? 'odd' : 'even' }));
});
afterAll(async () => {
  await data.close();
});

describe('looking for one document', () => {
  it('gives it with its version, or null', async () => {
    await expect(find(notes, 'a')).resolves.toEqual(await notes.get('a'));
    await expect(find(notes, 'nobody')).resolves.toBeNull();
  });

  it('does not take a store that fails for a missing document', async () => {
    const other = await data.another();
    const closed = await other.collection(noteSpec);
    await other.close();
    await expect(find(closed, 'a')).rejects.toThrow(StoreError);
  });
});

describe('looking for all documents of a query', () => {
  it('gives each once, over all pages and in order', async () => {
    const where = [{ field: 'kind', equals: 'even' }];
    const found: string[] = [];
    for await (const { document } of findAll(notes, { where, pageSize: 2 })) found.push(document.id);
    expect(found).toEqual(['a', 'b', 'c', 'e']);
  });

  it('reads no further page once enough was found', async () => {
    let pages = 0;
    const counted: Collection<Note> = {
      ...notes,
      query: (query) => {
        pages += 1;
        return notes.query(query);
      },
    };
    for await (const { document } of findAll(counted, { pageSize: 2 })) if (document.id === 'b') break;
    expect(pages).toBe(1);
  });
});

describe('a collection whose documents have had one shape so far', () => {
  it('reads that one and refuses what a later release wrote', async () => {
    const strict = await data.store.collection({ name: 'strict', fields: {}, upgrade: onlyVersion<Note>(1) });
    await strict.create(note('now'));
    await strict.create({ ...note('later'), schemaVersion: 2 });
    await expect(strict.get('now')).resolves.toMatchObject({ document: { id: 'now' } });
    await expect(strict.get('later')).rejects.toThrow('later of strict cannot be read');
    await expect(strict.get('later')).rejects.toThrow('schema version 2, known is 1');
  });
});
