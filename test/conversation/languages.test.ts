import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  files,
  hears,
  isCalled,
  newTeacher,
  presses,
  staffDoes,
  textOf,
  untilShown,
} from './teacher.js';
import { city, wordsOf, World } from './world.js';

describe.each(storeKinds)('the language, on %s', (kind) => {
  let world: World;
  let number = 400;
  const somebody = () => newTeacher((number += 1));
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test('of a report is that of everything about it', async () => {
    const teacher = somebody();
    const filed = await files(world, teacher, 'The projector in room 204 shows no picture');
    expect(filed.card['lang']).toBe('en');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.comment', { text: 'Which lamp?' });
    expect((await isCalled(world, teacher, 'Which lamp?')).card['lang']).toBe('en');
    expect((await untilShown(world, filed, 'Which lamp?')).card['lang']).toBe('en');
    const question = await hears(world, teacher, 'The red one blinks');
    const answered = await presses(world, teacher, question, 'chat.answer');
    expect(wordsOf(answered.value)).toContain('Your answer is now in');
  });

  test('of the last report is that of words that both languages have', async () => {
    const teacher = somebody();
    expect((await hears(world, teacher, 'Hilfe')).card['lang']).toBe('de');
    await files(world, teacher, 'The projector in room 204 shows no picture');
    expect((await hears(world, teacher, 'Status')).card['lang']).toBe('en');
  });

  test.each([
    ['Sprache Englisch', 'From now on'],
    ['language: german', 'Ab jetzt'],
    ['English', 'From now on'],
    ['Deutsch', 'Ab jetzt'],
  ])('is chosen by “%s”, and from then on counts more than the message’s', async (text, done) => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, text));
    expect(textOf(posts[0])).toContain(done);
    const lang = done === 'From now on' ? 'en' : 'de';
    expect((await hears(world, teacher, 'Der Beamer zeigt kein Bild')).card['lang']).toBe(lang);
    expect((await hears(world, teacher, 'The printer does not print')).card['lang']).toBe(lang);
  });

  test('is chosen from a card in both languages', async () => {
    const teacher = somebody();
    const card = await hears(world, teacher, 'Sprache');
    const reply = await world.clicks(teacher, card, 'language.choose', { language: 'en' });
    expect(wordsOf(reply.value)).toContain('From now on I write to you in English');
    const nonsense = await world.clicks(teacher, card, 'language.choose', { language: 'constructor' });
    expect(nonsense.type).toBe('application/vnd.microsoft.activity.message');
    expect(nonsense.value).not.toBe('');
  });
});
