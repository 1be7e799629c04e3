import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUpOf } from '../../src/intake/index.js';

describe('a short message after a report', () => {
  test.each([
    ['auch in 205', '205'],
    ['Auch in R 12.', '12'],
    ['und in 206 auch', '206'],
    ['205 auch', '205'],
    ['auch in der Aula', 'Aula'],
    ['auch im Lehrerzimmer', 'Lehrerzimmer'],
    ['also in 205', '205'],
    ['same in 205', '205'],
    ['room 12 too', '12'],
    ['it is the same in 205', '205'],
  ])('%j names another place: %s', (text, room) => {
    expect(followUpOf(text)).toEqual({ kind: 'also-in', room });
  });

  test.each([
    'geht wieder',
    'Geht jetzt wieder, danke!',
    'Hat sich erledigt',
    'Der Drucker geht wieder',
    'brauche ich nicht mehr',
    'erledigt',
    'works again',
    'it works now, thanks',
    'never mind',
    'fixed itself',
  ])('%j says that it works again', (text) => {
    expect(followUpOf(text)).toEqual({ kind: 'works-again' });
  });

  test.each([
    'geht immer noch nicht wieder',
    'WLAN geht wieder nicht',
    'Kann das WLAN bitte wieder gehen?',
    'wann geht das WLAN wieder',
    'es geht nur manchmal wieder',
    'works again but only in 204',
    'Geht es wieder?',
    'The thing here acts up again',
  ])('%j does not say so', (text) => {
    expect(followUpOf(text)?.kind).not.toBe('works-again');
  });

  test.each([
    ['und der Beamer?', 'der Beamer'],
    ['was ist mit meinem iPad', 'meinem iPad'],
    ['and the projector?', 'the projector'],
    ['what about my iPad?', 'my iPad'],
  ])('%j asks about %s', (text, thing) => {
    expect(followUpOf(text)).toEqual({ kind: 'what-about', thing });
  });

  test.each([
    'gibt’s was Neues?',
    'Gibt es schon was Neues zu meiner Meldung?',
    'Was ist mit meiner Meldung?',
    'wie ist der Stand',
    'any news?',
    "what's the status of my ticket",
  ])('%j asks for news', (text) => {
    expect(followUpOf(text)).toEqual({ kind: 'any-news' });
  });

  test.each([
    ['raum ist 205', { room: '205' }],
    ['nein, 205', { room: '205' }],
    ['nicht 204 sondern 205', { room: '205' }],
    ['es ist die Aula', { room: 'Aula' }],
    ['no, room 205', { room: '205' }],
    ['I meant 205', { room: '205' }],
    ['doch nicht eilig', { blocked: false }],
    ['not urgent after all', { blocked: false }],
    ['ist doch dringend', { blocked: true }],
    ['die ganze klasse', { scope: 'class' }],
    ['the whole class', { scope: 'class' }],
    ['betrifft die ganze Schule', { scope: 'school' }],
  ])('%j corrects what was read: %j', (text, changes) => {
    expect(followUpOf(text)).toEqual({ kind: 'correction', changes });
  });

  test.each([
    'Beamer in 204 ohne Bild',
    'mein Beamer ist kaputt',
    'auch der Beamer geht nicht',
    'alle iPads der 5b sind kaputt',
    'Drucker im Lehrerzimmer druckt nicht',
    'und der Beamer geht nicht?',
    'The projector shows no picture in room 12',
    'ja',
    '',
    ' \u200B ',
  ])('%j stands alone', (text) => {
    expect(followUpOf(text)).toBeNull();
  });

  test('whatever is written, it is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(() => followUpOf(text)).not.toThrow();
      }),
    );
  });

  test('a long message is no follow-up, whatever it ends with', () => {
    expect(followUpOf(`${'auch in 205 '.repeat(1_000)}geht wieder`)).toBeNull();
  });
});
