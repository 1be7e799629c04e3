import { afterEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardIn, cardWith, does, isAbout, mentionsOf, postsIn, reports, type Reported } from './staff.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World } from './world.js';

const { words } = texts('de').calls;

/** Normal reports: first response within 240 service minutes; reported at nine, 75 % at noon, due at one. */
describe.each(storeKinds)('the clock, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async (at?: string) => {
    world = await World.open(kind, at);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    return ticket;
  };
  const reminders = (ticket: Reported, stage: '75' | '100') =>
    postsIn(world, city.campusChannel).filter(
      (each) => isAbout(each, ticket) && each.activity.summary?.startsWith(words[`first-response-${stage}`]),
    );
  const at = async (iso: string) => {
    world.clock.moveTo(iso);
    await world.quiet();
    world.clock.advance(0.4);
    await world.quiet();
  };
  const until = async (ticket: Reported, stage: '75' | '100') =>
    world.eventually(`the reminder at ${stage} %`, () => reminders(ticket, stage)[0]);

  test('at 75 % of the time for a first response it reminds under the card, and mentions nobody', async () => {
    const ticket = await open();
    await at('2026-11-24T11:59:00+01:00');
    expect(reminders(ticket, '75')).toEqual([]);
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    const reminder = await until(ticket, '75');
    expect(reminder.threadRoot).toBe((await cardIn(world, city.campusChannel, ticket)).activityId);
    expect(mentionsOf(reminder)).toEqual([]);
  });

  test('a comment that mentions somebody does not hide in the reminder of a moment ago', async () => {
    const ticket = await open();
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    const reminder = await until(ticket, '75');
    await world.quiet();
    await does(
      world,
      ticket.teacher,
      ticket,
      'ticket.comment',
      { 'comment.text': 'Eilt doch' },
      personalChat(ticket.teacher),
    );
    const call = await world.until('a message with the comment', () =>
      postsIn(world, city.campusChannel).find(({ activity }) => wordsOf(activity).includes('Eilt doch')),
    );
    expect(call.activityId).not.toBe(reminder.activityId);
    expect(mentionsOf(call)).toEqual([city.manager.id]);
  });

  test('whoever reads a reminder can claim from it, and reads who was faster', async () => {
    const ticket = await open();
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    const reminder = await until(ticket, '75');
    const data = dataOf(cardOf(reminder), 'ticket.claim');
    expect(
      hasAction((await world.clicks(city.manager, reminder, 'ticket.claim', data)).value, 'ticket.release'),
    ).toBe(true);
    await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    const late = await world.clicks(city.dispatcher, reminder, 'ticket.claim', data);
    expect(late.value).toBe(texts('de').refusals.sentence({ code: 'taken', by: city.manager.name }));
  });

  test('a reminder of what somebody has, but has not answered, offers no claim', async () => {
    const ticket = await open();
    await does(world, city.manager, ticket, 'ticket.assign', { 'assign.assignee': city.deputy.id });
    await world.quiet();
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    expect(hasAction((await until(ticket, '75')).activity, 'ticket.claim')).toBe(false);
  });

  test('at 100 % it names the manager and the deputy; the teacher’s card says that it is late', async () => {
    const ticket = await open();
    await at('2026-11-24T12:01:00+01:00');
    world.clock.moveTo('2026-11-24T13:01:00+01:00');
    const reminder = await until(ticket, '100');
    expect([...mentionsOf(reminder)].sort()).toEqual([city.manager.id, city.deputy.id].sort());
    await world.quiet();
    expect([reminders(ticket, '75').length, reminders(ticket, '100').length]).toEqual([1, 1]);
  });

  test('after a response none comes', async () => {
    const ticket = await open();
    await does(world, city.manager, ticket, 'ticket.claim');
    await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    await at('2026-11-24T13:30:00+01:00');
    expect([...reminders(ticket, '75'), ...reminders(ticket, '100')]).toEqual([]);
  });

  test('a claim that is given back without a word leaves the promise, and the reminder', async () => {
    const ticket = await open();
    await does(world, city.manager, ticket, 'ticket.claim');
    await does(world, city.manager, ticket, 'ticket.release');
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    await until(ticket, '75');
  });

  test('what falls into the night comes when the service opens', async () => {
    const ticket = await open('2026-11-24T15:00:00+01:00');
    await at('2026-11-25T03:00:00+01:00');
    expect(reminders(ticket, '75')).toEqual([]);
    world.clock.moveTo('2026-11-25T09:31:00+01:00');
    await until(ticket, '75');
  });

  test('a target used up exactly at closing time is reminded of at the next opening', async () => {
    const ticket = await open('2026-11-24T12:00:00+01:00');
    await at('2026-11-24T15:30:00+01:00');
    expect(reminders(ticket, '75')).toHaveLength(1);
    await at('2026-11-24T22:00:00+01:00');
    expect(reminders(ticket, '100')).toEqual([]);
    world.clock.moveTo('2026-11-25T07:31:00+01:00');
    await until(ticket, '100');
  });

  test('after a long stop only the highest stage is told', async () => {
    const ticket = await open();
    // The help desk's stage begins at two: well before it.
    world.clock.moveTo('2026-11-24T13:30:00+01:00');
    await until(ticket, '100');
    await world.quiet();
    expect(reminders(ticket, '75')).toEqual([]);
  });

  test('an edit that makes it urgent moves the deadline, and the old one is not reminded of any more', async () => {
    const ticket = await open();
    await at('2026-11-24T10:00:00+01:00');
    await does(
      world,
      ticket.teacher,
      ticket,
      'ticket.edit',
      { 'edit.scope': 'school' },
      personalChat(ticket.teacher),
    );
    await world.quiet();
    world.clock.moveTo('2026-11-24T10:31:00+01:00');
    await until(ticket, '75');
    world.clock.moveTo('2026-11-24T11:01:00+01:00');
    await until(ticket, '100');
    for (const time of ['12:01', '13:01']) await at(`2026-11-24T${time}:00+01:00`);
    expect([reminders(ticket, '75').length, reminders(ticket, '100').length]).toEqual([1, 1]);
  });

  test('a deadline that moves after its reminder has a reminder of its own', async () => {
    const ticket = await open();
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    await until(ticket, '75');
    world.clock.moveTo('2026-11-24T12:05:00+01:00');
    await does(
      world,
      ticket.teacher,
      ticket,
      'ticket.edit',
      { 'edit.scope': 'school' },
      personalChat(ticket.teacher),
    );
    await world.until('somebody reads that it is overdue', () =>
      world.connector
        .in(city.campusChannel)
        .some(
          (each) => isAbout(each, ticket) && wordsOf(each.activity).includes(words['first-response-100']),
        ),
    );
  });

  test('with two instances on one store each reminder is sent once', async () => {
    const ticket = await open();
    await world.secondInstance();
    for (const time of ['12:01', '12:30', '13:01', '13:30']) await at(`2026-11-24T${time}:00+01:00`);
    await until(ticket, '100');
    await world.quiet();
    expect([reminders(ticket, '75').length, reminders(ticket, '100').length]).toEqual([1, 1]);
  });

  test('over a restart each reminder is sent once', async () => {
    const ticket = await open();
    await at('2026-11-24T12:01:00+01:00');
    await world.restart();
    await world.quiet();
    expect(reminders(ticket, '75')).toHaveLength(1);
    world.clock.moveTo('2026-11-24T13:01:00+01:00');
    await until(ticket, '100');
    await world.restart();
    await world.quiet();
    expect([reminders(ticket, '75').length, reminders(ticket, '100').length]).toEqual([1, 1]);
  });

  test('a waiting that ends on a day goes on by itself on that day', async () => {
    const ticket = await open();
    await does(world, city.manager, ticket, 'ticket.claim');
    await does(world, city.manager, ticket, 'ticket.hold', {
      'hold.waitingFor': 'vendor',
      'hold.until': '2026-11-26',
    });
    await cardWith(world, city.campusChannel, ticket, 'ticket.resume');
    await at('2026-11-26T07:00:00+01:00');
    await cardWith(world, city.campusChannel, ticket, 'ticket.resume');
    world.clock.moveTo('2026-11-26T07:31:00+01:00');
    await cardWith(world, city.campusChannel, ticket, texts('de').vocabulary.states.claimed);
  });

  test('a solution that nobody answers closes the ticket after three service days', async () => {
    const ticket = await open();
    await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' });
    await at('2026-11-27T08:00:00+01:00');
    const resolved = await cardIn(world, city.campusChannel, ticket);
    expect(wordsOf(resolved.activity)).not.toContain(texts('de').vocabulary.closings.solved);
    world.clock.moveTo('2026-11-30T07:31:00+01:00');
    await cardWith(world, city.campusChannel, ticket, texts('de').vocabulary.closings.solved);
  });
});
