import type { Texts } from '../i18n/index.js';
import type { DraftArticle, DraftExtras } from './draft-extras.js';
import { plain, plainLine } from './escape.js';

/** The self-help article on a draft. */
export interface ArticleData extends ArticleText {
  readonly shown: boolean;
  readonly heading: string;
  /** Whether the steps are in sight at once. */
  readonly open: boolean;
  readonly helped: string;
  readonly stillBroken: string;
  /** Which inputs go with "still broken". */
  readonly inputs: 'auto' | 'none';
  /** That it was tried, once it was. */
  readonly tried: string;
}

/** Steps and note as they stand on a card. */
export interface ArticleText {
  readonly steps: readonly { readonly number: string; readonly text: string }[];
  readonly note: string;
}

/** Steps, numbered, and the note of an article. */
export function articleText({ steps, note }: Pick<DraftArticle, 'steps' | 'note'>): ArticleText {
  return {
    steps: steps.map((step, index) => ({ number: `${index + 1}.`, text: plainLine(step) })),
    note: plain(note),
  };
}

/**
 * The self-help article on a draft, ready for the template. It stands above the report, because whom it helps needs no
 * report. Whose lesson stands still wants somebody to come first, and tries things while waiting: there the steps are
 * folded away, so that Send is not a page further down. So they are under what is known already: that comes first.
 *
 * "Still broken" carries what was typed so far, but only where the school is known: a client sends no inputs as long
 * as one that is needed is empty, and the button would do nothing.
 */
export function draftArticle(
  { article, tried, incident, duplicate }: DraftExtras,
  report: { readonly blocked: boolean; readonly schoolId: string | null },
  t: Texts,
): ArticleData {
  const { heading, foldedHeading, helped, stillBroken } = t.selfHelp;
  const title = plainLine(article?.title ?? '');
  const isKnown = incident !== null || duplicate !== null;
  const open = !report.blocked && !isKnown;
  return {
    shown: article !== null,
    heading: open ? heading(title) : foldedHeading(title),
    open,
    helped,
    stillBroken,
    inputs: report.schoolId === null ? 'none' : 'auto',
    tried: tried === null ? '' : t.selfHelp.tried(plainLine(tried)),
    ...articleText(article ?? { steps: [], note: '' }),
  };
}
