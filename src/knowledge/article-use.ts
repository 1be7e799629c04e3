import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';

/** What can become of an article: it came with a draft, it helped, or it was tried in vain. */
export type ArticleEvent = 'shown' | 'helped' | 'stillBroken';

/** How often an article came, helped and did not in one month. Nobody's name is in it. */
export interface ArticleUse extends StoredDocument, Readonly<Record<ArticleEvent, number>> {
  readonly schemaVersion: 1;
  readonly articleId: string;
  /** `2026-11`, by the service's time zone. */
  readonly month: string;
}

/** The document of an article and month before anything happened. */
export function newUse(articleId: string, month: string): ArticleUse {
  return {
    id: useId(articleId, month),
    schemaVersion: 1,
    articleId,
    month,
    shown: 0,
    helped: 0,
    stillBroken: 0,
  };
}

/** The id of the document of an article and month. */
export function useId(articleId: string, month: string): string {
  return `${month}:${articleId}`;
}

/** The same with one more of what happened. */
export function withEvent(use: ArticleUse, event: ArticleEvent): ArticleUse {
  return { ...use, [event]: use[event] + 1 };
}

/** Where it is counted: one document for each article and month. */
export const articleUseCollection: CollectionSpec<ArticleUse> = {
  name: 'article-use',
  fields: { month: 'text' },
  upgrade: onlyVersion<ArticleUse>(1),
};
