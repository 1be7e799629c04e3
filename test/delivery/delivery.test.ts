import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SendError } from '../../src/delivery/sender.js';
import { isoOf } from '../../src/sla/index.js';
import { takeLease } from '../../src/tickets/index.js';
import { City, chat, leaseMs, people, rules } from './city.js';

let city: City;
beforeEach(async () => {
  city = await City.open();
});
afterEach(async () => {
  await city.close();
});

describe('cards', () => {
  it('a submitted ticket is shown to its requester and in the channel of its campus', async () => {
    await city.standing('T1');
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r1 requester']);
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
    const ticket = await city.ticket('T1');
    expect(ticket.outbox).toEqual([]);
    expect(ticket.lease).toBeNull();
    expect(ticket.wakeAt).not.toBeNull();
  });

  it('a change edits the cards that stand and posts nothing', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r2 requester']);
    expect(city.teams.read('channel-north')).toEqual(['T1 r2 channel']);
  });

  it('the edits of several places are written down together', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'claim' });
    const replace = vi.spyOn(city.one.tickets, 'replace');
    await city.delivered();
    expect(replace).toHaveBeenCalledOnce();
  });

  it('changes in quick succession coalesce, and a card never goes back', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.order('T1', 'manager', { verb: 'release' });
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    const card = city.teams.messages.find(({ conversationId }) => conversationId === 'channel-north');
    expect(card?.shown).toEqual(['T1 r1 channel', 'T1 r4 channel']);
  });

  it('a change that comes while a card is being edited is shown by a further edit', async () => {
    await city.standing('T1');
    let isFirst = true;
    city.teams.pace = async () => {
      if (!isFirst) return;
      isFirst = false;
      await city.order('T1', 'manager', { verb: 'release' });
    };
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r3 channel']);
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r3 requester']);
  });

  it('a deleted card is posted anew', async () => {
    await city.standing('T1');
    const [card] = city.teams.messages.filter(({ conversationId }) => conversationId === 'channel-north');
    city.teams.delete(card?.id ?? '');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r2 channel']);
  });

  it('a card whose post timed out is posted again, since only a card with an id can be edited', async () => {
    city.teams.disturbance = failFirst('unknown');
    await city.submit('T1');
    await city.delivered();
    expect(city.one.counts.perhapsSent).toBe(1);
    await city.clock.advance(leaseMs);
    await city.clock.until(city.one.scheduler.look());
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r1 requester']);
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
  });

  it('after a hand-over the card stands in the new channel and the old one is drawn as a former card', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', {
      verb: 'offer',
      to: { party: 'campus', campusId: 'south' },
      note: '',
    });
    await city.delivered();
    expect(city.teams.read('channel-south').at(0)).toBe('T1 r2 offer');
    await city.order('T1', 'otherManager', { verb: 'accept' });
    await city.delivered();
    expect(city.teams.read('channel-south').at(0)).toBe('T1 r3 channel');
    expect(city.teams.read('channel-north').at(0)).toBe('T1 r3 former-1');
  });

  it('a card that was on its way when the ticket moved to another channel becomes a former card', async () => {
    let isFirst = true;
    city.teams.afterwards = async ({ conversationId }) => {
      if (conversationId !== 'channel-north' || !isFirst) return;
      isFirst = false;
      await city.order('T1', 'teacher', { verb: 'edit', changes: { schoolId: '100002', siteId: 's1' } });
    };
    await city.submit('T1');
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r2 former-1']);
    expect(city.teams.read('channel-south')).toEqual(['T1 r2 channel']);
    expect((await city.ticket('T1')).outbox).toEqual([]);
  });
});

describe('calls', () => {
  it('a comment to the requester is a new message in the personal chat', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'comment', text: 'Is it plugged in?' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r2 requester', 'T1 to requester: comment']);
  });

  it('a call to the channel is a reply under the card', async () => {
    await city.standing('T1');
    await city.order('T1', 'teacher', { verb: 'comment', text: 'It is.' });
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r2 channel', '> T1 to channel: requester-comment']);
  });

  it('two events for one person within 60 s are one message that tells both', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.delivered();
    await city.clock.advance(59_000);
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual([
      'T1 r3 requester',
      'T1 to requester: comment + resolved',
    ]);
  });

  it('a ticket that is solved within 60 s of a planned visit leaves nothing of the plan in the message', async () => {
    await city.standing('T1');
    const plan = { verb: 'plan-visit', untilDate: '2026-03-05', note: '' } as const;
    await city.order('T1', 'manager', plan);
    await city.delivered();
    expect(city.teams.read('chat-teacher').at(-1)).toBe('T1 to requester: visit');
    await city.clock.advance(20_000);
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r3 requester', 'T1 to requester: resolved']);
  });

  it('an event 60 s later is a message of its own', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.delivered();
    await city.clock.advance(60_000);
    await city.order('T1', 'manager', { verb: 'comment', text: 'Mended it.' });
    await city.delivered();
    expect(city.teams.read('chat-teacher').slice(1)).toEqual([
      'T1 to requester: comment',
      'T1 to requester: comment',
    ]);
  });

  it('where the message of a minute ago was deleted, the second event is a new message', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.delivered();
    city.teams.delete((await city.ticket('T1')).calls.requester?.activityId ?? '');
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r3 requester', 'T1 to requester: resolved']);
  });

  it('what became pointless before it was sent is not sent', async () => {
    await city.standing('T1');
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.order('T1', 'teacher', { verb: 'reopen', text: 'Still broken.' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r3 requester']);
    expect(city.teams.read('channel-north')).toEqual(['T1 r3 channel', '> T1 to channel: reopened']);
  });

  it('a call that timed out was perhaps sent: it is counted and not sent again', async () => {
    await city.standing('T1');
    city.teams.disturbance = ({ kind }) =>
      kind === 'post' ? new SendError('unknown', 'timed out') : undefined;
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.delivered();
    await city.clock.advance(2 * leaseMs);
    await city.clock.until(city.one.scheduler.look());
    await city.delivered();
    expect(city.teams.attempts.filter(({ message }) => message.summary.endsWith('comment'))).toHaveLength(1);
    expect(city.one.counts.perhapsSent).toBe(1);
    expect((await city.ticket('T1')).outbox).toEqual([]);
  });

  it('an event after a call that perhaps arrived is a message of its own', async () => {
    await city.standing('T1');
    city.teams.disturbance = failFirst('unknown', 'post');
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.delivered();
    await city.order('T1', 'manager', { verb: 'resolve', solution: 'Plugged in.' });
    await city.delivered();
    expect(city.teams.read('chat-teacher')).toEqual(['T1 r3 requester', 'T1 to requester: resolved']);
  });

  it('a requester who blocked the bot is put on the list of undelivered messages, and the ticket goes on', async () => {
    await city.standing('T1');
    city.teams.disturbance = ({ conversationId }) =>
      conversationId === 'chat-teacher' ? new SendError('blocked', 'blocked') : undefined;
    await city.order('T1', 'manager', { verb: 'comment', text: 'Is it plugged in?' });
    await city.delivered();
    const list = await city.undelivered();
    expect(list.map(({ ticketId, meantFor, reason }) => ({ ticketId, meantFor, reason }))).toEqual([
      { ticketId: 'T1', meantFor: 'requester', reason: 'blocked' },
      { ticketId: 'T1', meantFor: 'requester', reason: 'blocked' },
    ]);
    expect(JSON.stringify(list)).not.toContain('plugged');
    expect(city.one.counts.undelivered).toBe(2);
    const { outbox, toInform } = await city.ticket('T1');
    expect(outbox).toEqual([]);
    // The channel's card asks for a call by phone.
    expect(toInform.map(({ about }) => about)).toEqual(['comment']);
    expect(city.teams.read('channel-north')).toEqual(['T1 r3 channel']);
  });
});

describe('a requester who never wrote to the bot', () => {
  it('misses no card, is called by phone where that matters, and gets the card after the first words', async () => {
    await city.submit('T1', {}, city.one, 'otherManager');
    await city.delivered();
    expect(await city.undelivered()).toEqual([]);
    expect((await city.ticket('T1')).outbox).toEqual([]);
    await city.order('T1', 'manager', { verb: 'comment', text: 'Is it plugged in?' });
    await city.delivered();
    expect((await city.ticket('T1')).toInform.map(({ about }) => about)).toEqual(['comment']);
    expect((await city.undelivered()).map(({ key }) => key).filter((key) => key.startsWith('show'))).toEqual(
      [],
    );
    await city.one.book.remember(chat('otherManager'), city.clock.now());
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    expect(city.teams.read('chat-otherManager')).toEqual(['T1 r4 requester']);
  });
});

describe('failures', () => {
  it('a throttled message goes when Teams allows it, and not before', async () => {
    const refusedAt = city.clock.now();
    city.teams.disturbance = () =>
      city.clock.now() < refusedAt + 10_000 ? new SendError('throttled', 'slow down', 10_000) : undefined;
    await city.submit('T1');
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
    expect(city.teams.attempts).toHaveLength(4);
  });

  it('while Teams is down, intentions wait; afterwards they are delivered', async () => {
    city.teams.disturbance = () => new SendError('temporary', 'unavailable');
    await city.submit('T1');
    await city.delivered();
    const waiting = await city.ticket('T1');
    expect(waiting.outbox.map(({ attempts }) => attempts)).toEqual([1, 1]);
    expect(waiting.wakeAt).toBe(waiting.lease?.until);
    city.teams.disturbance = () => undefined;
    await city.clock.advance(leaseMs);
    await city.clock.until(city.one.scheduler.look());
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
    expect(await city.undelivered()).toEqual([]);
  });

  it("another process' lease is respected", async () => {
    await city.standing('T1');
    const read = await city.one.tickets.get('T1');
    const now = city.clock.now();
    const waiting = {
      ...read.document,
      outbox: [{ kind: 'show', key: 'show:channel', place: 'channel', attempts: 0 }],
    } as const;
    const foreign = takeLease(
      { ...waiting, revision: 2 },
      { owner: 'another', milliseconds: leaseMs },
      rules,
      now,
    );
    const written = await city.one.tickets.replace(foreign, read.version);
    city.one.delivery.deliver(written);
    await city.delivered();
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
    expect((await city.ticket('T1')).lease?.owner).toBe('another');
  });

  it('a lease that has run short is renewed before the next message', async () => {
    await city.standing('T1');
    let leaseLeftMs = 0;
    city.teams.pace = async ({ kind }) => {
      if (kind === 'edit') return city.clock.wait(35_000);
      const { lease } = await city.ticket('T1');
      leaseLeftMs = Date.parse(lease?.until ?? '') - city.clock.now();
    };
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.delivered();
    expect(leaseLeftMs).toBe(leaseMs);
  });
});

describe('stopping', () => {
  it('a message on its way is finished and written down', async () => {
    await city.standing('T1');
    city.teams.pace = () => city.clock.wait(3_000);
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.clock.advance(0);
    await city.clock.until(city.one.delivery.stop(10_000));
    const ticket = await city.ticket('T1');
    expect(ticket.places.map(({ shownRevision }) => shownRevision)).toEqual([2, 2]);
  });

  it('the rest is given back, so that another instance can go on at once', async () => {
    await city.standing('T1');
    city.teams.pace = () => city.clock.wait(3_000);
    await city.order('T1', 'manager', { verb: 'comment', text: 'Found it.' });
    await city.clock.advance(0);
    await city.clock.until(city.one.delivery.stop(10_000));
    const ticket = await city.ticket('T1');
    expect(ticket.outbox.map(({ kind }) => kind)).toEqual(['call']);
    expect(ticket.lease).toBeNull();
    expect(ticket.wakeAt && ticket.wakeAt <= isoOf(city.clock.now())).toBe(true);
  });

  it('what waits for a repetition does not hold up the stop', async () => {
    city.teams.disturbance = () => new SendError('throttled', 'slow down', 15_000);
    await city.submit('T1');
    await city.clock.advance(0);
    const begun = city.clock.now();
    await city.clock.until(city.one.delivery.stop(10_000));
    expect(city.clock.now()).toBe(begun);
    expect((await city.ticket('T1')).lease).toBeNull();
  });

  it('a message that never returns holds up the stop only as long as allowed', async () => {
    city.teams.pace = () => new Promise(() => undefined);
    await city.submit('T1');
    await city.clock.advance(0);
    const begun = city.clock.now();
    await city.clock.until(city.one.delivery.stop(10_000));
    expect(city.clock.now()).toBe(begun + 10_000);
  });

  it('what is handed over after the stop is given back unsent', async () => {
    await city.clock.until(city.one.delivery.stop(10_000));
    await city.submit('T1');
    await city.delivered();
    expect(city.teams.attempts).toEqual([]);
    expect((await city.ticket('T1')).lease).toBeNull();
  });
});

it('the newest chat of the requester is used where the first one is gone', async () => {
  await city.standing('T1');
  city.clock.skip(1_000);
  await city.one.book.remember({ ...chat('teacher'), conversationId: 'chat-new' }, city.clock.now());
  city.teams.disturbance = ({ conversationId }) =>
    conversationId === 'chat-teacher' ? new SendError('gone', 'gone') : undefined;
  await city.order('T1', 'manager', { verb: 'comment', text: 'Is it plugged in?' });
  await city.delivered();
  expect(city.teams.read('chat-new')).toEqual(['T1 r2 requester', 'T1 to requester: comment']);
  expect(people.teacher).toBe((await city.ticket('T1')).requester.id);
});

function failFirst(outcome: SendError['outcome'], kind?: 'post' | 'edit') {
  let hasFailed = false;
  return (operation: { readonly kind: 'post' | 'edit' }): SendError | undefined => {
    if (hasFailed || (kind && operation.kind !== kind)) return undefined;
    hasFailed = true;
    return new SendError(outcome, 'failed');
  };
}
