import type { z } from 'zod';

/** One thing that is wrong in a calendar or policy file, and where: `weekly.mon[0]`. */
export interface DefinitionProblem {
  readonly place: string;
  readonly message: string;
}

/** A calendar or policy that cannot be used. `problems` names every place, the message all of them. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';

  constructor(
    subject: string,
    readonly problems: readonly DefinitionProblem[],
  ) {
    super(`${subject} refused: ${problems.map(({ place, message }) => `${place}: ${message}`).join('; ')}`);
  }
}

/** Checks a value that came from a file. @throws DefinitionError naming each wrong place */
export function parseDefinition<Schema extends z.ZodTypeAny>(
  subject: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result: z.SafeParseReturnType<z.input<Schema>, z.output<Schema>> = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DefinitionError(
    subject,
    result.error.issues.flatMap(innermost).map(({ path, message }) => ({ place: placeOf(path), message })),
  );
}

/** Of several forms that a value may have, the problems of the one that it has but for a place within. */
function innermost(issue: z.ZodIssue): readonly z.ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const within = issue.unionErrors.find(({ issues }) =>
    issues.every(({ path }) => path.length > issue.path.length),
  );
  return within?.issues ?? [issue];
}

function placeOf(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'file';
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}
