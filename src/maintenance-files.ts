import { fileURLToPath } from 'node:url';
import { readInputText } from './input-file.js';

/** The example of a maintenance plan, for administrators to start from and for demonstrations. @throws InputFileError */
export async function readSamplePlan(): Promise<string> {
  return readInputText(fileURLToPath(new URL('../src/maintenance/sample/plan.yaml', import.meta.url)));
}
