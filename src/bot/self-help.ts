import type { DraftArticle, DraftExtras } from '../cards/index.js';
import type { Understanding } from '../intake/index.js';
import { countUse, type Article, type ArticleEvent } from '../knowledge/index.js';
import { localDateIn } from '../sla/index.js';
import { StoreError } from '../store/index.js';
import type { HelpGiven, Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** The article that comes with a new draft; null where none surely fits. */
export function helpFor(
  turn: Turn,
  parts: BotParts,
  text: string,
  understanding: Understanding,
): HelpGiven | null {
  const match = parts.knowledge().find(understanding, text, turn.language);
  return match && { articleId: match.article.id, outcome: null };
}

/** What of its article stands on a draft: the steps, or that they were tried. */
export function helpExtras(
  { language }: Turn,
  parts: BotParts,
  draft: Ticket,
): Pick<DraftExtras, 'article' | 'tried'> {
  const article = articleOf(parts, draft, language);
  if (!article) return { article: null, tried: null };
  return draft.help?.outcome === null
    ? { article: onCard(article), tried: null }
    : { article: null, tried: article.title };
}

/** An article as cards need it. */
export function onCard({ id, title, steps, note }: Article): DraftArticle {
  return { id, title, steps, note };
}

/**
 * The article of a draft, as long as it is there. What the person says that it is about counts more than what was read:
 * an article about something else is then not shown any more.
 */
function articleOf(parts: BotParts, draft: Ticket, language: Turn['language']): Article | null {
  const { help, understood, report } = draft;
  const article = help && parts.knowledge().article(help.articleId, language);
  if (!article) return null;
  const isCorrected = understood !== null && understood.category !== report.category;
  return isCorrected && !article.categories.includes(report.category) ? null : article;
}

/** Counts that the article of a draft was shown, once its steps stand on the card. */
export async function countShown(turn: Turn, parts: BotParts, draft: Ticket): Promise<void> {
  const { article } = helpExtras(turn, parts, draft);
  if (article && draft.question === null) await countArticle(turn, parts, article.id, 'shown');
}

/** Counts what became of an article. Nobody is kept from reporting by a counter that cannot be written. */
export async function countArticle(
  turn: Turn,
  parts: BotParts,
  articleId: string,
  event: ArticleEvent,
): Promise<void> {
  const month = localDateIn(parts.rules.calendar.timeZone)(turn.now).slice(0, 7);
  try {
    await countUse(parts.articleUses, articleId, event, month);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    parts.log.warn({ articleId }, 'what became of a self-help article could not be counted', error);
  }
}
