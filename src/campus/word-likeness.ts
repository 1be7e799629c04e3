import { distance } from 'fastest-levenshtein';

/**
 * How alike a typed word and a word of the directory are: 1 for equal, less for a beginning, a part or a word with
 * typing errors, 0 for different ones. Both are folded.
 */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (/^\d+$/.test(typed)) return numberLikeness(typed, word);
  if (typed.length >= 2 && word.startsWith(typed)) return 0.8 + (0.15 * typed.length) / word.length;
  const whole = toleratingErrors(typed, word);
  if (typed.length < 4 || word.length <= typed.length) return whole;
  if (word.includes(typed)) return Math.max(whole, 0.8);
  // A word still being typed may already hold an error.
  return Math.max(whole, 0.9 * toleratingErrors(typed, word.slice(0, typed.length)));
}

/** House numbers must be right; in longer numbers a beginning or one typing error is forgiven. */
function numberLikeness(typed: string, word: string): number {
  if (typed.length < 4 || !/^\d+$/.test(word)) return 0;
  if (word.startsWith(typed)) return 0.7 + (0.2 * typed.length) / word.length;
  return typed.length >= 5 && typingErrors(typed, word) === 1 ? 0.75 : 0;
}

function toleratingErrors(typed: string, word: string): number {
  const tolerated = toleratedErrors(Math.min(typed.length, word.length));
  if (tolerated === 0 || Math.abs(typed.length - word.length) > tolerated) return 0;
  const errors = typingErrors(typed, word);
  return errors > tolerated ? 0 : 1 - errors / Math.max(typed.length, word.length);
}

function toleratedErrors(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** Letters to add, take away or change; two neighbours in the wrong order are one error. */
export function typingErrors(left: string, right: string): number {
  const edits = distance(left, right);
  if (edits !== 2 || left.length !== right.length) return edits;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const swapped = left[at] === right[at + 1] && left[at + 1] === right[at];
  return swapped && left.slice(at + 2) === right.slice(at + 2) ? 1 : edits;
}
