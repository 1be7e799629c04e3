import type { Texts } from '../i18n/index.js';
import type { DraftExtras } from './draft-extras.js';

/** The self-help article on a draft. */
export interface ArticleData {
  readonly shown: boolean;
}

/** The self-help article on a draft, ready for the template. */
export function draftArticle(_extras: DraftExtras, _t: Texts): ArticleData {
  return { shown: false };
}
