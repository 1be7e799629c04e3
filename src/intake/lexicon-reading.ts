import { categories } from '../tickets/index.js';
import { compileLexicon, type CompiledLexicon, type Pattern } from './lexicon/compile.js';
import { entries } from './lexicon/entries.js';
import { groups } from './lexicon/groups.js';
import { contrast, noWorks, works } from './lexicon/works.js';
import type { Token } from './normalise.js';
import { symbolsOf } from './vocabulary.js';

/** What the lexicon says about the words of a text. */
export interface LexiconReading {
  /** By category, in the order of `categories`; higher is likelier. */
  readonly scores: readonly number[];
  /** For each token looked at, the symbols that it stands for. */
  readonly symbols: readonly (readonly number[])[];
  /** Numbers of the entries that were met, with the clause in which each was met first. */
  readonly hits: readonly { readonly entry: number; readonly clause: number }[];
}

/** Reads the words of a text with the lexicon. */
export type ReadLexicon = (tokens: readonly Token[]) => LexiconReading;

/** The reader of the lexicon. Building it costs some milliseconds. */
export function createLexiconReader(): ReadLexicon {
  const lexicon = compileLexicon(entries, groups);
  const byFirstPart: number[][] = [];
  lexicon.patterns.forEach(({ parts }, entry) => (byFirstPart[parts[0] ?? 0] ??= []).push(entry));
  return (tokens) => readWith(lexicon, byFirstPart, tokens);
}

/** No more words than this are looked at; a report is shorter, and time stays bounded. */
export const mostTokens = 400;
/** A later clause counts less: the first problem named is the main one. */
const clauseDecay = 0.9;
const leastClauseWeight = 0.35;
/** What is said to work is no trouble. */
const worksWeight = 0.15;
const otherPrior = 0.4;
const unknownWordForOther = 0.08;

const other = categories.indexOf('other');
const smalltalk = categories.indexOf('smalltalk');

/** Where a symbol was met: the indices of its tokens, in order. */
type Places = readonly (readonly number[] | undefined)[];

/** @param byFirstPart by symbol, the entries that begin with it; only what was met can be continued */
function readWith(
  lexicon: CompiledLexicon,
  byFirstPart: readonly (readonly number[] | undefined)[],
  tokens: readonly Token[],
): LexiconReading {
  const places: number[][] = [];
  const symbols = tokens.map(({ word }, index) => {
    const known = symbolsOf(word, lexicon.vocabulary);
    for (const symbol of known) (places[symbol] ??= []).push(index);
    return known;
  });
  const met = places.flatMap((_, symbol) => byFirstPart[symbol] ?? []);
  const hits: Hit[] = [];
  for (const entry of met.sort((one, other) => one - other)) {
    const pattern = lexicon.patterns[entry];
    const at = pattern === undefined ? undefined : find(pattern, places);
    if (pattern !== undefined && at !== undefined)
      hits.push({ entry, pattern, clause: tokens[at]?.clause ?? 0 });
  }
  const unknown = symbols.filter((known) => known.length === 0).length;
  return { scores: scoresOf(hits, tokens, unknown), symbols, hits };
}

interface Hit {
  readonly entry: number;
  readonly pattern: Pattern;
  readonly clause: number;
}

function scoresOf(hits: readonly Hit[], tokens: readonly Token[], unknownWords: number): number[] {
  const scores = categories.map(() => 0);
  scores[other] = otherPrior + unknownWordForOther * Math.min(8, unknownWords);
  const weights = clauseWeights(tokens);
  const serious = hits.filter(({ pattern }) => pattern.weights.some(([category]) => category !== smalltalk));
  const firstClause = Math.min(...serious.map(({ clause }) => clause), Number.MAX_SAFE_INTEGER);
  for (const { pattern, clause } of hits) {
    const decay = Math.max(leastClauseWeight, clauseDecay ** Math.max(0, clause - firstClause));
    for (const [category, value] of pattern.weights)
      scores[category] = (scores[category] ?? 0) + value * decay * (weights.get(clause) ?? 1);
  }
  if (tokens.length === 0) scores[smalltalk] = 4;
  return scores;
}

/** Index of the token at which the pattern is met first, or undefined. */
function find(pattern: Pattern, places: Places): number | undefined {
  const first = places[pattern.parts[0] ?? -1];
  if (first === undefined) return undefined;
  if (pattern.parts.length === 1) return first[0];
  for (const start of first) if (continues(pattern, places, start)) return start;
  return undefined;
}

const sequenceGap = 3;
const nearGap = 5;

function continues(pattern: Pattern, places: Places, start: number): boolean {
  let previous = start;
  for (let part = 1; part < pattern.parts.length; part += 1) {
    const join = pattern.joins[part];
    const next = places[pattern.parts[part] ?? -1]?.find((index) => {
      if (index === previous) return join === 'anywhere';
      if (join === 'anywhere') return true;
      const gap = index - previous;
      return join === 'near' ? Math.abs(gap) <= nearGap : gap > 0 && gap <= sequenceGap;
    });
    if (next === undefined) return false;
    previous = next;
  }
  return true;
}

/** By clause, how much it counts where that is not 1: what works, set against what does not, weighs little. */
export function clauseWeights(tokens: readonly Token[]): Map<number, number> {
  const weights = new Map<number, number>();
  if (!tokens.some(({ word }) => contrast.has(word))) return weights;
  const clauses = new Map<number, string[]>();
  for (const { word, clause } of tokens) clauses.set(clause, [...(clauses.get(clause) ?? []), word]);
  for (const [clause, words] of clauses) {
    if (words.some((word) => works.has(word)) && !words.some((word) => noWorks.has(word)))
      weights.set(clause, worksWeight);
  }
  return weights;
}
