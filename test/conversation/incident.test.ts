import { afterEach, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { calls, sentenceOf, sentWhile, type Reported } from './staff.js';
import { files, letTimePass, newTeacher } from './teacher.js';
import type { Recorded } from './connector.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World, type Someone } from './world.js';

const { incidents } = texts('de');

/** One fault, whose priority does not hang on how it is understood: the inputs say it. */
const noNetwork = 'Das WLAN im ganzen Haus ist weg';
const inputs = { category: 'network', scope: 'class', blocked: 'false' };

const directory = sampleDirectory();
/** A third school, with one site so that the draft asks for none. */
const thirdSchool =
  directory.schools.find(
    ({ id }) => ![city.school, city.otherSchool].includes(id) && directory.sitesOf(id).length === 1,
  )?.id ?? '';

let teachers = 5_000;

describe.each(storeKinds)('an outage that several people report, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async (): Promise<void> => {
    world = await World.open(kind);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  };
  const networkReports = async (count: number, school = city.school): Promise<readonly Reported[]> => {
    const made: Reported[] = [];
    for (let each = 0; each < count; each += 1) {
      const teacher = newTeacher(teachers++);
      const { ticketId } = await files(world, teacher, noNetwork, { school, ...inputs });
      made.push({ ticketId, teacher });
      letTimePass(world);
    }
    return made;
  };
  /** The last state of each message of the help desk's channel that is an incident's. */
  const incidentCards = (): readonly Recorded[] => {
    const cards = new Map<string, Recorded>();
    for (const each of world.connector.in(city.helpdeskChannel)) {
      const isOne = Object.values(incidents.states).some((word) =>
        each.activity.summary?.startsWith(`${word}:`),
      );
      if (isOne) cards.set(each.activityId, each);
    }
    return [...cards.values()];
  };
  const cardThat = async (says: string): Promise<Recorded> =>
    world.eventually(`an incident's card that says ${says}`, () =>
      incidentCards().find(({ activity }) => wordsOf(activity).includes(says)),
    );
  const press = async (who: Someone, verb: string, typed: object = {}) => {
    const card = await world.eventually(`an incident's card with ${verb}`, () =>
      incidentCards().find(({ activity }) => hasAction(activity, verb)),
    );
    letTimePass(world);
    return world.clicks(who, card, verb, { ...dataOf(cardOf(card), verb), ...typed });
  };

  test('three teachers of one school make one card, one incident, one status, and each hears once that it is solved', async () => {
    await open();
    const made = await networkReports(3);
    await cardThat(incidents.tickets(3));
    expect(incidentCards()).toHaveLength(1);

    await press(city.dispatcher, 'incident.declare', { 'declare.title': 'Kein WLAN', 'declare.status': '' });
    await cardThat('Kein WLAN');
    await press(city.dispatcher, 'incident.tell', { 'tell.status': 'Techniker ist unterwegs' });
    await cardThat('Techniker ist unterwegs');

    const sent = await sentWhile(world, async () => {
      await press(city.dispatcher, 'incident.resolve', { 'resolve.solution': 'Router getauscht' });
      await cardThat('Router getauscht');
    });
    for (const { teacher } of made) {
      const heard = calls(sent).filter(({ conversationId }) => conversationId === personalChat(teacher));
      expect(heard).toHaveLength(1);
      expect(wordsOf(heard[0]?.activity)).toContain('Router getauscht');
    }
    expect(incidentCards()).toHaveLength(1);
    expect(incidentCards()[0]?.activity.summary).toContain(incidents.states.resolved);
  });

  test('more reports are added to the one card', async () => {
    await open();
    await networkReports(3);
    await cardThat(incidents.tickets(3));
    await networkReports(1);
    await cardThat(incidents.tickets(4));
    expect(incidentCards()).toHaveLength(1);
  });

  test('"not one" is silent until as many new reports come again', async () => {
    await open();
    await networkReports(3);
    await press(city.dispatcher, 'incident.dismiss');
    await cardThat(incidents.states.dismissed);
    await networkReports(2);
    await world.quiet();
    expect(incidentCards()).toHaveLength(1);
    await networkReports(1);
    await world.eventually('a second card', () => incidentCards().length === 2);
  });

  test('three schools without a network are an outage of the city', async () => {
    await open();
    for (const school of [city.school, city.otherSchool, thirdSchool]) await networkReports(1, school);
    await world.quiet();
    expect(incidentCards()).toHaveLength(0);
    await networkReports(1, thirdSchool);
    await cardThat(incidents.severalSchools(3));
  });

  test('only the help desk may decide; a campus manager reads a sentence', async () => {
    await open();
    await networkReports(3);
    const reply = await press(city.manager, 'incident.declare', {
      'declare.title': 'x',
      'declare.status': '',
    });
    expect(sentenceOf(reply)).toBe(incidents.refusal({ code: 'not-allowed' }));
  });
});
