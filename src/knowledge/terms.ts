import { foldSpelling, isSlip, tokensOf, clean } from '../intake/index.js';
import { concepts, emptyWords } from './lexicon/concepts.js';

/** What a message says. */
export interface Reading {
  /** What its words stand for, and how surely (0 to 1). */
  readonly terms: ReadonlyMap<string, number>;
  /** How many of its words no article knows. */
  readonly unknownWords: number;
}

/** No more words are read of a message: what is wrong stands at its beginning. */
const mostWords = 60;
/** The shortest beginning of a word that is looked for inside of others, or with a slip of the fingers. */
const robustLength = 5;
const shortestStem = 4;
const longestStem = 24;
/** The share of a word that may be known without its being the word. */
const mostByChance = 0.6;
const certainty = { exact: 1, compound: 0.9, slip: 0.75 } as const;

/** Rooms and numbers of devices say nothing about what is wrong. */
const hasDigit = /\d/;

const empty: ReadonlySet<string> = new Set(emptyWords.map(foldSpelling));

/** The words that the search knows, and what they stand for: concepts, and plain words of the articles. */
export class Vocabulary {
  readonly #exact = new Map<string, string[]>();
  readonly #stems = new Map<string, string[]>();
  /** Words of articles, each looked up once. */
  readonly #learned = new Map<string, readonly string[]>();
  /** Stems by each of their spellings with a letter left out. */
  readonly #spellings = new Map<string, string[]>();

  constructor() {
    for (const [concept, words] of Object.entries(concepts)) {
      for (const word of words) this.#learn(word, `@${concept}`);
    }
  }

  /** Takes in the words of a text that stand for no concept, and says what all of it means. */
  learn(text: string): ReadonlySet<string> {
    const meant = new Set<string>();
    for (const word of wordsIn(text)) {
      const terms = this.#learned.get(word) ?? this.#learnWord(word);
      for (const term of terms) meant.add(term);
    }
    return meant;
  }

  /** What a message says, forgiving compounds and slips of the fingers. */
  read(text: string): Reading {
    const terms = new Map<string, number>();
    let unknownWords = 0;
    for (const word of wordsIn(text).slice(0, mostWords)) {
      const found = this.#meant(word);
      if (found.size === 0 && !hasDigit.test(word)) unknownWords += 1;
      for (const [term, sure] of found) terms.set(term, Math.max(sure, terms.get(term) ?? 0));
    }
    return { terms, unknownWords };
  }

  #learnWord(word: string): readonly string[] {
    const known = [...this.#known(word).terms.keys()];
    const stem = stemOf(word);
    if (known.length === 0) this.#learn(stem.length < shortestStem ? `=${stem}` : stem, stem);
    const terms = known.length === 0 ? [stem] : known;
    this.#learned.set(word, terms);
    return terms;
  }

  #learn(written: string, term: string): void {
    const word = foldSpelling(written.replace(/^=/, ''));
    const table = written.startsWith('=') || word.length < shortestStem ? this.#exact : this.#stems;
    const met = table.get(word);
    if (met?.includes(term)) return;
    if (met) met.push(term);
    else table.set(word, [term]);
    if (table !== this.#stems || met || word.length < robustLength) return;
    for (const variant of [word, ...withoutOneLetter(word)]) {
      const spelt = this.#spellings.get(variant);
      if (spelt) spelt.push(word);
      else this.#spellings.set(variant, [word]);
    }
  }

  #meant(word: string): ReadonlyMap<string, number> {
    const { terms, longest } = this.#known(word);
    // What is known may be a bit of a misspelt word that is in it by chance.
    return longest < word.length * mostByChance ? new Map([...terms, ...this.#misspelt(word)]) : terms;
  }

  /** The longest known parts of a word from its beginning on, and the length of the longest. */
  #known(word: string): { readonly terms: ReadonlyMap<string, number>; readonly longest: number } {
    const terms = new Map<string, number>();
    const whole = this.#exact.get(word);
    for (const term of whole ?? []) terms.set(term, certainty.exact);
    let longest = whole ? word.length : 0;
    const read = word.slice(0, 2 * longestStem);
    for (let start = 0; start <= Math.max(0, read.length - robustLength);) {
      const part = this.#longestStem(read, start);
      for (const term of this.#stems.get(part) ?? [])
        terms.set(term, Math.max(terms.get(term) ?? 0, start === 0 ? certainty.exact : certainty.compound));
      longest = Math.max(longest, part.length);
      start += Math.max(1, part.length);
    }
    return { terms, longest };
  }

  /** The longest stem that begins here; empty where none does. */
  #longestStem(word: string, start: number): string {
    const shortest = start === 0 ? shortestStem : robustLength;
    for (let end = Math.min(word.length, start + longestStem); end >= start + shortest; end -= 1) {
      const part = word.slice(start, end);
      if (this.#stems.has(part)) return part;
    }
    return '';
  }

  #misspelt(word: string): ReadonlyMap<string, number> {
    if (word.length < robustLength || word.length > longestStem) return new Map();
    for (const beginning of [word, word.slice(0, -1), word.slice(0, -2)]) {
      if (beginning.length < robustLength) break;
      for (const variant of [beginning, ...withoutOneLetter(beginning)]) {
        const stem = this.#spellings
          .get(variant)
          ?.find((each) => each.startsWith(word.slice(0, 1)) && isSlip(each, beginning));
        if (stem !== undefined)
          return new Map((this.#stems.get(stem) ?? []).map((term) => [term, certainty.slip]));
      }
    }
    return new Map();
  }
}

function wordsIn(text: string): string[] {
  return tokensOf(clean(text))
    .map(({ word }) => word)
    .filter((word) => !empty.has(word));
}

/** A word without the commonest endings of German and English. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ungen|ung|ings|ing|ern|en|er|em|es|ed|e|n|s|t)$/, '');
  return stem.length >= shortestStem ? stem : word;
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}
