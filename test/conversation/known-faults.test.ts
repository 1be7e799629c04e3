import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { drafts, sends, teacherOf } from './colleagues.js';
import { city, wordsOf, World } from './world.js';

const { known } = texts('de');
const day = 24 * 60;

describe.each(storeKinds)('known faults of the school, on %s', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind);
  });
  afterEach(async () => world.close());

  const reported = async (
    room: string,
    inputs: object = {},
    school: string = city.school,
    name = 'Irmgard Unverwechselbar',
  ): Promise<string> => {
    const who = await teacherOf(world, school, name);
    const draft = await drafts(world, who, `Beamer in ${room} ohne Bild`, 'display');
    return sends(world, who, draft, { category: 'display', ...inputs });
  };
  const wordsOfDraft = async (school: string = city.school, text = 'Beamer in R 299 ohne Bild') =>
    wordsOf((await drafts(world, await teacherOf(world, school), text, 'display')).card);

  test('stand on the draft with room and state, and nobody is named', async () => {
    await reported('R 204', { title: 'Nur ein blaues Bild' });
    const words = await wordsOfDraft();
    expect(words).toContain(known.ofSchool);
    expect(words).toContain('Nur ein blaues Bild · Raum 204 · Eingegangen');
    expect(words).not.toContain('Unverwechselbar');
  });

  test('are told in the language of the draft', async () => {
    await reported('R 204', { title: 'Nur ein blaues Bild' });
    const words = await wordsOfDraft(city.school, 'The projector in room 299 shows no picture');
    expect(words).toContain('Already reported at your school:');
    expect(words).toContain('Nur ein blaues Bild · Room 204 · Received');
  });

  test('are at most three, the newest first', async () => {
    for (const room of ['101', '102', '103', '104']) {
      await reported(room, { title: `Fall ${room}` });
      world.clock.advance(1);
    }
    const words = await wordsOfDraft();
    const order = ['Fall 104', 'Fall 103', 'Fall 102'].map((title) => words.indexOf(title));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(words).not.toContain('Fall 101');
  });

  test('of another school, of another kind or of last week are not among them', async () => {
    await reported('R 1', { title: 'Fern' }, city.otherSchool);
    await reported('R 2', { title: 'Anders', category: 'printer' });
    await reported('R 3', { title: 'Alt' });
    world.clock.advance(3 * day + 1);
    await reported('R 4', { title: 'Frisch' });
    const words = await wordsOfDraft();
    expect(words).toContain('Frisch');
    expect(words).not.toMatch(/Fern|Anders|Alt ·/);
  });

  test('never hold what concerns one person alone', async () => {
    const title = 'Passwort von Frau Ypsilon vergessen';
    await reported('R 1', { title, category: 'account', scope: 'one' });
    const words = await wordsOfDraft(city.school, 'Ich habe mein Passwort vergessen');
    expect(words).not.toContain('Ypsilon');
  });

  test('show what people typed as plain text', async () => {
    await reported('R 204', {
      title: '**fett** [Klick](https://evil.example) <at>alle</at> ${title} {{DATE()}}',
    });
    const words = await wordsOfDraft();
    expect(words).toContain('fett');
    expect(words).not.toMatch(/\*\*|\]\(|<at>|:\/\/evil|\$\{title\}|\{\{/);
  });
});
