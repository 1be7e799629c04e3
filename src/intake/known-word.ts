import { commonWords } from './lexicon/common-words.js';
import { entries } from './lexicon/entries.js';
import { groups } from './lexicon/groups.js';
import { smallWords } from './lexicon/names.js';
import { foldSpelling } from './normalise.js';

/** Shorter words of the lexicon must be met whole: too many names begin with them. */
const shortestStem = 5;

/**
 * Whether a word is one of those that reports are made of: of the lexicon, or of everyday speech. Unlike the classifier
 * it forgives no typing errors, because a name is often but a slip away from a word.
 */
export function isKnownWord(word: string): boolean {
  const folded = foldSpelling(word);
  const { whole, stems } = lexicon();
  if (whole.has(folded) || smallWords.has(folded) || commonWords.has(folded)) return true;
  for (let end = shortestStem; end <= folded.length; end += 1) {
    if (stems.has(folded.slice(0, end))) return true;
  }
  return false;
}

interface Words {
  readonly whole: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

let words: Words | null = null;

/** Gathered on first use: only corrections need it, so that the start does not wait for it. */
function lexicon(): Words {
  if (words !== null) return words;
  const texts = [
    ...Object.values(groups).flat(),
    ...Object.values(entries).flatMap((byWeight) => Object.values(byWeight).flat()),
  ];
  const whole = new Set(texts.flatMap((text) => foldSpelling(text).split(/[^\p{L}\p{N}]+/u)));
  words = { whole, stems: new Set([...whole].filter(({ length }) => length >= shortestStem)) };
  return words;
}
