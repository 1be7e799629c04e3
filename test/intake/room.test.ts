import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/intake/evidence.js';
import { clean } from '../../src/intake/normalise.js';
import { roomOf } from '../../src/intake/room.js';

const read = (text: string): string | null => roomOf(evidenceOf(clean(text)));

describe('the affected place', () => {
  it.each([
    ['a subject with its number', 'In Kunst 2 flackert das Board', 'Kunst 2'],
    ['a floor with its number', 'Scanner OG 2 druckt nicht', 'OG 2'],
    ['a letter and a number at the beginning', 'U12: HDMI-Buchse locker', 'U12'],
    ['a wing and a number with a point', 'B 1.07 Beamer flimmert', 'B 1.07'],
    ['small letters', 'kein netz in c204', 'c204'],
    ['a bare number at the beginning', '113 kein Bild', '113'],
    ['a bare number before a device', '117 Beamer flackert', '117'],
    ['a bare number with an ending', 'Beamer im 204er fällt aus', '204'],
    ['a number in words after the word for a room', 'in raum vierzehn ist es dunkel', 'vierzehn'],
    ['the first of several', '201, 203 und 206: kein Ton am Board', '201'],
    ['a name with its number', 'Beamer in PC-Raum 2 aus', 'PC-Raum 2'],
    ['an English name with its number', 'The screen in practice room 3 is dead', 'practice room 3'],
    ['the longest of its names', 'Rechner im Büro der Schulleitung aus', 'Büro der Schulleitung'],
    ['an abbreviation', 'printer lz jam again', 'lz'],
    ['where something does not work', 'Beamer geht nicht in Raum 204', '204'],
    ['where it does not work, by name', 'WLAN läuft nicht in der Aula', 'Aula'],
    ['a name spelled with a slip', 'Kein WLAN in der Bibliohtek', 'Bibliohtek'],
  ])('is %s', (_, text, room) => {
    expect(read(text)).toBe(room);
  });

  it.each([
    ['where it works', 'C-113 hat kein Bild, C-114 schon', 'C-113'],
    ['where the writer sits', 'Sitze gerade in 3.11, es geht um den Beamer in 3.07', '3.07'],
    [
      'what stands under the signature',
      'Das Board in 1.05 ist aus.\nViele Grüße\nA. Muster\nRaum 2.20',
      '1.05',
    ],
    ['what was taken back', 'Die Tafel in 204, nein Quatsch, in 205 reagiert nicht', '205'],
    ['what is denied after a comma', 'Beamer in 205 defekt, nicht in 204', '205'],
    ['what is denied', 'nein, nicht 2.12 sondern 2.13!', '2.13'],
  ])('is not %s', (_, text, room) => {
    expect(read(text)).toBe(room);
  });

  it('is where the writer sits if no other place is named', () => {
    expect(read('Ich bin in 118 und nichts lädt')).toBe('118');
  });

  it.each([
    ['the size of the paper', 'Der Kopierer zieht kein A3 mehr'],
    ['a year of school', 'In der Q1 kommt keiner in Moodle'],
    ['a tram', 'Mein iPad liegt in der U42'],
    ['a span', 'Akku fällt von 100 auf 30 %'],
    ['a resolution', 'Scannt nur noch in 75 dpi'],
    ['a ticket', 'Was wurde aus R4T-9PL?'],
    ['a product with an English place in its name', 'Bitte Office-Zugänge für mich'],
    ['an address', 'Das Postfach sekretariat@ ist voll'],
    ['whose thing it is', 'My staff room key broke'],
  ])('is not %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  const parts = fc.constantFrom(
    ...[
      'Raum',
      'R',
      'in',
      'Aula',
      '204',
      '1.12',
      'B 12',
      'nein,',
      'und',
      'geht',
      'Gruß',
      'Kunst 2',
      '-',
      ':',
    ],
    ...['\n', '.', '${x}', 'PC-Raum', '12a', 'nicht', 'Turnhalle', '٣', '😀', 'Büro'],
  );
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('is a piece of what was written', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const evidence = evidenceOf(clean(text));
        const room = roomOf(evidence);
        expect(room === null || (room !== '' && evidence.includes(room))).toBe(true);
      }),
    );
  });

  it('is read through what cannot be seen', () => {
    const unseen = fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufe0f', '\u200d');
    fc.assert(
      fc.property(unseen, fc.nat({ max: 27 }), (sign, at) => {
        const text = 'Beamer in Raum 204 ist kaputt';
        expect(read(`${text.slice(0, at)}${sign}${text.slice(at)}`)).toBe('204');
      }),
    );
  });

  it.each([
    ['rooms in a row', '201, '.repeat(2_500)],
    ['wings', 'A 1.'.repeat(2_500)],
    ['words for a room', 'Raum '.repeat(2_000)],
    ['names of places', 'Aula-Vorbereitung '.repeat(500)],
    ['greetings', 'Gruß,\n'.repeat(1_500)],
  ])('is looked for to the end in %s', (_, text) => {
    expect(() => read(text)).not.toThrow();
  });
});
