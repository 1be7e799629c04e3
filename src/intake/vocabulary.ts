import { robustLength, withoutOneLetter, type Vocabulary } from './lexicon/compile.js';
import { commonWords } from './lexicon/common-words.js';
import { isSlip } from './slip.js';

/** Longest part of a word that is looked at; no stem is longer. */
const longestStem = 24;

/** The symbols that a folded word stands for: as it is, as a compound, or else as a typing error. */
export function symbolsOf(word: string, vocabulary: Vocabulary): readonly number[] {
  const read = word.slice(0, 2 * longestStem);
  const found = new Set<number>(vocabulary.exact.get(read));
  for (let start = 0; start <= Math.max(0, read.length - robustLength); start += 1) {
    // At the beginning any stem counts, further inside only one that is long enough not to be met by chance.
    const shortest = start === 0 ? 4 : robustLength;
    for (let end = start + shortest; end <= Math.min(read.length, start + longestStem); end += 1) {
      for (const symbol of vocabulary.stems.get(read.slice(start, end)) ?? []) found.add(symbol);
    }
  }
  if (found.size === 0 && read.length >= robustLength && !commonWords.has(read)) {
    for (const symbol of misspelt(read, vocabulary)) found.add(symbol);
  }
  return [...found];
}

/** Symbols of the stems that differ from the beginning of the word by one slip of the fingers. */
function misspelt(word: string, vocabulary: Vocabulary): readonly number[] {
  let best: string | null = null;
  const longest = Math.min(word.length, longestStem);
  for (let end = robustLength - 1; end <= longest; end += 1) {
    // Short beginnings of long words are left out: too much would be alike.
    if (end < longest && end < word.length - 4) continue;
    const beginning = word.slice(0, end);
    for (const variant of [beginning, ...withoutOneLetter(beginning)]) {
      for (const stem of vocabulary.misspelt.get(variant) ?? []) {
        if (stem.startsWith(word.slice(0, 1)) && isSlip(stem, beginning) && stem.length > (best?.length ?? 0))
          best = stem;
      }
    }
  }
  return best === null ? [] : (vocabulary.stems.get(best) ?? []);
}
