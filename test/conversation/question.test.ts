import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createUnderstand, isSure } from '../../src/intake/index.js';
import { readIntakeModel } from '../../src/intake-model.js';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  hears,
  inputOf,
  letTimePass,
  newTeacher,
  presses,
  seen,
  ticketsOf,
  untilShown,
  type Seen,
} from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const understand = createUnderstand(await readIntakeModel());

/** The first of these that leaves open what it is about. */
function unclearOf(...texts: readonly string[]): string {
  const found = texts.find((text) => {
    const understanding = understand(text);
    return !isSure(understanding) && understanding.category !== 'smalltalk';
  });
  if (found === undefined) throw new Error(`all of these are clear: ${texts.join(', ')}`);
  return found;
}

const unclear = unclearOf(
  'Das Ding im Flur geht nicht',
  'Es hängt',
  'Das Ding vorne spinnt',
  'Hier ist was kaputt gegangen',
  'Da leuchtet so ein rotes Licht',
  'Das Gerät reagiert komisch',
  'Es kommt nur noch eine Fehlermeldung',
  'Da fehlt irgendein Teil',
);
const unclearInEnglish = unclearOf(
  'Device does not start',
  'nothing loads',
  'The thing at the front acts strangely',
  'Something here is broken',
  'There is a red light',
  'The device behaves strangely',
  'There is only an error message',
  'Some part of it is missing',
);

describe.each(storeKinds)('what a message leaves open is asked, on %s', (kind) => {
  let world: World;
  let number = 1_600;
  let teacher: Someone;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());
  beforeEach(() => {
    teacher = newTeacher((number += 1));
    letTimePass(world);
  });

  const stored = async (message: Seen, verb = 'draft.discard') =>
    (await ticketsOf(world)).get(String(dataOf(message.card, verb)['ticketId']));

  test('with at most three topics as buttons, all others in a list, and a way out', async () => {
    const question = await hears(world, teacher, unclear);
    expect(wordsOf(question.card)).toContain('Worum geht es?');
    expect(wordsOf(question.card)).toContain(unclear);
    const buttons = wordsOf(question.card).match(/"verb":"question\.category"/g) ?? [];
    expect(buttons.length).toBeGreaterThan(1);
    expect(buttons.length).toBeLessThanOrEqual(3);
    expect(inputOf(question.card, 'question.category')['choices']).toHaveLength(12);
    expect(hasAction(question.card, 'draft.submit')).toBe(false);
    expect(hasAction(question.card, 'draft.discard')).toBe(true);
    expect((await stored(question)).question).toBe('category');
  });

  test('in English to whom writes English', async () => {
    const question = await hears(world, teacher, unclearInEnglish);
    expect(wordsOf(question.card)).toContain('What is it about?');
  });

  test('a button makes it a draft that is ready to be sent', async () => {
    const question = await hears(world, teacher, unclear);
    const answered = await presses(world, teacher, question, 'question.category');
    expect(hasAction(answered.value, 'draft.submit')).toBe(true);
    const draft = await stored(question);
    expect(draft.question).toBeNull();
    expect(draft.report.category).toBe(dataOf(question.card, 'question.category')['category']);
    expect(draft.understood?.language).toBe('de');
  });

  test('so does a topic from the list', async () => {
    const question = await hears(world, teacher, unclear);
    const answered = await presses(world, teacher, question, 'question.other', {
      'question.category': 'lending',
    });
    expect(inputOf(answered.value, 'otherCategory')['value']).toBe('lending');
  });

  test('pressed twice it is the same draft, pressed anew on the old card it is the new topic', async () => {
    const question = await hears(world, teacher, unclear);
    const first = await presses(world, teacher, question, 'question.category');
    const again = await presses(world, teacher, question, 'question.category');
    expect(again).toEqual(first);
    await presses(world, teacher, question, 'question.other', { 'question.category': 'printer' });
    expect((await stored(question)).report.category).toBe('printer');
  });

  test.each([
    [unclear, 'der Drucker', 'printer'],
    [unclearInEnglish, 'the printer', 'printer'],
  ])('%j is answered in the chat by %j', async (text, answer, category) => {
    const question = await hears(world, teacher, text);
    letTimePass(world);
    const draft = await hears(world, teacher, answer);
    expect(dataOf(draft.card, 'draft.submit')['ticketId']).toBe(
      dataOf(question.card, 'draft.discard')['ticketId'],
    );
    const { report } = await stored(question);
    expect(report.category).toBe(category);
    expect(report.description).toBe(`${text}\n${answer}`);
    const old = await untilShown(world, question, text === unclear ? 'weiter unten' : 'now below');
    expect(hasAction(old.card, 'draft.discard')).toBe(false);
  });

  test('after a quarter of an hour what is typed is a report of its own', async () => {
    const question = await hears(world, teacher, unclear);
    world.clock.advance(16);
    const next = await hears(world, teacher, 'Der Drucker druckt nicht');
    expect(dataOf(next.card, 'draft.submit')['ticketId']).not.toBe(
      dataOf(question.card, 'draft.discard')['ticketId'],
    );
    expect((await stored(question)).question).toBe('category');
  });

  test('it is asked once: an answer that says nothing either shows the draft', async () => {
    await hears(world, teacher, unclear);
    letTimePass(world);
    const draft = await hears(world, teacher, 'keine Ahnung, das da vorne');
    expect(hasAction(draft.card, 'draft.submit')).toBe(true);
  });

  test('nobody else can answer it', async () => {
    const question = await hears(world, teacher, unclear);
    const where = { conversationId: `a:${city.stranger.id}`, activityId: question.activityId };
    const data = dataOf(question.card, 'question.category');
    const reply = await world.clicks(city.stranger, where, 'question.category', data);
    expect(wordsOf(reply.value)).toContain('gibt es nicht mehr');
    expect(wordsOf(reply.value)).not.toContain(unclear);
    expect((await stored(question)).question).toBe('category');
  });

  test.each([
    [{ category: 'smalltalk' }],
    [{ category: 'nonsense' }],
    [{ category: ['printer'] }],
    [{ category: null }],
  ])('%j is no topic', async (data) => {
    const question = await hears(world, teacher, unclear);
    const reply = await world.clicks(teacher, question, 'question.category', {
      ...dataOf(question.card, 'question.category'),
      ...data,
    });
    expect(reply.value).toBe('Bitte wählen Sie ein Thema.');
    expect((await stored(question)).question).toBe('category');
  });

  test('once it is a ticket, the old question shows the ticket', async () => {
    const question = await hears(world, teacher, unclear);
    const ready = await presses(world, teacher, question, 'question.category');
    if (typeof ready.value === 'string') throw new Error(ready.value);
    await presses(world, teacher, { ...question, card: ready.value }, 'draft.submit', {
      school: city.school,
    });
    const reply = await presses(world, teacher, question, 'question.category');
    expect(hasAction(reply.value, 'ticket.withdraw')).toBe(true);
  });

  test('a turn that is repeated asks for the same draft', async () => {
    const id = { id: 'said-once' };
    const first = await hears(world, teacher, unclear, id);
    letTimePass(world);
    const again = await hears(world, teacher, unclear, id);
    expect(dataOf(again.card, 'draft.discard')).toEqual(dataOf(first.card, 'draft.discard'));
  });

  test('an answer that is repeated answers the same draft', async () => {
    const question = await hears(world, teacher, unclear);
    for (let time = 0; time < 2; time += 1) {
      letTimePass(world);
      const draft = await hears(world, teacher, 'der Drucker', { id: 'answered-once' });
      expect(dataOf(draft.card, 'draft.submit')['ticketId']).toBe(
        dataOf(question.card, 'draft.discard')['ticketId'],
      );
    }
    expect((await stored(question)).report.description).toBe(`${unclear}\nder Drucker`);
  });

  test('a message that is clear is not asked about', async () => {
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Der Drucker im Lehrerzimmer druckt nicht'),
    );
    expect(posts).toHaveLength(1);
    expect(hasAction(seen(posts[0]).card, 'draft.submit')).toBe(true);
  });
});
