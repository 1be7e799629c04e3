import { DefinitionError, type DefinitionProblem } from '../../src/sla/index.js';

/** What is wrong in a file, by place; nothing where it is accepted. */
export function problemsOf(parse: (file: unknown) => unknown, file: unknown): readonly DefinitionProblem[] {
  try {
    parse(file);
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
  return [];
}
