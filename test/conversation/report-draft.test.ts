import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  files,
  hears,
  inputOf,
  newTeacher,
  presses,
  seen,
  staffDoes,
  textOf,
  untilShown,
} from './teacher.js';
import { cardOf, city, dataOf, hasAction, wordsOf, World } from './world.js';

describe.each(storeKinds)('a report, on %s', (kind) => {
  let world: World;
  let number = 100;
  const somebody = () => newTeacher((number += 1));
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test('is a draft within the turn, with what was recognised filled in', async () => {
    const { card } = await hears(
      world,
      somebody(),
      'Beamer in R 204 ohne Bild, Gerät INV-12345, gleich Klausur',
    );
    expect(inputOf(card, 'room')['value']).toBe('204');
    expect(inputOf(card, 'blocked')['value']).toBe('true');
    expect(inputOf(card, 'category')['value']).toBe('display');
    expect(inputOf(card, 'title')['value']).toContain('Beamer');
    expect(inputOf(card, 'description')['value']).toContain('gleich Klausur');
    expect(wordsOf(card)).toContain('Schülerinnen und Schüler');
  });

  test('offers three best guesses, and all other subjects behind them', async () => {
    const { card } = await hears(world, somebody(), 'Das iPad lädt nicht');
    expect(inputOf(card, 'category')['choices']).toHaveLength(3);
    expect(inputOf(card, 'otherCategory')['choices']).toHaveLength(12);
  });

  test('another subject counts more than the guess', async () => {
    const filed = await files(world, somebody(), 'Das iPad lädt nicht', {
      school: city.school,
      category: 'ipad-hardware',
      otherCategory: 'printer',
    });
    expect(wordsOf(filed.card)).toContain('Drucker');
  });

  test('what is edited before submitting counts, not what was recognised', async () => {
    const filed = await files(world, somebody(), 'Beamer in R 204 ohne Bild', {
      school: city.school,
      title: 'Beamer flackert',
      description: 'Seit gestern',
      room: 'Aula',
      scope: 'class',
      bestTime: 'dienstags',
      phone: '0251 1234',
    });
    for (const said of ['Beamer flackert', 'Seit gestern', 'Aula', 'dienstags', '0251 1234']) {
      expect(wordsOf(filed.card)).toContain(said);
    }
    expect(wordsOf(filed.card)).not.toContain('ohne Bild');
  });

  test('shows afterwards its state, its urgency, who has it and why, and when the first answer comes', async () => {
    const { card } = await files(world, somebody(), 'Beamer in R 204 ohne Bild');
    const words = wordsOf(card);
    expect(words).toContain(city.manager.name);
    expect(words).toContain(city.campus.name);
    expect(words).toContain('Erste Antwort');
    expect(words).toMatch(/Dringlichkeit/);
    expect(words).not.toMatch(/\bP[1-4]\b/);
  });

  test('submitted twice is one ticket', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Der Drucker im Lehrerzimmer druckt nicht');
    const click = async () => presses(world, teacher, draft, 'draft.submit', { school: city.school });
    const [first, again] = await Promise.all([click(), click()]);
    expect(first.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(again.type).toBe('application/vnd.microsoft.card.adaptive');
    const late = await presses(world, teacher, draft, 'draft.submit', {
      school: city.school,
      title: 'Other',
    });
    expect(hasAction(late.value, 'ticket.withdraw')).toBe(true);
    const list = await hears(world, teacher, 'Meine Tickets');
    expect(wordsOf(list.card).split('"ticket.show"')).toHaveLength(2);
    expect(wordsOf(list.card)).not.toContain('Other');
  });

  test('cannot be submitted, discarded or seen by somebody else', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Geheimer Drucker druckt nicht');
    for (const verb of [
      'draft.submit',
      'draft.discard',
      'ticket.comment',
      'ticket.edit',
      'ticket.claim',
      'ticket.show',
    ]) {
      const { ticketId } = dataOf(draft.card, 'draft.submit');
      const data = { ticketId, drawn: '0', school: city.school, text: 'x' };
      const reply = await world.clicks(
        city.stranger,
        { ...draft, conversationId: `a:${city.stranger.id}` },
        verb,
        data,
      );
      expect(wordsOf(reply.value)).not.toContain('Geheimer');
      expect(wordsOf(reply.value)).toMatch(/gibt es nicht|finde ich keine/);
    }
    const own = await presses(world, teacher, draft, 'draft.submit', { school: city.school });
    expect(hasAction(own.value, 'ticket.withdraw')).toBe(true);
  });

  test('can be thrown away, and then nothing is reported', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Die Tastatur am PC im Lehrerzimmer ist kaputt');
    const reply = await presses(world, teacher, draft, 'draft.discard');
    expect(wordsOf(reply.value)).toContain('nichts gemeldet');
    const again = await presses(world, teacher, draft, 'draft.discard');
    expect(wordsOf(again.value)).toContain('Entwurf gibt es nicht mehr');
    const submitted = await presses(world, teacher, draft, 'draft.submit', { school: city.school });
    expect(wordsOf(submitted.value)).toContain('Entwurf gibt es nicht mehr');
  });

  test('that is refused keeps what was typed', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Maus kaputt');
    const refused = await presses(world, teacher, draft, 'draft.submit', {
      school: 'no such school',
      title: 'Meine Maus',
      description: 'Linke Taste klemmt',
      room: 'B 12',
      phone: '4711',
    });
    expect(wordsOf(refused.value)).toContain('Bitte wählen Sie Ihre Schule aus');
    expect(inputOf(refused.value, 'title')['value']).toBe('Meine Maus');
    expect(inputOf(refused.value, 'description')['value']).toBe('Linke Taste klemmt');
    expect(inputOf(refused.value, 'room')['value']).toBe('B 12');
    expect(inputOf(refused.value, 'phone')['value']).toBe('4711');
  });

  test('longer than a description may be says so and keeps the beginning', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, `Beamer kaputt. ${'😀'.repeat(4_000)}`),
    );
    expect(textOf(posts[0])).toContain('4000 Zeichen');
    const description = String(inputOf(cardOf(posts[1]), 'description')['value']);
    expect(description.length).toBeLessThanOrEqual(4_000);
    expect(description).not.toMatch(/\p{Cs}/u);
  });

  test('told twice by the channel service is one draft', async () => {
    const teacher = somebody();
    const first = await hears(world, teacher, 'Lautsprecher stumm', { id: 'same-activity' });
    const again = await hears(world, teacher, 'Lautsprecher stumm', { id: 'same-activity' });
    expect(dataOf(again.card, 'draft.submit')['ticketId']).toBe(
      dataOf(first.card, 'draft.submit')['ticketId'],
    );
  });

  test('is one card that follows the ticket: claimed, commented, on hold, resumed, resolved', async () => {
    const teacher = somebody();
    const filed = await files(world, teacher, 'Beamer in R 204 ohne Bild');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
    await untilShown(world, filed, 'kümmert sich');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.comment', {
      'comment.text': 'Welche Lampe leuchtet?',
    });
    await untilShown(world, filed, 'Welche Lampe leuchtet?');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.hold', {
      'hold.waitingFor': 'requester',
      'hold.note': 'Und jetzt?',
    });
    await untilShown(world, filed, 'Wir warten auf Ihre Antwort');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.resume');
    await untilShown(world, filed, 'kümmert sich');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.resolve', {
      'resolve.solution': 'Kabel getauscht',
    });
    const resolved = await untilShown(world, filed, 'Kabel getauscht');
    expect(hasAction(resolved.card, 'ticket.reopen')).toBe(true);
  });

  test('nobody submits for seven days is gone, and its button says so', async () => {
    const late = await World.open(kind);
    try {
      const draft = await hears(late, city.teacher, 'Tafel kaputt');
      late.clock.advance(7 * 24 * 60 + 1);
      await late.quiet();
      const reply = await presses(late, city.teacher, draft, 'draft.submit', { school: city.school });
      expect(wordsOf(reply.value)).toContain('Entwurf gibt es nicht mehr');
    } finally {
      await late.close();
    }
  });

  test('is written in the language of the message, and so are the answers to its buttons', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'The projector in room 204 shows no picture');
    expect(wordsOf(draft.card)).toContain('Discard');
    const refused = await presses(world, teacher, draft, 'draft.submit', { school: '' });
    expect(inputOf(refused.value, 'title')['label']).not.toBe('Was ist das Problem?');
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Das WLAN geht auch nicht'),
    );
    expect(hasAction(seen(posts.at(-1)).card, 'draft.submit')).toBe(true);
    expect(wordsOf(seen(posts.at(-1)).card)).toContain('Verwerfen');
  });
});
