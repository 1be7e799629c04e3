import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import { texts } from '../../src/i18n/index.js';
import { answersTo, files, hears, newTeacher, presses, textOf } from './teacher.js';
import { dataOf, hasAction, wordsOf, World } from './world.js';

describe.each(storeKinds)('a command in the chat, on %s', (kind) => {
  let world: World;
  let number = 300;
  const somebody = () => newTeacher((number += 1));
  beforeAll(async () => {
    world = await World.open(kind);
  });
  afterAll(async () => world.close());

  test.each(['Hilfe', 'hilfe!', 'Help', '?', 'Was kannst du?', '„Hilfe“', 'HILFE'])(
    '%s shows what can be written',
    async (text) => {
      const { card } = await hears(world, somebody(), text);
      expect(wordsOf(card)).toContain('K7M-3QX');
    },
  );

  test.each(['Meine Tickets', 'meine Meldungen', 'My tickets', 'my reports?', 'Status'])(
    '%s lists one’s own, and opens one',
    async (text) => {
      const teacher = somebody();
      const filed = await files(world, teacher, 'Beamer in R 204 ohne Bild');
      await files(world, somebody(), 'Fremder Drucker druckt nicht');
      const list = await hears(world, teacher, text);
      expect(wordsOf(list.card)).toContain('Beamer in R 204');
      expect(wordsOf(list.card)).not.toContain('Fremder');
      const opened = await world.clicks(teacher, list, 'ticket.show', { ticketId: filed.ticketId });
      expect(hasAction(opened.value, 'ticket.withdraw')).toBe(true);
    },
  );

  test('one’s own list goes on page by page, the newest first', { timeout: 60_000 }, async () => {
    const teacher = somebody();
    const filed: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      filed.push((await files(world, teacher, `Beamer in R ${String(200 + count)} ohne Bild`)).ticketId);
    }
    const first = await hears(world, teacher, 'Meine Tickets');
    const shown = (card: unknown) => filed.filter((id) => wordsOf(card).includes(`"${id}"`));
    expect(shown(first.card)).toEqual(filed.slice(2));
    const second = await presses(world, teacher, first, 'own.page');
    expect(shown(second.value)).toEqual(filed.slice(0, 2));
    const strangers = await world.clicks(somebody(), first, 'own.page', dataOf(first.card, 'own.page'));
    expect(shown(strangers.value)).toEqual([]);
    for (const pages of ['x', [7], ['']]) {
      const odd = await world.clicks(teacher, first, 'own.page', { pages });
      expect(odd.value).toBe(texts('de').chat.unreadable);
    }
    const made = await world.clicks(teacher, first, 'own.page', { pages: ['made-up'] });
    expect(shown(made.value)).toEqual(filed.slice(2));
  });

  test('a list without tickets says what to do', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Meine Tickets'));
    expect(textOf(posts[0])).toContain('noch nichts gemeldet');
  });

  test('an id shows its ticket, in whatever way it is written', async () => {
    const teacher = somebody();
    const { ticketId } = await files(world, teacher, 'Beamer in R 204 ohne Bild');
    const spoken = `${ticketId.slice(0, 3)}-${ticketId.slice(3)}`;
    for (const text of [
      spoken,
      spoken.toLowerCase(),
      ticketId,
      `Status ${spoken}`,
      `status: ${spoken}?`,
      `Stand ${ticketId}`,
      `Ticket ${spoken}`,
    ]) {
      expect(wordsOf((await hears(world, teacher, text)).card)).toContain('Beamer in R 204');
    }
  });

  test('somebody else’s id is not found, like one that does not exist', async () => {
    const teacher = somebody();
    const { ticketId } = await files(world, somebody(), 'Fremder Drucker druckt nicht');
    for (const id of [`${ticketId.slice(0, 3)}-${ticketId.slice(3)}`, 'K7M-3QX']) {
      const posts = await answersTo(world, teacher, async () => world.says(teacher, `Status ${id}`));
      expect(textOf(posts[0])).toContain(`Zu ${id} finde ich keine Meldung von Ihnen`);
    }
  });

  test.each([
    'Status Lampe blinkt',
    'Status Beamer',
    'Hilfe, mein Beamer geht nicht',
    'iPad12',
    'Andere Schule hat auch kein WLAN',
    'Sprache ändern am iPad geht nicht',
    'Tickets für das Theater lassen sich nicht drucken',
    'Start vom iPad dauert ewig',
  ])('%s is a report', async (text) => {
    const { card } = await hears(world, somebody(), text);
    expect(hasAction(card, 'draft.discard')).toBe(true);
  });

  test('is answered in the language of its words', async () => {
    const teacher = somebody();
    const german = await hears(world, teacher, 'Hilfe', { locale: 'en-US' });
    expect(wordsOf(german.card)).toContain('Schreiben Sie in eigenen Worten');
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'my tickets'));
    expect(textOf(posts[0])).toContain('not reported anything yet');
  });

  test('the link of a channel is sent to the channel', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'verknüpfen'));
    expect(textOf(posts[0])).toContain('Kanal');
  });

  test('thanks are taken, and make no ticket', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Danke!'));
    expect(textOf(posts[0])).toContain('Gern');
  });
});
