import { expect, it } from 'vitest';
import { handBack, tellTaken, type CallIntention, type Ticket } from '../../src/tickets/index.js';
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

it('what was told already is not told again', () => {
  const told = [{ about: call.about, entryId: call.entryId }];
  const conversation = { serviceUrl: 'https://teams.example/', conversationId: 'channel' };
  const given = ticket({ calls: { channel: { at: call.at, conversation, activityId: 'm1', told } } });
  expect(back(given)).toBe(given);
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
