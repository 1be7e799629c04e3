import { readFile, stat } from 'node:fs/promises';
import { CommandFailed } from './output.js';

/** No file that people keep by hand is larger. */
const mostBytes = 20_000_000;

/** The bytes of a file that the command was given. @throws CommandFailed with a sentence that names the file */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new CommandFailed(`${path} is larger than ${mostBytes / 1_000_000} MB`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new CommandFailed(`${path} ${faultOf(error)}`);
  }
}

/** The same as text. @throws CommandFailed also where it is not UTF-8 */
export async function readTextInput(path: string): Promise<string> {
  const bytes = await readInput(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailed(`${path} is not UTF-8 text`);
  }
}

/** What keeps a file from being used, to be read after its name: `does not exist`. */
export function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EISDIR') return 'is a directory, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be opened by this user';
  if (code === 'EEXIST') return 'exists already';
  return `cannot be used (${error instanceof Error ? error.message : String(error)})`;
}
