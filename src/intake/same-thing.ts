import { noThings } from './lexicon/no-things.js';
import { clean, tokensOf } from './normalise.js';
import { isSlip } from './slip.js';

/** From so many letters on a slip of the fingers, or an ending, makes no other word. */
const robustLength = 5;

/**
 * Whether two titles name the same thing: at least half of the things of the shorter one stand in the other. Titles
 * that name none, like "does not work", are never the same.
 */
export function namesSameThing(one: string, other: string): boolean {
  const [fewer = [], more = []] = [thingsIn(one), thingsIn(other)].toSorted((a, b) => a.length - b.length);
  const common = fewer.filter((thing) => more.some((each) => isSameWord(thing, each)));
  return common.length > 0 && common.length * 2 >= fewer.length;
}

function thingsIn(title: string): readonly string[] {
  const words = tokensOf(clean(title)).map(({ word }) => word);
  return [...new Set(words.filter((word) => word.length > 1 && /\p{L}/u.test(word) && !noThings.has(word)))];
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < robustLength) return false;
  return (long.startsWith(short) && long.length - short.length <= 2) || isSlip(one, other);
}
