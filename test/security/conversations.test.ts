import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConversationBook } from '../../src/delivery/index.js';
import { channel, chat, people } from '../delivery/city.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';

describe('what is kept of conversations', () => {
  let data: TestStore;
  let clock: FakeClock;
  let book: ConversationBook;
  beforeEach(async () => {
    data = await openTestStore('sqlite');
    clock = new FakeClock('2026-03-03T09:00:00.000Z');
    book = await ConversationBook.open(data.store, clock);
  });
  afterEach(async () => data.close());

  test('an event in a personal chat that names nobody does not forget whose chat it is', async () => {
    await book.remember(chat('teacher'), clock.now());
    await book.remember({ ...chat('teacher'), personId: null }, clock.now());
    expect((await book.personal(people.teacher))?.conversationId).toBe(chat('teacher').conversationId);
  });

  test('the same conversation at another service address is another one and redirects nothing', async () => {
    await book.remember(channel('north'), clock.now());
    await book.link('campus-north', channel('north'), 'manager', clock.now());
    await book.remember({ ...channel('north'), serviceUrl: 'https://evil.example/' }, clock.now());
    expect((await book.channel('campus-north'))?.serviceUrl).toBe(channel('north').serviceUrl);
  });
});
