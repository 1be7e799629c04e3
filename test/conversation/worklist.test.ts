import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelLanguage, texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import type { Recorded } from './connector.js';
import { does, reports } from './staff.js';
import { textOf } from './teacher.js';
import { keepsRota, opensChat, rotaOf, siteId, thursdays } from './visit-week.js';
import {
  cardOf,
  city,
  dataOf,
  hasAction,
  personalChat,
  wordsOf,
  World,
  type ClickReply,
  type Someone,
} from './world.js';

const evening = '2026-11-25T16:00:05+01:00';
const during = '2026-11-26T09:30:00+01:00';

describe.each(
  storeKinds.flatMap((kind) => (['de', 'en'] as const).map((language) => [kind, language] as const)),
)('a day of visits, on %s, in %s', (kind, language) => {
  const t = texts(language);
  const w = t.visits.worklist;
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind);
    await keepsRota(world);
    await world.restart();
    await world.installs(city.manager, city.campusChannel);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await opensChat(world, city.manager, language);
  });
  afterEach(async () => world.close());

  const lists = (who = city.manager): readonly Recorded[] =>
    world.toPerson(who).filter(({ activity }) => wordsOf(activity).includes('worklist.open'));
  const list = async (wanted = '', who = city.manager): Promise<Recorded> =>
    world.until(`a worklist with ${wanted}`, () =>
      lists(who).findLast(({ activity }) => wordsOf(activity).includes(wanted)),
    );
  const press = async (verb: string, inputs: object = {}): Promise<ClickReply> => {
    const message = await list(verb);
    return world.clicks(city.manager, message, verb, { ...dataOf(cardOf(message), verb), ...inputs });
  };

  test('the list comes the evening before, once, with what is open and where', async () => {
    const ticket = await reports(world);
    expect(lists()).toEqual([]);
    world.clock.moveTo(evening);
    const message = await list(formatTicketId(ticket.ticketId));
    expect(message.method).toBe('post');
    expect(textOf(message) + wordsOf(message.activity)).toContain(w.word);
    await world.quiet();
    world.clock.advance(60);
    await world.quiet();
    expect(lists().filter(({ method }) => method === 'post')).toHaveLength(1);
  });

  test('a ticket is solved from the list, which shows so in place', async () => {
    const ticket = await reports(world);
    world.clock.moveTo(evening);
    await list(formatTicketId(ticket.ticketId));
    world.clock.moveTo(during);
    const reply = await press('worklist.resolve', { 'x.solution': w.solvedNote });
    expect(wordsOf(reply.value)).toContain(w.none);
    const told = await world.until('the teacher is told', () =>
      world.toPerson(ticket.teacher).find(({ activity }) => wordsOf(activity).includes(w.solvedNote)),
    );
    expect(told.method).toBeDefined();
    expect((await list(w.none)).method).toBe('edit');
  });

  test('what is left goes to the next visit with one press, and twice is once', async () => {
    const [one, other] = [await reports(world), await reports(world)];
    world.clock.moveTo(evening);
    await list(formatTicketId(other.ticketId));
    world.clock.moveTo(during);
    const message = await list('worklist.move');
    const data = { ...dataOf(cardOf(message), 'worklist.move'), 'm.note': w.movedNote };
    for (const again of [1, 2]) {
      const { value } = await world.clicks(city.manager, message, 'worklist.move', data);
      expect([again, typeof value]).toEqual([again, 'object']);
    }
    for (const { teacher } of [one, other]) {
      await calledWith(world, teacher, w.movedNote);
    }
    await world.quiet();
    for (const { teacher } of [one, other]) {
      expect(callsWith(world, teacher, w.movedNote)).toHaveLength(1);
    }
    const moved = await list(w.states.done);
    expect(hasAction(cardOf(moved), 'worklist.move')).toBe(false);
  });

  test('on the day it says by itself that a promise was missed meanwhile', async () => {
    world.clock.moveTo('2026-11-25T14:00:00+01:00');
    const ticket = await reports(world);
    world.clock.moveTo(evening);
    await list(formatTicketId(ticket.ticketId));
    world.clock.moveTo('2026-11-26T07:05:00+01:00');
    await world.quiet();
    world.clock.moveTo('2026-11-26T10:00:00+01:00');
    const missed = t.cards.lines.overdue['first-response']('').trim();
    expect((await list(missed)).method).toBe('edit');
  });

  test('a visit is ticked off and taken back', async () => {
    world.clock.moveTo(evening);
    await list();
    expect(wordsOf((await press('worklist.done')).value)).toContain(w.states.done);
    await list(w.states.done);
    expect(wordsOf((await press('worklist.take-back')).value)).toContain(w.states.planned);
  });

  test('a missed visit needs a reason, and moves what was planned for it', async () => {
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.plan-visit', { 'hold.visit': '2026-11-26' });
    await calledWith(world, ticket.teacher, `${texts('de').calls.words.visit}:`);
    world.clock.moveTo(evening);
    await list(w.planned);
    expect((await press('worklist.missed', { 'm.reason': ' ' })).value).toBe(
      w.refusal({ code: 'text-missing' }),
    );
    const { value } = await press('worklist.missed', { 'm.reason': 'Stau' });
    expect(wordsOf(value)).toContain(w.states.missed);
    await calledWith(world, ticket.teacher, 'Stau');
    // Nobody shall read the date as that of the next visit.
    const rota = (await rotaOf(world)).current();
    expect(rota.nextVisits(siteId, world.clock.now(), 1)).toMatchObject([{ date: '2026-12-03' }]);
    await world.quiet();
    const told = world
      .toPerson(ticket.teacher)
      .filter(({ method, activity }) => method === 'post' && wordsOf(activity).includes('Stau'));
    expect(told.filter(({ activity }) => activity.summary).length).toBeLessThanOrEqual(1);
    expect(wordsOf((await list(w.states.missed)).activity)).toContain('Stau');
  });

  test('it is shown on demand, in the chat and in the campus’ channel, and stands where it was asked for last', async () => {
    const command = texts(language).lists.commands.worklist[0] ?? '';
    await world.says(city.manager, command);
    await list();
    await world.mentions(city.manager, city.campusChannel, command);
    await world.until('the list in the channel', () =>
      world.connector
        .in(city.campusChannel)
        .find(
          ({ activity }) =>
            wordsOf(activity).includes('worklist.open') &&
            wordsOf(activity).includes(texts(channelLanguage).visits.worklist.word),
        ),
    );
    await world.until('the chat says where it went', () =>
      world.toPerson(city.manager).find(({ activity }) => wordsOf(activity).includes(w.asked)),
    );
    await world.says(city.manager, `${command} 25.11.`);
    await world.until('no visits on Wednesday', () =>
      world.toPerson(city.manager).find((message) => textOf(message).includes('25')),
    );
  });

  test('a press on a later page is answered with that page, and the card stays on it', async () => {
    for (let count = 0; count < 14; count += 1) await reports(world);
    world.clock.moveTo(evening);
    const message = await list('worklist.open');
    const { value } = await world.clicks(city.manager, message, 'worklist.open', {
      ...dataOf(cardOf(message), 'worklist.open'),
      page: 2,
    });
    const done = await world.clicks(city.manager, message, 'worklist.done', dataOf(value, 'worklist.done'));
    expect(wordsOf(done.value)).toContain(w.page(2, 2));
    const edited = await list(w.states.done);
    expect(wordsOf(edited.activity)).toContain(w.page(2, 2));
  });

  test('is nothing for others', async () => {
    world.clock.moveTo(evening);
    const message = await list();
    const known = { ...dataOf(cardOf(message), 'worklist.done'), 'm.reason': 'Stau' };
    for (const who of [city.teacher, city.deputy]) {
      const where = { conversationId: personalChat(who), activityId: 'a-card' };
      for (const verb of ['worklist.done', 'worklist.missed', 'worklist.take-back', 'worklist.open']) {
        const { value } = await world.clicks(who, where, verb, known);
        expect([verb, value]).toEqual([verb, texts('de').visits.worklist.refusal({ code: 'not-allowed' })]);
      }
    }
  });
});

/** The messages that call a person with these words: what comes within a minute is one, by an edit. */
function callsWith(world: World, who: Someone, said: string): readonly string[] {
  const calls = world
    .toPerson(who)
    .filter(({ activity }) => activity.summary?.includes(said.slice(0, 30)) === true);
  return [...new Set(calls.map(({ activityId }) => activityId))];
}

async function calledWith(world: World, who: Someone, said: string): Promise<void> {
  await world.until(`${who.name} is called with ${said}`, () => callsWith(world, who, said).length > 0);
}

describe('a visit that the rota moves', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite');
    await keepsRota(world, [thursdays()]);
    await world.restart();
    await world.installs(city.manager, city.campusChannel);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterEach(async () => world.close());

  test('takes the tickets along that were planned for it, and their teachers hear of it once', async () => {
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.plan-visit', { 'hold.visit': '2026-11-26' });
    await calledWith(world, ticket.teacher, `${texts('de').calls.words.visit}:`);
    await world.quiet();
    // Two events of one minute would be one message.
    world.clock.advance(2);
    const before = world.toPerson(ticket.teacher).length;
    const book = await rotaOf(world);
    const change = {
      siteId,
      date: '2026-11-26',
      kind: 'move',
      toDate: '2026-11-27',
      from: '09:00',
      to: '10:00',
      note: '',
    } as const;
    await book.change(change, { by: city.manager.id, at: world.clock.now() });
    await world.restart();
    const told = await world.until('the new date', () =>
      world
        .toPerson(ticket.teacher)
        .slice(before)
        .find(({ activity, method }) => method === 'post' && wordsOf(activity).includes('09:00')),
    );
    expect(wordsOf(told.activity)).toContain('verlegt');
    await world.restart();
    await world.quiet();
    const calls = world
      .toPerson(ticket.teacher)
      .slice(before)
      .filter(({ method }) => method === 'post');
    expect(calls).toHaveLength(1);
  });
});

describe('the list of a day', () => {
  const w = texts('de').visits.worklist;
  let world: World;
  afterEach(async () => world.close());

  const asks = async (who: Someone, text: string): Promise<string> => {
    await world.quiet();
    const before = world.toPerson(who).length;
    await world.says(who, text);
    const answer = await world.until('an answer', () => world.toPerson(who).slice(before)[0]);
    return textOf(answer) + wordsOf(answer.activity);
  };

  test('is shown to whoever stands in only on that day, who is told what they have on any day', async () => {
    const standIn = { id: '00000000-0000-4000-8000-0000000009aa', name: 'Somebody else' };
    world = await World.open('sqlite', undefined, {
      organisation: (sample) => ({
        ...sample,
        people: sample.people
          .map((person) =>
            person.id === city.manager.id
              ? { ...person, absences: [{ from: '2026-11-26', to: '2026-11-26', deputy: standIn.id }] }
              : person,
          )
          .concat({ id: standIn.id, name: standIn.name, language: 'de', absences: [] }),
      }),
    });
    await keepsRota(world);
    await world.restart();
    const command = 'Besuchsliste 26.11.';
    expect(await asks(standIn, command)).toContain(w.word);
    expect(await asks(standIn, 'meine')).toContain(texts('de').lists.of(standIn.name));
    expect(await asks(standIn, 'Besuchsliste 3.12.')).toContain(w.notYours);
  });

  test('is shown to the help desk by the name of the campus', async () => {
    world = await World.open('sqlite');
    await keepsRota(world);
    await world.restart();
    expect(await asks(city.dispatcher, 'Besuchsliste')).toContain(w.whichCampus(city.campus.name));
    expect(await asks(city.dispatcher, `Besuchsliste ${city.campus.name} 26.11.`)).toContain(w.word);
    expect(await asks(city.dispatcher, `Besuchsliste 26.11. ${city.campus.name}`)).toContain(
      city.campus.name,
    );
  });
});
