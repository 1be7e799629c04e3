import * as said from './lexicon/several.js';
import { things } from './lexicon/things.js';
import { evidenceOf } from './evidence.js';
import { clean, tokensOf, wordsOf } from './normalise.js';
import type { Understand, Understanding } from './understanding.js';

/** One of the problems of a message, in the writer's words. */
export interface Problem {
  readonly text: string;
  readonly understanding: Understanding;
}

/** So sure must each part alone be of its category. */
const clear = 0.8;
const mostProblems = 3;
/** A long message tells one story; its sentences are no list. */
const mostCharacters = 500;
const fewestWords = 3;

/**
 * The problems of which a message tells, at most three; empty where it tells of one, or may. A part counts only if it
 * alone is clearly a problem, of another category, device or room than the others: one draft too few is completed by
 * a second message, one too many is a ticket that nobody wanted. A room named first is shared with the parts that name
 * none.
 */
export function problemsOf(text: string, understand: Understand): readonly Problem[] {
  const evidence = evidenceOf(clean(text)).trim();
  if (evidence.length > mostCharacters || sortsOut.test(wordsOf(tokensOf(evidence)))) return [];
  const parts = partsOf(evidence);
  if (parts.length < 2) return [];
  const whole = understand(evidence);
  const problems = parts.map((part) => ({ text: part, understanding: understand(part) }));
  if (!problems.every(isClear) || !nameThings(parts)) return [];
  const distinct = problems.filter(
    ({ understanding }, index) =>
      !problems.slice(0, index).some((earlier) => isSame(earlier.understanding, understanding)),
  );
  if (distinct.length !== problems.length || problems.length > mostProblems) return [];
  const [first] = problems;
  return problems.map((problem) => shared(problem, first?.understanding.room ?? null, whole));
}

const boundary = new RegExp(
  `(?:(?<=[.!?;])\\s+|\\n+|; ?|${said.betweenProblems.map((each) => `(?:${each})`).join('|')})`,
  'giu',
);
const listMark = /^(?:[-*•–]|\(?\d{1,2}[.)])\s+/u;
const goesOn = new RegExp(`^ (?:${said.goesOnWords})(?= )`);
const sortsOut = new RegExp(` (?:${said.sortsOutWords})(?= )`);
const trouble = new RegExp(` (?:${said.troubleWords})(?= )`);

/** The parts that may stand alone; what only goes on, or is courtesy, stays with the part before it. */
function partsOf(evidence: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of evidence.split(boundary)) {
    const part = piece.replace(listMark, '').trim();
    const words = wordsOf(tokensOf(part));
    const standsAlone = tokensOf(part).length >= fewestWords && !goesOn.test(words) && trouble.test(words);
    const last = parts.length - 1;
    if (standsAlone || last < 0) parts.push(part);
    else if (part !== '') parts[last] = `${parts[last] ?? ''} ${part}`.trim();
  }
  const [first = '', second, ...rest] = parts;
  // A greeting before the first problem belongs to it.
  if (second !== undefined && !trouble.test(wordsOf(tokensOf(first)))) return [`${first} ${second}`, ...rest];
  return parts;
}

function isClear({ understanding: { category, confidence } }: Problem): boolean {
  return confidence >= clear && category !== 'smalltalk' && category !== 'other';
}

const named = things.map((words) => new RegExp(` (?:${words})(?= )`));

/** Whether each part names a thing: a model is sure of many a fragment too. */
function nameThings(parts: readonly string[]): boolean {
  return parts.every((part) => {
    const words = wordsOf(tokensOf(part));
    return named.some((thing) => thing.test(words));
  });
}

/** The same thing may be named twice; then another room, or another device, makes two of it. */
function isSame(one: Understanding, other: Understanding): boolean {
  if (one.category !== other.category) return false;
  const otherRoom = one.room !== null && other.room !== null && one.room !== other.room;
  const otherDevice = one.deviceTag !== null && other.deviceTag !== null && one.deviceTag !== other.deviceTag;
  return !otherRoom && !otherDevice;
}

function shared(problem: Problem, room: string | null, whole: Understanding): Problem {
  const { understanding } = problem;
  return {
    ...problem,
    understanding: { ...understanding, room: understanding.room ?? room, language: whole.language },
  };
}
