import type { Language } from '../i18n/language.js';
import type { Category, Scope } from '../tickets/index.js';

/**
 * What a free text says, as far as it says it. The dialog, the command line and the training all
 * rely on this shape, so it is final; what stands behind it may change.
 */
export interface Understanding {
  /** The first or main problem. */
  readonly category: Category;
  /** The three likeliest categories, best first, `category` included. */
  readonly alternatives: readonly [Category, Category, Category];
  /** The affected place without the word for it: `R 204` is `204`; `Aula` stays. */
  readonly room: string | null;
  /** An inventory or serial number; never a ticket, error or phone number. */
  readonly deviceTag: string | null;
  readonly scope: Scope | null;
  /** Only if the text says that a lesson, exam or course cannot go on or start now. */
  readonly blocked: boolean;
  readonly language: Language;
  /** How sure the category is, 0 to 1. */
  readonly confidence: number;
}

export type Understand = (text: string) => Understanding;
