import { organisationSchema } from './organisation.js';
import type { Organisation } from './organisation.js';
import { readYamlFile, type FileReading } from './yaml-file.js';

/** Reads an organisation file and checks its shape; all problems are told together. */
export function readOrganisation(text: string): FileReading<Organisation> {
  return readYamlFile(text, organisationSchema);
}
