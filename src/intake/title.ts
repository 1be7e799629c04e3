import type { Language } from '../i18n/language.js';
import type { Category } from '../tickets/index.js';
import { evidenceOf } from './evidence.js';
import { categoryTitles, emptyTitles, leadIns } from './lexicon/titles.js';
import { clean } from './normalise.js';

/** Longest title, in characters. */
export const longestTitle = 80;
/** A first sentence shorter than this says too little alone. */
const shortestTitle = 8;

/**
 * A short title for a report: its first sentence that says something, without greeting, at most 80
 * characters, cut at a word. Where nothing is left, the category in words.
 */
export function titleOf(text: string, language: Language, category?: Category): string {
  const sentences = evidenceOf(clean(text))
    .split(/(?<=[.!?;])\s+|\n+/)
    .map(withoutLeadIn)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const telling = sentences.find((sentence) => sentence.length >= shortestTitle) ?? sentences[0];
  if (telling === undefined)
    return category === undefined ? emptyTitles[language] : categoryTitles[language][category];
  return capitalise(cut(telling));
}

const leadIn = new RegExp(`^(?:${leadIns.join('|')})(?![\\p{L}\\p{N}])[\\s,.!:–-]*`, 'iu');

function withoutLeadIn(sentence: string): string {
  let rest = sentence.replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 4; round += 1) {
    const next = rest.replace(leadIn, '').replace(/^[^\p{L}\p{N}"„“(]+/u, '');
    if (next === rest) break;
    rest = next;
  }
  return rest.replace(/[\s.!;,:–-]+$/u, '');
}

function cut(sentence: string): string {
  const letters = Array.from(sentence);
  if (letters.length <= longestTitle) return sentence;
  const short = letters.slice(0, longestTitle - 1).join('');
  const lastBlank = short.lastIndexOf(' ');
  return `${(lastBlank > longestTitle / 2 ? short.slice(0, lastBlank) : short).replace(/[\s.,;:–-]+$/u, '')}…`;
}

function capitalise(sentence: string): string {
  // Names such as iPad and iOS begin small on purpose.
  if (/^i[A-Z]/.test(sentence)) return sentence;
  const [first = ''] = Array.from(sentence);
  const large = first.toUpperCase();
  return large.length === first.length ? large + sentence.slice(first.length) : sentence;
}
