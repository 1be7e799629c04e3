import { z } from 'zod';
import { textLimit } from '../tickets/index.js';
import { isVisible } from './visible.js';

/** A text that may be left out: empty then. With the limit of the domain: one that is longer is refused and never cut. */
export const optionalText = z
  .string()
  .trim()
  .max(textLimit)
  .nullish()
  .transform((value) => value ?? '');

/** A text in which somebody sees something. */
export const requiredText = z.string().trim().max(textLimit).refine(isVisible);
