import type { Understanding } from './understanding.js';

/**
 * From this confidence on the category is taken for granted; below it the person is asked. Below it the first guess is
 * about as often wrong as right; above it asking costs more presses than the choice of three that the draft offers.
 */
const leastSure = 0.55;

/** Whether the category is sure enough to make a draft of it without asking. */
export function isSure({ confidence }: Pick<Understanding, 'confidence'>): boolean {
  return confidence >= leastSure;
}
