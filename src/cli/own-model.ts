import { intakeModelFromProcess } from '../config.js';
import { IntakeModelError, readIntakeModel } from '../intake-model.js';
import { createUnderstand, type Understand } from '../intake/index.js';
import { CommandFailed } from './output.js';

/** Reads reports as the service does that has this environment. @throws CommandFailed where its model cannot be used */
export async function configuredUnderstand(): Promise<Understand> {
  try {
    return createUnderstand(await readIntakeModel(intakeModelFromProcess()));
  } catch (error) {
    throw error instanceof IntakeModelError ? new CommandFailed(error.message) : error;
  }
}
