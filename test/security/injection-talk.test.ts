import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { does } from '../conversation/staff.js';
import { files, hears, letTimePass, newTeacher, presses } from '../conversation/teacher.js';
import {
  cardOf,
  city,
  dataOf,
  hasAction,
  World,
  type ClickReply,
  type Someone,
} from '../conversation/world.js';
import { attacks, faultsOf } from './attacks.js';

const staff = [city.manager, city.deputy, city.dispatcher, city.administrator];
const mayBeMentioned = staff.map(({ id }) => id);
/** Where words of another language would lead to another answer. */
const printer = 'Der Drucker im Lehrerzimmer druckt nicht';

/** Several attacks at once, as many as a title holds; those that must begin a line stay alone. */
const together: readonly string[] = [
  ['emphasis', 'code', 'link'],
  ['image', 'reference'],
  ['angle link', 'address'],
  ['heading'],
  ['list'],
  ['table'],
  ['script', 'anchor'],
  ['mention', 'entities', 'expression'],
  ['date function', 'json'],
  ['card markup'],
  ['right to left', 'zero width', 'control'],
].map((names) => names.map((name) => attacks[name] ?? '').join(' '));

let teachers = 7_000;

describe('what people type, through the bot', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('sqlite');
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  });
  afterAll(async () => world.close());

  /** What was said and answered while something was done, and what is wrong with it. */
  async function faultsWhile(doing: (answers: ClickReply[]) => Promise<void>): Promise<string[]> {
    const before = world.connector.recorded.length;
    const answers: ClickReply[] = [];
    await doing(answers);
    await world.quiet();
    const said = world.connector.recorded.slice(before).map(({ activity }) => activity);
    expect(said.length).toBeGreaterThan(0);
    return [...said, ...answers].flatMap((each) => faultsOf(each, mayBeMentioned));
  }

  test.each(together)('ends as plain text from the report to its solution: %s', async (attack) => {
    const teacher: Someone = { ...newTeacher(teachers++), name: attack };
    const manager: Someone = { ...city.manager, name: attack };
    const faults = await faultsWhile(async (answers) => {
      const { ticketId } = await files(world, teacher, `${printer} ${attack}`, {
        school: city.school,
        category: 'printer',
        scope: 'school',
        blocked: 'true',
        title: attack,
        description: attack,
        room: attack,
        deviceTag: attack,
        bestTime: attack,
        phone: attack,
      });
      const ticket = { ticketId, teacher };
      for (const [verb, inputs] of [
        ['ticket.comment', { text: attack }],
        ['ticket.note', { text: attack }],
        ['ticket.resolve', { solution: attack }],
      ] as const) {
        letTimePass(world);
        answers.push(await does(world, manager, ticket, verb, inputs));
      }
      await hears(world, teacher, `status ${ticketId}`);
      await hears(world, teacher, 'meine Meldungen');
    });
    expect(faults).toEqual([]);
  });

  test.each(together)('ends as plain text where it is all that is said: %s', async (attack) => {
    const faults = await faultsWhile(async (answers) => {
      const teacher: Someone = { ...newTeacher(teachers++), name: attack };
      for (const words of [attack, `hilfe ${attack}`, `Schule ${attack}`, `suche ${attack}`]) {
        letTimePass(world);
        await world.says(teacher, words);
      }
      const last = world.toPerson(teacher).findLast(({ activity }) => hasAction(activity, 'draft.submit'));
      if (!last) return;
      const draft = {
        conversationId: last.conversationId,
        activityId: last.activityId,
        card: cardOf(last),
      };
      answers.push(await presses(world, teacher, draft, 'draft.submit', { school: attack, site: attack }));
    });
    expect(faults).toEqual([]);
  });

  test('ends as plain text in the words of an incident, for all whom it concerns', async () => {
    const { incidents } = texts('de');
    const attack = `${attacks['link'] ?? ''} ${attacks['mention'] ?? ''}`;
    const cardWith = async (verb: string) =>
      world.eventually(`an incident's card with ${verb}`, () =>
        world.connector.in(city.helpdeskChannel).findLast(({ activity }) => hasAction(activity, verb)),
      );
    const faults = await faultsWhile(async (answers) => {
      for (let each = 0; each < 3; each += 1) {
        const teacher: Someone = { ...newTeacher(teachers++), name: attack };
        const inputs = {
          school: city.school,
          category: 'network',
          scope: 'class',
          blocked: 'false',
          title: attack,
        };
        await files(world, teacher, `Das WLAN im ganzen Haus ist weg ${attack}`, inputs);
      }
      for (const [verb, typed] of [
        ['incident.declare', { 'declare.title': attack, 'declare.status': attack }],
        ['incident.tell', { 'tell.status': attack }],
        ['incident.resolve', { 'resolve.solution': attack }],
      ] as const) {
        const card = await cardWith(verb);
        letTimePass(world);
        answers.push(
          await world.clicks(city.dispatcher, card, verb, { ...dataOf(cardOf(card), verb), ...typed }),
        );
      }
      await world.eventually('the end of the incident', () =>
        world.connector
          .in(city.helpdeskChannel)
          .some(({ activity }) => activity.summary?.startsWith(incidents.states.resolved)),
      );
    });
    expect(faults).toEqual([]);
  });
});
