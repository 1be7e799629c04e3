import { fileURLToPath } from 'node:url';
import { InputFileError, readInputBytes } from './input-file.js';
import { ModelFileError, parseModel, type IntakeModel } from './intake/index.js';

/** Where the model lies that comes with the service. */
export const shippedModelPath = fileURLToPath(
  new URL('../src/intake/model/campusdesk.model', import.meta.url),
);

/** The model that reads reports cannot be used. The message names the file and what is wrong with it. */
export class IntakeModelError extends Error {
  override readonly name = 'IntakeModelError';
}

/**
 * The model that reads reports: one's own, or the shipped one.
 * @param path null: the shipped one
 * @throws IntakeModelError
 */
export async function readIntakeModel(path: string | null = null): Promise<IntakeModel> {
  const file = path ?? shippedModelPath;
  try {
    return parseModel(await readInputBytes(file));
  } catch (error) {
    if (error instanceof InputFileError) throw new IntakeModelError(`intake model refused: ${error.message}`);
    if (error instanceof ModelFileError)
      throw new IntakeModelError(`intake model refused: ${file} ${error.message}`);
    throw error;
  }
}
