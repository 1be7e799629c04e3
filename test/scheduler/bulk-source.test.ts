import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bulkCollection,
  newBulk,
  type BulkCommand,
  type BulkJob,
  type BulkPlace,
} from '../../src/bulk/index.js';
import { BulkSource, type BulkSourceParts } from '../../src/scheduler/index.js';
import { isoOf } from '../../src/sla/index.js';
import { StoreUnavailable, type Collection, type DocumentStore } from '../../src/store/index.js';
import { ticketCollection, TicketDesk, type Ticket } from '../../src/tickets/index.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { minute, rules, Story } from '../tickets/given.js';
import { staffedCity, who } from '../tickets/staffed-city.js';

const directory = staffedCity();
const lease = { owner: 'one', milliseconds: minute, longest: 10 * minute };
const count = 25;
const idOf = (index: number): string => `AAA${String(100 + index)}`;

/** A process on the data: it dies at the step that `mayGo` refuses. */
async function process(
  store: DocumentStore,
  clock: FakeClock,
  told: BulkJob[],
  mayGo: () => boolean = () => true,
): Promise<{ readonly look: () => Promise<number>; readonly bulks: Collection<BulkJob> }> {
  const tickets = await store.collection(ticketCollection);
  const bulks = await store.collection(bulkCollection);
  const desk = new TicketDesk({
    tickets,
    directory: () => directory,
    rules,
    lease,
    onWritten: () => undefined,
  });
  const step = (): void => {
    if (!mayGo()) throw new StoreUnavailable('died');
  };
  const dying: BulkSourceParts['desk'] = {
    execute: async (...given) => {
      step();
      const outcome = await desk.execute(...given);
      step();
      return outcome;
    },
  };
  const source = new BulkSource({
    bulks: {
      ...bound(bulks),
      replace: async (document, version) => {
        step();
        const written = await bulks.replace(document, version);
        step();
        return written;
      },
    },
    tickets,
    desk: dying,
    tell: async (job): Promise<BulkPlace> => {
      step();
      told.push(job);
      return Promise.resolve({ ...job.place, activityId: 'card' });
    },
    clock,
    claimMs: minute,
    log: { warn: () => undefined },
  });
  const look = async (): Promise<number> => {
    const { items } = await source.due(isoOf(clock.now()), 10);
    for (const due of items) await source.handle(due);
    return items.length;
  };
  return { look, bulks };
}

function bound(bulks: Collection<BulkJob>): Collection<BulkJob> {
  return {
    get: async (id) => bulks.get(id),
    create: async (job) => bulks.create(job),
    replace: async (job, version) => bulks.replace(job, version),
    remove: async (id, version) => bulks.remove(id, version),
    query: async (query) => bulks.query(query),
    count: async (where, upTo) => bulks.count(where, upTo),
    due: async (now, limit, continuation) => bulks.due(now, limit, continuation),
  };
}

describe.each(storeKinds)('commands to many tickets, on %s', (kind) => {
  let data: TestStore;
  let tickets: Collection<Ticket>;
  let clock: FakeClock;
  let told: BulkJob[];
  let orders = 0;
  beforeEach(async () => {
    data = await openTestStore(kind);
    clock = new FakeClock('2026-11-18T08:30:00Z');
    told = [];
    tickets = await data.store.collection(ticketCollection);
    const { ticket } = Story.submitted();
    for (let index = 0; index < count; index += 1)
      await tickets.create({ ...ticket, id: idOf(index), outbox: [] });
  });
  afterEach(async () => data.close());

  const ordered = async (personId: string, command: BulkCommand, ids = all): Promise<string> => {
    const id = `order-${String((orders += 1))}`;
    const place = { conversation: { serviceUrl: 'https://example.org', conversationId: 'c' }, root: null };
    const by = { id: personId, name: 'Somebody' };
    const bulks = await data.store.collection(bulkCollection);
    await bulks.create(newBulk({ id, by, language: 'de', command, ticketIds: ids, place }, clock.now()));
    return id;
  };
  const all = Array.from({ length: count }, (_, index) => idOf(index));
  const resolve: BulkCommand = { verb: 'resolve', solution: 'Router restarted' };
  const until = async (one: { readonly look: () => Promise<number> }): Promise<void> => {
    for (let looks = 0; looks < 50 && (await one.look()) > 0; looks += 1) continue;
  };
  const solutions = async (id: string): Promise<number> =>
    (await tickets.get(id)).document.history.filter(({ command }) => command.verb === 'resolve').length;

  test('change each ticket once in the person’s name, and tell the end', async () => {
    const id = await ordered(who.dispatcher, resolve);
    await until(await process(data.store, clock, told));
    for (const ticketId of all) {
      const { state, history } = (await tickets.get(ticketId)).document;
      expect(state).toBe('resolved');
      expect(history.at(-1)).toMatchObject({
        id: `${id}:resolve:${ticketId}`,
        actor: { id: who.dispatcher, role: 'dispatcher' },
      });
    }
    expect(told.at(-1)).toMatchObject({ id, finishedAt: isoOf(clock.now()) });
    expect(told.at(-1)?.results).toHaveLength(count);
    expect(told.filter(({ finishedAt }) => finishedAt !== null)).toHaveLength(1);
  });

  test('ask for the right of the person at each ticket, when its turn has come', async () => {
    const [first = '', second = ''] = all;
    const { document, version } = await tickets.get(second);
    const handledBy = {
      party: 'campus',
      campusId: 'south',
      person: null,
      reason: { code: 'no-school' },
    } as const;
    const report = { ...document.report, schoolId: '100002', siteId: '100002-1' };
    await tickets.replace({ ...document, handledBy, report }, version);
    await ordered(who.northManager, resolve, [first, second, 'ZZZ999']);
    await until(await process(data.store, clock, told));
    expect(told.at(-1)?.results).toEqual([
      { ticketId: first, kind: 'done' },
      { ticketId: second, kind: 'refused', refusal: { code: 'not-allowed', verb: 'resolve' } },
      { ticketId: 'ZZZ999', kind: 'refused', refusal: { code: 'not-found' } },
    ]);
    expect(await solutions(second)).toBe(0);
  });

  test('hand tickets over as the form of one ticket does', async () => {
    await ordered(who.dispatcher, { verb: 'offer', to: { party: 'campus', campusId: 'south' }, note: '' });
    await until(await process(data.store, clock, told));
    for (const ticketId of all)
      expect((await tickets.get(ticketId)).document.handledBy?.campusId).toBe('south');
  });

  test('are forgotten a week after their end', async () => {
    const id = await ordered(who.dispatcher, resolve, all.slice(0, 2));
    const one = await process(data.store, clock, told);
    await until(one);
    await clock.advance(7 * 24 * 60 * minute);
    await until(one);
    await expect(one.bulks.get(id)).rejects.toThrow();
  });

  test('change nothing twice where two processes work at once', async () => {
    await ordered(who.dispatcher, resolve);
    const [one, other] = [
      await process(data.store, clock, told),
      await process(await data.another(), clock, told),
    ];
    for (let round = 0; round < 12; round += 1) await Promise.all([one.look(), other.look()]);
    for (const ticketId of all) expect(await solutions(ticketId)).toBe(1);
    expect(told.filter(({ finishedAt }) => finishedAt !== null)).toHaveLength(1);
  });

  test('go on where a process died, whenever that was', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }), async (lives) => {
        told = [];
        const ids = all.slice(0, 14);
        const id = await ordered(who.dispatcher, { verb: 'assign', personId: who.dispatcher, note: '' }, ids);
        for (const steps of lives) {
          let left = steps;
          const mortal = await process(data.store, clock, told, () => (left -= 1) >= 0);
          await until(mortal).catch(() => undefined);
          await clock.advance(2 * minute);
        }
        await until(await process(data.store, clock, told));
        for (const ticketId of ids) {
          const { history } = (await tickets.get(ticketId)).document;
          expect(history.filter((entry) => entry.id === `${id}:assign:${ticketId}`)).toHaveLength(1);
        }
        expect(told.at(-1)?.results.map(({ kind }) => kind)).toEqual(ids.map(() => 'done'));
      }),
      { numRuns: kind === 'sqlite' ? 20 : 5 },
    );
  });
});
