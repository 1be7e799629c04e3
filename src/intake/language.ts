import { francAll } from 'franc-min';
import type { Language } from '../i18n/language.js';
import { englishShapes, englishWords, germanShapes, germanWords } from './lexicon/languages.js';
import type { Token } from './normalise.js';

/** Words looked at; a language shows itself early. */
const mostTokens = 120;
/** Below this many letters the statistics of letters say nothing. */
const enoughLetters = 40;

/**
 * The language of a text: a vote of the words that only one language has; if that is even, the look of
 * the other words; if that is even too, the statistics of letters. What says nothing is German.
 */
export function languageOf(cleaned: string, tokens: readonly Token[]): Language {
  const words = tokens.slice(0, mostTokens).map(({ word }) => word);
  const votes = sum(words, (word) => Number(germanWords.has(word)) - Number(englishWords.has(word)));
  if (votes !== 0) return votes > 0 ? 'de' : 'en';
  if (/[äöüß]/i.test(cleaned)) return 'de';
  const looks = sum(words, (word) => count(word, germanShapes) - count(word, englishShapes));
  if (Math.abs(looks) > 1) return looks > 0 ? 'de' : 'en';
  if (cleaned.length < enoughLetters) return 'de';
  const [best] = francAll(cleaned.slice(0, 500), { only: ['deu', 'eng'] });
  return best?.[0] === 'eng' ? 'en' : 'de';
}

function sum(words: readonly string[], vote: (word: string) => number): number {
  return words.reduce((total, word) => total + vote(word), 0);
}

function count(word: string, shapes: readonly string[]): number {
  return shapes.filter((shape) => word.includes(shape)).length;
}
