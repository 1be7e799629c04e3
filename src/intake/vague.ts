import { besideWords, denials, troubleWords, workingWords } from './lexicon/vague.js';
import type { Token } from './normalise.js';

/** From this many words on something is told beside. */
const mostWords = 14;

/**
 * Whether a text tells of trouble or asks for help and names nothing that it could be about: "nothing works here". It is a
 * report whose kind is open.
 */
export function isVague(tokens: readonly Token[]): boolean {
  if (tokens.length > mostWords) return false;
  const words = tokens.map(({ word }) => word);
  const isDenied = words.some((word) => denials.has(word));
  const isTrouble = words.some((word) => (isDenied ? workingWords : troubleWords).has(word));
  return isTrouble && words.every(namesNothing);
}

function namesNothing(word: string): boolean {
  // A number tells where, or how often.
  return /\d/.test(word) || [besideWords, denials, troubleWords, workingWords].some((list) => list.has(word));
}
