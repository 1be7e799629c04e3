import { afterEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardIn, cardWith, does, isCard, reports, sentenceOf, sentWhile } from './staff.js';
import { ticketsOf } from './teacher.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World } from './world.js';

const { actions } = texts('de').cards;

describe.each(storeKinds)('the button "why this deadline?", on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.why');
    return ticket;
  };

  test('shows the teacher how it came about, and leads back to the card', async () => {
    const ticket = await open();
    const chat = personalChat(ticket.teacher);
    const answer = await does(world, ticket.teacher, ticket, 'ticket.why', {}, chat);
    // Four service hours from nine on.
    for (const words of [actions.why, 'Erste Antwort in 4 Std.', '09:00–13:00', '„normal“']) {
      expect(wordsOf(answer.value)).toContain(words);
    }
    const card = await cardIn(world, chat, ticket);
    const back = await world.clicks(ticket.teacher, card, 'ticket.back', dataOf(answer.value, 'ticket.back'));
    expect(hasAction(back.value, 'ticket.withdraw')).toBe(true);
  });

  test('shows the staff in the channel the same, and leads back to the channel’s card', async () => {
    const ticket = await open();
    const answer = await does(world, city.manager, ticket, 'ticket.why');
    expect(wordsOf(answer.value)).toContain('09:00–13:00');
    const card = await cardIn(world, city.campusChannel, ticket);
    const back = await world.clicks(city.manager, card, 'ticket.back', dataOf(answer.value, 'ticket.back'));
    expect(hasAction(back.value, 'ticket.claim')).toBe(true);
  });

  test('answers a stranger with a sentence, for the way back, too', async () => {
    const ticket = await open();
    const card = await cardIn(world, city.campusChannel, ticket);
    const data = dataOf(cardOf(card), 'ticket.why');
    const chat = { conversationId: personalChat(city.stranger), activityId: 'forged' };
    for (const verb of ['ticket.why', 'ticket.back']) {
      expect(sentenceOf(await world.clicks(city.stranger, card, verb, data))).toBe(
        texts('de').chat.whyNotAllowed,
      );
      expect(isCard(await world.clicks(city.stranger, chat, verb, data))).toBe(false);
    }
  });

  test('writes nothing and edits nothing, however often it is pressed', async () => {
    const ticket = await open();
    await world.quiet();
    const before = await (await ticketsOf(world)).get(ticket.ticketId);
    const sent = await sentWhile(world, async () => {
      await does(world, city.manager, ticket, 'ticket.why');
      await does(world, city.manager, ticket, 'ticket.why');
    });
    expect(sent).toEqual([]);
    expect(await (await ticketsOf(world)).get(ticket.ticketId)).toEqual(before);
  });

  test('works on a closed ticket', async () => {
    const ticket = await open();
    const chat = personalChat(ticket.teacher);
    await does(world, ticket.teacher, ticket, 'ticket.withdraw', {}, chat);
    await cardWith(world, chat, ticket, texts('de').vocabulary.closings.withdrawn);
    const answer = await does(world, ticket.teacher, ticket, 'ticket.why', {}, chat);
    expect(wordsOf(answer.value)).toContain(texts('de').why.standsStill.requester.closed);
  });

  test('answers unreadable data and unknown tickets with a sentence', async () => {
    const ticket = await open();
    const card = await cardIn(world, city.campusChannel, ticket);
    const unreadable = await world.clicks(city.manager, card, 'ticket.why', { ticketId: 'x' });
    expect(sentenceOf(unreadable)).toBe(texts('de').chat.unreadable);
    const unknown = await world.clicks(city.manager, card, 'ticket.why', { ticketId: 'ZZZZZZ', drawn: 1 });
    expect(sentenceOf(unknown)).toBe(texts('de').refusals.sentence({ code: 'not-found' }));
  });
});
