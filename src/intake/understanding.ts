import type { Category, Understood } from '../tickets/index.js';

/**
 * What a free text says, as far as it says it. The dialog, the command line and the training all
 * rely on this shape, so it is final; what stands behind it may change.
 */
export interface Understanding extends Understood {
  /** The three likeliest categories, best first, `category` included. */
  readonly alternatives: readonly [Category, Category, Category];
}

export type Understand = (text: string) => Understanding;
