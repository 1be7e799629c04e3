import { afterEach, describe, expect, it } from 'vitest';
import { ProfileBook } from '../../src/campus/index.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';

describe.each(storeKinds)('a profile, on %s', (kind) => {
  let test: TestStore;
  afterEach(async () => test.close());

  it('keeps what a person chose, and the draft that waits for a school with its message', async () => {
    test = await openTestStore(kind);
    const book = await ProfileBook.open(test.store);
    expect(await book.get('person')).toMatchObject({ schoolId: null, draftWithoutSchool: null });
    const draftWithoutSchool = { ticketId: 'K7M3QX', activityId: 'message' };
    await book.choose('person', { language: 'en', draftWithoutSchool });
    expect(await book.get('person')).toMatchObject({ language: 'en', draftWithoutSchool });
  });

  it.each([
    ['K7M3QX', { ticketId: 'K7M3QX', activityId: null }],
    [null, null],
  ])('of version 1, whose waiting draft is %s, is read as one of today', async (before, now) => {
    test = await openTestStore(kind);
    const old = await test.store.collection({
      name: 'profiles',
      fields: {},
      upgrade: (raw) => raw,
    });
    const first = {
      id: 'person',
      schemaVersion: 1,
      language: 'de',
      schoolId: '100001',
      siteId: null,
      draftWithoutSchool: before,
    };
    await old.create(first);
    const book = await ProfileBook.open(await test.another());
    expect(await book.get('person')).toEqual({ ...first, schemaVersion: 2, draftWithoutSchool: now });
    expect(await book.choose('person', { language: 'en' })).toMatchObject({
      language: 'en',
      schoolId: '100001',
    });
  });
});
