import type { Command } from 'commander';
import { knowledgePathFromProcess } from '../config.js';
import { languages, type Language } from '../i18n/index.js';
import {
  articleUseCollection,
  Library,
  togetherProblems,
  withOwn,
  type Article,
  type ArticleUse,
  type Match,
} from '../knowledge/index.js';
import { readArticles } from '../knowledge-files.js';
import { findAll } from '../store/index.js';
import { withStore } from './open-store.js';
import { configuredUnderstand } from './own-model.js';
import { columns, CommandFailed, processOutput, WrongUse, type Output } from './output.js';

interface Json {
  readonly json?: true;
}

/** `campusdesk knowledge ...`: the self-help articles, for those who write them. */
export function registerKnowledge(program: Command, output: Output = processOutput): void {
  const knowledge = program
    .command('knowledge')
    .description('Lists, checks and searches the self-help articles, and tells what they are used for');
  knowledge
    .command('list')
    .description('Lists the articles that are offered, those of KNOWLEDGE_PATH among them')
    .option('--json', 'one JSON line for each article and language on standard output')
    .action(async ({ json }: Json) => {
      list(await offered(), json === true, output);
    });
  knowledge
    .command('check')
    .description('Names each wrong file and line, and what is wrong with articles together')
    .argument('[folder]', 'a folder with de/ and en/; without it KNOWLEDGE_PATH, else the shipped articles')
    .action(async (folder?: string) => check(folder ?? knowledgePathFromProcess(), output));
  knowledge
    .command('use')
    .description('Tells for each month how often an article came, helped and did not')
    .option('--json', 'one JSON line for each article and month on standard output')
    .action(async ({ json }: Json) => {
      tellUses(await readUses(output), json === true, output);
    });
  knowledge
    .command('search')
    .description('Shows what would be offered for a report, and why')
    .argument('<text...>', 'what somebody might write')
    .option('--language <language>', 'the language of the reader; that of the text unless given')
    .option('--json', 'one JSON line for each article on standard output')
    .action(async (text: string[], { language, json }: Json & { readonly language?: string }) => {
      await search(text.join(' '), language, json === true, output);
    });
}

async function offered(): Promise<readonly Article[]> {
  const shipped = (await readArticles()).articles;
  const folder = knowledgePathFromProcess();
  return folder === null ? shipped : withOwn(shipped, (await readArticles(folder)).articles);
}

function list(articles: readonly Article[], json: boolean, output: Output): void {
  const sorted = articles.toSorted((one, other) =>
    one.id === other.id
      ? languages.indexOf(one.language) - languages.indexOf(other.language)
      : one.id < other.id
        ? -1
        : 1,
  );
  if (json) {
    for (const article of sorted) output.result(article);
    return;
  }
  const rows = sorted.map(({ id, language, who, categories, title }) => [
    id,
    language,
    who,
    categories.join(', '),
    title,
  ]);
  for (const row of columns([['article', '', 'who', 'about', 'title'], ...rows])) output.tell(row);
  output.tell(`${new Set(articles.map(({ id }) => id)).size} articles.`);
}

/** The help desk's own articles are checked together with the shipped ones that they go over. */
async function check(folder: string | null, output: Output): Promise<void> {
  const own = await readArticles(folder ?? undefined);
  const shipped = folder === null ? [] : (await readArticles()).articles;
  const lines = [
    ...own.problems.map(({ path, line, message }) => `${path}:${line}: ${message}`),
    // What a broken file lacks would only be said a second time.
    ...(own.problems.length > 0 ? [] : togetherProblems(withOwn(shipped, own.articles))),
  ];
  for (const line of lines) output.tell(line);
  if (lines.length > 0) throw new CommandFailed(`${lines.length} problem(s).`);
  if (own.articles.length === 0)
    throw new CommandFailed(`${folder ?? ''} holds no articles: they lie in de/ and en/.`);
  output.tell(`${own.articles.length} files are right.`);
}

async function readUses(output: Output): Promise<readonly ArticleUse[]> {
  return withStore(async (store) => {
    const uses: ArticleUse[] = [];
    const query = {
      orderBy: { field: 'month', direction: 'desc' },
      pageSize: 200,
      onUnreadable: ({ message }: { readonly message: string }) => {
        output.tell(message);
      },
    } as const;
    for await (const { document } of findAll(await store.collection(articleUseCollection), query)) {
      uses.push(document);
    }
    return uses.toSorted((one, other) =>
      one.month === other.month ? other.shown - one.shown : one.month < other.month ? 1 : -1,
    );
  });
}

function tellUses(uses: readonly ArticleUse[], json: boolean, output: Output): void {
  if (json) {
    for (const { articleId, month, shown, helped, stillBroken } of uses)
      output.result({ articleId, month, shown, helped, stillBroken });
    return;
  }
  if (uses.length === 0) {
    output.tell('No article was shown yet.');
    return;
  }
  const rows = uses.map(({ articleId, month, shown, helped, stillBroken }) =>
    [month, articleId, shown, helped, stillBroken].map(String),
  );
  for (const row of columns([['month', 'article', 'shown', 'helped', 'still broken'], ...rows]))
    output.tell(row);
}

async function search(
  text: string,
  wanted: string | undefined,
  json: boolean,
  output: Output,
): Promise<void> {
  const language = languages.find((each) => each === wanted);
  if (wanted !== undefined && !language) throw new WrongUse(`--language is one of ${languages.join(', ')}`);
  const library = new Library(await offered());
  const understanding = (await configuredUnderstand())(text);
  const reader: Language = language ?? understanding.language;
  const offer = library.find(understanding, text, reader);
  const matches = library.search(text, reader, () => true);
  if (json) {
    for (const match of matches) output.result(resultOf(match, offer));
    return;
  }
  output.tell(`Understood as ${understanding.alternatives.join(', ')}.`);
  output.tell(
    offer
      ? `With the draft comes ${offer.article.id}: "${offer.article.title}" (fit ${offer.fit.toFixed(2)}).`
      : 'No article comes with the draft: none fits surely enough, is for teachers and about what was understood.',
  );
  for (const { article, fit, sign } of matches)
    output.tell(
      `  ${fit.toFixed(2)}  ${article.id} (${article.who}; ${article.categories.join(', ')}), by "${sign}"`,
    );
}

function resultOf({ article, fit, sign }: Match, offer: Match | null): object {
  const { id, language, title, who, categories } = article;
  return { id, language, title, who, categories, fit, sign, offered: offer?.article.id === id };
}
