import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  files,
  hears,
  inputOf,
  newTeacher,
  presses,
  seen,
  textOf,
  untilShown,
} from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const directory = sampleDirectory();
const school = directory.school(city.school);
const kollwitz = directory.schools.find(({ name }) => name.includes('Kollwitz'));
const withSites = directory.schools.find(({ id }) => directory.sitesOf(id).length > 1);
const ofWithSites = directory.sitesOf(withSites?.id ?? '');

describe.each(storeKinds)('the school, on %s', (kind) => {
  let world: World;
  let number = 200;
  const somebody = () => newTeacher((number += 1));
  beforeAll(async () => {
    world = await World.open(kind);
  });
  afterAll(async () => world.close());

  /** Types into the school's input, as Teams asks for suggestions. */
  async function suggestions(who: Someone, queryText: unknown, more: object = {}): Promise<string> {
    const response = await world.post({
      ...world.activity(who, `a:${who.id}`),
      type: 'invoke',
      name: 'application/search',
      value: { kind: 'search', queryText, queryOptions: { skip: 0, top: 15 }, dataset: 'schools', ...more },
    });
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.search.searchResponse' });
    return wordsOf(body);
  }

  test('is asked for in the first draft, from a list of all', async () => {
    const draft = await hears(world, somebody(), 'Beamer ohne Bild');
    expect(inputOf(draft.card, 'school')).toMatchObject({ value: '', style: 'filtered', isRequired: true });
    expect(inputOf(draft.card, 'school')['choices']).toHaveLength(directory.schools.length);
  });

  test('that is named in the chat goes to each draft that waits for it', async () => {
    const teacher = somebody();
    const first = await hears(world, teacher, 'Beamer ohne Bild');
    const second = await hears(world, teacher, 'Der Drucker im Lehrerzimmer druckt nicht');
    const posts = await answersTo(world, teacher, async () => world.says(teacher, school?.name ?? ''));
    expect(posts.map((post) => inputOf(seen(post).card, 'school')['value'])).toEqual([
      city.school,
      city.school,
    ]);
    const ids = posts.map((post) => dataOf(seen(post).card, 'draft.submit')['ticketId']);
    expect(ids).toEqual([first, second].map(({ card }) => dataOf(card, 'draft.submit')['ticketId']));
  });

  test('is filled in afterwards, and can be changed in the draft', async () => {
    const teacher = somebody();
    await files(world, teacher, 'Beamer ohne Bild');
    const next = await hears(world, teacher, 'Drucker druckt nicht');
    expect(inputOf(next.card, 'school')['value']).toBe(city.school);
    expect(wordsOf(next.card)).toContain(school?.name);
    const submitted = await presses(world, teacher, next, 'draft.submit', { school: city.otherSchool });
    expect(wordsOf(submitted.value)).toContain(directory.school(city.otherSchool)?.name);
    const third = await hears(world, teacher, 'WLAN in der Aula weg');
    expect(inputOf(third.card, 'school')['value']).toBe(city.otherSchool);
  });

  test('is found while typing by name, umlauts, typing errors, street and number', async () => {
    const teacher = somebody();
    for (const typed of ['Käthe', 'kaethe kollwitz', 'Kolwitz Gymnasim', kollwitz?.street, kollwitz?.id]) {
      expect(await suggestions(teacher, typed)).toContain('Käthe-Kollwitz-Gymnasium');
    }
  });

  test.each([
    ['no text', undefined],
    ['a list', ['Käthe']],
    ['an object', { toString: 'x' }],
    ['nothing', ''],
    ['a very long text', 'x'.repeat(100_000)],
    ['signs', '((((.*)+)+)+$'],
  ])('is not found by %s, and still there is an answer', async (_, typed) => {
    expect(await suggestions(somebody(), typed)).toContain('"results":[]');
  });

  test('suggestions survive odd counts and unknown data sets', async () => {
    for (const top of [-1, 0, 1e9, 'many', null, []]) {
      expect(await suggestions(somebody(), 'Käthe', { queryOptions: { top } })).toContain('Kollwitz');
    }
    expect(await suggestions(somebody(), 'Käthe', { dataset: '__proto__' })).toContain('"results":[]');
  });

  test('can be typed in the chat with typing errors, and the draft goes on with it', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer ohne Bild');
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Kate Kolwitz Gymnasum'));
    expect(posts).toHaveLength(1);
    expect(posts[0]?.activity.summary).toContain('Käthe-Kollwitz-Gymnasium');
    const again = seen(posts[0]);
    expect(dataOf(again.card, 'draft.submit')['ticketId']).toBe(
      dataOf(draft.card, 'draft.submit')['ticketId'],
    );
    expect(inputOf(again.card, 'school')['value']).toBe(kollwitz?.id);
    const submitted = await presses(world, teacher, again, 'draft.submit');
    expect(wordsOf(submitted.value)).toContain('Käthe-Kollwitz-Gymnasium');
  });

  test('typed in the chat leaves one card with buttons: the first says where it went on', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer ohne Bild');
    await world.says(teacher, 'Käthe-Kollwitz-Gymnasium');
    const first = await untilShown(world, draft, texts('de').chat.draftContinuesBelow);
    expect(hasAction(first.card, 'draft.submit')).toBe(false);
  });

  test('typed in the chat goes on also where the first card cannot be edited', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer ohne Bild');
    world.connector.fault = ({ method, activityId }) =>
      method === 'edit' && activityId === draft.activityId ? { status: 404 } : null;
    const again = await hears(world, teacher, 'Käthe-Kollwitz-Gymnasium');
    world.connector.fault = () => null;
    expect(hasAction(again.card, 'draft.submit')).toBe(true);
    expect(inputOf(again.card, 'school')['value']).toBe(kollwitz?.id);
  });

  test('typed in the chat also counts for the draft further up', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer ohne Bild');
    await world.says(teacher, 'Käthe-Kollwitz-Gymnasium');
    const submitted = await presses(world, teacher, draft, 'draft.submit', { school: '', room: '12' });
    expect(hasAction(submitted.value, 'ticket.withdraw')).toBe(true);
  });

  test('that could be one of several is asked for, and then the draft goes on', async () => {
    const teacher = somebody();
    await hears(world, teacher, 'Beamer ohne Bild');
    const question = await hears(world, teacher, 'Hauptschule');
    expect(hasAction(question.card, 'school.choose')).toBe(true);
    const posts = await answersTo(world, teacher, async () =>
      presses(world, teacher, question, 'school.choose', { school: kollwitz?.id }),
    );
    expect(inputOf(seen(posts.at(-1)).card, 'school')['value']).toBe(kollwitz?.id);
  });

  test('a report that is no name of a school stays a report, even while a draft waits for one', async () => {
    const teacher = somebody();
    await hears(world, teacher, 'Beamer ohne Bild');
    const next = await hears(world, teacher, 'Die ganze Schule hat kein WLAN');
    expect(inputOf(next.card, 'title')['value']).toContain('WLAN');
  });

  test('with several sites asks for the site, and keeps everything else', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer ohne Bild');
    const asked = await presses(world, teacher, draft, 'draft.submit', {
      school: withSites?.id,
      room: 'Keller',
    });
    expect(wordsOf(asked.value)).toContain('mehrere Standorte');
    expect(inputOf(asked.value, 'site')['choices']).toHaveLength(ofWithSites.length);
    expect(inputOf(asked.value, 'room')['value']).toBe('Keller');
    const site = ofWithSites[1];
    const submitted = await presses(world, teacher, draft, 'draft.submit', {
      school: withSites?.id,
      site: site?.id,
      room: 'Keller',
    });
    expect(wordsOf(submitted.value)).toContain(site?.name);
    const next = await hears(world, teacher, 'Drucker druckt nicht');
    expect(inputOf(next.card, 'site')['value']).toBe(site?.id);
  });

  test('a site of another school is none', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer ohne Bild');
    const asked = await presses(world, teacher, draft, 'draft.submit', {
      school: withSites?.id,
      site: city.school,
    });
    expect(wordsOf(asked.value)).toContain('mehrere Standorte');
  });

  test('is changed by its name, or from a list', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Schule wechseln: Käthe Kollwitz'),
    );
    expect(textOf(posts[0])).toContain('Käthe-Kollwitz-Gymnasium');
    const picker = await hears(world, teacher, 'Andere Schule');
    const chosen = await presses(world, teacher, picker, 'school.choose', { school: withSites?.id });
    expect(inputOf(chosen.value, 'site')['choices']).toHaveLength(ofWithSites.length);
    const done = await presses(world, teacher, picker, 'school.choose', {
      school: withSites?.id,
      site: ofWithSites[0]?.id,
    });
    expect(wordsOf(done.value)).toContain(withSites?.name);
    const draft = await hears(world, teacher, 'Drucker druckt nicht');
    expect(inputOf(draft.card, 'school')['value']).toBe(withSites?.id);
    expect(inputOf(draft.card, 'site')['value']).toBe(ofWithSites[0]?.id);
  });

  test('that nobody knows is answered with the list', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Schule wechseln Xyzzy'));
    expect(textOf(posts[0])).toContain('„Xyzzy“ finde ich nicht');
    expect(hasAction(seen(posts[1]).card, 'school.choose')).toBe(true);
  });

  test('chosen from the list while a draft waits for it is filled in there', async () => {
    const teacher = somebody();
    await hears(world, teacher, 'Beamer ohne Bild');
    const picker = await hears(world, teacher, 'Schule wechseln');
    const posts = await answersTo(world, teacher, async () =>
      presses(world, teacher, picker, 'school.choose', { school: city.school }),
    );
    expect(inputOf(seen(posts.at(-1)).card, 'school')['value']).toBe(city.school);
  });
});
