import { readFile, stat } from 'node:fs/promises';

/** No file that people keep by hand is larger. */
const mostBytes = 20_000_000;

/** A file that somebody named cannot be used. `fault` is to be read after its name: `does not exist`. */
export class InputFileError extends Error {
  override readonly name = 'InputFileError';
  constructor(
    readonly path: string,
    readonly fault: string,
  ) {
    super(`${path} ${fault}`);
  }
}

/** The bytes of a file, at most 20 MB. @throws InputFileError */
export async function readInputBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new InputFileError(path, `is larger than ${mostBytes / 1_000_000} MB`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputFileError) throw error;
    throw new InputFileError(path, faultOf(error));
  }
}

/** The same as text. @throws InputFileError also where it is not UTF-8 */
export async function readInputText(path: string): Promise<string> {
  const bytes = await readInputBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFileError(path, 'is not UTF-8 text');
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
