import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUnderstand, problemsOf } from '../../src/intake/index.js';
import { readIntakeModel } from '../../src/intake-model.js';

const understand = createUnderstand(await readIntakeModel());
const read = (text: string) => problemsOf(text, understand);

describe('several problems in one message', () => {
  test.each([
    [
      'Beamer in R 204 ohne Bild und der Drucker im Lehrerzimmer druckt nicht',
      [
        ['display', '204'],
        ['printer', 'Lehrerzimmer'],
      ],
    ],
    [
      'Der Drucker druckt nicht, mein Passwort für Logineo ist abgelaufen',
      [
        ['printer', null],
        ['account', null],
      ],
    ],
    [
      'Beamer in 204 kein Bild. Beamer in 205 kein Bild.',
      [
        ['display', '204'],
        ['display', '205'],
      ],
    ],
    [
      'The projector in room 12 shows no picture and the printer is jammed.',
      [
        ['display', '12'],
        ['printer', '12'],
      ],
    ],
  ])('%j is %j', (text, expected) => {
    expect(read(text).map(({ understanding: { category, room } }) => [category, room])).toEqual(expected);
  });

  test.each([
    'Beamer in R 204 ohne Bild',
    'nicht der Beamer, der Ton geht nicht',
    'im 203 geht es, im 204 nicht',
    'WLAN geht nicht, deshalb kann der Drucker nicht drucken',
    'Das iPad verbindet sich nicht mit dem Beamer und der Ton fehlt',
    'Der Beamer ist aus. Er blinkt rot.',
    'Der Drucker druckt nicht. Bitte schnell, danke!',
    'Mein iPad lädt nicht und der Bildschirm ist gesprungen',
    'I thought it was the projector but the printer is jammed',
    '',
  ])('%j tells of one', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('more than three are left together, to be sorted by a person', () => {
    const text =
      'Der Drucker druckt nicht.\nDer Beamer hat kein Bild.\nMein Passwort für Logineo ist abgelaufen.\nDas WLAN ist in der ganzen Schule weg.';
    expect(read(text)).toEqual([]);
  });

  test('the parts are the writer’s words, in the language of the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const problems = read(text);
        expect(problems.length).not.toBe(1);
        expect(problems.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
