export { type Article } from './article.js';
export { articleUseCollection, type ArticleEvent, type ArticleUse } from './article-use.js';
export { Library, surelyFits, type Match } from './search.js';
export {
  readShelf,
  togetherProblems,
  withOwn,
  type ArticleFile,
  type FileProblem,
  type Shelf,
} from './shelf.js';
export { countUse } from './use-book.js';
