import { readYamlFile, type FileReading } from '../campus/index.js';
import { planSchema, type PlanFile } from './plan.js';

/** Reads a plan file and checks its shape; all problems are told together. */
export function readPlan(text: string): FileReading<PlanFile> {
  return readYamlFile(text, planSchema);
}
