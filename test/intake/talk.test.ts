import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUnderstand, talkOf } from '../../src/intake/index.js';
import { readIntakeModel } from '../../src/intake-model.js';

const understand = createUnderstand(await readIntakeModel());
const talk = (text: string) => talkOf(text, understand(text));

describe('talk is told from a report', () => {
  test.each([
    ['Hallo', 'greeting'],
    ['Guten Morgen!', 'greeting'],
    ['Hello there', 'greeting'],
    ['Danke!', 'thanks'],
    ['Vielen Dank für die schnelle Hilfe', 'thanks'],
    ['Thank you so much!', 'thanks'],
    ['Tschüss, schönes Wochenende', 'goodbye'],
    ['See you', 'goodbye'],
    ['ok', 'agreement'],
    ['Ihr seid alle Idioten', 'insult'],
    ['so ein Saftladen', 'insult'],
    ['you are useless', 'insult'],
    ['wer bist du?', 'who-are-you'],
    ['Are you a bot?', 'who-are-you'],
    ['Wann kommt jemand?', 'when-do-you-come'],
    ['When will you come?', 'when-do-you-come'],
    ['Erzähl mir einen Witz', 'joke'],
    ['tell me a joke', 'joke'],
    ['Ich brauche Hilfe', 'needs-help'],
    ['it does not work', 'needs-help'],
    ['😀😀', 'signs'],
    ['👍🏽', 'signs'],
    ['!!!', 'signs'],
    ['asdf jklö', 'gibberish'],
    ['hahahahaha', 'gibberish'],
    ['xkcdvw', 'gibberish'],
    ['مرحبا كيف حالك', 'other-script'],
    ['Привет, не работает', 'other-script'],
  ])('%j is %s', (text, kind) => {
    expect(talk(text)).toBe(kind);
  });

  test('ten thousand times the same letter say nothing', () => {
    expect(talk('a'.repeat(10_000))).toBe('gibberish');
  });

  test.each([
    'Der blöde Drucker druckt nicht, ihr Idioten',
    'Hallo, mein iPad lädt nicht',
    'Ich habe ein Problem mit dem Beamer',
    'Beamer kaputt مرحبا',
    'PC',
    'VGA Kabel weg',
    'WLAN LZ tot',
    'The damn printer is jammed',
  ])('%j is no talk', (text) => {
    expect(talk(text)).toBeNull();
  });

  test('whatever is written, it is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(() => talk(text)).not.toThrow();
      }),
    );
  });
});
