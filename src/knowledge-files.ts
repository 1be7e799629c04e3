import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages, type Language } from './i18n/index.js';
import { faultOf, InputFileError, readInputText } from './input-file.js';
import {
  Library,
  readShelf,
  withOwn,
  type ArticleFile,
  type FileProblem,
  type Shelf,
} from './knowledge/index.js';
import type { Log } from './logging.js';

const lookWallMs = 60_000;

/** The articles that come with Campusdesk. */
const shippedFolder = fileURLToPath(new URL('../src/knowledge/articles/', import.meta.url));

/**
 * The articles of a folder with one folder for each language; the shipped ones unless another is named. What cannot be
 * read or is wrong is among the problems, with its path.
 */
export async function readArticles(folder: string = shippedFolder): Promise<Shelf> {
  const { files, problems } = await readFiles(folder);
  const shelf = readShelf(files);
  return { articles: shelf.articles, problems: [...problems, ...shelf.problems] };
}

async function readFiles(folder: string): Promise<{
  readonly files: readonly ArticleFile[];
  readonly problems: readonly FileProblem[];
}> {
  const files: ArticleFile[] = [];
  const problems: FileProblem[] = [];
  for (const { path, name, language } of await articlePaths(folder, problems)) {
    try {
      files.push({ path, id: name.replace(/\.md$/, ''), language, text: await readInputText(path) });
    } catch (error) {
      if (!(error instanceof InputFileError)) throw error;
      problems.push({ path, line: 1, message: error.fault });
    }
  }
  return { files, problems };
}

interface ArticlePath {
  readonly path: string;
  readonly name: string;
  readonly language: Language;
}

/** A folder that a language lacks holds nothing; one that cannot be read is a problem. */
async function articlePaths(folder: string, problems: FileProblem[]): Promise<readonly ArticlePath[]> {
  const found: ArticlePath[] = [];
  for (const language of languages) {
    const place = join(folder, language);
    try {
      const names = (await readdir(place)).filter((name) => name.endsWith('.md')).toSorted();
      found.push(...names.map((name) => ({ path: join(place, name), name, language })));
    } catch (error) {
      const fault = faultOf(error);
      if (fault !== 'does not exist') problems.push({ path: place, line: 1, message: fault });
    }
  }
  return found;
}

/**
 * The articles that are offered: the shipped ones, and over them those of the help desk's own folder, which is looked
 * at again while the service runs. A wrong file of the help desk is named and the shipped article used.
 */
export class KnowledgeFiles {
  #library: Library;
  #problems: readonly FileProblem[] = [];
  #seen: string | null = null;

  private constructor(
    private readonly shipped: Shelf,
    private readonly folder: string | null,
    private readonly log: Pick<Log, 'warn' | 'info'>,
  ) {
    this.#library = new Library(shipped.articles);
  }

  /** @throws Error where a shipped article is wrong, which a test rules out */
  static async open(folder: string | null, log: Pick<Log, 'warn' | 'info'>): Promise<KnowledgeFiles> {
    const shipped = await readArticles();
    const [wrong] = shipped.problems;
    if (wrong) throw new Error(`${wrong.path}: line ${wrong.line}: ${wrong.message}`);
    const files = new KnowledgeFiles(shipped, folder, log);
    await files.refresh();
    return files;
  }

  /** The articles as they are now. */
  current(): Library {
    return this.#library;
  }

  /** What those who run the service should know: each wrong file of the help desk's folder. */
  notes(): readonly string[] {
    const { folder } = this;
    return this.#problems.map(
      ({ path, line, message }) =>
        // Anybody may ask how the service is: where its files lie concerns only those who run it.
        `The self-help article ${folder === null ? path : relative(folder, path)} cannot be used: line ${line}: ${message}. See campusdesk knowledge check.`,
    );
  }

  /**
   * Looks each minute whether the help desk changed an article; a look costs a few file states. What cannot be read now
   * is read at the next look, and what is known is used until then.
   * @returns what ends the looking
   */
  watch(): () => void {
    if (this.folder === null) return () => undefined;
    const looking = setInterval(() => {
      this.refresh().catch((error: unknown) => {
        this.log.warn({}, 'the self-help articles could not be read again; the known ones are used', error);
      });
    }, lookWallMs);
    return () => {
      clearInterval(looking);
    };
  }

  /** Looks whether a file of the help desk's folder was changed, and reads all of them anew if so. */
  async refresh(): Promise<void> {
    if (this.folder === null) return;
    const seen = await stateOf(this.folder);
    if (seen === this.#seen) return;
    const own = await readArticles(this.folder);
    this.#library = new Library(withOwn(this.shipped.articles, own.articles));
    this.#problems =
      seen === ''
        ? [{ path: join(this.folder, '*.md'), line: 1, message: 'KNOWLEDGE_PATH holds none' }]
        : own.problems;
    this.#seen = seen;
    for (const note of this.notes()) this.log.warn({}, note);
    this.log.info({ articles: own.articles.length }, 'the self-help articles of the help desk were read');
  }
}

/** Names, sizes and times of the files of a folder: another text, another state. */
async function stateOf(folder: string): Promise<string> {
  const states: string[] = [];
  for (const { path } of await articlePaths(folder, [])) {
    try {
      const { size, mtimeMs, ino } = await stat(path);
      states.push([path, size, mtimeMs, ino].join(' '));
    } catch (error) {
      states.push(`${path} ${faultOf(error)}`);
    }
  }
  return states.join('\n');
}
