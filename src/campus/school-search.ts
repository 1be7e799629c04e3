import type { School, SchoolHit } from './directory.js';
import { foldedWords, foldName } from './fold.js';
import { commonWords, schoolAbbreviations } from './lexicon/school-words.js';
import { likeness, typingErrors } from './word-likeness.js';

/** How much a match counts, by where the word stands. */
const fieldWeights = { name: 1, street: 0.92, fullName: 0.9, type: 0.9, place: 0.7 } as const;

/** Hits below are more likely wrong than right. */
const leastScore = 0.45;

/** Only an exact name or number is 1. */
const bestInexact = 0.99;

const unknownRarity = 0.35;

/** Shorter words fit more schools by chance. */
const fullWeightLength = 5;

const longestQuery = 120;
const mostQueryWords = 12;

/** A word of a school, as a position in the city's word list. */
interface Mention {
  readonly word: number;
  readonly weight: number;
  /** Share of the school's name that this word makes up; 0 outside the name. */
  readonly share: number;
}

interface Entry {
  readonly school: School;
  readonly foldedName: string;
  /** The name without spaces, for those who type it as one word or split it elsewhere. */
  readonly joinedName: string;
  readonly mentions: readonly Mention[];
}

/**
 * Prepares the search over these schools: by name, kind, street or number, in any order of words. Umlauts, typing
 * errors, beginnings of words and the usual abbreviations are forgiven. An empty query finds nothing.
 */
export function schoolSearch(
  schools: readonly School[],
): (query: string, limit: number) => readonly SchoolHit[] {
  const wordNumbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = wordNumbers.get(word);
    if (known !== undefined) return known;
    wordNumbers.set(word, wordNumbers.size);
    return wordNumbers.size - 1;
  };
  const entries = schools.map((school) => entryOf(school, numberOf));
  const words = [...wordNumbers.keys()];
  return (query, limit) => {
    const folded = foldName(query.slice(0, longestQuery));
    if (folded === '' || limit <= 0) return [];
    const typedWords = typedWordsOf(folded).map((alternatives) => measure(alternatives, words, entries));
    return entries
      .map((entry) => ({ school: entry.school, score: scoreOf(entry, folded, typedWords) }))
      .filter(({ score }) => score >= leastScore)
      .sort((left, right) => right.score - left.score || compareNames(left.school, right.school))
      .slice(0, limit);
  };
}

function compareNames(left: School, right: School): number {
  return left.name.localeCompare(right.name, 'de') || (left.id < right.id ? -1 : 1);
}

function entryOf(school: School, numberOf: (word: string) => number): Entry {
  const foldedName = foldName(school.name);
  const nameWords = foldedName.split(' ');
  const nameWeight = nameWords.reduce((sum, word) => sum + worthOf(word), 0);
  const joined = (text: string): string => foldName(text).replaceAll(' ', '');
  const streetName = school.street.replace(/\s\d.*$/u, '');
  const other: readonly (readonly [readonly string[], number])[] = [
    [[joined(school.name)], fieldWeights.name],
    [[...foldedWords(school.street), joined(streetName)], fieldWeights.street],
    [foldedWords(school.fullName), fieldWeights.fullName],
    [foldedWords(school.type), fieldWeights.type],
    [[school.postcode, ...foldedWords(school.town)], fieldWeights.place],
    [[school.id], fieldWeights.name],
  ];
  return {
    school,
    foldedName,
    joinedName: joined(school.name),
    mentions: [
      ...nameWords.map((word) => ({
        word: numberOf(word),
        weight: fieldWeights.name,
        share: worthOf(word) / nameWeight,
      })),
      ...other.flatMap(([list, weight]) => list.map((word) => ({ word: numberOf(word), weight, share: 0 }))),
    ],
  };
}

function worthOf(word: string): number {
  return commonWords.has(word) ? 0.2 : 1;
}

/** Each typed word with what it may stand for; "gutenberggrundschule" counts as two words. */
function typedWordsOf(folded: string): string[][] {
  const kinds = [...new Set(Object.values(schoolAbbreviations))];
  return folded
    .split(' ')
    .flatMap((word) => {
      const kind = kinds.find((ending) => word.endsWith(ending) && word.length > ending.length + 2);
      return kind === undefined ? [word] : [word.slice(0, -kind.length), kind];
    })
    .slice(0, mostQueryWords)
    .map((word) =>
      Object.hasOwn(schoolAbbreviations, word) ? [word, schoolAbbreviations[word] ?? word] : [word],
    );
}

/** A typed word measured against the city's word list. */
interface TypedWord {
  readonly likenesses: readonly number[];
  /** How much the word tells: a word that many schools have tells little. */
  readonly weight: number;
}

function measure(
  alternatives: readonly string[],
  words: readonly string[],
  entries: readonly Entry[],
): TypedWord {
  const likenesses = words.map((word) => Math.max(...alternatives.map((typed) => likeness(typed, word))));
  const matching = entries.filter(({ mentions }) =>
    mentions.some(({ word }) => (likenesses[word] ?? 0) >= 0.8),
  ).length;
  // A word that no school has is chat around the name, or one the errors made unknown.
  const rarity =
    matching === 0 ? unknownRarity : Math.log(1 + entries.length / matching) / Math.log(1 + entries.length);
  const longest = Math.max(...alternatives.map((typed) => typed.length));
  const worth = Math.max(...alternatives.map(worthOf));
  return { likenesses, weight: rarity * worth * Math.min(1, longest / fullWeightLength) };
}

function scoreOf(entry: Entry, folded: string, typedWords: readonly TypedWord[]): number {
  if (folded === entry.foldedName || folded === entry.school.id) return 1;
  let matched = 0;
  let total = 0;
  for (const { likenesses, weight } of typedWords) {
    total += weight;
    let best = 0;
    for (const mention of entry.mentions)
      best = Math.max(best, (likenesses[mention.word] ?? 0) * mention.weight);
    matched += weight * best;
  }
  const byWords = 0.92 * (matched / total) + 0.08 * nameCoverage(entry, typedWords);
  return Math.min(bestInexact, Math.max(byWords, wholeNameLikeness(entry, folded)));
}

/** Which part of the school's name the query speaks of, so that the shorter of two fitting names comes first. */
function nameCoverage(entry: Entry, typedWords: readonly TypedWord[]): number {
  let covered = 0;
  for (const { word, share } of entry.mentions) {
    if (share === 0) continue;
    let best = 0;
    for (const { likenesses } of typedWords) best = Math.max(best, likenesses[word] ?? 0);
    covered += share * best;
  }
  return covered;
}

function wholeNameLikeness(entry: Entry, folded: string): number {
  const typed = folded.replaceAll(' ', '');
  const longer = Math.max(typed.length, entry.joinedName.length);
  const shorter = Math.min(typed.length, entry.joinedName.length);
  if (shorter < 0.7 * longer) return 0;
  return 1 - typingErrors(typed, entry.joinedName) / longer;
}
