import type { Understanding } from './understanding.js';

/**
 * From this confidence on the category is taken for granted; below it the person is asked. Found with the validation part
 * of the corpus: below it the first guess is right in less than two thirds, above it in 98 of 100; 4 to 5 messages
 * of 100 are asked about. `docs/intake.md` says how it was measured.
 */
const leastSure = 0.75;

/** Whether the category is sure enough to make a draft of it without asking. */
export function isSure({ confidence }: Pick<Understanding, 'confidence'>): boolean {
  return confidence >= leastSure;
}
