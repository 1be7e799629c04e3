import { describe, expect, it } from 'vitest';
import { blockedOf } from '../../src/intake/blocked.js';
import { evidenceOf } from '../../src/intake/evidence.js';
import { clean, tokensOf } from '../../src/intake/normalise.js';
import type { Category } from '../../src/tickets/index.js';

const read = (text: string, category: Category = 'display'): boolean =>
  blockedOf(tokensOf(evidenceOf(clean(text))), category);

describe('a lesson that cannot go on or start now', () => {
  it.each([
    ['is running', 'Stunde läuft, Beamer bleibt aus'],
    ['has a clock that is running', 'The exam browser is frozen and the clock is already running'],
    ['should have begun', 'Der Kurs sollte vor zwei Minuten anfangen, der Rechner lädt noch'],
    ['is due this minute', "My kids are supposed to be presenting right this minute, PC won't boot"],
    ['has people who wait', 'Sechzig Jugendliche warten, das Mikrofon geht nicht'],
    ['has people who stare', 'Board schwarz, 26 first graders staring at me'],
    ['has people who sit there', 'Die Prüfungskommission sitzt schon hinten, Beamer tot'],
    ['has a writer before the class', 'ipad frozen, standing in front of year 7'],
    ['is a test that cannot be written', 'Die 8a kann den Test nicht schreiben'],
    ['is a trial lesson about to begin', 'Beamer aus, gleich Lehrprobe'],
    ['is misspelt', 'code falsch, gleich klausr'],
    ['cannot be continued', 'Board weg, wir kommen nicht weiter'],
  ])('%s', (_, text) => {
    expect(read(text)).toBe(true);
  });

  it.each([
    ['what the writer cannot do without a lesson', "Error 0xc000021a, can't start"],
    ['who stands in a list', 'Die Hälfte der Schüler steht doppelt in Teams'],
    ['what was used instead', 'Test sheets got stuck in the printer, used the one upstairs instead'],
    ['a lesson that goes on elsewhere', 'Board ohne Bild, hab den Raum getauscht, Unterricht lief'],
    ['an exam in a month', 'Die Prüfungs-App stürzt ab, Klausur ist nächsten Monat'],
    ['what keeps a page from opening', 'Ich kann die Seite nicht öffnen'],
  ])('is not %s', (_, text) => {
    expect(read(text)).toBe(false);
  });

  it('is never meant by chatter', () => {
    expect(read('Die Klasse wartet schon auf euch', 'smalltalk')).toBe(false);
  });
});
