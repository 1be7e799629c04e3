import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Language } from '../i18n/language.js';
import {
  ArticleError,
  articleIdShape,
  frontMatter,
  longestNote,
  type Article,
  type ArticleProblem,
} from './article.js';

const parts = /^\uFEFF?---\r?\n([^]*?)\r?\n---(?:\r?\n([^]*))?$/;
/** The front matter begins on the second line of the file. */
const linesBefore = 1;

/**
 * Reads an article: front matter between two lines `---`, below it the note.
 *
 * @param id the name of its file without the ending
 * @param language that of its folder
 * @throws ArticleError with every wrong place
 */
export function parseArticle(id: string, language: Language, text: string): Article {
  const match = parts.exec(text);
  if (!match) {
    throw new ArticleError([{ line: 1, message: 'must begin with front matter between two lines "---"' }]);
  }
  const [, head = '', body = ''] = match;
  const lines = new LineCounter();
  const document = parseDocument(head, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const [message = ''] = broken.message.split(/ at line |\n/);
    throw new ArticleError([{ line: (broken.linePos?.[0].line ?? 1) + linesBefore, message }]);
  }
  const note = body.trim().replace(/\s+/gu, ' ');
  const read = frontMatter.safeParse(plainValue(document));
  const at = (path: Path): number => lineOf(document, lines, path);
  const problems: ArticleProblem[] = [
    ...nameProblems(id),
    ...(read.success ? [] : read.error.issues.map((issue) => problemOf(issue, at))),
    ...noteProblems(note, head.split('\n').length + 2 + linesBefore),
  ];
  if (read.success && read.data.language !== language) {
    const message = `language is ${read.data.language}, but the file lies in ${language}/`;
    problems.push({ line: at(['language']), message });
  }
  if (!read.success || problems.length > 0) throw new ArticleError(problems);
  return { id, ...read.data, note };
}

/** An alias is refused: nobody who writes articles needs one, and it can make a small file huge. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new ArticleError([{ line: 1, message: 'the front matter must not use aliases' }]);
    throw error;
  }
}

type Path = readonly (string | number)[];

function nameProblems(id: string): ArticleProblem[] {
  return articleIdShape.test(id)
    ? []
    : [{ line: 1, message: 'the name of the file must be small letters, digits and single hyphens' }];
}

function noteProblems(note: string, line: number): ArticleProblem[] {
  if (note === '') return [{ line, message: 'the note below the front matter is missing' }];
  return note.length > longestNote
    ? [{ line, message: `the note is longer than ${longestNote} characters` }]
    : [];
}

function problemOf(issue: z.ZodIssue, at: (path: Path) => number): ArticleProblem {
  if (issue.code === 'unrecognized_keys') {
    return {
      line: at([...issue.path, ...issue.keys.slice(0, 1)]),
      message: `unknown: ${issue.keys.join(', ')}`,
    };
  }
  const [key, index] = issue.path;
  const place =
    typeof index === 'number' ? `entry ${index + 1} of ${String(key)}` : (key ?? 'the front matter');
  const words =
    issue.message === 'Required'
      ? 'is missing'
      : issue.message.replace(/^[IE](?=[a-z])/, (first) => first.toLowerCase());
  return { line: at(issue.path), message: `${place} ${words}` };
}

/** The line of what a path names, else of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const start = startOf(document, path.slice(0, length));
    if (start !== null) return lines.linePos(start).line + linesBefore;
  }
  return 1;
}

function startOf(document: Document, path: Path): number | null {
  const around: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(around)) {
    const pair = around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
  }
  const node: unknown = document.getIn(path, true);
  return isScalar(node) ? (node.range?.[0] ?? null) : null;
}
