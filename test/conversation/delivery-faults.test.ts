import { afterEach, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import type { Fault } from './connector.js';
import { cardIn, cardWith, does, isCard, postsIn, reports, isAbout } from './staff.js';
import { city, hasAction, personalChat, World } from './world.js';

describe.each(storeKinds)('a channel service with faults, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  };
  /** The first so many calls to the channel meet this fault. */
  const fails = (times: number, answer: NonNullable<ReturnType<Fault>>, method?: 'post' | 'edit') => {
    const met: string[] = [];
    world.connector.fault = (call) => {
      const isIt = call.conversationId === city.campusChannel && (!method || method === call.method);
      if (!isIt || met.length >= times) return null;
      met.push(call.method);
      return answer;
    };
    return met;
  };
  const metrics = async () => (await fetch(`${world.address}/metrics`)).text();

  test.each([412, 429, 502, 503, 504])(
    'what is answered with %i is tried again, and arrives once',
    async (status) => {
      await open();
      const met = fails(3, { status });
      const pending = reports(world);
      // A pause that was asked for lasts by the service's clock.
      await world.until('three attempts', () => {
        world.clock.advance(0.1);
        return met.length === 3;
      });
      const ticket = await pending;
      await world.until('the card', () => {
        world.clock.advance(0.1);
        return postsIn(world, city.campusChannel).some((each) => isAbout(each, ticket));
      });
      await world.quiet();
      expect(postsIn(world, city.campusChannel).filter((each) => isAbout(each, ticket))).toHaveLength(1);
    },
  );

  test('nothing goes to the channel before the time that Retry-After names', async () => {
    await open();
    const met = fails(1, { status: 429, headers: { 'retry-after': '15' } });
    const ticket = await reports(world);
    await world.until('the refusal', () => met.length === 1);
    await world.quiet();
    world.clock.advance(14 / 60);
    await world.quiet();
    expect(postsIn(world, city.campusChannel).some((each) => isAbout(each, ticket))).toBe(false);
    world.clock.advance(2 / 60);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
  });

  test('a card that was deleted is posted anew, and its buttons work', async () => {
    await open();
    const ticket = await reports(world);
    const first = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    world.connector.fault = ({ activityId, method }) =>
      method === 'edit' && activityId === first.activityId ? { status: 404 } : null;
    await does(world, city.manager, ticket, 'ticket.claim');
    const anew = await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    expect(anew.activityId).not.toBe(first.activityId);
    expect(
      isCard(
        await world.clicks(city.manager, anew, 'ticket.release', { ticketId: ticket.ticketId, drawn: 2 }),
      ),
    ).toBe(true);
    await world.until('the new card is edited', () =>
      world.connector
        .in(city.campusChannel)
        .some(
          (each) =>
            each.method === 'edit' &&
            each.activityId === anew.activityId &&
            hasAction(each.activity, 'ticket.claim'),
        ),
    );
  });

  test('a call whose answer was lost is counted as perhaps sent, and not sent twice', async () => {
    await open();
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    const before = postsIn(world, personalChat(ticket.teacher)).length;
    world.connector.fault = ({ conversationId, method }) =>
      conversationId === personalChat(ticket.teacher) && method === 'post' ? 'lose-answer' : null;
    await does(world, city.manager, ticket, 'ticket.comment', { 'comment.text': 'Wir kommen' });
    await world.until('the message', () => postsIn(world, personalChat(ticket.teacher)).length > before);
    await world.quiet();
    world.clock.advance(5);
    await world.quiet();
    expect(postsIn(world, personalChat(ticket.teacher))).toHaveLength(before + 1);
    expect(await metrics()).toMatch(/perhaps_?sent[^\n]* 1$/im);
  });

  test('an edit whose answer was lost is made again', async () => {
    await open();
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    fails(1, 'lose-answer', 'edit');
    await does(world, city.manager, ticket, 'ticket.claim');
    await world.quiet();
    const card = await cardIn(world, city.campusChannel, ticket);
    expect(hasAction(card.activity, 'ticket.release')).toBe(true);
    expect(postsIn(world, city.campusChannel).filter((each) => isAbout(each, ticket))).toHaveLength(1);
  });

  test('a slow channel service does not hold up the answer to a click', async () => {
    await open();
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    let letThrough = (): void => undefined;
    world.connector.gate = new Promise((resolve) => {
      letThrough = resolve;
    });
    const before = world.connector.recorded.length;
    expect(isCard(await does(world, city.manager, ticket, 'ticket.claim'))).toBe(true);
    expect(world.connector.recorded).toHaveLength(before);
    letThrough();
    await cardWith(world, city.campusChannel, ticket, 'ticket.release');
  });

  test('an answer within the turn is tried again, and arrives once', async () => {
    await open();
    let met = 0;
    world.connector.fault = ({ conversationId }) =>
      conversationId === personalChat(city.teacher) && met++ < 2 ? { status: 502 } : null;
    await world.says(city.teacher, 'hilfe');
    expect(postsIn(world, personalChat(city.teacher))).toHaveLength(1);
  });
});
