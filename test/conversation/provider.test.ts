import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardIn, cardWith, does, isCard, reports, sentenceOf } from './staff.js';
import { inputOf } from './teacher.js';
import { cardOf, city, hasAction, wordsOf, World } from './world.js';

const { absences: w, cards, refusals } = texts('de');
const provider = sampleDirectory().provider;
const technician = { id: provider?.people[0]?.id ?? '', name: provider?.people[0]?.name ?? '' };
const name = provider?.name ?? '';
const providerChannel = '19:provider@thread.tacv2';

describe.each(storeKinds)('the provider, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(technician, providerChannel, 'provider');
  });
  afterAll(async () => world.close());

  const offered = async () => {
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.claim');
    await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    world.clock.advance(5);
    await does(world, city.manager, ticket, 'ticket.assign', {
      'assign.assignee': 'provider',
      'assign.note': 'Glas ist gebrochen',
    });
    return ticket;
  };

  test('stands among those to whom a manager can hand a report, as do all other campuses, each as an offer', async () => {
    const ticket = await reports(world);
    const card = cardOf(await cardIn(world, city.campusChannel, ticket));
    const choices = inputOf(card, 'assign.assignee')['choices'];
    expect(choices).toContainEqual({ title: w.asOffer(name), value: 'provider' });
    expect(choices).toContainEqual({
      title: w.asOffer(city.otherCampus.name),
      value: `campus:${city.otherCampus.id}`,
    });
    expect(JSON.stringify(choices)).not.toContain(`campus:${city.campus.id}"`);
  });

  test('is asked in its own channel with the note, takes it over, and works on it with what it may', async () => {
    const ticket = await offered();
    const asking = await cardWith(world, providerChannel, ticket, 'ticket.accept');
    expect(wordsOf(asking.activity)).toContain('Glas ist gebrochen');
    const reply = await does(world, technician, ticket, 'ticket.accept', {}, providerChannel);
    expect(isCard(reply)).toBe(true);
    const own = await cardWith(world, providerChannel, ticket, 'ticket.resolve');
    expect(hasAction(own.activity, 'ticket.hold')).toBe(true);
    expect(JSON.stringify(inputOf(cardOf(own), 'assign.assignee')['choices'])).not.toContain('"provider"');
    const old = await cardWith(world, city.campusChannel, ticket, cards.lines.movedWord);
    expect(wordsOf(old.activity)).toContain(name);
    expect(
      isCard(
        await does(
          world,
          technician,
          ticket,
          'ticket.resolve',
          { 'resolve.solution': 'Getauscht' },
          providerChannel,
        ),
      ),
    ).toBe(true);
  });

  test('declines with a note, and the manager keeps it', async () => {
    const ticket = await offered();
    await cardWith(world, providerChannel, ticket, 'ticket.accept');
    const note = { 'decline.note': 'Kein Vertrag' };
    await does(world, technician, ticket, 'ticket.decline', note, providerChannel);
    await world.until('the manager reads why', () =>
      world.connector
        .in(city.campusChannel)
        .find(({ activity }) => wordsOf(activity).includes('Kein Vertrag')),
    );
    expect(isCard(await does(world, city.manager, ticket, 'ticket.release'))).toBe(true);
  });

  test('does not accept for others, nor others for it', async () => {
    const ticket = await offered();
    const reply = await does(world, city.manager, ticket, 'ticket.accept', {}, providerChannel);
    expect(sentenceOf(reply)).toBe(refusals.sentence({ code: 'not-allowed', verb: 'accept' }));
  });
});
