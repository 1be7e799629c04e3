import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeBoardLease, type Board } from '../../src/board/index.js';
import { BoardSource } from '../../src/scheduler/index.js';
import { isoOf } from '../../src/sla/index.js';
import type { Versioned } from '../../src/store/index.js';
import { City, gatherMs, leaseMs, rules } from '../delivery/city.js';

const boardRules = { calendar: rules.calendar, gatherMs };
const opening = '2026-03-04T06:30:20.000Z';
let city: City;
let delivered: Versioned<Board>[];
beforeEach(async () => {
  city = await City.open(['north']);
  await city.one.delivery.reroute();
  delivered = [];
});
afterEach(async () => {
  await city.close();
});

const sourceOf = (owner: string) =>
  new BoardSource({
    boards: city.one.boards,
    delivery: { deliverBoard: (written) => delivered.push(written) },
    boardRules,
    clock: city.clock,
    lease: { owner, milliseconds: leaseMs },
  });
const moveTo = (iso: string) => {
  city.clock.set(Date.parse(iso) - city.clock.now());
};
const due = async (source: BoardSource) => (await source.due(isoOf(city.clock.now()), 10)).items;

it('a channel with something to say goes to delivery under a fresh lease, and is not due meanwhile', async () => {
  moveTo(opening);
  const source = sourceOf('one');
  for (const each of await due(source)) await source.handle(each);
  expect(delivered.map(({ document }) => document.lease?.owner)).toEqual(['one']);
  expect(await due(source)).toEqual([]);
});

it('of two instances that read the same board only one gets it', async () => {
  moveTo(opening);
  const [one, two] = [sourceOf('one'), sourceOf('two')];
  const [read] = await due(one);
  if (!read) throw new Error('no board is due');
  await Promise.all([one.handle(read), two.handle(read)]);
  expect(delivered).toHaveLength(1);
});

it('a board that is woken too early gets the right time to wake', async () => {
  const { document, version } = await city.one.boards.get('campus-north');
  await city.one.boards.replace({ ...document, wakeAt: isoOf(city.clock.now()) }, version);
  const source = sourceOf('one');
  for (const each of await due(source)) await source.handle(each);
  expect(delivered).toEqual([]);
  expect((await city.one.boards.get('campus-north')).document.wakeAt).toBe(opening);
});

it('what waits for a lease that a clock which was ahead wrote is found, and said', async () => {
  moveTo(opening);
  const { document, version } = await city.one.boards.get('campus-north');
  const ahead = city.clock.now() + 3 * 3_600_000;
  const terms = { owner: 'two', milliseconds: leaseMs };
  await city.one.boards.replace(takeBoardLease(document, terms, boardRules, ahead), version);
  const source = sourceOf('one');
  const now = city.clock.now();
  for await (const each of source.astray(isoOf(now), isoOf(now + 4 * 3_600_000))) await source.handle(each);
  expect(delivered.map((each) => each.document.lease?.owner)).toEqual(['one']);
});
