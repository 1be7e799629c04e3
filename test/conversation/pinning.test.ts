import { afterEach, describe, expect, test } from 'vitest';
import type { Organisation } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardWith, does, isCard, reports } from './staff.js';
import { city, hasAction, World } from './world.js';

const address = 'campus.one@schools.example';
const someone = { id: '7eac4e70-0000-4000-8000-0000000000aa', name: 'Whoever has the address' };
const laterOwner = { id: '7eac4e70-0000-4000-8000-0000000000bb', name: 'Who got the address later' };

/** The sample, with the first manager named by address. */
function byAddress(sample: Organisation): Organisation {
  const { id } = city.manager;
  const named = (reference: string): string => (reference === id ? address : reference);
  return {
    ...sample,
    people: sample.people.map((person) => {
      if (person.id !== id) return person;
      const { name, language, absences } = person;
      return { address, name, language, absences };
    }),
    campuses: sample.campuses.map((campus) => ({
      ...campus,
      manager: named(campus.manager),
      deputy: campus.deputy === null ? null : named(campus.deputy),
    })),
  };
}

describe.each(storeKinds)('a manager whom the organisation names by address, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  test('is found at the first word in a channel, and can link and claim', async () => {
    world = await World.open(kind, undefined, { organisation: byAddress });
    world.connector.members.set(`29:${someone.id}`, { userPrincipalName: address.toUpperCase() });
    expect(isCard(await world.links(someone, city.campusChannel, city.campus.id))).toBe(true);
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    expect(isCard(await does(world, someone, ticket, 'ticket.claim'))).toBe(true);
  });

  test('stays who it was when the address is handed on', async () => {
    world = await World.open(kind, undefined, { organisation: byAddress });
    world.connector.members.set(`29:${someone.id}`, { userPrincipalName: address });
    await world.links(someone, city.campusChannel, city.campus.id);
    world.connector.members.set(`29:${laterOwner.id}`, { userPrincipalName: address });
    await world.mentions(laterOwner, city.campusChannel, 'verknüpfen');
    expect(world.connector.in(city.campusChannel).at(-1)?.activity.text).toBe(
      texts('de').chat.link.notAllowed,
    );
  });

  test('is nobody in particular while Teams does not tell the address', async () => {
    world = await World.open(kind, undefined, { organisation: byAddress });
    await world.mentions(someone, city.campusChannel, 'verknüpfen');
    const answer = world.connector.in(city.campusChannel).at(-1);
    expect(answer?.activity.text).toBe(texts('de').chat.link.notAllowed);
    expect(hasAction(answer?.activity, 'channel.link')).toBe(false);
  });
});
