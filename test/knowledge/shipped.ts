import { readdirSync, readFileSync } from 'node:fs';
import { languages } from '../../src/i18n/index.js';
import type { Article } from '../../src/knowledge/index.js';
import { parseArticle } from '../../src/knowledge/parse-article.js';

/** The articles that the help desk ships, read anew. */
export function shippedArticles(): readonly Article[] {
  return languages.flatMap((language) => {
    const folder = new URL(`../../src/knowledge/articles/${language}/`, import.meta.url);
    return readdirSync(folder).map((name) =>
      parseArticle(name.replace(/\.md$/, ''), language, readFileSync(new URL(name, folder), 'utf8')),
    );
  });
}
