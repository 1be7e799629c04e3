import { find, untilWritten, type Collection } from '../store/index.js';
import { newUse, useId, withEvent, type ArticleEvent, type ArticleUse } from './article-use.js';

/**
 * Counts what became of an article in a month (`2026-11`), by one conditional write, again where somebody was faster.
 * Whoever calls sees to it that one press counts once: the draft decides before.
 * @throws StoreError
 */
export async function countUse(
  uses: Collection<ArticleUse>,
  articleId: string,
  event: ArticleEvent,
  month: string,
): Promise<void> {
  await untilWritten(async () => {
    const found = await find(uses, useId(articleId, month));
    await (found
      ? uses.replace(withEvent(found.document, event), found.version)
      : uses.create(withEvent(newUse(articleId, month), event)));
  });
}
