import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConversationBook, conversationCollection } from '../../src/delivery/index.js';
import type { Collection, DocumentStore, StoredDocument } from '../../src/store/index.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { channel, chat, people } from './city.js';
import { FakeClock } from './fake-clock.js';

let test: TestStore;
let clock: FakeClock;
let book: ConversationBook;
let writes: number;

beforeEach(async () => {
  test = await openTestStore('sqlite');
  clock = new FakeClock('2026-03-03T09:00:00.000Z');
  writes = 0;
  book = await ConversationBook.open(counting(test.store), clock);
});
afterEach(async () => {
  await test.close();
});

describe('conversations', () => {
  it('a conversation that is remembered again is not written again', async () => {
    await book.remember(chat('teacher'), clock.now());
    clock.skip(3_600_000);
    await book.remember(chat('teacher'), clock.now());
    expect(writes).toBe(1);
  });

  it('a conversation in use is written down once a day', async () => {
    await book.remember(chat('teacher'), clock.now());
    clock.skip(24 * 3_600_000);
    await book.remember(chat('teacher'), clock.now());
    expect((await book.personal(people.teacher))?.seenAt).toBe('2026-03-04T09:00:00.000Z');
  });

  it('a changed name of a channel is written down', async () => {
    await book.remember(channel('north'), clock.now());
    await book.remember({ ...channel('north'), channelName: 'North side' }, clock.now());
    expect((await book.reference(channel('north')))?.channelName).toBe('North side');
  });

  it('a thread counts as its channel', async () => {
    const thread = { ...channel('north'), conversationId: 'channel-north;messageid=17' };
    await book.remember(thread, clock.now());
    expect((await book.reference(channel('north')))?.conversationId).toBe('channel-north');
    expect(await book.reference(thread)).toEqual(await book.reference(channel('north')));
  });

  it('the same conversation id at another service address is another conversation', async () => {
    await book.remember(channel('north'), clock.now());
    expect(
      await book.reference({ ...channel('north'), serviceUrl: 'https://elsewhere.example/' }),
    ).toBeUndefined();
  });

  it('the newest chat of a person that has the bot is the one to use', async () => {
    await book.remember(chat('teacher'), clock.now());
    clock.skip(1_000);
    const newer = { ...chat('teacher'), conversationId: 'chat-newer' };
    await book.remember(newer, clock.now());
    expect((await book.personal(people.teacher))?.conversationId).toBe('chat-newer');
    await book.forget(newer);
    expect((await book.personal(people.teacher))?.conversationId).toBe('chat-teacher');
  });

  it('a person who removes the bot and installs it again can be reached again', async () => {
    await book.remember(chat('teacher'), clock.now());
    await book.forget(chat('teacher'));
    expect(await book.personal(people.teacher)).toBeUndefined();
    await book.remember(chat('teacher'), clock.now());
    expect((await book.personal(people.teacher))?.installed).toBe(true);
  });

  it('what another instance wrote is seen after some seconds', async () => {
    const other = await ConversationBook.open(await test.another(), clock);
    await book.remember(channel('north'), clock.now());
    await other.remember({ ...channel('north'), channelName: 'North side' }, clock.now());
    await clock.advance(5_000);
    expect((await book.reference(channel('north')))?.channelName).toBe('North side');
  });
});

describe('links', () => {
  beforeEach(async () => {
    for (const name of ['north', 'south']) await book.remember(channel(name), clock.now());
  });

  it('a linked channel is found by its target and by itself', async () => {
    expect(await book.link('campus-north', channel('north'), people.manager, clock.now())).toEqual({
      kind: 'linked',
    });
    expect((await book.channel('campus-north'))?.conversationId).toBe('channel-north');
    expect(await book.linkOf(channel('north'))).toMatchObject({
      target: 'campus-north',
      linkedBy: people.manager,
    });
    expect((await book.links()).map(({ target }) => target)).toEqual(['campus-north']);
  });

  it('linking twice says that it is linked already', async () => {
    await book.link('campus-north', channel('north'), people.manager, clock.now());
    const again = await book.link('campus-north', channel('north'), people.manager, clock.now());
    expect(again).toEqual({ kind: 'already-linked-here' });
  });

  it('another channel for the same target replaces the first', async () => {
    await book.link('campus-north', channel('north'), people.manager, clock.now());
    const result = await book.link('campus-north', channel('south'), people.manager, clock.now());
    expect(result).toMatchObject({ kind: 'replaced', previous: { conversationId: 'channel-north' } });
    expect(await book.linkOf(channel('north'))).toBeUndefined();
  });

  it("another target's channel is not taken away", async () => {
    await book.link('campus-north', channel('north'), people.manager, clock.now());
    const result = await book.link('campus-south', channel('north'), people.otherManager, clock.now());
    expect(result).toEqual({ kind: 'taken', by: 'campus-north' });
    expect(await book.channel('campus-south')).toBeUndefined();
  });

  it('a link can be taken away', async () => {
    await book.link('campus-north', channel('north'), people.manager, clock.now());
    expect(await book.unlink('campus-north')).toBe(true);
    expect(await book.unlink('campus-north')).toBe(false);
    expect(await book.channel('campus-north')).toBeUndefined();
  });

  it('a link that another instance made is found at once where there was none', async () => {
    const other = await ConversationBook.open(await test.another(), clock);
    expect(await book.channel('helpdesk')).toBeUndefined();
    await other.link('helpdesk', channel('south'), people.administrator, clock.now());
    expect((await book.channel('helpdesk'))?.conversationId).toBe('channel-south');
  });
});

/** The same store, counting what is written into the book of conversations. */
function counting(store: DocumentStore): DocumentStore {
  return {
    ping: () => store.ping(),
    close: () => store.close(),
    collection: async (spec) => {
      const collection = await store.collection(spec);
      return spec.name === conversationCollection.name ? countingWrites(collection) : collection;
    },
  };
}

function countingWrites<T extends StoredDocument>(collection: Collection<T>): Collection<T> {
  return {
    get: (id) => collection.get(id),
    query: (query) => collection.query(query),
    count: (where, upTo) => collection.count(where, upTo),
    due: (now, limit, continuation) => collection.due(now, limit, continuation),
    remove: (id, version) => collection.remove(id, version),
    create: (document) => {
      writes += 1;
      return collection.create(document);
    },
    replace: (document, version) => {
      writes += 1;
      return collection.replace(document, version);
    },
  };
}
