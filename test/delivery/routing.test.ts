import { afterEach, expect, it, vi } from 'vitest';
import { SendError } from '../../src/delivery/sender.js';
import { Unreadable, type CollectionSpec, type StoredDocument } from '../../src/store/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { City, chat, leaseMs, silent } from './city.js';

let city: City;
afterEach(async () => {
  await city.close();
});

it("without a linked channel the card is in the help desk's and says so", async () => {
  city = await City.open(['helpdesk']);
  await city.standing('T1');
  expect(city.teams.read('channel-helpdesk')).toEqual(['T1 r1 channel (not-linked)']);
});

it("where the campus' channel refuses, the card is in the help desk's and says so", async () => {
  city = await City.open();
  refuse('channel-north');
  await city.standing('T1');
  expect(city.teams.read('channel-helpdesk')).toEqual(['T1 r1 channel (post-failed)']);
});

it('a channel from which the bot was removed is not tried', async () => {
  city = await City.open();
  await city.one.book.forget({ serviceUrl: 'https://teams.example/', conversationId: 'channel-north' });
  await city.standing('T1');
  expect(city.teams.read('channel-helpdesk')).toEqual(['T1 r1 channel (post-failed)']);
  expect(city.teams.attempts.some(({ conversationId }) => conversationId === 'channel-north')).toBe(false);
});

it("a channel that breaks later makes its cards go to the help desk's at the next change", async () => {
  city = await City.open();
  await city.standing('T1');
  refuse('channel-north');
  await city.order('T1', 'manager', { verb: 'claim' });
  await city.delivered();
  expect(city.teams.read('channel-helpdesk')).toEqual(['T1 r2 channel (post-failed)']);
});

it("without any channel the card is in an administrator's chat, and calls follow there", async () => {
  city = await City.open([]);
  await city.one.book.remember(chat('administrator'), city.clock.now());
  await city.standing('T1');
  await city.order('T1', 'teacher', { verb: 'comment', text: 'Hurry, please.' });
  await city.delivered();
  expect(city.teams.read('chat-administrator')).toEqual([
    'T1 r2 channel (not-linked)',
    '> T1 to channel: requester-comment',
  ]);
});

it('what reaches nobody is listed once, and waits without being tried over and over', async () => {
  city = await City.open([]);
  await city.standing('T1');
  for (let round = 0; round < 5; round += 1) {
    await city.clock.advance(leaseMs);
    await city.clock.until(city.one.scheduler.look());
    await city.delivered();
  }
  const list = await city.undelivered();
  expect(list.map(({ meantFor, reason }) => ({ meantFor, reason }))).toEqual([
    { meantFor: 'channel', reason: 'nowhere' },
  ]);
  expect((await city.ticket('T1')).outbox.map(({ key }) => key)).toEqual(['show:channel']);
});

it('deadlines go on while a message reaches nobody', async () => {
  city = await City.open([]);
  await city.standing('T1');
  await city.clock.advance(4 * 3_600_000);
  await city.clock.until(city.one.scheduler.look());
  await city.delivered();
  expect((await city.ticket('T1')).history.map(({ command }) => command.verb)).toContain('remind');
});

it('linking a channel brings it what waited, and takes that off the list', async () => {
  city = await City.open([]);
  await city.standing('T1');
  await city.order('T1', 'teacher', { verb: 'comment', text: 'Hurry, please.' });
  await city.delivered();
  await city.link('north');
  await city.clock.until(city.one.delivery.reroute('campus-north'));
  await city.delivered();
  expect(city.teams.read('channel-north')).toEqual(['T1 r2 channel', '> T1 to channel: requester-comment']);
  expect(await city.undelivered()).toEqual([]);
});

it('linking a channel moves the open cards there, and the old ones become former cards', async () => {
  city = await City.open(['helpdesk']);
  await city.standing('T1');
  await city.standing('T2', { schoolId: '100002', siteId: 's1' });
  await city.link('north');
  expect(await city.one.delivery.reroute('campus-north')).toBe(1);
  await city.delivered();
  expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
  expect(city.teams.read('channel-helpdesk')).toEqual(['T1 r1 former-1', 'T2 r1 channel (not-linked)']);
});

it('a ticket that cannot be read is named in the log, and keeps no other card from moving', async () => {
  city = await City.open(['helpdesk']);
  await city.standing('T1');
  await city.standing('T2');
  await city.link('north');
  const { document, version } = await city.one.tickets.get('T1');
  const asItStands: CollectionSpec<StoredDocument> = { ...ticketCollection, upgrade: (raw) => raw };
  const raw = await city.store.collection(asItStands);
  await raw.replace({ ...document, schemaVersion: 99 }, version);
  const warn = vi.spyOn(silent, 'warn');
  expect(await city.one.delivery.reroute('campus-north')).toBe(1);
  expect(warn.mock.calls).toEqual([
    [{ ticketId: 'T1' }, 'the card of a ticket was not moved', expect.any(Unreadable)],
  ]);
  warn.mockRestore();
  await city.delivered();
  expect(city.teams.read('channel-north')).toEqual(['T2 r1 channel']);
});

it('moving cards again changes nothing', async () => {
  city = await City.open(['helpdesk']);
  await city.standing('T1');
  await city.link('north');
  await city.one.delivery.reroute('campus-north');
  await city.delivered();
  const { length } = city.teams.attempts;
  expect(await city.one.delivery.reroute()).toBe(0);
  await city.delivered();
  expect(city.teams.attempts).toHaveLength(length);
});

it('a card that is on a detour because the post failed moves when its channel is linked again, not at every start', async () => {
  city = await City.open();
  refuse('channel-north');
  await city.standing('T1');
  city.teams.disturbance = () => undefined;
  expect(await city.one.delivery.reroute()).toBe(0);
  expect(await city.one.delivery.reroute('campus-north')).toBe(1);
  await city.delivered();
  expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
});

it("a call to the help desk is a message of its own in the help desk's channel", async () => {
  city = await City.open();
  await city.standing('T1');
  await city.order('T1', 'manager', { verb: 'offer', to: { party: 'campus', campusId: 'south' }, note: '' });
  await city.delivered();
  await city.clock.advance(61 * 60_000);
  await city.tells();
  expect(city.teams.read('channel-helpdesk')).toEqual(['T1 to helpdesk: offer-unanswered']);
});

function refuse(refusing: string): void {
  city.teams.disturbance = ({ conversationId }) =>
    conversationId === refusing ? new SendError('blocked', 'blocked') : undefined;
}
