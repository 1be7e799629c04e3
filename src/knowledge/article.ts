import { z } from 'zod';
import { languages } from '../i18n/index.js';
import { categories } from '../tickets/index.js';

/** Who may do what an article says. What is not for teachers is never shown with a draft. */
const readers = ['teacher', 'media-officer', 'campus-manager'] as const;

/** What an article may be called. */
export const articleIdShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What fits on a telephone beside the report, in characters and numbers of lines. */
const most = { title: 80, sign: 60, step: 170, signs: 12, steps: 6 } as const;
const fewestSigns = 3;
/** The longest note below the front matter, in characters. */
export const longestNote = 400;

const line = (longest: number): z.ZodEffects<z.ZodString> =>
  z
    .string()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .refine(
      (text) => text === text.trim() && !/[\n\r]/.test(text),
      'must be one line without blanks around it',
    );

/** The front matter of an article. All of its texts are plain: nothing in them is markup. */
export const frontMatter = z
  .object({
    title: line(most.title),
    /** What the report may be about; the article is offered for no other. */
    categories: z
      .array(z.enum(categories))
      .min(1, 'names none')
      .refine((named) => !named.includes('smalltalk'), 'names smalltalk, which is never reported'),
    /** How people say it, a few words each: what is searched. */
    signs: z
      .array(line(most.sign))
      .min(fewestSigns, `holds fewer than ${fewestSigns}`)
      .max(most.signs, `holds more than ${most.signs}`),
    /** What to do, in order. */
    steps: z.array(line(most.step)).min(1, 'holds none').max(most.steps, `holds more than ${most.steps}`),
    language: z.enum(languages),
    who: z.enum(readers),
  })
  .strict();

/** One thing that people can try themselves, in one language. */
export interface Article extends Readonly<z.output<typeof frontMatter>> {
  /** The same in every language; the name of its file. */
  readonly id: string;
  /** What to know beside the steps, and when to stop. */
  readonly note: string;
}

/** A wrong place of an article's file. Lines count from 1. */
export interface ArticleProblem {
  readonly line: number;
  readonly message: string;
}

/** The text is no article. Names each wrong place. */
export class ArticleError extends Error {
  override readonly name = 'ArticleError';
  constructor(readonly problems: readonly ArticleProblem[]) {
    super(problems.map(({ line: at, message }) => `line ${at}: ${message}`).join('\n'));
  }
}
