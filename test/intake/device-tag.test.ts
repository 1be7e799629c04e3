import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceTagOf } from '../../src/intake/device-tag.js';
import { evidenceOf } from '../../src/intake/evidence.js';
import { clean } from '../../src/intake/normalise.js';

const read = (text: string): string | null => deviceTagOf(evidenceOf(clean(text)));

describe('the number of a device', () => {
  it.each([
    ['an inventory number with a blank', 'NB 4711 fährt nicht hoch', 'NB 4711'],
    ['the same with a hyphen', 'NB-2290 ohne Bild', 'NB-2290'],
    ['small letters', 'do-12345 lädt nicht', 'do-12345'],
    ['after a label, digits alone', 'Inventarnummer 20231, Glas gebrochen', '20231'],
    ['a serial number between brackets', 'Mein iPad (DMPXK2ABCDEF) ist weg', 'DMPXK2ABCDEF'],
  ])('is found as %s', (_, text, tag) => {
    expect(read(text)).toBe(tag);
  });

  it.each([
    ['an error', 'Stopcode 0x000000D1, E-05'],
    ['an access point', 'Access Point AP-D2-07 blinkt rot'],
    ['a case of the police', 'Laptop gestohlen, Aktenzeichen 501000-023311'],
    ['a telephone', 'Rückruf unter 0231 5550-220'],
    ['a model', 'Epson EB-535W, Lampe hin'],
    ['a system update', 'Seit KB-5036893 kein WLAN'],
  ])('is not %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('is a piece of what was written', () => {
    const parts = fc.constantFrom(
      'DO-12345',
      'NB',
      '4711',
      'SN:',
      'Tel.',
      '0231',
      'K7M-3QX',
      'iPad',
      '-',
      '`',
      '{"',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
        const evidence = evidenceOf(clean(words.join(' ')));
        const tag = deviceTagOf(evidence);
        expect(tag === null || (tag !== '' && evidence.includes(tag))).toBe(true);
      }),
    );
  });
});
