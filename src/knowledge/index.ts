export { ArticleError, type Article, type ArticleProblem } from './article.js';
export { parseArticle } from './parse-article.js';
export { Library, type Match } from './search.js';
