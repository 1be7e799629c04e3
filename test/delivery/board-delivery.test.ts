import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../src/delivery/index.js';
import { find } from '../../src/store/index.js';
import { at, passes, refuse, said, under, warnAfter } from './board-talk.js';
import { City, chat, gatherMs, leaseMs, people, startInstance, type Instance } from './city.js';
import { Life, senderDuring, storeDuring } from './mortal.js';

const minute = 60_000;
const hour = 60 * minute;

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
    await passes(city, warnAfter);
    expect(city.teams.read('channel-north')).toEqual(['T1 r2 channel', '> T1 to channel: first-response-75']);
  });

  it('is one message where two tickets are due at the same moment', async () => {
    await city.standing('T1');
    await city.standing('T2');
    await passes(city, warnAfter);
    expect(said(city, 'north')).toEqual([
      'board of campus-north; T1 first-response-75; T2 first-response-75',
    ]);
    expect(under(city, 'north')).toEqual([]);
  });

  it('is left out of the list where the ticket was resolved while it was gathered, and the other stands alone', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await passes(city, gatherMs);
    expect(said(city, 'north')).toEqual([]);
    expect(under(city, 'north')).toEqual(['> T2 to channel: first-response-75']);
  });

  it('is not said where all of it was answered meanwhile', async () => {
    await city.standing('T1');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.order('T1', 'manager', { verb: 'claim' });
    await passes(city, gatherMs);
    expect([...said(city, 'north'), ...under(city, 'north')]).toEqual([]);
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
    await passes(city, gatherMs);
    expect([said(city, 'north'), said(city, 'south')]).toEqual([[], []]);
    expect(under(city, 'north')).toEqual(['> T2 to channel: first-response-75']);
  });

  it('is one message under the card also where one thing is for the party and one for the help desk, which are the same', async () => {
    await city.standing('T1', { scope: 'school', blocked: true });
    await city.order('T1', 'dispatcher', { verb: 'assign', personId: people.dispatcher, note: '' });
    await city.order('T1', 'dispatcher', { verb: 'release' });
    await city.delivered();
    // Nobody looked at the clock while the first answer became overdue and most of the time for the solution was used up.
    city.clock.skip(warnAfter);
    for (let look = 0; look < 3; look += 1) await city.looks(city.one);
    await passes(city, gatherMs);
    expect(under(city, 'helpdesk')).toEqual(['> T1 to channel: first-response-helpdesk + resolution-75']);
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
    expect(said(city, 'north')).toHaveLength(1);
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
    expect(said(city, 'north')).toHaveLength(1);
    await passes(city, leaseMs);
    expect(said(city, 'north')).toHaveLength(2);
    await passes(city, leaseMs);
    expect(said(city, 'north')).toHaveLength(2);
  });

  it('is not repeated where the post timed out', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.teams.disturbance = ({ message }) =>
      message.summary.startsWith('board') ? new SendError('unknown', 'timed out') : undefined;
    await passes(city, warnAfter);
    expect(city.one.counts.perhapsSent).toBe(1);
    city.teams.disturbance = () => undefined;
    await passes(city, leaseMs);
    expect(said(city, 'north')).toEqual([]);
  });

  it('is tried again after the lease where it may pass', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.teams.disturbance = ({ message }) =>
      message.summary.startsWith('board') ? new SendError('temporary', 'unavailable') : undefined;
    await passes(city, warnAfter);
    city.teams.disturbance = () => undefined;
    await passes(city, leaseMs);
    expect(said(city, 'north')).toHaveLength(1);
  });

  it('goes to the help desk where the channel refuses for good', async () => {
    await city.standing('T1');
    await city.standing('T2');
    refuse(city, 'channel-north');
    await passes(city, warnAfter);
    await passes(city, gatherMs);
    expect(said(city, 'helpdesk')).toEqual(['board of helpdesk; T1 first-response-75; T2 first-response-75']);
  });

  it('goes to an administrator where the help desk refuses as well, else to the list of what reached nobody', async () => {
    await city.standing('T1');
    await city.standing('T2');
    refuse(city, 'channel-north', 'channel-helpdesk');
    await city.one.book.remember(chat('administrator'), city.clock.now());
    await passes(city, warnAfter);
    await passes(city, gatherMs);
    expect(city.teams.read('chat-administrator')).toHaveLength(1);
    city.teams.disturbance = () => new SendError('blocked', 'blocked');
    await passes(city, hour);
    await passes(city, leaseMs);
    await passes(city, gatherMs);
    const listed = (await city.undelivered()).filter(
      ({ key, meantFor }) => meantFor === 'channel' && key.includes('first-response'),
    );
    expect(new Set(listed.map(({ ticketId }) => ticketId))).toEqual(new Set(['T1', 'T2']));
  });
});

describe('a campus without a channel', () => {
  beforeEach(async () => {
    city = await City.open(['helpdesk']);
  });

  it('is told of at the help desk', async () => {
    await city.standing('T1');
    await city.standing('T2', { schoolId: '100002', siteId: 's1' });
    await passes(city, warnAfter);
    expect(said(city, 'helpdesk')).toEqual(['board of helpdesk; T1 first-response-75; T2 first-response-75']);
  });

  it('is told itself where its channel is linked before the message goes out', async () => {
    await city.standing('T1');
    await city.standing('T2');
    city.clock.skip(warnAfter);
    await city.looks(city.one);
    await city.link('north');
    await passes(city, gatherMs);
    await passes(city, gatherMs);
    expect([said(city, 'helpdesk').length, said(city, 'north').length]).toEqual([0, 1]);
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
    await passes(city, gatherMs);
    await passes(city, gatherMs);
    expect([said(city, 'helpdesk').length, said(city, 'north').length]).toEqual([1, 0]);
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
    await at(city, '2026-03-04T06:29:59.000Z');
    const before = city.teams.read('channel-north').length;
    await at(city, '2026-03-04T06:30:00.000Z');
    expect(said(city, 'north')).toEqual([]);
    await passes(city, gatherMs);
    expect(city.teams.read('channel-north').slice(before)).toEqual([
      'board of campus-north; T1 first-response-75; open: T1 T2',
    ]);
  });

  it('says nothing where there is nothing to say', async () => {
    await at(city, '2026-03-04T06:31:00.000Z');
    expect([...said(city, 'north'), ...said(city, 'helpdesk')]).toEqual([]);
  });

  it('tells the help desk of its own tickets only', async () => {
    await city.standing('T1');
    await city.standing('T2');
    await city.order('T2', 'manager', { verb: 'claim' });
    await city.order('T1', 'dispatcher', { verb: 'assign', personId: people.dispatcher, note: '' });
    await city.delivered();
    await at(city, '2026-03-04T06:31:00.000Z');
    expect(said(city, 'helpdesk')).toEqual(['board of helpdesk; open: T1']);
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
    refuse(city, 'channel-helpdesk');
    await at(city, '2026-03-04T06:30:00.000Z');
    await passes(city, gatherMs);
    expect(city.teams.read('chat-administrator')).toEqual([
      'board of helpdesk; T1 first-response-75; T2 first-response-75',
    ]);
    await at(city, '2026-03-05T06:30:30.000Z');
    expect(city.teams.read('chat-administrator').filter((each) => each.includes('open'))).toEqual([]);
  });

  it('is made up for later on the same day, and never after it', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    await at(city, '2026-03-04T10:00:00.000Z');
    expect(said(city, 'north')).toHaveLength(1);
    city.clock.set(Date.parse('2026-03-06T19:00:00.000Z') - city.clock.now());
    await passes(city, 0);
    expect(said(city, 'north')).toHaveLength(1);
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
    expect(said(city, 'north').filter((each) => each.includes('open: T1'))).toHaveLength(1);
  });

  it('tells the help desk of last week on the first service day of a week: on Tuesday after Easter Monday', async () => {
    await at(city, '2026-04-02T10:00:00.000Z');
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.standing('T2');
    await at(city, '2026-04-06T10:00:00.000Z');
    expect(said(city, 'helpdesk').filter((each) => each.includes('week'))).toEqual([]);
    await at(city, '2026-04-07T05:31:00.000Z');
    await at(city, '2026-04-08T05:31:00.000Z');
    expect(said(city, 'helpdesk').filter((each) => each.includes('week'))).toEqual([
      'board of helpdesk; week: 2 reported, 1 solved',
    ]);
  });

  it('does not make up for a week that is over', async () => {
    await city.standing('T1');
    await at(city, '2026-03-21T10:00:00.000Z');
    await at(city, '2026-03-23T06:31:00.000Z');
    const weeks = said(city, 'helpdesk').filter((each) => each.includes('week'));
    expect(weeks.map((each) => each.split('; ').at(-1))).toEqual(['week: 0 reported, 0 solved']);
  });
});

it('a channel that is linked in the middle of a day gets its first digest on the next', async () => {
  city = await City.open();
  await city.standing('T1');
  await city.order('T1', 'manager', { verb: 'claim' });
  await city.one.delivery.reroute('campus-north');
  await passes(city, hour);
  expect(said(city, 'north')).toEqual([]);
  const board = await find(city.one.boards, 'campus-north');
  expect(board?.document.wakeAt).toBe('2026-03-04T06:30:20.000Z');
});

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
