import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { answersTo, files, hears, newTeacher, presses, seen, textOf } from './teacher.js';
import { keepsRota } from './visit-week.js';
import { city, hasAction, wordsOf, World } from './world.js';

describe.each(storeKinds)('talk is answered and reports nothing, on %s', (kind) => {
  let world: World;
  let number = 1_800;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test.each([
    ['Guten Morgen!', 'Guten Tag!'],
    ['Hello there', 'Hello!'],
    ['Vielen Dank für die schnelle Hilfe', 'Gern!'],
    ['Thank you so much', 'You are welcome!'],
    ['Tschüss, schönes Wochenende', 'Auf Wiedersehen!'],
    ['Goodbye, see you', 'Goodbye!'],
    ['Ihr seid alle Idioten', 'Das ist ärgerlich'],
    ['you are useless', 'That is annoying'],
    ['Wer bist du?', 'Ich bin Campusdesk'],
    ['Who are you?', 'I am Campusdesk'],
    ['Erzähl mir einen Witz', 'Witze kann ich keine'],
    ['Tell me a joke', 'I know no jokes'],
    ['Ich brauche bitte Hilfe', 'Was geht nicht, und in welchem Raum?'],
    ['I need help', 'What is not working'],
    ['asdf jklö', 'Das konnte ich nicht lesen'],
    ['😀😀', 'Danke für das Zeichen'],
    ['\u200B!!!\u202E', 'Danke für das Zeichen'],
    ['مرحبا كيف حالك', 'nur Deutsch und Englisch'],
    ['a'.repeat(10_000), 'Das konnte ich nicht lesen'],
    ['\u0000\u0007Danke\u200B!\u001B', 'Gern!'],
  ])('%j', async (text, answer) => {
    const teacher = newTeacher((number += 1));
    const posts = await answersTo(world, teacher, async () => world.says(teacher, text));
    expect(posts.map(textOf)).toEqual([expect.stringContaining(answer)]);
    const tickets = await (await world.store()).collection(ticketCollection);
    const mine = { where: [{ field: 'requester.id', equals: teacher.id }], limit: 1 } as const;
    expect((await tickets.query(mine)).items).toEqual([]);
  });

  test('the same words are answered the same way each time', async () => {
    const teacher = newTeacher((number += 1));
    const answers = [];
    for (let time = 0; time < 3; time += 1) {
      world.clock.advance(0.2);
      answers.push(
        ...(await answersTo(world, teacher, async () => world.says(teacher, 'Hallo'))).map(textOf),
      );
    }
    expect(new Set(answers).size).toBe(1);
  });

  test('who comes is the campus manager in force, once the school is known', async () => {
    const teacher = newTeacher((number += 1));
    const unknown = await hears(world, teacher, 'Wann kommt jemand?');
    expect(wordsOf(unknown.card)).toContain('Schule wechseln');
    await files(world, teacher, 'Der Drucker im Lehrerzimmer druckt nicht');
    world.clock.advance(1);
    const known = await hears(world, teacher, 'Wann kommt jemand?');
    expect(wordsOf(known.card)).toContain(`${city.manager.name} (${city.campus.name})`);
    expect(wordsOf(known.card)).not.toContain('Nächster Besuch');
    const english = await hears(world, teacher, 'When will you come?');
    expect(wordsOf(english.card)).toContain('is responsible for your school');
  });

  test('where a rota is kept, the answer names the next visit at the school', async () => {
    const teacher = newTeacher((number += 1));
    await files(world, teacher, 'Der Drucker im Lehrerzimmer druckt nicht');
    await keepsRota(world);
    await world.restart();
    world.clock.advance(1);
    const known = await hears(world, teacher, 'Wann kommt jemand?');
    expect(wordsOf(known.card)).toContain('Nächster Besuch: Do. 26.11., 08:00–11:00.');
    const english = await hears(world, teacher, 'When will you come?');
    expect(wordsOf(english.card)).toContain('Next visit: Thu 26 Nov, 08:00–11:00.');
  });

  test('what only looks like talk can be reported with one press', async () => {
    const teacher = newTeacher((number += 1));
    const answer = await hears(world, teacher, 'Wie ist das Wetter heute?');
    expect(wordsOf(answer.card)).toContain('Trotzdem melden');
    const posts = await answersTo(world, teacher, async () => presses(world, teacher, answer, 'chat.new'));
    expect(hasAction(seen(posts[0]).card, 'draft.discard')).toBe(true);
  });
});
