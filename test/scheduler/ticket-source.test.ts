import { afterEach, beforeEach, expect, it } from 'vitest';
import { NothingToDo, TicketSource } from '../../src/scheduler/index.js';
import { isoOf } from '../../src/sla/index.js';
import type { CollectionSpec, StoredDocument } from '../../src/store/index.js';
import { newDraft, ticketCollection } from '../../src/tickets/index.js';
import { City, leaseMs, people, report, rules, type Instance } from '../delivery/city.js';

const minute = 60_000;
let city: City;
beforeEach(async () => {
  city = await City.open();
});
afterEach(async () => {
  await city.close();
});

it('a reminder comes when three quarters of the time are over, and another at its end', async () => {
  await city.standing('T1', { scope: 'school', blocked: true });
  await pass(22 * minute);
  expect(await reminders('T1')).toEqual([]);
  await pass(minute);
  expect(await reminders('T1')).toEqual(['first-response-75']);
  await pass(8 * minute);
  expect(await reminders('T1')).toEqual(['first-response-75', 'first-response-100']);
});

it('with two instances on one store each reminder comes once', async () => {
  const other = await city.another('two');
  for (const id of ['T1', 'T2', 'T3', 'T4']) await city.standing(id, { scope: 'school', blocked: true });
  for (let passed = 0; passed < 40; passed += 1) {
    city.clock.skip(minute);
    await look(city.one, other);
  }
  const expected = ['first-response-75', 'first-response-100'];
  for (const id of ['T1', 'T2', 'T3', 'T4']) expect(await reminders(id)).toEqual(expected);
});

it('no reminder comes for a ticket that was claimed in time', async () => {
  await city.standing('T1', { scope: 'school', blocked: true });
  await city.order('T1', 'manager', { verb: 'claim' });
  await city.delivered();
  await pass(60 * minute);
  expect(await reminders('T1')).toEqual([]);
});

it('what a process left unsent when it died goes on when its lease has run out, and not before', async () => {
  const dying = await city.another('dying');
  dying.delivery.deliver = () => undefined;
  await city.submit('T1', {}, dying);
  await pass(leaseMs - 1);
  expect(city.teams.messages).toEqual([]);
  await pass(1);
  expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
});

it('a draft that nobody submits is gone after seven days', async () => {
  const requester = { id: people.teacher, name: 'teacher', language: 'en' } as const;
  await city.one.tickets.create(newDraft({ id: 'T1', requester, report, follows: null }, city.clock.now()));
  await pass(7 * 24 * 60 * minute);
  await expect(city.ticket('T1')).rejects.toThrow();
});

it('a ticket that is woken too early gets the right time to wake', async () => {
  await city.standing('T1');
  const { document, version } = await city.one.tickets.get('T1');
  await city.one.tickets.replace({ ...document, wakeAt: isoOf(city.clock.now()) }, version);
  await pass(0);
  expect((await city.ticket('T1')).wakeAt).toBe(document.wakeAt);
});

it('a ticket that is due without a cause is an error, so that it is not looked at over and over', async () => {
  await city.standing('T1', { scope: 'school', blocked: true });
  await city.clock.advance(23 * minute);
  const { one, clock } = city;
  const desk: Pick<Instance['desk'], 'execute'> = {
    execute: () => Promise.resolve({ kind: 'refused', refusal: { code: 'not-found' }, ticket: null }),
  };
  const lease = { owner: 'one', milliseconds: leaseMs };
  const source = new TicketSource({
    tickets: one.tickets,
    desk,
    delivery: one.delivery,
    rules,
    clock,
    lease,
  });
  const due = (await source.due(isoOf(clock.now()), 10)).items[0];
  if (!due) throw new Error('the ticket is not due');
  await expect(source.handle(due)).rejects.toThrow(NothingToDo);
});

it('that another instance has given the reminder meanwhile is no error', async () => {
  const other = await city.another('two');
  await city.standing('T1', { scope: 'school', blocked: true });
  await city.clock.advance(23 * minute);
  const { one, clock } = city;
  const lease = { owner: 'one', milliseconds: leaseMs };
  const source = new TicketSource({ ...one, rules, clock, lease });
  const due = (await source.due(isoOf(clock.now()), 10)).items[0];
  if (!due) throw new Error('the ticket is not due');
  await look(other);
  await expect(source.handle(due)).resolves.toBeUndefined();
  expect(await reminders('T1')).toEqual(['first-response-75']);
});

it('a ticket of a later release holds up no other, and is told by its id until it is gone', async () => {
  await city.standing('T1', { scope: 'school', blocked: true });
  const anything: CollectionSpec<StoredDocument> = { ...ticketCollection, upgrade: (raw) => raw };
  const raw = await city.store.collection(anything);
  await raw.create({ id: 'LATER', schemaVersion: 99, wakeAt: isoOf(city.clock.now()) });
  await pass(23 * minute);
  expect(await reminders('T1')).toEqual(['first-response-75']);
  expect(city.one.scheduler.stuck()).toMatchObject([{ source: 'tickets', documentId: 'LATER' }]);
  const { version } = await raw.get('LATER');
  await raw.remove('LATER', version);
  await pass(minute);
  expect(city.one.scheduler.stuck()).toEqual([]);
});

/** Looks more than once, since several clocks of a ticket may have something to say at one moment. */
async function pass(milliseconds: number): Promise<void> {
  city.clock.skip(milliseconds);
  for (let round = 0; round < 3; round += 1) await look(city.one);
}

async function look(...instances: readonly Instance[]): Promise<void> {
  await city.clock.until(Promise.all(instances.map(({ scheduler }) => scheduler.look())));
  await city.clock.until(Promise.all(instances.map(({ delivery }) => delivery.settled())));
}

/** What the clock has reminded those of who owe the first response; how it reaches them is for delivery to prove. */
async function reminders(id: string): Promise<string[]> {
  return (await city.ticket(id)).history.flatMap(({ command }) =>
    command.verb === 'remind' && /^first-response-\d+$/.test(command.stage) ? [command.stage] : [],
  );
}
