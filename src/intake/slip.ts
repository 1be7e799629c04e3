import { distance } from 'fastest-levenshtein';

/** Whether two words differ by at most one slip of the fingers: a letter too many, too few, another, or two swapped. */
export function isSlip(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= 1 && (distance(one, other) <= 1 || isSwap(one, other));
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
