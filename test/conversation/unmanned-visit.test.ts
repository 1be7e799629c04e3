import { afterEach, describe, expect, test } from 'vitest';
import { sampleDirectory, sampleOrganisation, type Organisation } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import type { Recorded } from './connector.js';
import { does, reports } from './staff.js';
import { keepsRota, opensChat } from './visit-week.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World, type Someone } from './world.js';

const { visits: w } = texts('de');
const directory = sampleDirectory();
const officers = sampleOrganisation().contacts.flatMap(({ people }) => people);
const [reached, unreached] = officers.map((id): Someone => ({ id, name: directory.person(id)?.name ?? '' }));
if (!reached || !unreached) throw new Error('the sample lacks contacts');

/** Two contacts of the school; on Thursday nobody of its campus is at work. */
const organisation = (sample: Organisation): Organisation => ({
  ...sample,
  contacts: [{ school: city.school, people: [reached.id, unreached.id] }],
  people: sample.people.map((person) =>
    person.id === city.manager.id || person.id === city.deputy.id
      ? { ...person, absences: [{ from: '2026-11-26', to: '2026-11-26', deputy: null }] }
      : person,
  ),
});

describe.each(storeKinds)('a day on which nobody of the campus is at work, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const posts = (conversation: string, words: string): readonly Recorded[] =>
    world.connector
      .in(conversation)
      .filter(({ activity, method }) => method === 'post' && wordsOf(activity).includes(words));

  test('has no visits: contacts are told or stand to be called, tickets go on, the help desk has one line', async () => {
    world = await World.open(kind, undefined, { organisation });
    await keepsRota(world);
    await world.restart();
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.administrator, city.helpdeskChannel, 'helpdesk');
    await opensChat(world, reached);
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.plan-visit', { 'hold.visit': '2026-11-26' });
    await world.quiet();
    await world.secondInstance();
    world.clock.moveTo('2026-11-25T16:00:05+01:00');
    const told = await world.until(
      'the contact is told',
      () => posts(personalChat(reached), w.missed.word)[0],
    );
    expect(wordsOf(told.activity)).toContain(w.missed.unmanned);
    const list = await world.until('the list in the campus’ channel', () =>
      world.connector
        .in(city.campusChannel)
        .findLast(({ activity }) => hasAction(activity, 'worklist.informed')),
    );
    expect(wordsOf(list.activity)).toContain(unreached.name);
    expect(wordsOf(list.activity)).toContain(w.worklist.unmanned);
    await world.until('the help desk is told', () => posts(city.helpdeskChannel, city.campus.name)[0]);
    // What was sent is written down before the night passes: a lease does not outlast that.
    await world.quiet();
    // The teacher hears of it when the service opens.
    world.clock.moveTo('2026-11-26T07:30:30+01:00');
    await world.until(
      'the teacher reads the new date',
      () => posts(personalChat(ticket.teacher), 'verlegt')[0],
    );
    await world.quiet();
    expect(posts(personalChat(reached), w.missed.word)).toHaveLength(1);
    expect(posts(personalChat(ticket.teacher), 'verlegt')).toHaveLength(1);
    const lines = posts(city.helpdeskChannel, 'niemand im Dienst');
    expect(lines.filter(({ activity }) => wordsOf(activity).includes(w.missed.word))).toHaveLength(1);
    const data = dataOf(cardOf(list), 'worklist.informed');
    const { value } = await world.clicks(city.dispatcher, list, 'worklist.informed', data);
    expect(wordsOf(value)).not.toContain(unreached.name);
  });
});
