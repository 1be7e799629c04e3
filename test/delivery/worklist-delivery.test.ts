import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConversationBook, undeliveredCollection } from '../../src/delivery/index.js';
import { SendError } from '../../src/delivery/sender.js';
import { isoOf } from '../../src/sla/index.js';
import { find } from '../../src/store/index.js';
import {
  newDraft,
  plannedVisit,
  ticketCollection,
  type TicketDesk,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { worklistCollection } from '../../src/worklists/index.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { chat, leaseMs, people, report } from './city.js';
import { FakeClock } from './fake-clock.js';
import { PostOffice } from './post-office.js';
import { date, listId, rota, worklistProcess } from './worklist-process.js';

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
  const undelivered = async () => {
    const { items } = await (await stored.store.collection(undeliveredCollection)).query({ limit: 10 });
    return items
      .map(({ document: { ticketId, key, reason } }) => ({ ticketId, key, reason }))
      .toSorted((one, other) => one.key.localeCompare(other.key));
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
    expect(await undelivered()).toEqual([]);
  });

  it('stands until then among what reached nobody, and so does that nobody is at work', async () => {
    const one = await worklistProcess(stored.store, office, clock, 'one');
    const list = await one.worklistDesk.open('north', date, clock.now());
    await one.worklistDesk.execute(
      list?.id ?? '',
      { id: 'unmanned', by: null, command: { verb: 'unmanned' } },
      clock.now(),
    );
    await one.worklistDesk.send('north', date, clock.now());
    await one.delivery.settled();
    expect(await undelivered()).toEqual([
      { ticketId: listId, key: 'show:channel', reason: 'nowhere' },
      { ticketId: listId, key: 'unmanned', reason: 'nowhere' },
    ]);
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
    expect(await undelivered()).toEqual([{ ticketId: listId, key: 'show:channel', reason: 'rejected' }]);
    // What Teams will never take is tried once for each change: the press, and the first look.
    expect(office.attempts.filter(({ kind }) => kind === 'edit')).toHaveLength(2);
  });
});

describe('a visit that is missed', () => {
  let stored: TestStore;
  let clock: FakeClock;
  beforeEach(async () => {
    stored = await openTestStore('sqlite');
    clock = new FakeClock('2026-11-25T15:00:05.000Z');
  });
  afterEach(async () => stored.close());

  /** A ticket that this person has, and has planned for the visit. */
  const planned = async (who: 'manager' | 'dispatcher') => {
    const one = await worklistProcess(stored.store, new PostOffice(), clock, 'one');
    const tickets = await stored.store.collection(ticketCollection);
    const requester = { id: people.teacher, name: 'teacher', language: 'en' as const };
    await tickets.create(newDraft({ id: 'AAAAA1', requester, report, follows: null }, clock.now()));
    const [visit] = rota.visitsOn(['n1'], date);
    if (!visit) throw new Error('nobody comes on that day');
    const commands: readonly (readonly [keyof typeof people, TicketRequest])[] = [
      ['teacher', { verb: 'submit', report, card: null }],
      ...(who === 'dispatcher'
        ? ([[who, { verb: 'assign', personId: people.dispatcher, note: '' }]] as const)
        : []),
      [who, { verb: 'plan-visit', untilDate: date, note: '', visit: plannedVisit(visit) }],
    ];
    for (const [by, command] of commands) {
      const actor = { kind: 'person', personId: people[by], name: by } as const;
      const outcome = await one.desk.execute('AAAAA1', { id: command.verb, actor, command }, clock.now());
      expect([command.verb, outcome.kind]).toEqual([command.verb, 'accepted']);
    }
    const list = await one.worklistDesk.open('north', date, clock.now());
    if (!list) throw new Error('the list is missing');
    const misses = async (): Promise<void> => {
      const order = {
        id: 'press',
        by: { id: people.manager, name: 'manager' },
        reason: 'The car broke down.',
      };
      await one.worklistDesk.miss(list, 'n1', order, clock.now());
      await one.delivery.settled();
    };
    const shown = async () => ({
      ticket: (await tickets.get('AAAAA1')).document,
      site: (await one.worklistDesk.find(listId))?.sites[0],
    });
    return { ...one, misses, shown };
  };

  it.each(['manager', 'dispatcher'] as const)('takes along what the %s planned for it', async (who) => {
    const { misses, shown } = await planned(who);
    const { handledBy } = (await shown()).ticket;
    await misses();
    const { ticket, site } = await shown();
    expect(ticket).toMatchObject({ state: 'waiting', visit: { date: '2026-12-03' }, handledBy });
    expect(site).toMatchObject({ state: 'missed', movedTo: { date: '2026-12-03' } });
  });

  it('says which ticket could not go on, and nothing of a rest that has moved', async () => {
    const { misses, shown, desk } = await planned('dispatcher');
    const refused: Awaited<ReturnType<TicketDesk['execute']>> = {
      kind: 'refused',
      refusal: { code: 'ticket-full' },
      ticket: null,
    };
    desk.execute = async () => Promise.resolve(refused);
    await misses();
    expect((await shown()).site).toMatchObject({ movedTo: null, notMoved: ['AAAAA1'] });
  });
});
