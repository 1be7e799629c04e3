import type { Category } from '../../tickets/index.js';
import { blockedOf } from '../blocked.js';
import type { LexiconReading } from '../lexicon-reading.js';
import { clauseWeights } from '../lexicon-reading.js';
import { noWorks, works } from '../lexicon/works.js';
import type { Token } from '../normalise.js';
import { scopeOf } from '../scope.js';
import { exponential } from './exponential.js';

/** Kinds of features. The values of a message are brought to length one within each kind, so that none drowns another. */
export const featureGroups = [
  'word',
  'gram',
  'pair',
  'gap',
  'first',
  'symbol',
  'symbols',
  'entry',
  'score',
  'shape',
  'rule',
] as const;
type Group = (typeof featureGroups)[number];

const groupNumbers = new Map<Group, number>(featureGroups.map((group, index) => [group, index]));

/** What is read from a message before the network sees it. */
export interface Evidence {
  /** The cleaned text without code and instructions. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: LexiconReading;
}

/** Takes one feature: the number of its group, its hash, its value. The same may come several times. */
export type TakeFeature = (group: number, hash: number, value: number) => void;

/** A later clause counts less: the first problem named is the main one. */
const clauseDecay = 0.93;
const leastClauseWeight = 0.45;
const workingClauseWeight = 0.35;
const shortestGram = 3;
const longestGram = 5;
const longestWord = 40;

/** A token with what its place in the message makes it worth. */
interface Placed {
  readonly word: string;
  readonly stem: string;
  readonly weight: number;
  /** Number of its clause among the clauses that hold words. */
  readonly clause: number;
}

/** Hands over the features of a message, in an order that depends on nothing else. */
export function takeFeatures(evidence: Evidence, take: TakeFeature): void {
  const { tokens } = evidence;
  const placed = place(tokens);
  takeWords(placed, take);
  takePairs(placed, take);
  takeLexicon(evidence.lexicon, placed, take);
  takeShape(evidence.text, placed, take);
  takeRules(tokens, take);
}

function place(tokens: readonly Token[]): Placed[] {
  const weights = clauseWeights(tokens);
  let clause = -1;
  let previous = -1;
  return tokens.map((token) => {
    if (token.clause !== previous) clause += 1;
    previous = token.clause;
    // What matters of a number is how long it is.
    const word = /^\d/.test(token.word)
      ? token.word.replace(/\d/g, '0').slice(0, 6)
      : token.word.slice(0, longestWord);
    const decayed = Math.max(leastClauseWeight, power(clauseDecay, clause));
    const weight = weights.has(token.clause) ? decayed * workingClauseWeight : decayed;
    return { word, stem: stemOf(word), weight, clause };
  });
}

const endings = /(?:ungen|ung|heiten|heit|keit|lich|isch|est|ern|end|ing|ed|en|er|em|es|et|st|te|e|n|s|t)$/;
const shortestStem = 3;

/** A word without its ending, German or English, where enough is left. */
function stemOf(word: string): string {
  if (word.length < 5) return word;
  const stem = word.replace(endings, '');
  return stem.length >= shortestStem ? stem : word;
}

function takeWords(placed: readonly Placed[], take: TakeFeature): void {
  const words = number('word');
  const first = number('first');
  for (const { word, stem, weight, clause } of placed) {
    take(words, hashOf('word', word), weight);
    take(words, hashOf('stem', stem), weight);
    if (clause === 0) take(first, hashOf('first', stem), 1);
    if (!word.startsWith('0')) takeGrams(word, weight, take);
  }
}

/** The pieces of three to five letters of a word, its beginning and end marked. */
function takeGrams(word: string, weight: number, take: TakeFeature): void {
  const group = number('gram');
  const framed = `<${word}>`;
  for (let start = 0; start + shortestGram <= framed.length; start += 1) {
    let hash = seedOf('gram');
    const last = Math.min(framed.length, start + longestGram);
    for (let at = start; at < last; at += 1) {
      hash = step(hash, framed.charCodeAt(at));
      if (at - start + 1 >= shortestGram) take(group, finish(hash), weight);
    }
  }
}

function takePairs(placed: readonly Placed[], take: TakeFeature): void {
  const pairs = number('pair');
  const gaps = number('gap');
  placed.forEach(({ stem, weight, clause }, index) => {
    const before = placed[index - 1];
    const joined = before?.clause === clause ? before.stem : '^';
    take(pairs, hashOf('pair', `${joined} ${stem}`), weight);
    const further = placed[index - 2];
    if (further !== undefined) take(gaps, hashOf('gap', `${further.stem} ${stem}`), weight);
  });
}

/** How many words further the second symbol of a pair may stand. */
const symbolReach = 3;

function takeLexicon(lexicon: LexiconReading, placed: readonly Placed[], take: TakeFeature): void {
  const single = number('symbol');
  const paired = number('symbols');
  lexicon.symbols.forEach((symbols, index) => {
    const weight = placed[index]?.weight ?? 1;
    for (const symbol of symbols) {
      take(single, hashOf('symbol', String(symbol)), weight);
      if (placed[index]?.clause === 0) take(single, hashOf('first-symbol', String(symbol)), 1);
      for (let next = index + 1; next <= index + symbolReach; next += 1)
        for (const other of lexicon.symbols[next] ?? [])
          take(paired, hashOf('symbols', `${symbol},${other}`), weight);
    }
  });
  const entries = number('entry');
  for (const { entry, clause } of lexicon.hits)
    take(entries, hashOf('entry', String(entry)), Math.max(leastClauseWeight, power(clauseDecay, clause)));
  const scores = number('score');
  const best = Math.max(...lexicon.scores);
  const shares = lexicon.scores.map((score) => exponential(score - best));
  const total = shares.reduce((sum, share) => sum + share, 0);
  lexicon.scores.forEach((score, index) => {
    take(scores, hashOf('share', String(index)), (shares[index] ?? 0) / total);
    take(scores, hashOf('score', String(index)), Math.min(3, score) / 3);
  });
}

function takeShape(text: string, placed: readonly Placed[], take: TakeFeature): void {
  const words = placed.map(({ word }) => word);
  const lengthClass = 32 - Math.clz32(Math.min(63, words.length));
  const says: Readonly<Record<string, boolean>> = {
    always: true,
    [`length ${lengthClass}`]: true,
    question: text.includes('?'),
    exclamation: text.includes('!'),
    number: /\d/.test(text),
    silent: !/\p{L}/u.test(text),
    picture: /\p{Extended_Pictographic}/u.test(text),
    long: (placed.at(-1)?.clause ?? 0) >= 3,
    works: words.some((word) => works.has(word)) && !words.some((word) => noWorks.has(word)),
    failing: words.some((word) => noWorks.has(word)),
  };
  const group = number('shape');
  for (const [name, said] of Object.entries(says)) if (said) take(group, hashOf('shape', name), shapeWeight);
}

const shapeWeight = 0.3;

/** One category for each kind of what the rules distinguish. */
const ruleKinds: readonly Category[] = ['display', 'network', 'lending'];

const ruleWeight = 0.5;
/** One rule alone speaks of blocking, so it must be heard. */
const blockedRuleWeight = 1.5;

/** What the rules for scope and blocking say, whatever the category will be. */
function takeRules(tokens: readonly Token[], take: TakeFeature): void {
  const group = number('rule');
  for (const kind of ruleKinds)
    take(group, hashOf('rule', `${kind} ${scopeOf(tokens, kind) ?? '-'}`), ruleWeight);
  take(group, hashOf('rule', blockedOf(tokens, 'display') ? 'blocked' : 'free'), blockedRuleWeight);
}

function number(group: Group): number {
  return groupNumbers.get(group) ?? 0;
}

/** A whole power by multiplication alone, which is the same on every machine. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let round = 0; round < Math.min(exponent, 20); round += 1) result *= base;
  return result;
}

const seeds = new Map<string, number>();

/** Where the hash of a kind of feature begins. */
function seedOf(kind: string): number {
  const known = seeds.get(kind);
  if (known !== undefined) return known;
  const seed = hashFrom(0x811c9dc5 | 0, kind);
  seeds.set(kind, seed);
  return seed;
}

function hashOf(kind: string, text: string): number {
  return finish(hashFrom(seedOf(kind), text));
}

function hashFrom(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

/** One step of FNV-1a. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Spreads what differs in few bits over all of them. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  mixed = Math.imul(mixed, 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
