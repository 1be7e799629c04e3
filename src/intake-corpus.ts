import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultOf, InputFileError, readInputText } from './input-file.js';
import { CorpusError, corpusLine, parseCorpusFile, type Corpus, type CorpusFile } from './intake/index.js';

const shippedCorpus = fileURLToPath(new URL('../src/intake/corpus/', import.meta.url));

/**
 * The corpus that the model is trained from.
 *
 * @param ownFolders folders with further files for the training, such as reviewed corrections
 * @throws CorpusError that names all wrong lines of all files; InputFileError where a folder or file cannot be read
 */
export async function readCorpus(ownFolders: readonly string[] = []): Promise<Corpus> {
  const parts = await Promise.all(
    [join(shippedCorpus, 'training'), ...ownFolders].map(async (folder) => readCorpusFolder(folder)),
  );
  const training = parts.flat();
  const validation = await readCorpusFolder(join(shippedCorpus, 'validation'));
  return { training, validation, digest: digestOf([...training, ...validation]) };
}

/**
 * The files `*.txt` of a folder, by name.
 * @throws CorpusError, InputFileError
 */
export async function readCorpusFolder(folder: string): Promise<CorpusFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new InputFileError(folder, faultOf(error));
  });
  const files: CorpusFile[] = [];
  const problems: string[] = [];
  for (const name of names.filter((each) => each.endsWith('.txt')).sort()) {
    const path = join(folder, name);
    try {
      files.push(parseCorpusFile(name, await readInputText(path)));
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CorpusError(problems);
  return files;
}

/** What was learned from, whatever the files are called. */
function digestOf(files: readonly CorpusFile[]): string {
  const hash = createHash('sha256');
  for (const { messages } of files) for (const message of messages) hash.update(`${corpusLine(message)}\n`);
  return hash.digest('hex');
}
