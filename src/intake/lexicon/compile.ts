import { categories } from '../../tickets/index.js';
import { foldSpelling } from '../normalise.js';
import type { CategoryEntries } from './category-entries.js';

/** Which words are known, and by which symbols they go on. */
export interface Vocabulary {
  /** Symbols of a word that must be met whole. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** Symbols of a beginning. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** Stems in which to look for a typing error, by `drawerOf` their first letter and length. */
  readonly misspelt: ReadonlyMap<string, readonly RobustStem[]>;
}

/** A stem that is long enough to be known with a slip of the fingers. */
export interface RobustStem {
  readonly stem: string;
  /** Its letters, by `lettersOf`. */
  readonly letters: number;
}

export type Join = 'single' | 'sequence' | 'near' | 'anywhere';

/** One entry, ready to be met: its parts, and what it says for each category. */
export interface Pattern {
  readonly parts: readonly number[];
  readonly joins: readonly Join[];
  readonly weights: readonly (readonly [category: number, weight: number])[];
}

export interface CompiledLexicon {
  readonly vocabulary: Vocabulary;
  readonly patterns: readonly Pattern[];
  readonly symbolCount: number;
}

/** Shortest stem that is looked for with a typing error or inside a compound. */
export const robustLength = 5;

/** Shorter words begin too many others; they must be met whole. */
const shortestStem = 4;

/** Most words are written as they are folded; folding them would take most of the time. */
const isFolded = /^(?!.*([a-z])\1\1)[a-z0-9]*$/;

/** Turns the editable entries into tables. Done once, at start. @throws Error if an entry names a group that is not there */
export function compileLexicon(
  entries: Readonly<Record<string, CategoryEntries>>,
  groups: Readonly<Record<string, readonly string[]>>,
): CompiledLexicon {
  const symbols = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const symbolOf = (name: string): number => {
    const known = symbols.get(name);
    if (known !== undefined) return known;
    symbols.set(name, symbols.size);
    return symbols.size - 1;
  };
  const learn = (written: string, symbol: number): void => {
    const isWhole = written.startsWith('=');
    const bare = isWhole ? written.slice(1) : written;
    const word = isFolded.test(bare) ? bare : foldSpelling(bare);
    const table = isWhole || word.length < shortestStem ? exact : stems;
    const met = table.get(word);
    if (met === undefined) table.set(word, [symbol]);
    else if (!met.includes(symbol)) met.push(symbol);
  };
  const groupNames = new Set(Object.keys(groups).map((name) => `@${name}`));
  for (const [name, words] of Object.entries(groups)) {
    for (const word of words) learn(word, symbolOf(`@${name}`));
  }
  const byText = new Map<string, { parts: number[]; joins: Join[]; weights: [number, number][] }>();
  for (const [category, byWeight] of Object.entries(entries)) {
    const index = categories.findIndex((known) => known === category);
    for (const [weight, texts] of Object.entries(byWeight)) {
      for (const text of texts) {
        const pattern = byText.get(text) ?? { ...parse(text, symbolOf, learn, groupNames), weights: [] };
        pattern.weights.push([index, Number(weight)]);
        byText.set(text, pattern);
      }
    }
  }
  return {
    vocabulary: { exact, stems, misspelt: misspellings(stems) },
    patterns: [...byText.values()],
    symbolCount: symbols.size,
  };
}

function parse(
  text: string,
  symbolOf: (name: string) => number,
  learn: (written: string, symbol: number) => void,
  groupNames: ReadonlySet<string>,
): { parts: number[]; joins: Join[] } {
  const parts: number[] = [];
  const joins: Join[] = [];
  let join: Join = 'single';
  for (const piece of text.split(' ')) {
    if (piece === '&') join = 'anywhere';
    else if (piece === '~') join = 'near';
    else {
      if (piece.startsWith('@') && !groupNames.has(piece))
        throw new Error(`"${text}" names an unknown group ${piece}`);
      const symbol = symbolOf(piece);
      if (!piece.startsWith('@')) learn(piece, symbol);
      parts.push(symbol);
      joins.push(join);
      join = 'sequence';
    }
  }
  return { parts, joins };
}

function misspellings(stems: ReadonlyMap<string, unknown>): Map<string, RobustStem[]> {
  const found = new Map<string, RobustStem[]>();
  for (const stem of stems.keys()) {
    if (stem.length < robustLength) continue;
    const drawer = drawerOf(stem.charAt(0), stem.length);
    const robust = { stem, letters: lettersOf(stem) };
    const known = found.get(drawer);
    if (known === undefined) found.set(drawer, [robust]);
    else known.push(robust);
  }
  return found;
}

/** Where stems with this first letter and length lie: the first letter is hardly ever mistyped. */
export function drawerOf(firstLetter: string, length: number): string {
  return `${firstLetter}${length}`;
}

/** One bit for each letter that a word has. Words that differ by one slip of the fingers differ in two bits at most. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}
