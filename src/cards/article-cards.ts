import { texts, type Language } from '../i18n/index.js';
import { choiceCard } from './choice-cards.js';
import { articleText, type ArticleText } from './draft-article.js';
import type { DraftArticle } from './draft-extras.js';
import { plainLine } from './escape.js';
import { common, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

interface ArticleCardData extends CommonData, ArticleText {
  readonly title: string;
  readonly hint: string;
}

const template = cardTemplate<ArticleCardData>('article');

/** An article by itself, for somebody who searched for it. */
export function articleCard(article: DraftArticle, language: Language): Card {
  const { word, notHelped } = texts(language).selfHelp;
  return template({
    ...common(language, 'info', word, 'accent'),
    title: plainLine(article.title),
    ...articleText(article),
    hint: notHelped,
  });
}

/** Asks which of a few articles is meant; verb `article.show`, `data.articleId`. */
export function articleChoiceCard(
  articles: readonly Pick<DraftArticle, 'id' | 'title'>[],
  language: Language,
): Card {
  const { word, which } = texts(language).selfHelp;
  const buttons = articles.map(({ id, title }) => ({
    title: plainLine(title),
    verb: 'article.show',
    style: 'default' as const,
    data: { articleId: id },
  }));
  return choiceCard({
    ...common(language, 'info', word, 'accent'),
    question: which,
    quote: '',
    hint: '',
    choices: buttons,
  });
}
