import type { Understanding } from './understanding.js';

/** From this confidence on the category is taken for granted; below it the person is asked. */
const leastSure = 0.55;

/** Whether the category is sure enough to make a draft of it without asking. */
export function isSure({ confidence }: Pick<Understanding, 'confidence'>): boolean {
  return confidence >= leastSure;
}
