import { categories, type Category } from '../tickets/index.js';
import { compileLexicon, type CompiledLexicon, type Pattern } from './lexicon/compile.js';
import { entries } from './lexicon/entries.js';
import { groups } from './lexicon/groups.js';
import { contrast, noWorks, works } from './lexicon/works.js';
import type { Token } from './normalise.js';
import { symbolsOf } from './vocabulary.js';

/** The three likeliest categories, best first, and how sure the first one is (0 to 1). */
export interface Classification {
  readonly ranking: readonly [Category, Category, Category];
  readonly confidence: number;
}

/** From the words of a text to its categories. A trained model may take this place. */
export type Classify = (tokens: readonly Token[]) => Classification;

/** The classifier that adds up the weights of the lexicon's entries. Building it costs some milliseconds. */
export function createLexiconClassifier(): Classify {
  const lexicon = compileLexicon(entries, groups);
  return (tokens) => {
    const scores = score(tokens, lexicon);
    return toClassification(scores);
  };
}

/** No more words than this are looked at; a report is shorter, and time stays bounded. */
const mostTokens = 400;
/** A later clause counts less: the first problem named is the main one. */
const clauseDecay = 0.9;
const leastClauseWeight = 0.35;
/** What is said to work is no trouble. */
const worksWeight = 0.15;
/** Softness of the probabilities, set so that confidence equals the share of right guesses in tuning. */
const temperature = 1.05;
const otherPrior = 0.4;
const unknownWordForOther = 0.08;

const other = categories.indexOf('other');
const smalltalk = categories.indexOf('smalltalk');

/** Where a symbol was met: the indices of its tokens, in order. */
type Places = readonly (readonly number[] | undefined)[];

function score(allTokens: readonly Token[], lexicon: CompiledLexicon): number[] {
  const tokens = allTokens.slice(0, mostTokens);
  const places: number[][] = [];
  let known = 0;
  tokens.forEach(({ word }, index) => {
    const symbols = symbolsOf(word, lexicon.vocabulary);
    if (symbols.length > 0) known += 1;
    for (const symbol of symbols) (places[symbol] ??= []).push(index);
  });
  const scores = categories.map(() => 0);
  scores[other] = otherPrior + unknownWordForOther * Math.min(8, tokens.length - known);
  const clauseWeights = weighClauses(tokens);
  let firstClause = Number.POSITIVE_INFINITY;
  const hits: { pattern: Pattern; clause: number; weight: number }[] = [];
  for (const pattern of lexicon.patterns) {
    const at = find(pattern, places);
    if (at === undefined) continue;
    const clause = tokens[at]?.clause ?? 0;
    hits.push({ pattern, clause, weight: clauseWeights.get(clause) ?? 1 });
    if (pattern.weights.some(([category]) => category !== smalltalk))
      firstClause = Math.min(firstClause, clause);
  }
  for (const { pattern, clause, weight } of hits) {
    const decay = Math.max(leastClauseWeight, clauseDecay ** Math.max(0, clause - firstClause));
    for (const [category, value] of pattern.weights)
      scores[category] = (scores[category] ?? 0) + value * weight * decay;
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

/** A clause that says what works, set against one that says what does not, weighs little. */
function weighClauses(tokens: readonly Token[]): Map<number, number> {
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

function toClassification(scores: readonly number[]): Classification {
  const order = categories
    .map((category, index) => ({ category, score: scores[index] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const [first, second, third] = order;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('There are fewer than three categories');
  const total = order.reduce(
    (sum, { score: value }) => sum + Math.exp((value - first.score) / temperature),
    0,
  );
  return { ranking: [first.category, second.category, third.category], confidence: 1 / total };
}
