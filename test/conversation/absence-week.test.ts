import { afterEach, describe, expect, test } from 'vitest';
import type { Organisation } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import type { Recorded } from './connector.js';
import { cardWith, cardsIn, does, isAbout, isCard, mentionsOf, postsIn, reports } from './staff.js';
import type { Reported } from './staff.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World } from './world.js';

const { absences: w, vocabulary } = texts('de');

/** The week from Monday, 30 November, to Friday, 4 December. */
const week = { 'enter.from': '2026-11-30', 'enter.to': '2026-12-04' };
const wednesday = { 'enter.from': '2026-12-02', 'enter.to': '2026-12-02' };

describe.each(storeKinds)('a week in which the manager is away, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async (organisation?: (sample: Organisation) => Organisation): Promise<void> => {
    world = await World.open(kind, '2026-11-27T09:00:00+01:00', organisation ? { organisation } : {});
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  };
  /** What is being sent is written down before the clock skips: a lease does not outlast that. */
  const skipsTo = async (iso: string): Promise<void> => {
    await world.quiet();
    world.clock.moveTo(iso);
  };
  /** A service that starts looks at once who is in force; one that runs within ten seconds. It opens at half past seven. */
  const dayBegins = async (date: string): Promise<void> => {
    await skipsTo(`${date}T00:00:10+01:00`);
    await world.restart();
    await skipsTo(`${date}T07:30:05+01:00`);
  };
  const enters = async (who: typeof city.manager | typeof city.dispatcher, inputs: object): Promise<void> => {
    await world.says(who, 'Abwesenheit');
    const card = await world.until('the card', () => world.toPerson(who).at(-1));
    const data = { ...dataOf(cardOf(card), 'absence.enter'), ...inputs };
    expect(isCard(await world.clicks(who, card, 'absence.enter', data))).toBe(true);
  };
  const banners = (): readonly Recorded[] =>
    postsIn(world, city.campusChannel).filter(({ activity }) => wordsOf(activity).includes(w.nobodyWord));
  /** What the message says now. */
  const asItIs = ({ conversationId, activityId }: Recorded): string =>
    wordsOf(world.connector.in(conversationId).findLast((each) => each.activityId === activityId)?.activity);
  /** Whether a card of the campus' channel asks somebody to take the ticket over. */
  const isOffered = (ticket: Reported): boolean =>
    cardsIn(world, city.campusChannel, ticket).some(({ activity }) => hasAction(activity, 'ticket.accept'));
  const newCards = (channel: string, ticket: Reported, verb: string): readonly Recorded[] =>
    postsIn(world, channel).filter(
      (each) => each.threadRoot === null && isAbout(each, ticket) && hasAction(each.activity, verb),
    );
  const toldTeacher = ({ teacher }: Reported): readonly (string | undefined)[] =>
    postsIn(world, personalChat(teacher)).map(({ activity }) => activity.summary);

  test('passes from the manager to the deputy, to the help desk and back, and tells nothing twice', async () => {
    await open();
    const [taken, left] = [await reports(world), await reports(world)];
    for (const ticket of [taken, left]) await does(world, city.manager, ticket, 'ticket.claim');
    await enters(city.manager, week);
    await enters(city.dispatcher, { ...wednesday, 'enter.person': city.deputy.id });
    await world.quiet();
    expect([isOffered(taken), isOffered(left), banners().length]).toEqual([false, false, 0]);

    await dayBegins('2026-11-30');
    for (const ticket of [taken, left]) await cardWith(world, city.campusChannel, ticket, 'ticket.accept');
    const asking = await world.eventually('the deputy is asked', () =>
      postsIn(world, city.campusChannel).find(({ activity }) => hasAction(activity, 'absence.accept-all')),
    );
    expect(mentionsOf(asking)).toContain(city.deputy.id);
    expect(isCard(await does(world, city.deputy, taken, 'ticket.accept'))).toBe(true);
    await world.until('it is taken', () => !isOffered(taken));
    expect(isOffered(left)).toBe(true);
    await skipsTo('2026-11-30T08:31:00+01:00');
    await world.eventually('the help desk reads of the one without an answer', () =>
      postsIn(world, city.helpdeskChannel).find((each) => isAbout(each, left)),
    );

    await dayBegins('2026-12-01');
    await world.quiet();
    const asked = postsIn(world, city.campusChannel).filter(({ activity }) =>
      hasAction(activity, 'absence.accept-all'),
    );
    expect(asked).toHaveLength(1);

    await dayBegins('2026-12-02');
    const banner = await world.eventually('the banner', () => banners()[0]);
    for (const ticket of [taken, left]) {
      const there = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
      expect(wordsOf(there.activity)).toContain(vocabulary.landedBecause({ code: 'nobody-in-force' }));
    }

    await dayBegins('2026-12-03');
    await world.eventually('the banner says who is back', () => asItIs(banner).includes(w.backWord));
    for (const ticket of [taken, left]) {
      const back = await world.until('a card in the channel', () =>
        cardsIn(world, city.campusChannel, ticket).find(({ activity }) =>
          hasAction(activity, 'ticket.claim'),
        ),
      );
      expect(wordsOf(back.activity)).toContain(`Vertretung für ${city.manager.name}`);
    }

    await dayBegins('2026-12-07');
    for (const ticket of [taken, left])
      await world.until('nobody stands in any more', () =>
        cardsIn(world, city.campusChannel, ticket).some(
          ({ activity }) =>
            hasAction(activity, 'ticket.claim') && !wordsOf(activity).includes('Vertretung für'),
        ),
      );
    await world.quiet();
    expect(banners()).toHaveLength(1);
    expect(asItIs(banner)).not.toContain(w.nobodyWord);
    for (const ticket of [taken, left]) {
      expect(newCards(city.helpdeskChannel, ticket, 'ticket.claim')).toHaveLength(1);
      expect(newCards(city.campusChannel, ticket, 'ticket.claim')).toHaveLength(2);
      expect(isCard(await does(world, city.manager, ticket, 'ticket.claim'))).toBe(true);
    }
    for (const ticket of [taken, left]) {
      const told = toldTeacher(ticket);
      expect(told).toEqual([...new Set(told)]);
    }
  });

  test('without a deputy leaves what is open and what is new to the help desk until the manager is back', async () => {
    await open((sample) => ({
      ...sample,
      campuses: sample.campuses.map((campus) =>
        campus.id === city.campus.id ? { ...campus, deputy: null } : campus,
      ),
    }));
    const old = await reports(world);
    await does(world, city.manager, old, 'ticket.claim');
    await enters(city.manager, week);
    await world.quiet();
    expect(banners()).toEqual([]);

    await dayBegins('2026-11-30');
    const banner = await world.eventually('the banner', () => banners()[0]);
    expect(asItIs(banner)).toContain(w.nobody(city.campus.name, 'Fr. 04.12.'));
    await cardWith(world, city.helpdeskChannel, old, 'ticket.claim');
    const fresh = await reports(world, { urgent: true });
    const card = await cardWith(world, city.helpdeskChannel, fresh, 'ticket.claim');
    expect(cardsIn(world, city.campusChannel, fresh)).toEqual([]);

    await skipsTo('2026-11-30T08:05:00+01:00');
    const call = await world.eventually('the help desk is called for what nobody has', () =>
      postsIn(world, city.helpdeskChannel).find(({ threadRoot }) => threadRoot === card.activityId),
    );
    expect(mentionsOf(call)).not.toContain(city.manager.id);
    await dayBegins('2026-12-07');
    await world.eventually('the banner says who is back', () => asItIs(banner).includes(w.backWord));
    for (const ticket of [old, fresh]) {
      await world.until('a card in the channel', () =>
        cardsIn(world, city.campusChannel, ticket).find(({ activity }) =>
          hasAction(activity, 'ticket.claim'),
        ),
      );
    }
    await world.quiet();
    expect(banners()).toHaveLength(1);
    expect(newCards(city.campusChannel, fresh, 'ticket.claim')).toHaveLength(1);
    expect(newCards(city.helpdeskChannel, fresh, 'ticket.claim')).toHaveLength(1);
  });
});
