import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/intake/evidence.js';
import { languageOf } from '../../src/intake/language.js';
import { clean, tokensOf } from '../../src/intake/normalise.js';
import type { Language } from '../../src/i18n/language.js';

const read = (text: string): Language => {
  const evidence = evidenceOf(clean(text));
  return languageOf(evidence, tokensOf(evidence));
};

describe('the language of a report', () => {
  it.each<[string, string, Language]>([
    ['two English words', 'iPad dead', 'en'],
    ['an English word after a German place', 'Musikraum board silent', 'en'],
    ['English with German things in it', 'The Beamer in my Klassenzimmer is broken', 'en'],
    ['German with English words in it', 'Mein Laptop ist slow und der Screen flackert', 'de'],
    ['German without umlauts', 'drucker haengt staendig', 'de'],
    ['a device number that looks like an English verb', 'DO-09230 will Code, Besitzer versetzt', 'de'],
    ['a product alone', 'BitLocker', 'de'],
    ['pictures alone', '🙏🙏', 'de'],
  ])('of %s', (_, text, language) => {
    expect(read(text)).toBe(language);
  });
});
