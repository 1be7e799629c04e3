import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DirectoryBook, sampleOrganisationFile, sampleSchoolModule, storeSample } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { readRegisterFile } from './directory-import.js';
import { withStore } from './open-store.js';
import { CommandFailed } from './output.js';
import type { Output } from './output.js';
import { writeText } from './text-file.js';

/** Writes the organisation file of the sample, for administrators to start from. @throws CommandFailed */
export async function writeSample(file: string, overwrite: boolean, output: Output): Promise<void> {
  await writeText(file, sampleOrganisationFile(), overwrite);
  output.tell(`Wrote ${file}.`);
}

/** Stores the sample directory. @throws ConfigError and the store's errors */
export async function loadSample(output: Output): Promise<void> {
  await withStore(async (store) => storeSample(await DirectoryBook.open(store), systemClock.now()));
  output.tell('Stored the sample directory.');
}

/** Writes the source file with the sample's schools from a register. @throws CommandFailed */
export async function writeSampleSchools(register: string, file: string, output: Output): Promise<void> {
  const { taken, errors } = await readRegisterFile(register, {});
  const [first] = errors;
  if (first) throw new CommandFailed(`${register}, line ${first.line}: ${first.message}`);
  await writeFile(file, sampleSchoolModule(taken, basename(register)));
  output.tell(`Wrote ${taken.length} schools to ${file}.`);
}
