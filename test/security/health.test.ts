import { describe, expect, test } from 'vitest';
import { DirectoryBook } from '../../src/campus/index.js';
import { ConversationBook } from '../../src/delivery/index.js';
import { readiness } from '../../src/readiness.js';
import { StoreUnavailable } from '../../src/store/index.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { openTestStore } from '../store/fixtures.js';

describe('what the health endpoint tells a stranger', () => {
  test('a store that does not answer is neither named nor located; the log has the details', async () => {
    const data = await openTestStore('sqlite');
    const book = await DirectoryBook.open(data.store);
    const conversations = await ConversationBook.open(data.store, new FakeClock('2026-03-03T09:00:00.000Z'));
    const broken = new StoreUnavailable('https://city-desk.documents.example fails (503, tickets)');
    const store = { ...data.store, ping: async () => Promise.reject(broken) };
    const logged: unknown[] = [];
    const log = { warn: (_fields: object, _message: string, error?: unknown) => logged.push(error) };
    const report = await readiness(store, book, conversations, { stuck: () => [] }, log);
    expect(report).toEqual({
      ready: false,
      problems: ['The store does not answer; see the log.'],
      notes: [],
    });
    expect(logged).toEqual([broken]);
    await data.close();
  });
});
