import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardWith, does, postsIn, reports } from './staff.js';
import { isCalled } from './teacher.js';
import { cardOf, city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const { chat, refusals } = texts('de');

describe.each(storeKinds)('“@Campusdesk …” under a ticket’s card, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  const ticketWithThread = async () => {
    const ticket = await reports(world);
    const { activityId } = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    world.clock.advance(5);
    return { ticket, root: activityId };
  };
  const asks = async (who: Someone, root: string, text: string) => {
    const before = world.connector.in(city.campusChannel).length;
    await world.mentions(who, city.campusChannel, text, root);
    return world.connector.in(city.campusChannel).slice(before).at(0);
  };

  test('asks whom the text is for, under the card, and sends it to nobody yet', async () => {
    const { ticket, root } = await ticketWithThread();
    const before = world.toPerson(ticket.teacher).length;
    const question = await asks(city.manager, root, 'Ist der Raum heute frei?');
    expect(question?.threadRoot).toBe(root);
    expect(wordsOf(question?.activity)).toContain('Ist der Raum heute frei?');
    expect(hasAction(question?.activity, 'thread.comment')).toBe(true);
    expect(hasAction(question?.activity, 'thread.note')).toBe(true);
    await world.quiet();
    expect(world.toPerson(ticket.teacher)).toHaveLength(before);
  });

  test('“to the teacher” sends it to the teacher', async () => {
    const { ticket, root } = await ticketWithThread();
    const question = await asks(city.manager, root, 'Ist der Raum morgen frei?');
    const card = cardOf(question);
    await world.clicks(
      city.manager,
      { conversationId: city.campusChannel, activityId: question?.activityId ?? '' },
      'thread.comment',
      dataOf(card, 'thread.comment'),
    );
    await isCalled(world, ticket.teacher, 'Ist der Raum morgen frei?');
    await cardWith(world, city.campusChannel, ticket, 'Ist der Raum morgen frei?');
  });

  test('“internal note” keeps it among the staff', async () => {
    const { ticket, root } = await ticketWithThread();
    const question = await asks(city.manager, root, 'Schon wieder dieses Gerät');
    await world.clicks(
      city.manager,
      { conversationId: city.campusChannel, activityId: question?.activityId ?? '' },
      'thread.note',
      dataOf(cardOf(question), 'thread.note'),
    );
    await cardWith(world, city.campusChannel, ticket, 'Schon wieder dieses Gerät');
    await world.quiet();
    expect(wordsOf(world.toPerson(ticket.teacher))).not.toContain('Schon wieder');
  });

  test('whoever is not responsible is told so', async () => {
    const { root } = await ticketWithThread();
    const answer = await asks(city.stranger, root, 'Ich weiß was');
    expect(answer?.activity.text).toBe(refusals.sentence({ code: 'not-allowed', verb: 'comment' }));
  });

  test('under a message that is no ticket it says where to write', async () => {
    const answer = await asks(city.manager, 'm-unknown', 'Hallo?');
    expect(answer?.activity.text).toBe(chat.notATicketThread);
  });

  test('an empty mention in a thread explains what can be said', async () => {
    const { root } = await ticketWithThread();
    expect((await asks(city.manager, root, ''))?.activity.text).toBe(chat.channelHelp);
  });

  test('it works in the thread of a ticket that is long resolved', async () => {
    const { ticket, root } = await ticketWithThread();
    await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' });
    await world.quiet();
    const posts = postsIn(world, city.campusChannel).length;
    const question = await asks(city.manager, root, 'Patrone nachbestellt');
    expect(hasAction(question?.activity, 'thread.note')).toBe(true);
    expect(postsIn(world, city.campusChannel)).toHaveLength(posts + 1);
  });
});
