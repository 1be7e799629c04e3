import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import { answersTo, newTeacher, presses, seen, textOf, ticketsOf } from './teacher.js';
import { city, dataOf, hasAction, World } from './world.js';

describe.each(storeKinds)('several problems in one message, on %s', (kind) => {
  let world: World;
  let number = 1_700;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test.each([
    [
      'In R 204 zeigt der Beamer kein Bild und der Drucker druckt nicht.',
      'Das sind zwei Anliegen.',
      ['display', 'printer'],
    ],
    [
      'The projector in room 204 shows no picture and the printer is jammed.',
      'These are two things.',
      ['display', 'printer'],
    ],
  ])('%j becomes a draft for each, in the room that was named', async (text, sentence, categories) => {
    const teacher = newTeacher((number += 1));
    const posts = await answersTo(world, teacher, async () => world.says(teacher, text));
    expect(textOf(posts[0])).toContain(sentence);
    const drafts = posts.slice(1).map(seen);
    expect(drafts).toHaveLength(2);
    const tickets = await ticketsOf(world);
    for (const [index, draft] of drafts.entries()) {
      const ticket = await tickets.get(String(dataOf(draft.card, 'draft.submit')['ticketId']));
      expect(ticket.report).toMatchObject({ category: categories[index], room: '204' });
      const reply = await presses(world, teacher, draft, 'draft.submit', { school: city.school });
      expect(hasAction(reply.value, 'ticket.withdraw')).toBe(true);
    }
  });

  test('told twice by the channel service it is the same drafts', async () => {
    const teacher = newTeacher((number += 1));
    const text = 'Der Beamer zeigt kein Bild. Mein Passwort für Logineo ist abgelaufen.';
    const ids = async (): Promise<readonly unknown[]> => {
      world.clock.advance(0.2);
      const posts = await answersTo(world, teacher, async () => world.says(teacher, text, { id: 'twice' }));
      return posts.slice(1).map((post) => dataOf(seen(post).card, 'draft.submit')['ticketId']);
    };
    const first = await ids();
    expect(new Set(first).size).toBe(2);
    expect(await ids()).toEqual(first);
  });

  test('one that only is about two things is one draft', async () => {
    const teacher = newTeacher((number += 1));
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Nicht der Beamer ist kaputt, der Drucker druckt nicht'),
    );
    expect(posts).toHaveLength(1);
  });
});
