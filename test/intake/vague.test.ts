import { describe, expect, it } from 'vitest';
import { readIntakeModel } from '../../src/intake-model.js';
import { createUnderstand, isSure, talkOf } from '../../src/intake/index.js';

const understand = createUnderstand(await readIntakeModel());

describe('trouble that names nothing', () => {
  it.each([
    'everything is so slow here',
    'nichts geht mehr',
    'hier klappt gar nichts',
    'ich brauche Hilfe',
    'es spinnt wieder alles',
    'Bei mir ist etwas kaputt.',
    'HILFE!!!',
    'it does not work',
    'something is broken again',
    'Raum 204: geht nicht',
  ])('is a report of an open kind, which is asked for: %s', (text) => {
    const understanding = understand(text);
    expect(understanding.category).not.toBe('smalltalk');
    expect(isSure(understanding)).toBe(false);
    expect(talkOf(text, understanding)).not.toBe('chat');
  });

  it.each([
    'kein Problem',
    'geht wieder',
    'Früher mit Kreide war alles besser',
    'Danke für nichts',
    'all good now',
  ])('is not told by who only talks: %s', (text) => {
    expect(understand(text).category).toBe('smalltalk');
  });

  it('is told no longer once a thing is named', () => {
    expect(understand('Der Beamer geht nicht')).toMatchObject({ category: 'display' });
    expect(isSure(understand('Der Beamer geht nicht'))).toBe(true);
  });
});
