import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSpelling } from '../../src/intake/name-spelling.js';
import { labelWithoutNames, withoutNames } from '../../src/intake/names.js';
import { deviceTagOf } from '../../src/intake/device-tag.js';
import { shapeOf } from '../../src/intake/shape.js';

const nobody = { people: [] };

describe('a message without names', () => {
  it.each([
    ['an address', 'bitte an a.meier@schule.de schreiben', 'bitte an ___ schreiben'],
    ['a telephone number', 'Rufen Sie 0231/5024711 an', 'Rufen Sie ___ an'],
    ['a short extension', 'Durchwahl 345, WLAN weg', 'Durchwahl ___, WLAN weg'],
    ['an account number', 'iban DE89 3704 0044 0532 0130 00', 'iban ___'],
    ['a mention', '<at>Lena Kurz</at> Beamer aus', '___ Beamer aus'],
    ['a date of birth', 'Schülerkonto, geb. 3.4.2012, gesperrt', 'Schülerkonto, geb. ___, gesperrt'],
    ['where somebody lives', 'Abholen in der Lindenstraße 12 bitte', 'Abholen in der ___ bitte'],
    ['the path of a link', 'https://iserv.de/user/anna geht nicht', 'https://iserv.de___ geht nicht'],
    ['a user name', 'Benutzername anna.beispiel geht nicht', 'Benutzername ___ geht nicht'],
    ['a user name of a domain', 'SCHULE\\abeispiel gesperrt', '___ gesperrt'],
    ['a password', 'Mein Passwort ist Sommer2024! und geht nicht', 'Mein Passwort ist ___ und geht nicht'],
    ['who has a title', 'Frau Weber kommt nicht rein', 'Frau ___ kommt nicht rein'],
    ['who has a title, in lower case', 'herr müller braucht toner', 'herr ___ braucht toner'],
    ['who has a title and a long name', 'Herr von der Heide druckt', 'Herr ___ druckt'],
    ['a name that is a word', 'Frau Lampe braucht ein iPad', 'Frau ___ braucht ein iPad'],
    ['a colleague', 'Kollegin Dr. Schmidt-Berg hat keinen Zugang', 'Kollegin ___ hat keinen Zugang'],
    ['a pupil', 'Schülerin Lena Xanthopoulos (5b) ist gesperrt', 'Schülerin ___ (5b) ist gesperrt'],
    ['whom it greets', 'Hallo Torben, der Beamer streikt', 'Hallo ___, der Beamer streikt'],
    ['who writes', 'My name is Okafor and my iPad is dead', 'My name is ___ and my iPad is dead'],
    ['who signs', 'Drucker tot. LG Anna', 'Drucker tot. LG ___'],
    ['who signs in a line of their own', 'WLAN weg\nViele Grüße\nM. Muster', 'WLAN weg\nViele Grüße\n___'],
    ['who signs without a greeting', 'Kein WLAN\nJette Okafor', 'Kein WLAN\n___'],
    ['who says thanks', 'Mr Smith needs a charger. Thanks, Tom', 'Mr ___ needs a charger. Thanks, ___'],
    ['whose it is, by a frequent name', 'Mehmets iPad lädt nicht', '___ iPad lädt nicht'],
  ])('does not tell %s', (_what, text, without) => {
    expect(withoutNames(text, nobody)).toBe(without);
  });

  it.each([
    'LG Monitor geht nicht',
    'Passwort ist falsch',
    'Danke für die Hilfe',
    'Danke fürs Nachschauen',
    'WLAN weg.bitte helfen',
    'die Frau im Sekretariat sagt, der Drucker geht nicht',
    'Schüler iPads laden nicht',
    'Sehr geehrte Damen und Herren, der Toner ist leer',
    'Error 0x80070035 bei Windows 2019',
    'Can we have PlantNet?',
    'Code auf dem Apple TV erscheint nicht',
    'MS Office startet nicht',
    "Hi, I'm locked out",
  ])('keeps what names nobody: %s', (text) => {
    expect(withoutNames(text, nobody)).toBe(text);
  });

  it('gives devices other numbers of the same shape, which are still read as numbers of devices', () => {
    expect(withoutNames('iPad DO-40817 und DMPXK2A9JF88', nobody)).toBe('iPad DO-12345 und ABCDE1F2GH34');
    for (const tag of ['DO-40817', 'INV 20231', 'DMPXK2A9JF88', 'NB_4711']) {
      expect(deviceTagOf(withoutNames(`Gerät ${tag} defekt`, { people: [], deviceTags: [tag] }))).toBe(
        shapeOf(tag),
      );
    }
  });

  it('keeps the number of the room', () => {
    expect(withoutNames('Drucker in Raum 2104', { people: [], rooms: ['2104'] })).toBe(
      'Drucker in Raum 2104',
    );
  });

  it('takes names out of a room, too', () => {
    expect(labelWithoutNames('Büro Frau Koch', nobody)).toBe('Büro Frau ___');
    expect(labelWithoutNames('Aula', nobody)).toBe('Aula');
  });

  it('knows the people of the directory as the beginning of user names', () => {
    const known = { people: ['Anna Berg'] };
    expect(withoutNames('Von aberg02 und BergAnna', known)).toBe('Von ___02 und ___');
  });
});

describe('names that are known', () => {
  const syllable = fc.constantFrom(
    'mü',
    'lö',
    'schä',
    'ß',
    'ler',
    'an',
    'na',
    'özd',
    'emir',
    'sø',
    'ren',
    'čak',
    'é',
    'ue',
    'oe',
    'tz',
  );
  const part = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''));
  const spellings: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.slice(0, 1).toUpperCase() + name.slice(1),
    (name) => name.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss'),
    (name) => name.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u'),
    (name) => name.normalize('NFD'),
    (name) => `${name}s`,
    (name) => [...name].join('\u200B'),
  ];
  const around = fc.constantFrom(
    'Der Beamer von ',
    ' geht nicht',
    '(',
    ')',
    '\n',
    ', ',
    'LG ',
    ' 204 ',
    '-',
    '"',
    '.',
  );

  it('survive in no spelling, wherever they stand', () => {
    const text = fc.array(fc.tuple(around, fc.nat(1), fc.constantFrom(...spellings), around), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(part, part, text, (first, last, pieces) => {
        const names = [first, last];
        const written = pieces.map(
          ([before, which, spell, after]) => before + spell(names[which] ?? first) + after,
        );
        const people = [`${last}, ${first}`];
        const left = withoutNames(written.join(' '), { people }).match(/[\p{L}\p{M}]+/gu) ?? [];
        const forbidden = new Set(names.map(nameSpelling).filter(({ length }) => length > 2));
        expect(left.filter((word) => forbidden.has(nameSpelling(word)))).toEqual([]);
      }),
    );
  });

  it('are looked for in whatever people send, without failing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        (text, people) => {
          expect(typeof withoutNames(text, { people, deviceTags: people, rooms: people })).toBe('string');
        },
      ),
    );
  });

  it('are looked for in long texts that repeat what a pattern begins with', () => {
    for (const piece of [
      'Frau ',
      'a@',
      'a.',
      '0 ',
      '0231 ',
      'LG ',
      'A-',
      '1.',
      '@',
      'DE89 ',
      'von ',
      'pw=',
      '\n',
      '___ ',
      'https://',
    ]) {
      expect(withoutNames(piece.repeat(5000), nobody).length).toBeLessThan(20_000);
    }
  });
});
