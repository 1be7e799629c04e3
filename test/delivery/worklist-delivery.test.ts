import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConversationBook } from '../../src/delivery/index.js';
import { SendError } from '../../src/delivery/sender.js';
import { isoOf } from '../../src/sla/index.js';
import { find } from '../../src/store/index.js';
import { worklistCollection } from '../../src/worklists/index.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { chat, leaseMs } from './city.js';
import { FakeClock } from './fake-clock.js';
import { PostOffice } from './post-office.js';
import { date, listId, worklistProcess } from './worklist-process.js';

const hour = 3_600_000;

describe('the list of a day that nobody can be sent', () => {
  let stored: TestStore;
  let clock: FakeClock;
  let office: PostOffice;
  beforeEach(async () => {
    stored = await openTestStore('sqlite');
    clock = new FakeClock('2026-11-25T15:00:05.000Z');
    office = new PostOffice();
  });
  afterEach(async () => stored.close());

  const begun = async () => {
    const one = await worklistProcess(stored.store, office, clock, 'one');
    await one.worklistDesk.send('north', date, clock.now());
    await one.delivery.settled();
    /** The rounds of all that time, one each time that the lease has run out. */
    const rounds = async (milliseconds: number): Promise<void> => {
      clock.skip(milliseconds);
      for (let round = 0; round < 5; round += 1) {
        clock.skip(2 * leaseMs);
        for (const due of (await one.source.due(isoOf(clock.now()), 10)).items) await one.source.handle(due);
        await one.delivery.settled();
      }
    };
    return { ...one, rounds };
  };
  const knowsManager = async (): Promise<void> => {
    const book = await ConversationBook.open(stored.store, clock);
    await book.remember(chat('manager'), clock.now());
  };

  it('is sent as soon as somebody can be reached, as long as somebody may still come', async () => {
    const { rounds } = await begun();
    await rounds(hour);
    await knowsManager();
    await rounds(hour);
    expect(office.messages.map(({ shown }) => shown.length)).toEqual([1]);
  });

  it('is given up when the day is over: nobody wants it then, and the process looks at it no more', async () => {
    const { rounds } = await begun();
    await rounds(30 * hour);
    const list = await find(await stored.store.collection(worklistCollection), listId);
    expect(list?.document.wakeAt).toBeNull();
    await knowsManager();
    await rounds(hour);
    expect(office.messages).toEqual([]);
  });

  it('stays on its card where that cannot be edited any more, however often it was tried', async () => {
    await knowsManager();
    const { rounds, worklistDesk } = await begun();
    office.disturbance = () => new SendError('rejected', 'out of order');
    const done = { verb: 'done', siteId: 'n1' } as const;
    await worklistDesk.execute(listId, { id: 'press', by: null, command: done }, clock.now());
    for (let tries = 0; tries < 14; tries += 1) await rounds(3 * hour);
    const list = await find(await stored.store.collection(worklistCollection), listId);
    expect(list?.document.wakeAt).toBeNull();
  });
});
