import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardCollection } from '../../src/board/index.js';
import { SendError } from '../../src/delivery/index.js';
import { find, type Collection, type StoredDocument } from '../../src/store/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { at, passes, said, under, warnAfter } from './board-talk.js';
import { City, gatherMs, leaseMs } from './city.js';

let city: City;
afterEach(async () => {
  await city.close();
});

describe('a reminder about a ticket that cannot be read', () => {
  it('keeps the other reminders of its channel from nobody, and is told once it can be read again', async () => {
    city = await City.open();
    for (const id of ['T1', 'T2', 'T3']) await city.standing(id);
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    const raw = await rawTickets(city);
    const { document, version } = await raw.get('T2');
    const spoiled = await raw.replace({ ...document, schemaVersion: 99 }, version);
    await passes(city, gatherMs);
    expect(said(city, 'north')).toEqual([
      'board of campus-north; T1 first-response-75; T3 first-response-75',
    ]);
    await passes(city, leaseMs);
    expect(under(city, 'north')).toEqual([]);
    await raw.replace(document, spoiled.version);
    await passes(city, leaseMs);
    expect([said(city, 'north').length, under(city, 'north')]).toEqual([
      1,
      ['> T2 to channel: first-response-75'],
    ]);
  });
});

describe("a channel's own document that cannot be read", () => {
  it('keeps nobody else from being told, and is asked again', async () => {
    city = await City.open();
    await city.standing('T1');
    await city.one.delivery.reroute();
    const raw = await city.store.collection<StoredDocument>({ ...boardCollection, upgrade: (each) => each });
    const { document, version } = await raw.get('campus-north');
    const spoiled = await raw.replace({ ...document, schemaVersion: 99, wakeAt: null }, version);
    await at(city, '2026-03-03T12:00:00.000Z');
    // 90 %: the teacher is told that the promise may be missed.
    await at(city, '2026-03-03T12:37:00.000Z');
    expect(city.teams.read('chat-teacher').at(-1)).toBe('T1 to requester: first-response-at-risk');
    expect(under(city, 'north')).toEqual([]);
    await raw.replace(document, spoiled.version);
    await passes(city, leaseMs);
    expect(under(city, 'north')).toEqual(['> T1 to channel: first-response-75']);
  });
});

describe('a message that fails again and again', () => {
  it('goes to the help desk after an hour of rounds, and is one message there', async () => {
    city = await City.open();
    await city.standing('T1');
    await city.standing('T2');
    city.teams.disturbance = ({ conversationId }) =>
      conversationId === 'channel-north' ? new SendError('temporary', 'unavailable') : undefined;
    await at(city, '2026-03-03T12:00:00.000Z');
    for (let round = 0; round < 59; round += 1) {
      city.clock.skip(leaseMs);
      await city.looks(city.one);
    }
    const before = said(city, 'helpdesk').length;
    for (let round = 0; round < 4; round += 1) await passes(city, leaseMs);
    expect([before, said(city, 'helpdesk').length]).toEqual([0, 1]);
    expect(said(city, 'helpdesk')[0]).toContain('T1 first-response');
    expect((await find(city.one.boards, 'campus-north'))?.document.items).toEqual([]);
  });
});

describe('a process that is stopped', () => {
  beforeEach(async () => {
    city = await City.open();
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    city.clock.skip(gatherMs);
  });

  it('ends the message that is on its way, and it is not said again', async () => {
    city.teams.pace = () => city.clock.wait(3_000);
    await city.clock.until(city.one.scheduler.look());
    await city.clock.advance(1_000);
    await city.clock.until(city.one.delivery.stop(10_000));
    expect(said(city, 'north')).toHaveLength(1);
    const board = await find(city.one.boards, 'campus-north');
    expect([board?.document.items, board?.document.lease]).toEqual([[], null]);
  });

  it('gives the lease back where it waits before a repetition, so that another one says it at once', async () => {
    const other = await city.another('two');
    city.teams.disturbance = () => new SendError('throttled', 'slow down', 15_000);
    await city.clock.until(city.one.scheduler.look());
    await city.clock.advance(1_000);
    await city.clock.until(city.one.delivery.stop(10_000));
    expect((await find(city.one.boards, 'campus-north'))?.document.lease).toBeNull();
    city.teams.disturbance = () => undefined;
    await city.looks(other);
    expect(said(city, 'north')).toHaveLength(1);
  });

  it('leaves a message that does not come back to its lease, so that it is not said twice meanwhile', async () => {
    const other = await city.another('two');
    city.teams.pace = () => city.clock.wait(30_000);
    await city.clock.until(city.one.scheduler.look());
    await city.clock.advance(1_000);
    await city.clock.until(city.one.delivery.stop(10_000));
    city.teams.pace = () => Promise.resolve();
    await city.looks(other);
    await city.clock.advance(30_000);
    await city.looks(other);
    expect(said(city, 'north')).toHaveLength(1);
  });

  it('begins no message any more', async () => {
    const stopped = city.clock.until(city.one.delivery.stop(10_000));
    await city.looks(city.one);
    await stopped;
    expect(said(city, 'north')).toEqual([]);
  });
});

describe('what reaches nobody', () => {
  beforeEach(async () => {
    city = await City.open([]);
    await city.standing('T1');
    await city.standing('T2');
    await passes(city, warnAfter);
  });

  it('waits for the card of its ticket, which is on the list of undelivered messages', async () => {
    expect((await city.undelivered()).map(({ ticketId }) => ticketId).sort()).toEqual(['T1', 'T2']);
  });

  it('is said once a channel is linked, and leaves the list', async () => {
    await city.link('helpdesk');
    await city.clock.until(city.one.delivery.reroute('helpdesk'));
    await passes(city, leaseMs);
    expect(city.teams.read('channel-helpdesk').filter((each) => each.startsWith('>'))).toEqual([
      '> T1 to channel: first-response-75',
      '> T2 to channel: first-response-75',
    ]);
    expect(await city.undelivered()).toEqual([]);
  });

  it('is not said any more where it was answered before a channel is linked', async () => {
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.link('helpdesk');
    await city.clock.until(city.one.delivery.reroute('helpdesk'));
    await passes(city, leaseMs);
    expect(city.teams.read('channel-helpdesk').filter((each) => each.startsWith('>'))).toEqual([
      '> T2 to channel: first-response-75',
    ]);
  });
});

/** The tickets as they are stored, whatever their version. */
async function rawTickets({ store }: City): Promise<Collection<StoredDocument>> {
  return store.collection<StoredDocument>({ ...ticketCollection, upgrade: (raw) => raw });
}
