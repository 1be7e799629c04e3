import { languages, type Language } from '../i18n/index.js';
import { ArticleError, type Article, type ArticleProblem } from './article.js';
import { parseArticle } from './parse-article.js';

/** A file with an article, as it was read. */
export interface ArticleFile {
  /** As people are to find it. */
  readonly path: string;
  /** The name of the file without its ending. */
  readonly id: string;
  readonly language: Language;
  readonly text: string;
}

/** A wrong place of a file. */
export interface FileProblem extends ArticleProblem {
  readonly path: string;
}

/** What files hold: the articles that can be used, and what is wrong with the others. */
export interface Shelf {
  readonly articles: readonly Article[];
  readonly problems: readonly FileProblem[];
}

/** Reads files one by one: a wrong one keeps no other from being used. */
export function readShelf(files: readonly ArticleFile[]): Shelf {
  const articles: Article[] = [];
  const problems: FileProblem[] = [];
  for (const { path, id, language, text } of files) {
    try {
      articles.push(parseArticle(id, language, text));
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      problems.push(...error.problems.map((problem) => ({ path, ...problem })));
    }
  }
  return { articles, problems };
}

/** The shipped articles, with the help desk's own in place of those of the same id and language. */
export function withOwn(shipped: readonly Article[], own: readonly Article[]): readonly Article[] {
  const keyOf = ({ id, language }: Article): string => `${language}/${id}`;
  const replaced = new Set(own.map(keyOf));
  return [...shipped.filter((article) => !replaced.has(keyOf(article))), ...own];
}

/**
 * What is wrong with articles together: one that a language lacks, differences between languages that would offer it to
 * one half of the teachers only, and a sign that two articles share, so that neither is found by it.
 */
export function togetherProblems(articles: readonly Article[]): readonly string[] {
  return [...missingLanguages(articles), ...differences(articles), ...sharedSigns(articles)];
}

function missingLanguages(articles: readonly Article[]): string[] {
  return idsOf(articles).flatMap((id) =>
    languages
      .filter((language) => !articles.some((article) => article.id === id && article.language === language))
      .map((language) => `${id}: is not written in ${language}`),
  );
}

function differences(articles: readonly Article[]): string[] {
  return idsOf(articles).flatMap((id) => {
    const versions = articles.filter((article) => article.id === id);
    const differ = (of: (article: Article) => string): boolean => new Set(versions.map(of)).size > 1;
    return [
      ...(differ(({ categories }) => categories.toSorted().join()) ? ['categories'] : []),
      ...(differ(({ who }) => who) ? ['who'] : []),
    ].map((key) => `${id}: ${key} differs between its languages`);
  });
}

function sharedSigns(articles: readonly Article[]): string[] {
  return languages.flatMap((language) => {
    const holders = new Map<string, string[]>();
    for (const { id, signs } of articles.filter((article) => article.language === language)) {
      for (const sign of signs) {
        const key = sign.toLowerCase();
        holders.set(key, [...(holders.get(key) ?? []), id]);
      }
    }
    return [...holders]
      .filter(([, ids]) => ids.length > 1)
      .map(([sign, ids]) => `${ids.join(', ')}: share the sign "${sign}" (${language})`);
  });
}

function idsOf(articles: readonly Article[]): readonly string[] {
  return [...new Set(articles.map(({ id }) => id))];
}
