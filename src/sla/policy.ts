import { z } from 'zod';
import { parseDefinition } from './definition-error.js';
import type { Priority } from '../tickets/vocabulary.js';

const serviceMinutes = z.number().int().positive();

const targets = z
  .object({
    /** Service minutes from submit to the first response. */
    firstResponse: serviceMinutes,
    /** Service minutes from submit to the solution. */
    resolution: serviceMinutes,
  })
  .strict();

const policyFile = z.object({ P1: targets, P2: targets, P3: targets, P4: targets }).strict();

/** What is promised for each priority. */
export type Policy = Readonly<Record<Priority, Readonly<z.output<typeof targets>>>>;

/** Checks a policy that was read from a file. @throws DefinitionError naming each wrong place */
export function parsePolicy(value: unknown): Policy {
  return parseDefinition('policy', policyFile, value);
}

/** The targets of the help desk (docs/rules.md, "Targets"). */
export const defaultPolicy: Policy = parsePolicy({
  P1: { firstResponse: 30, resolution: 240 },
  P2: { firstResponse: 120, resolution: 480 },
  P3: { firstResponse: 240, resolution: 1440 },
  P4: { firstResponse: 480, resolution: 2400 },
});
