import { writeFile } from 'node:fs/promises';
import { faultOf } from '../input-file.js';
import { CommandFailed } from './output.js';

/** Writes a text to a file; over one that is there only where that is wanted. @throws CommandFailed with a sentence that names the file */
export async function writeText(file: string, text: string, overwrite: boolean): Promise<void> {
  try {
    await writeFile(file, text, { flag: overwrite ? 'w' : 'wx' });
  } catch (error) {
    throw new CommandFailed(`${file} ${faultOf(error)}`);
  }
}
