import { InputFileError, readInputBytes, readInputText } from '../input-file.js';
import { CommandFailed } from './output.js';

/** The bytes of a file that the command was given. @throws CommandFailed with a sentence that names the file */
export async function readInput(path: string): Promise<Uint8Array> {
  return readInputBytes(path).catch(failCommand);
}

/** The same as text. @throws CommandFailed also where it is not UTF-8 */
export async function readTextInput(path: string): Promise<string> {
  return readInputText(path).catch(failCommand);
}

function failCommand(error: unknown): never {
  throw error instanceof InputFileError ? new CommandFailed(error.message) : error;
}
