import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/intake/evidence.js';
import { clean, tokensOf } from '../../src/intake/normalise.js';
import { scopeOf } from '../../src/intake/scope.js';
import { categories, scopes, type Category, type Scope } from '../../src/tickets/index.js';

const read = (text: string, category: Category): Scope | null =>
  scopeOf(tokensOf(evidenceOf(clean(text))), category);

describe('how many are affected', () => {
  it.each<[string, string, Category, Scope]>([
    ['a device that is not even named', 'Speicher voll', 'ipad-software', 'one'],
    ['the first that is named, one', 'Das iPad ist tot, 15 Kinder warten', 'ipad-hardware', 'one'],
    ['one of many', 'Eins von den 20 Tablets startet nicht', 'ipad-hardware', 'one'],
    ['the tablet of a child of a class', 'Ein Kind aus der 5c hat sein iPad verloren', 'loss', 'one'],
    ['the only one', 'Mein Laptop als einziger, bei allen anderen läuft es', 'network', 'one'],
    ['a socket of the network', 'LAN-Dose in E 07 tot', 'network', 'one'],
    ['the possessive of an English device', "My tablet's cracked", 'ipad-hardware', 'one'],
    ['a number in words', 'Wir brauchen vier Mikrofone', 'lending', 'several'],
    ['a number out of many', 'Bei 5 von 28 iPads fehlt die Tastatur', 'ipad-software', 'several'],
    ['two persons by name', 'Frau Demir und Herr Polat kommen nicht rein', 'account', 'several'],
    ['two of a kind', 'Drucker 1 und 3 drucken nichts', 'printer', 'several'],
    ['a plural without a number', 'Monitore im Foyer schwarz', 'display', 'several'],
    ['a class by its name', '8d taucht in keiner Gruppe auf', 'account', 'class'],
    ['a cart', 'Der Ladewagen brummt und lädt nicht', 'ipad-hardware', 'class'],
    ['ten and more', 'Für die Feier bitte zwölf Funkmikrofone', 'lending', 'class'],
    ['everybody in an exam', 'Mitten in der Klausur fliegt die App bei allen raus', 'ipad-software', 'class'],
    ['the staff', 'Untis geht beim ganzen Kollegium nicht', 'account', 'school'],
    ['no room at all', 'Beamer in keinem Raum im ganzen Haus', 'display', 'school'],
    ['nowhere', 'Kein Internet, nirgends', 'network', 'school'],
  ])('%s', (_, text, category, scope) => {
    expect(read(text, category)).toBe(scope);
  });

  it.each<[string, string, Category]>([
    ['the network of a place', 'Kein WLAN im A-Trakt', 'network'],
    ['a page behind the filter', 'Die Seite ist gesperrt', 'network'],
    ['a course that is asked for', 'Gibt es eine Fortbildung zu Moodle?', 'workshop'],
    ['an app without anybody', 'Bitte Scratch freischalten', 'app-request'],
    ['what is no device', 'Die Heizung ist kalt', 'other'],
    ['chatter', 'Danke euch allen', 'smalltalk'],
  ])('is not said by %s', (_, text, category) => {
    expect(read(text, category)).toBeNull();
  });

  it.each([
    ['minutes', 'Der Beamer ist seit fünf Minuten aus', 'display'],
    ['attempts', 'Nach drei Versuchen ist mein Konto gesperrt', 'account'],
    ['the number of a room', 'Beamer in Raum 12 aus', 'display'],
    ['a genitive', 'Die Kamera meines iPads ist blind', 'ipad-hardware'],
    ['who knows nothing', 'Mein Laptop spinnt und niemand weiß warum', 'computer'],
  ] satisfies [string, string, Category][])('is not counted by %s', (_, text, category) => {
    expect(read(text, category)).toBe('one');
  });

  it('is null or one of the four, whatever the text is', () => {
    const parts = fc.constantFrom(
      ...[
        'zwei',
        '12',
        'iPads',
        'der',
        '7b',
        'alle',
        'nur',
        'mein',
        'Kurs',
        'keiner',
        'ganze',
        'Schule',
        '.',
        '\n',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts, { maxLength: 60 }).map((words) => words.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom(...categories),
        (text, category) => {
          expect([null, ...scopes]).toContain(read(text, category));
        },
      ),
    );
  });

  it.each([
    ['numbers', 'zwei 12 '.repeat(1_250)],
    ['articles', 'der die das mein '.repeat(600)],
    ['classes', 'die 7b der Kurs alle '.repeat(480)],
    ['negations', 'kein nicht nur keiner '.repeat(450)],
  ])('is looked for to the end in %s', (_, text) => {
    for (const category of categories) expect(() => read(text, category)).not.toThrow();
  });
});
