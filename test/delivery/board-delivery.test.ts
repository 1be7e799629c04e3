import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardCollection } from '../../src/board/index.js';
import { SendError } from '../../src/delivery/index.js';
import { find, type Collection, type StoredDocument } from '../../src/store/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { City, chat, gatherMs, leaseMs, people, startInstance, type Instance } from './city.js';
import { Life, senderDuring, storeDuring } from './mortal.js';

const minute = 60_000;
const hour = 60 * minute;
/** Normal reports: first response within 240 service minutes, so that 75 % are over after three hours. */
const warnAfter = 3 * hour;

let city: City;
afterEach(async () => {
  await city.close();
});

describe('what the clock has to say', () => {
  beforeEach(async () => {
    city = await City.open();
  });

  it('stands under the card where it is alone', async () => {
    await city.standing('T1');
    await passes(warnAfter);
    expect(city.teams.read('channel-north')).toEqual(['T1 r2 channel', '> T1 to channel: first-response-75']);
  });

  it('is one message where two tickets are due at the same moment', async () => {
    await city.standing('T1');
    await city.standing('T2');
    await passes(warnAfter);
    expect(said('north')).toEqual(['board of campus-north; T1 first-response-75; T2 first-response-75']);
    expect(under('north')).toEqual([]);
  });

  it('is left out of the list where the ticket was resolved while it was gathered, and the other stands alone', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await passes(gatherMs);
    expect(said('north')).toEqual([]);
    expect(under('north')).toEqual(['> T2 to channel: first-response-75']);
  });

  it('is not said where all of it was answered meanwhile', async () => {
    await city.standing('T1');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.order('T1', 'manager', { verb: 'claim' });
    await passes(gatherMs);
    expect([...said('north'), ...under('north')]).toEqual([]);
  });

  it('is not said to a party that has handed the ticket on', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.order('T1', 'dispatcher', {
      verb: 'assign',
      personId: people.otherManager,
      note: '',
    });
    await passes(gatherMs);
    expect([said('north'), said('south')]).toEqual([[], []]);
    expect(under('north')).toEqual(['> T2 to channel: first-response-75']);
  });

  it('is one message under the card also where one thing is for the party and one for the help desk, which are the same', async () => {
    await city.standing('T1', { scope: 'school', blocked: true });
    await city.order('T1', 'dispatcher', { verb: 'assign', personId: people.dispatcher, note: '' });
    await city.order('T1', 'dispatcher', { verb: 'release' });
    await city.delivered();
    // Nobody looked at the clock while the first answer became overdue and most of the time for the solution was used up.
    city.clock.skip(warnAfter);
    for (let look = 0; look < 3; look += 1) await city.looks(city.one);
    await passes(gatherMs);
    expect(under('helpdesk')).toEqual(['> T1 to channel: first-response-helpdesk + resolution-75']);
  });

  it('is said once by two instances', async () => {
    const other = await city.another('two');
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    for (let round = 0; round < 5; round += 1) {
      await city.looks(city.one, other);
      city.clock.skip(gatherMs);
    }
    expect(said('north')).toHaveLength(1);
  });

  it('is said once more where the process dies between the post and its note, and only then', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    city.clock.skip(gatherMs);
    const dying = await mortal(city, 'dying');
    await city.clock.until(dying.instance.scheduler.look().catch(() => undefined));
    await city.clock.until(dying.instance.delivery.settled());
    expect(said('north')).toHaveLength(1);
    await passes(leaseMs);
    expect(said('north')).toHaveLength(2);
    await passes(leaseMs);
    expect(said('north')).toHaveLength(2);
  });

  it('is not repeated where the post timed out', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.teams.disturbance = ({ message }) =>
      message.summary.startsWith('board') ? new SendError('unknown', 'timed out') : undefined;
    await passes(warnAfter);
    expect(city.one.counts.perhapsSent).toBe(1);
    city.teams.disturbance = () => undefined;
    await passes(leaseMs);
    expect(said('north')).toEqual([]);
  });

  it('is tried again after the lease where it may pass', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.teams.disturbance = ({ message }) =>
      message.summary.startsWith('board') ? new SendError('temporary', 'unavailable') : undefined;
    await passes(warnAfter);
    city.teams.disturbance = () => undefined;
    await passes(leaseMs);
    expect(said('north')).toHaveLength(1);
  });

  it('goes to the help desk where the channel refuses for good', async () => {
    await city.standing('T1');
    await city.standing('T2');
    refuse('channel-north');
    await passes(warnAfter);
    await passes(gatherMs);
    expect(said('helpdesk')).toEqual(['board of helpdesk; T1 first-response-75; T2 first-response-75']);
  });

  it('goes to an administrator where the help desk refuses as well, else to the list of what reached nobody', async () => {
    await city.standing('T1');
    await city.standing('T2');
    refuse('channel-north', 'channel-helpdesk');
    await city.one.book.remember(chat('administrator'), city.clock.now());
    await passes(warnAfter);
    await passes(gatherMs);
    expect(city.teams.read('chat-administrator')).toHaveLength(1);
    city.teams.disturbance = () => new SendError('blocked', 'blocked');
    await passes(hour);
    await passes(leaseMs);
    await passes(gatherMs);
    const listed = (await city.undelivered()).filter(
      ({ key, meantFor }) => meantFor === 'channel' && key.includes('first-response'),
    );
    expect(new Set(listed.map(({ ticketId }) => ticketId))).toEqual(new Set(['T1', 'T2']));
  });
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
    await passes(gatherMs);
    expect(said('north')).toEqual(['board of campus-north; T1 first-response-75; T3 first-response-75']);
    await passes(leaseMs);
    expect(under('north')).toEqual([]);
    await raw.replace(document, spoiled.version);
    await passes(leaseMs);
    expect([said('north').length, under('north')]).toEqual([1, ['> T2 to channel: first-response-75']]);
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
    await at('2026-03-03T12:00:00.000Z');
    // 90 %: the teacher is told that the promise may be missed.
    await at('2026-03-03T12:37:00.000Z');
    expect(city.teams.read('chat-teacher').at(-1)).toBe('T1 to requester: first-response-at-risk');
    expect(under('north')).toEqual([]);
    await raw.replace(document, spoiled.version);
    await passes(leaseMs);
    expect(under('north')).toEqual(['> T1 to channel: first-response-75']);
  });
});

describe('a message that fails again and again', () => {
  it('goes to the help desk after an hour of rounds, and is one message there', async () => {
    city = await City.open();
    await city.standing('T1');
    await city.standing('T2');
    city.teams.disturbance = ({ conversationId }) =>
      conversationId === 'channel-north' ? new SendError('temporary', 'unavailable') : undefined;
    await at('2026-03-03T12:00:00.000Z');
    for (let round = 0; round < 59; round += 1) {
      city.clock.skip(leaseMs);
      await city.looks(city.one);
    }
    const before = said('helpdesk').length;
    for (let round = 0; round < 4; round += 1) await passes(leaseMs);
    expect([before, said('helpdesk').length]).toEqual([0, 1]);
    expect(said('helpdesk')[0]).toContain('T1 first-response');
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
    expect(said('north')).toHaveLength(1);
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
    expect(said('north')).toHaveLength(1);
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
    expect(said('north')).toHaveLength(1);
  });

  it('begins no message any more', async () => {
    const stopped = city.clock.until(city.one.delivery.stop(10_000));
    await city.looks(city.one);
    await stopped;
    expect(said('north')).toEqual([]);
  });
});

describe('what reaches nobody', () => {
  beforeEach(async () => {
    city = await City.open([]);
    await city.standing('T1');
    await city.standing('T2');
    await passes(warnAfter);
  });

  it('waits for the card of its ticket, which is on the list of undelivered messages', async () => {
    expect((await city.undelivered()).map(({ ticketId }) => ticketId).sort()).toEqual(['T1', 'T2']);
  });

  it('is said once a channel is linked, and leaves the list', async () => {
    await city.link('helpdesk');
    await city.clock.until(city.one.delivery.reroute('helpdesk'));
    await passes(leaseMs);
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
    await passes(leaseMs);
    expect(city.teams.read('channel-helpdesk').filter((each) => each.startsWith('>'))).toEqual([
      '> T2 to channel: first-response-75',
    ]);
  });
});

describe('a campus without a channel', () => {
  beforeEach(async () => {
    city = await City.open(['helpdesk']);
  });

  it('is told of at the help desk', async () => {
    await city.standing('T1');
    await city.standing('T2', { schoolId: '100002', siteId: 's1' });
    await passes(warnAfter);
    expect(said('helpdesk')).toEqual(['board of helpdesk; T1 first-response-75; T2 first-response-75']);
  });

  it('is told itself where its channel is linked before the message goes out', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.link('north');
    await passes(gatherMs);
    await passes(gatherMs);
    expect([said('helpdesk').length, said('north').length]).toEqual([0, 1]);
  });
});

describe('a channel that is unlinked before the message goes out', () => {
  it('leaves it to the help desk', async () => {
    city = await City.open();
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.one.book.unlink('campus-north');
    await passes(gatherMs);
    await passes(gatherMs);
    expect([said('helpdesk').length, said('north').length]).toEqual([1, 0]);
  });
});

describe('the morning', () => {
  beforeEach(async () => {
    city = await City.open();
    await city.one.delivery.reroute();
  });

  it('begins with the open tickets by deadline, together with what waited overnight, in one message at opening', async () => {
    // Reported at one: 75 % are over at closing time.
    city.clock.skip(3 * hour);
    await city.standing('T1');
    await city.standing('T2');
    await city.order('T2', 'manager', { verb: 'claim' });
    await city.delivered();
    await at('2026-03-04T06:29:59.000Z');
    const before = city.teams.read('channel-north').length;
    await at('2026-03-04T06:30:00.000Z');
    expect(said('north')).toEqual([]);
    await passes(gatherMs);
    expect(city.teams.read('channel-north').slice(before)).toEqual([
      'board of campus-north; T1 first-response-75; open: T1 T2',
    ]);
  });

  it('says nothing where there is nothing to say', async () => {
    await at('2026-03-04T06:31:00.000Z');
    expect([...said('north'), ...said('helpdesk')]).toEqual([]);
  });

  it('tells the help desk of its own tickets only', async () => {
    await city.standing('T1');
    await city.standing('T2');
    await city.order('T2', 'manager', { verb: 'claim' });
    await city.order('T1', 'dispatcher', { verb: 'assign', personId: people.dispatcher, note: '' });
    await city.delivered();
    await at('2026-03-04T06:31:00.000Z');
    expect(said('helpdesk')).toEqual(['board of helpdesk; open: T1']);
  });

  it('is for channels: where the help desk refuses, an administrator is told of what is due, and of no more', async () => {
    await city.one.book.remember(chat('administrator'), city.clock.now());
    // Reported at one: 75 % are over at closing time.
    city.clock.skip(3 * hour);
    for (const id of ['T1', 'T2', 'T3']) await city.standing(id);
    await city.order('T3', 'manager', { verb: 'claim' });
    for (const id of ['T1', 'T2', 'T3'])
      await city.order(id, 'dispatcher', { verb: 'assign', personId: people.dispatcher, note: '' });
    for (const id of ['T1', 'T2']) await city.order(id, 'dispatcher', { verb: 'release' });
    await city.delivered();
    refuse('channel-helpdesk');
    await at('2026-03-04T06:30:00.000Z');
    await passes(gatherMs);
    expect(city.teams.read('chat-administrator')).toEqual([
      'board of helpdesk; T1 first-response-75; T2 first-response-75',
    ]);
    await at('2026-03-05T06:30:30.000Z');
    expect(city.teams.read('chat-administrator').filter((each) => each.includes('open'))).toEqual([]);
  });

  it('is made up for later on the same day, and never after it', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    await at('2026-03-04T10:00:00.000Z');
    expect(said('north')).toHaveLength(1);
    city.clock.set(Date.parse('2026-03-06T19:00:00.000Z') - city.clock.now());
    await passes(0);
    expect(said('north')).toHaveLength(1);
  });

  it('comes once, also with a second instance and after the clock was set back', async () => {
    const other = await city.another('two');
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    city.clock.skip(Date.parse('2026-03-04T06:30:30.000Z') - city.clock.now());
    await city.looks(city.one, other);
    await city.looks(city.one, other);
    city.clock.set(-hour);
    await city.looks(city.one, other);
    city.clock.skip(hour);
    await city.looks(city.one, other);
    expect(said('north').filter((each) => each.includes('open: T1'))).toHaveLength(1);
  });

  it('tells the help desk of last week on the first service day of a week: on Tuesday after Easter Monday', async () => {
    await at('2026-04-02T10:00:00.000Z');
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.standing('T2');
    await at('2026-04-06T10:00:00.000Z');
    expect(said('helpdesk').filter((each) => each.includes('week'))).toEqual([]);
    await at('2026-04-07T05:31:00.000Z');
    await at('2026-04-08T05:31:00.000Z');
    expect(said('helpdesk').filter((each) => each.includes('week'))).toEqual([
      'board of helpdesk; week: 2 reported, 1 solved',
    ]);
  });

  it('does not make up for a week that is over', async () => {
    await city.standing('T1');
    await at('2026-03-21T10:00:00.000Z');
    await at('2026-03-23T06:31:00.000Z');
    const weeks = said('helpdesk').filter((each) => each.includes('week'));
    expect(weeks.map((each) => each.split('; ').at(-1))).toEqual(['week: 0 reported, 0 solved']);
  });
});

it('a channel that is linked in the middle of a day gets its first digest on the next', async () => {
  city = await City.open();
  await city.standing('T1');
  await city.order('T1', 'manager', { verb: 'claim' });
  await city.one.delivery.reroute('campus-north');
  await passes(hour);
  expect(said('north')).toEqual([]);
  const board = await find(city.one.boards, 'campus-north');
  expect(board?.document.wakeAt).toBe('2026-03-04T06:30:20.000Z');
});

async function passes(milliseconds: number): Promise<void> {
  city.clock.skip(milliseconds);
  await city.tells();
}

async function at(iso: string): Promise<void> {
  city.clock.skip(Date.parse(iso) - city.clock.now());
  await city.looks(city.one);
  await city.looks(city.one);
}

/** The tickets as they are stored, whatever their version. */
async function rawTickets({ store }: City): Promise<Collection<StoredDocument>> {
  return store.collection<StoredDocument>({ ...ticketCollection, upgrade: (raw) => raw });
}

/** The messages of a channel's own. */
function said(name: 'north' | 'south' | 'helpdesk'): string[] {
  return city.teams.read(`channel-${name}`).filter((each) => each.startsWith('board'));
}

/** The messages under a card. */
function under(name: 'north' | 'south' | 'helpdesk'): string[] {
  return city.teams.read(`channel-${name}`).filter((each) => each.startsWith('>'));
}

function refuse(...refusing: string[]): void {
  city.teams.disturbance = ({ conversationId, message }) =>
    refusing.includes(conversationId) && message.summary.startsWith('board')
      ? new SendError('blocked', 'blocked')
      : undefined;
}

/** A process that dies as soon as it has posted a message. */
async function mortal(
  of: City,
  owner: string,
): Promise<{ readonly instance: Instance; readonly life: Life }> {
  const life = new Life(Infinity);
  const teams = senderDuring(life, of.teams, () => undefined);
  of.teams.afterwards = ({ kind }) => {
    if (kind === 'post') life.end();
    of.teams.afterwards = () => Promise.resolve();
    return Promise.resolve();
  };
  const instance = await startInstance(storeDuring(life, of.store), { owner, clock: of.clock, teams });
  return { instance, life };
}
