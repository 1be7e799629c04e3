import { expect, it } from 'vitest';
import {
  dropIntention,
  handBack,
  recordCalled,
  tellTaken,
  type Call,
  type CallIntention,
  type Ticket,
} from '../../src/tickets/index.js';
import { instantOf } from '../../src/sla/index.js';
import { ticket } from '../cards/fixtures.js';
import { rules } from '../delivery/city.js';

const now = instantOf('2026-11-24T09:00:00.000Z');
const call: CallIntention = {
  kind: 'call',
  key: 'K7M3QX:first-response-75:2026-11-24T10:00:00.000Z',
  to: 'channel',
  about: 'first-response-75',
  entryId: 'remind:1',
  at: '2026-11-24T08:59:00.000Z',
  attempts: 0,
};
const other: CallIntention = { ...call, key: 'other', about: 'requester-comment', entryId: 'comment:1' };
const conversation = { serviceUrl: 'https://teams.example/', conversationId: 'channel' };
const message = ({ about, entryId }: CallIntention): Call => ({
  at: call.at,
  conversation,
  activityId: 'm1',
  told: [{ about, entryId }],
});
const back = (given: Ticket) => handBack(given, call, rules, now);

it('what stays alone becomes a call of its ticket, without an entry in the history', () => {
  const given = ticket();
  const after = back(given);
  expect(after.outbox).toEqual([call]);
  expect([after.history, after.revision]).toEqual([given.history, given.revision]);
  expect(after.wakeAt).toBe('2026-11-24T09:00:00.000Z');
});

it('handed back twice it is called once', () => {
  expect(back(back(ticket())).outbox).toEqual([call]);
});

it('what was told already is not told again, whoever was told of it and whatever was said since', () => {
  for (const to of ['channel', 'helpdesk'] as const) {
    const about = { ...call, to };
    const handed = handBack(ticket(), about, rules, now);
    const told = recordCalled(handed, { key: about.key, to, call: message(about) }, rules, now);
    const since = recordCalled(told, { key: 'other', to: 'channel', call: message(other) }, rules, now);
    expect(handBack(since, about, rules, now)).toBe(since);
  }
});

it('what became pointless before it was sent is not handed back again', () => {
  const dropped = dropIntention(back(ticket()), call.key, rules, now);
  expect(back(dropped)).toBe(dropped);
});

it('a tell that a process died before taking out becomes the call, and is not told to the channel again', () => {
  const given = ticket({ outbox: [{ ...call, kind: 'tell', to: 'channel' }] });
  expect(back(given).outbox).toEqual([call]);
});

it('that a tell was taken over says nothing about a call with the same key', () => {
  const tell = { ...call, kind: 'tell', to: 'channel' } as const;
  expect(tellTaken(ticket({ outbox: [tell] }), call.key, rules, now).outbox).toEqual([]);
  const called = ticket({ outbox: [call] });
  expect(tellTaken(called, call.key, rules, now)).toBe(called);
});
