import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begunRotaJob } from '../../src/scheduler/rota-job.js';
import { rotaJobCollection, RotaJobSource } from '../../src/scheduler/index.js';
import { isoOf, millisecondsPerDay } from '../../src/sla/index.js';
import { StoreUnavailable, type Collection } from '../../src/store/index.js';
import {
  newDraft,
  plannedVisit,
  ticketCollection,
  TicketDesk,
  type Ticket,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { buildRota, type Rota, type VisitRule } from '../../src/visits/index.js';
import { thursdays } from '../conversation/visit-week.js';
import { leaseMs, people, report, rules, silent } from '../delivery/city.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { date, directory } from '../delivery/worklist-process.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';

const evening = '2026-11-25T15:00:05.000Z';
const facts = (digests: Readonly<Record<string, string>>, grounds = 'g') => ({
  version: JSON.stringify([digests, grounds]),
  grounds,
  digests: new Map(Object.entries(digests)),
  siteIds: ['n1', 's1', 'never-visited'],
});

describe('which sites the job looks at', () => {
  const now = Date.parse(evening);
  const first = begunRotaJob(null, facts({ n1: 'a', s1: 'b' }), now);
  const done = { ...first, pending: [], wakeAt: null };

  it('is all of them for the first time, and where calendars or directory are others', () => {
    expect(first.pending.toSorted()).toEqual(['n1', 'never-visited', 's1']);
    expect(begunRotaJob(done, facts({ n1: 'a', s1: 'b' }, 'other'), now).pending).toHaveLength(3);
  });

  it('is the one that a change concerns, also one that has no visits any more', () => {
    expect(begunRotaJob(done, facts({ n1: 'a', s1: 'c' }), now).pending).toEqual(['s1']);
    expect(begunRotaJob(done, facts({ s1: 'b' }), now).pending).toEqual(['n1']);
  });

  it('is none where the rota says the same', () => {
    expect(begunRotaJob(done, facts({ n1: 'a', s1: 'b' }), now)).toMatchObject({ pending: [], wakeAt: null });
  });

  it('are also those that an earlier job has not come to, or was to look at once more', () => {
    const before = { ...done, pending: ['n1'], again: ['never-visited'] };
    const { pending } = begunRotaJob(before, facts({ n1: 'a', s1: 'c' }), now);
    expect(pending.toSorted()).toEqual(['n1', 'never-visited', 's1']);
  });
});

describe.each(storeKinds)('the job that brings tickets to the rota, on %s', (kind) => {
  let stored: TestStore;
  let clock: FakeClock;
  let planned: Rota;
  let logged: (readonly [unknown, string])[];
  let tickets: Collection<Ticket>;
  let desk: TicketDesk;
  let looked: string[];
  beforeEach(async () => {
    stored = await openTestStore(kind);
    clock = new FakeClock(evening);
    logged = [];
    looked = [];
    planned = rotaWith(1, thursdays({ siteId: 'n1' }));
    tickets = await stored.store.collection(ticketCollection);
    const shared = { tickets, directory: () => directory, rules, clock, log: silent };
    const lease = { owner: 'one', milliseconds: leaseMs };
    desk = new TicketDesk({ ...shared, lease, onWritten: () => undefined });
  });
  afterEach(async () => stored.close());

  function rotaWith(revision: number, ...all: readonly VisitRule[]): Rota {
    return buildRota(
      { revision, content: { travelMinutes: 15, rules: all, exceptions: [] } },
      directory,
      rules,
    );
  }

  const process = async (failing: Readonly<Record<string, Error>> = {}) =>
    new RotaJobSource({
      rotaJobs: await stored.store.collection(rotaJobCollection),
      tickets,
      desk: {
        execute: async (id, order, now) => {
          looked.push(id);
          if (failing[id]) throw failing[id];
          return desk.execute(id, order, now);
        },
      },
      rota: () => planned,
      rotaVersion: () => planned.version,
      rotaGrounds: () => 'same',
      siteIds: () => ['n1'],
      rules,
      clock,
      claimMs: leaseMs,
      pageSize: 1,
      log: { ...silent, warn: (details, message) => logged.push([details, message]) },
    });

  /** True while something is due. */
  const look = async (source: RotaJobSource): Promise<boolean> => {
    const { items } = await source.due(isoOf(clock.now()), 10);
    for (const due of items) await source.handle(due);
    return items.length > 0;
  };
  const settle = async (source: RotaJobSource): Promise<void> => {
    while (await look(source));
  };

  const plan = async (id: string): Promise<void> => {
    const [visit] = planned.visitsOn(['n1'], date);
    if (!visit) throw new Error('nobody comes on that day');
    const requester = { id: 'requester', name: 'requester', language: 'en' as const };
    await tickets.create(newDraft({ id, requester, report, follows: null }, clock.now()));
    const given = async (personId: string, command: TicketRequest) =>
      desk.execute(
        id,
        { id: command.verb, actor: { kind: 'person', personId, name: '' }, command },
        clock.now(),
      );
    await given(requester.id, { verb: 'submit', report, card: null });
    const visitOf = plannedVisit(visit);
    await given(people.manager, { verb: 'plan-visit', untilDate: date, note: '', visit: visitOf });
  };
  const hourOf = async (id: string): Promise<string | undefined> =>
    (await tickets.get(id)).document.visit?.from.slice(11, 16);

  it('takes a ticket along as often as the visit is moved, also back and forth between the same hours', async () => {
    const one = await process();
    await plan('AAAAA1');
    const hours: (string | undefined)[] = [];
    for (const [revision, from] of ['12:00', '08:00', '12:00', '08:00', '12:00'].entries()) {
      planned = rotaWith(revision + 2, thursdays({ siteId: 'n1', from, to: '13:00' }));
      await settle(one);
      hours.push(await hourOf('AAAAA1'));
    }
    expect(hours).toEqual(['11:00', '07:00', '11:00', '07:00', '11:00']);
  });

  it('tells whoever waits for a visit that was cancelled where nobody comes later, once', async () => {
    const last = thursdays({ siteId: 'n1', validTo: date });
    planned = rotaWith(1, last);
    await plan('AAAAA1');
    const exception = { kind: 'cancelled', siteId: 'n1', date, note: 'ill', enteredBy: 'manager' } as const;
    const content = {
      ...{ travelMinutes: 15, rules: [last] },
      exceptions: [{ ...exception, at: isoOf(clock.now()) }],
    };
    planned = buildRota({ revision: 2, content }, directory, rules);
    const one = await process();
    await settle(one);
    clock.skip(11 * 60_000);
    await settle(one);
    const { visit, waitingFor, history } = (await tickets.get('AAAAA1')).document;
    expect([visit, waitingFor, history.length]).toEqual([null, 'visit', 3]);
    expect(history.at(-1)?.command).toMatchObject({ verb: 'plan-visit', visit: null, note: 'ill' });
  });

  it('goes on where another process stopped, and looks once more some minutes later', async () => {
    for (const id of ['AAAAA1', 'AAAAA2', 'AAAAA3']) await plan(id);
    planned = rotaWith(2, thursdays({ siteId: 'n1', from: '12:00', to: '13:00' }));
    const [one, two] = [await process(), await process()];
    await look(one);
    expect(await hourOf('AAAAA3')).toBe('07:00');
    await settle(two);
    expect(await Promise.all(['AAAAA1', 'AAAAA2', 'AAAAA3'].map(hourOf))).toEqual([
      '11:00',
      '11:00',
      '11:00',
    ]);
    expect(looked).toEqual(['AAAAA1', 'AAAAA2', 'AAAAA3']);
    // A process that did not know the rota yet.
    planned = rotaWith(1, thursdays({ siteId: 'n1' }));
    await plan('AAAAA4');
    planned = rotaWith(2, thursdays({ siteId: 'n1', from: '12:00', to: '13:00' }));
    clock.skip(11 * 60_000);
    await settle(two);
    expect(await hourOf('AAAAA4')).toBe('11:00');
    clock.skip(millisecondsPerDay);
    expect(await look(two)).toBe(false);
  });

  it('walks nowhere at a start for a rota that is known', async () => {
    const one = await process();
    await settle(one);
    clock.skip(11 * 60_000);
    await settle(one);
    expect(await look(await process())).toBe(false);
  });

  it('leaves out a ticket that fails, and says so; a database that fails ends the page', async () => {
    for (const id of ['AAAAA1', 'AAAAA2']) await plan(id);
    planned = rotaWith(2, thursdays({ siteId: 'n1', from: '12:00', to: '13:00' }));
    await settle(await process({ AAAAA1: new Error('cannot be decided') }));
    expect([await hourOf('AAAAA1'), await hourOf('AAAAA2')]).toEqual(['07:00', '11:00']);
    expect(logged).toEqual([[{ ticketId: 'AAAAA1' }, 'a ticket was not brought to the rota']]);
    planned = rotaWith(3, thursdays({ siteId: 'n1', from: '10:00', to: '13:00' }));
    const down = await process({ AAAAA2: new StoreUnavailable('down') });
    await expect(settle(down)).rejects.toThrow(StoreUnavailable);
  });
});
