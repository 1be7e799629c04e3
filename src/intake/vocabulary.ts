import { drawerOf, lettersOf, robustLength, type Vocabulary } from './lexicon/compile.js';
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

/** Symbols of the longest stem that differs from the beginning of the word by one slip of the fingers. */
function misspelt(word: string, vocabulary: Vocabulary): readonly number[] {
  let best = '';
  const longest = Math.min(word.length, longestStem);
  for (let end = robustLength - 1; end <= longest; end += 1) {
    // Short beginnings of long words are left out: too much would be alike.
    if (end < longest && end < word.length - 4) continue;
    const beginning = word.slice(0, end);
    for (let length = Math.max(end - 1, best.length + 1); length <= end + 1; length += 1)
      best = alike(beginning, length, vocabulary) ?? best;
  }
  return vocabulary.stems.get(best) ?? [];
}

/** A stem of that length that differs from the beginning of a word by one slip. */
function alike(beginning: string, length: number, { misspelt }: Vocabulary): string | undefined {
  const letters = lettersOf(beginning);
  return misspelt
    .get(drawerOf(beginning.charAt(0), length))
    ?.find((robust) => isNear(robust.letters ^ letters) && isSlip(robust.stem, beginning))?.stem;
}

/** Whether at most two bits are set. */
function isNear(bits: number): boolean {
  const rest = bits & (bits - 1);
  return (rest & (rest - 1)) === 0;
}
