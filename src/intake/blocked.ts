import type { Category } from '../tickets/index.js';
import * as urgency from './lexicon/urgency.js';
import { wordsOf, type Token } from './normalise.js';

const words = (parts: readonly string[]): string => ` (?:${parts.join('|')})(?= )`;

const goesOn = new RegExp(words(urgency.goesOn));
const stopped = new RegExp(words(urgency.stopped));
const anotherDay = new RegExp(words(urgency.anotherDay));
const near = '(?: [^ ]+){0,5}';
const soonTeaching = new RegExp(
  `${words(urgency.soon)}${near} ${urgency.teaching}(?= )|${words([urgency.teaching])}${near}${words(urgency.soon)}`,
);

/** What is no defect cannot keep a lesson from starting. */
const noDefect: ReadonlySet<Category> = new Set(['smalltalk', 'workshop']);

/**
 * Whether the text says that a lesson, exam or course cannot go on or start now. A lesson about to begin
 * counts, since what is reported keeps it from going well; anger, haste and another day's lesson do not.
 */
export function blockedOf(tokens: readonly Token[], category: Category): boolean {
  if (noDefect.has(category)) return false;
  if (goesOn.test(wordsOf(tokens))) return false;
  const sentences = new Map<number, Token[]>();
  for (const token of tokens)
    sentences.set(token.sentence, [...(sentences.get(token.sentence) ?? []), token]);
  return [...sentences.values()].some((sentence) => {
    const text = wordsOf(sentence);
    if (stopped.test(text)) return !anotherDay.test(text) || soonNow.test(text);
    return soonTeaching.test(text) && !anotherDay.test(text);
  });
}

const soonNow = new RegExp(words(urgency.soon));
