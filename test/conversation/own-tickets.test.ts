import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { storeKinds } from '../store/fixtures.js';
import { files, newTeacher, presses, staffDoes, untilShown, type Filed } from './teacher.js';
import { city, hasAction, wordsOf, World, type Someone } from './world.js';

const otherSchool = sampleDirectory().school(city.otherSchool);

describe.each(storeKinds)('one’s own ticket, on %s', (kind) => {
  let world: World;
  let number = 600;
  let teacher: Someone;
  let filed: Filed;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.administrator, city.otherChannel, city.otherCampus.id);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    teacher = newTeacher((number += 1));
    filed = await files(world, teacher, 'Beamer in R 204 ohne Bild');
  });

  test('can be changed in everything until somebody has it', async () => {
    await presses(world, teacher, filed, 'ticket.edit', {
      'edit.title': 'Beamer flackert',
      'edit.description': 'Nur bei HDMI',
      'edit.room': 'Aula',
      'edit.category': 'computer',
      'edit.scope': 'school',
      'edit.blocked': 'true',
      'edit.phone': '4711',
    });
    const now = await untilShown(world, filed, 'Beamer flackert');
    for (const said of ['Nur bei HDMI', 'Aula', 'Computer', '4711', 'dringend']) {
      expect(wordsOf(now.card)).toContain(said);
    }
  });

  test('moves to the other campus’ channel with its school', async () => {
    await presses(world, teacher, filed, 'ticket.edit', { 'edit.school': city.otherSchool });
    await untilShown(world, filed, otherSchool?.name ?? '');
    await world.until('a card in the other channel', () =>
      world.connector
        .in(city.otherChannel)
        .find(({ activity }) => wordsOf(activity).includes(`"${filed.ticketId}"`)),
    );
    await world.until('the old card says where it went', () =>
      world.connector
        .in(city.campusChannel)
        .find(
          ({ method, activity }) =>
            method === 'edit' && wordsOf(activity).includes(`Jetzt im Kanal von ${city.otherCampus.name}`),
        ),
    );
  });

  test('can be changed only in description and room once somebody has it', async () => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
    const claimed = await untilShown(world, filed, 'kümmert sich');
    const refused = await presses(world, teacher, claimed, 'ticket.edit', { 'edit.title': 'Anderes' });
    expect(wordsOf(refused.value)).toContain('nur noch Beschreibung und Raum');
    await presses(world, teacher, claimed, 'ticket.edit', {
      'edit.description': 'Jetzt auch ohne Ton',
      'edit.room': '205',
    });
    const now = await untilShown(world, filed, 'Jetzt auch ohne Ton');
    expect(wordsOf(now.card)).toContain('Raum 205');
  });

  test('can be withdrawn, and its card has no more buttons to work with', async () => {
    const reply = await presses(world, teacher, filed, 'ticket.withdraw', {
      'withdraw.text': 'Stecker war raus',
    });
    expect(hasAction(reply.value, 'ticket.withdraw')).toBe(false);
    const gone = await untilShown(world, filed, 'Zurückgezogen');
    expect(hasAction(gone.card, 'ticket.comment')).toBe(false);
    const late = await presses(world, teacher, filed, 'ticket.edit', { 'edit.room': '1' });
    expect(wordsOf(late.value)).toContain('Zurückgezogen');
  });

  test('withdrawn after it was claimed calls the manager', async () => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
    await presses(world, teacher, filed, 'ticket.withdraw', { 'withdraw.text': 'Stecker war raus' });
    await world.until('a message in the channel', () =>
      world.connector
        .in(city.campusChannel)
        .find(({ method, activity }) => method === 'post' && wordsOf(activity).includes('Stecker war raus')),
    );
  });

  test('becomes urgent when an exam is on', async () => {
    const reply = await presses(world, teacher, filed, 'ticket.escalate', {
      'escalate.text': 'Abitur um zehn',
    });
    expect(reply.type).toBe('application/vnd.microsoft.card.adaptive');
    await world.until('the channel is alarmed', () =>
      world.connector
        .in(city.campusChannel)
        .find(({ method, activity }) => method === 'post' && wordsOf(activity).includes('Abitur um zehn')),
    );
    await untilShown(world, filed, 'Unterricht oder Prüfung steht still');
  });

  test('can be commented', async () => {
    await presses(world, teacher, filed, 'ticket.comment', { 'comment.text': 'Die Lampe blinkt rot' });
    await untilShown(world, filed, 'Die Lampe blinkt rot');
  });

  test.each([
    ['ticket.comment', { 'comment.text': '' }, 'Bitte schreiben Sie etwas'],
    ['ticket.comment', { 'comment.text': ' \u200B\u2060 ' }, 'Bitte schreiben Sie etwas'],
    ['ticket.comment', { 'comment.text': 'x'.repeat(4_001) }, 'zu lang'],
    ['ticket.edit', { 'edit.title': 'x'.repeat(5_000) }, 'zu lang'],
    ['ticket.edit', { 'edit.description': '' }, 'Bitte beschreiben Sie das Problem'],
    ['ticket.edit', { 'edit.title': ['x'] }, 'Bitte nennen Sie das Problem'],
  ])('%s with %j says what is wrong', async (verb, inputs, sentence) => {
    const reply = await presses(world, teacher, filed, verb, inputs);
    expect(reply.type).toBe('application/vnd.microsoft.activity.message');
    expect(reply.value).toContain(sentence);
  });

  test('is nobody else’s to change, comment, rate or withdraw', async () => {
    for (const verb of [
      'ticket.edit',
      'ticket.comment',
      'ticket.rate',
      'ticket.withdraw',
      'ticket.escalate',
      'ticket.reopen',
      'ticket.claim',
      'ticket.resolve',
      'chat.answer',
      'thread.note',
    ]) {
      const data = { ticketId: filed.ticketId, drawn: '1', text: 'x', stars: '1', solution: 'x', room: '1' };
      const where = { conversationId: `a:${city.stranger.id}`, activityId: filed.activityId };
      const reply = await world.clicks(city.stranger, where, verb, data);
      expect(reply.type).toBe('application/vnd.microsoft.activity.message');
      expect(reply.value).not.toBe('');
      expect(reply.value).not.toContain('Beamer');
    }
    await world.quiet();
    expect(wordsOf((await untilShown(world, filed, 'Beamer')).card)).toContain('Raum 204');
  });
});
