import { afterEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import type { Recorded } from './connector.js';
import { cardWith, does, isAbout, mentionsOf, postsIn, reports, type Reported } from './staff.js';
import { city, wordsOf, World } from './world.js';

const { board, calls } = texts('de');

/** Normal reports: first response within 240 service minutes; reported at nine, 75 % at noon, due at one. */
describe.each(storeKinds)("a channel's own message, on %s", (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async (at?: string, change: Parameters<typeof World.open>[2] = {}) => {
    world = await World.open(kind, at, change);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  };
  const report = async (text?: string): Promise<Reported> => {
    const ticket = await reports(world, text === undefined ? {} : { text });
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    return ticket;
  };
  const lists = (channel: string = city.campusChannel): readonly Recorded[] =>
    postsIn(world, channel).filter(
      ({ activity }) => wordsOf(activity).includes(board.reminders) || wordsOf(activity).includes(board.open),
    );
  const mentionsTicket = (message: Recorded | undefined, { ticketId }: Reported) =>
    wordsOf(message?.activity).includes(formatTicketId(ticketId));

  test('is one for two tickets that are due at the same moment, and names both', async () => {
    await open();
    const [one, other] = [await report(), await report()];
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    const list = await world.eventually('the list', () => lists()[0]);
    expect([mentionsTicket(list, one), mentionsTicket(list, other)]).toEqual([true, true]);
    expect(list.activity.summary).toBe(
      board.headline({ reminders: 2, open: 0, overdue: 0, withSummary: false }),
    );
    expect(list.threadRoot).toBeNull();
    await world.quiet();
    expect(lists()).toHaveLength(1);
  });

  test('leaves out what was resolved meanwhile, and the other stands under its card', async () => {
    await open();
    const [one, other] = [await report(), await report()];
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    await world.quiet();
    await does(world, city.manager, one, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' });
    const reminder = await world.eventually('the reminder of the other', () =>
      postsIn(world, city.campusChannel).find(
        (each) => isAbout(each, other) && each.activity.summary?.startsWith(calls.words['first-response-75']),
      ),
    );
    expect(reminder.threadRoot).not.toBeNull();
    expect(lists()).toEqual([]);
  });

  test('holds what fell into the night, and the open reports, at opening', async () => {
    await open('2026-11-24T13:00:00+01:00');
    const [one, other] = [await report(), await report()];
    await does(world, city.manager, other, 'ticket.claim');
    world.clock.moveTo('2026-11-24T23:00:00+01:00');
    await world.quiet();
    expect(lists()).toEqual([]);
    world.clock.moveTo('2026-11-25T07:30:00+01:00');
    const list = await world.eventually('the list', () => lists()[0]);
    expect([mentionsTicket(list, one), mentionsTicket(list, other)]).toEqual([true, true]);
    expect(wordsOf(list.activity)).toContain(board.otherOpen);
    await world.quiet();
    expect(lists()).toHaveLength(1);
  });

  test('mentions the deputy and names them as such while the manager is away', async () => {
    await open('2026-11-24T09:00:00+01:00', {
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((person) =>
          person.id === city.manager.id
            ? { ...person, absences: [{ from: '2026-11-20', to: '2026-11-30', deputy: null }] }
            : person,
        ),
      }),
    });
    await report();
    await report();
    world.clock.moveTo('2026-11-24T13:01:00+01:00');
    const list = await world.eventually('the list', () => lists()[0]);
    expect(mentionsOf(list)).toContain(city.deputy.id);
    expect(wordsOf(list.activity)).toContain(board.deputy(city.deputy.name, city.manager.name));
  });

  test('comes once from two instances, and over a restart', async () => {
    await open();
    await report();
    await report();
    await world.secondInstance();
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    await world.eventually('the list', () => lists()[0]);
    await world.restart();
    await world.quiet();
    expect(lists()).toHaveLength(1);
  });

  test('tells the help desk of the week on its first service day', async () => {
    await open();
    await world.links(city.administrator, city.helpdeskChannel, 'helpdesk');
    await report();
    await world.quiet();
    world.clock.moveTo('2026-11-30T07:30:00+01:00');
    const week = await world.eventually('the week', () =>
      postsIn(world, city.helpdeskChannel).find(({ activity }) => wordsOf(activity).includes(board.reported)),
    );
    expect(wordsOf(week.activity)).toContain(board.week('23.11.', '29.11.'));
    expect(wordsOf(week.activity)).not.toMatch(new RegExp(`${city.manager.name}|Teacher`, 'u'));
  });
});
