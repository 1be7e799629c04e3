import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  files,
  hears,
  inputOf,
  isCalled,
  letTimePass,
  newTeacher,
  presses,
  seen,
  staffDoes,
  textOf,
  ticketsOf,
  untilShown,
  type Filed,
} from './teacher.js';
import { cardOf, city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const day = 24 * 60;

describe.each(storeKinds)('what belongs to a ticket, on %s', (kind) => {
  let world: World;
  let number = 500;
  let teacher: Someone;
  let filed: Filed;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    teacher = newTeacher((number += 1));
    filed = await files(world, teacher, 'Beamer in R 204 ohne Bild');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
  });

  const asks = async (text = 'Welche Lampe leuchtet?') => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.comment', { 'comment.text': text });
    return isCalled(world, teacher, text);
  };
  const resolves = async () => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.resolve', {
      'resolve.solution': 'Kabel getauscht',
    });
    return isCalled(world, teacher, 'Kabel getauscht');
  };

  test('after a question the next message is offered as its answer, with one press', async () => {
    await asks();
    const question = await hears(world, teacher, 'Die rote');
    expect(wordsOf(question.card)).toContain('Die rote');
    expect(hasAction(question.card, 'chat.new')).toBe(true);
    const reply = await presses(world, teacher, question, 'chat.answer');
    expect(wordsOf(reply.value)).toContain('Ihre Antwort steht jetzt in');
    await untilShown(world, filed, 'Die rote');
    await world.until('the channel reads it', () =>
      world.connector.in(city.campusChannel).some(({ activity }) => wordsOf(activity).includes('Die rote')),
    );
  });

  test('an answer pressed twice is one answer', async () => {
    await asks();
    const question = await hears(world, teacher, 'Die gelbe Lampe');
    await presses(world, teacher, question, 'chat.answer');
    await presses(world, teacher, question, 'chat.answer');
    await world.quiet();
    const told = world.connector
      .in(city.campusChannel)
      .filter(({ method, activity }) => method === 'post' && wordsOf(activity).includes('Die gelbe Lampe'));
    expect(told).toHaveLength(1);
  });

  test('or it is a new report after all, once, however often that is pressed', async () => {
    await asks();
    const question = await hears(world, teacher, 'Im Raum 12 druckt der Drucker nicht');
    const press = async () =>
      answersTo(world, teacher, async () => presses(world, teacher, question, 'chat.new'));
    const first = seen((await press()).at(-1));
    const again = seen((await press()).at(-1));
    expect(inputOf(first.card, 'room')['value']).toBe('12');
    expect(dataOf(again.card, 'draft.submit')['ticketId']).toBe(
      dataOf(first.card, 'draft.submit')['ticketId'],
    );
  });

  test('the answer can be given on the message that asks', async () => {
    const question = await asks();
    const reply = await presses(world, teacher, question, 'ticket.comment', { 'comment.text': 'Die blaue' });
    expect(reply.type).toBe('application/vnd.microsoft.card.adaptive');
    await untilShown(world, filed, 'Die blaue');
  });

  test('a day after the question the next message is a draft', async () => {
    await asks();
    world.clock.advance(day + 1);
    expect(hasAction((await hears(world, teacher, 'Drucker druckt nicht')).card, 'draft.submit')).toBe(true);
  });

  test('once it is answered the next message is a draft', async () => {
    await asks();
    await presses(world, teacher, await hears(world, teacher, 'Die rote'), 'chat.answer');
    expect(hasAction((await hears(world, teacher, 'Drucker druckt nicht')).card, 'draft.submit')).toBe(true);
  });

  test('without a question the next message is a draft', async () => {
    expect(hasAction((await hears(world, teacher, 'Drucker druckt nicht')).card, 'draft.submit')).toBe(true);
  });

  test('of two tickets the one that asked last is offered', async () => {
    const later = await files(world, teacher, 'Drucker im Lehrerzimmer druckt nicht');
    await asks();
    world.clock.advance(5);
    await staffDoes(world, city.manager, later.ticketId, 'ticket.comment', { text: 'Ist Papier da?' });
    await isCalled(world, teacher, 'Ist Papier da?');
    expect(dataOf((await hears(world, teacher, 'Ja')).card, 'chat.answer')['ticketId']).toBe(later.ticketId);
  });

  test('an answer takes the ticket up again that waited for it', async () => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.hold', {
      'hold.waitingFor': 'requester',
      'hold.note': 'Welche Lampe?',
    });
    await untilShown(world, filed, 'Wir warten auf Ihre Antwort');
    await presses(world, teacher, await hears(world, teacher, 'Die rote'), 'chat.answer');
    const now = await untilShown(world, filed, 'Die rote');
    expect(wordsOf(now.card)).not.toContain('Wir warten');
    expect(wordsOf(now.card)).toContain('kümmert sich');
  });

  test('a very long answer says that only its beginning is taken', async () => {
    await asks();
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, `Es leuchtet ${'rot '.repeat(5_000)}`),
    );
    expect(textOf(posts[0])).toContain('4000 Zeichen');
    const reply = await presses(world, teacher, seen(posts[1]), 'chat.answer');
    expect(wordsOf(reply.value)).toContain('Ihre Antwort steht jetzt in');
  });

  test('after the solution the next message asks whether it is still broken, and reopens', async () => {
    await resolves();
    const question = await hears(world, teacher, 'Das Bild ist wieder weg');
    const reply = await presses(world, teacher, question, 'ticket.reopen');
    expect(reply.type).toBe('application/vnd.microsoft.card.adaptive');
    const now = await untilShown(world, filed, 'Das Bild ist wieder weg');
    expect(wordsOf(now.card)).toContain('kümmert sich');
  });

  test('thanks after the solution do not ask whether it is still broken', async () => {
    await resolves();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Danke!'));
    expect(textOf(posts[0])).toContain('Gern');
  });

  test('a solution can be rated once', async () => {
    await resolves();
    const status = await untilShown(world, filed, 'Kabel getauscht');
    await presses(world, teacher, status, 'ticket.rate', { 'rate.stars': '5', 'rate.text': 'Schnell!' });
    const rated = await untilShown(world, filed, 'Bewertung: ★★★★★');
    expect(hasAction(rated.card, 'ticket.rate')).toBe(false);
    const again = await presses(world, teacher, status, 'ticket.rate', { 'rate.stars': '1' });
    expect(wordsOf(again.value)).toContain('schon bewertet');
  });

  test.each(['0', '6', '4.5', 'five', '', null, ['5'], '1e999'])('%j stars are none', async (stars) => {
    await resolves();
    const status = await untilShown(world, filed, 'Kabel getauscht');
    const reply = await presses(world, teacher, status, 'ticket.rate', { 'rate.stars': stars });
    expect(wordsOf(reply.value)).toContain('Bitte wählen Sie eine Bewertung');
  });

  test('closed for more than a week goes on in a new draft that names it, once', async () => {
    await resolves();
    await staffDoes(world, city.dispatcher, filed.ticketId, 'ticket.close');
    const closed = await untilShown(world, filed, 'und abgeschlossen');
    world.clock.advance(8 * day);
    const press = async () =>
      answersTo(world, teacher, async () =>
        presses(world, teacher, closed, 'ticket.reopen', { 'reopen.text': 'Wieder dunkel' }),
      );
    const [told, draft] = await press();
    expect(textOf(told)).toContain('schon länger abgeschlossen');
    const { card } = seen(draft);
    expect(inputOf(card, 'description')['value']).toContain('Wieder dunkel');
    expect(inputOf(card, 'description')['value']).toContain('ohne Bild');
    expect(inputOf(card, 'room')['value']).toBe('204');
    const { ticketId } = dataOf(card, 'draft.submit');
    expect(dataOf(cardOf((await press()).at(-1)), 'draft.submit')['ticketId']).toBe(ticketId);
    const reply = await presses(world, teacher, seen(draft), 'draft.submit');
    expect(hasAction(reply.value, 'ticket.withdraw')).toBe(true);
    const { get } = await ticketsOf(world);
    expect(await get(String(ticketId))).toMatchObject({ follows: filed.ticketId });
  });

  test('a comment and the solution within a minute are one message', async () => {
    const message = await asks('Ich schaue mal');
    letTimePass(world);
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.resolve', {
      'resolve.solution': 'Neu gestartet',
    });
    const now = await isCalled(world, teacher, 'Neu gestartet');
    const both = await untilShown(world, message, 'Neu gestartet');
    expect(wordsOf(both.card)).toContain('Ich schaue mal');
    await world.quiet();
    const posts = world
      .toPerson(teacher)
      .filter(({ method, activity }) => method === 'post' && wordsOf(activity).includes('Neu gestartet'));
    expect(posts).toHaveLength(0);
    expect(now.conversationId).toBe(message.conversationId);
  });

  test('whoever has answered within the minute is called anew by what comes then', async () => {
    const question = await asks('Welche Lampe leuchtet?');
    letTimePass(world);
    await presses(world, teacher, question, 'ticket.comment', { 'comment.text': 'Die blaue' });
    letTimePass(world);
    const posts = await answersTo(world, teacher, async () => {
      await asks('Dann bitte neu starten');
      await world.quiet();
    });
    expect(posts.map(({ activity }) => wordsOf(activity).includes('Dann bitte neu starten'))).toEqual([true]);
    expect(wordsOf(posts[0])).not.toContain('Welche Lampe leuchtet?');
  });

  test('a comment and the solution after more than a minute are two messages', async () => {
    await asks('Ich schaue mal');
    await world.quiet();
    world.clock.advance(2);
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.resolve', {
      'resolve.solution': 'Neu gestartet',
    });
    const posts = () =>
      world
        .toPerson(teacher)
        .filter(({ method, activity }) => method === 'post' && wordsOf(activity).includes('Neu gestartet'));
    await world.until('a second message', () => posts().length === 1);
  });
});
