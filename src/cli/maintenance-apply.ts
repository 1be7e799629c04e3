import { basename } from 'node:path';
import { DirectoryBook, type FileProblem, type FileReading } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { rulesPathsFromProcess } from '../config.js';
import { readSamplePlan } from '../maintenance-files.js';
import { checkPlan, PlanBook, readPlan, type BrokenPlanRule, type PlanFile } from '../maintenance/index.js';
import { readCalendar } from '../service-rules-files.js';
import { readTextInput } from './input-file.js';
import { withStore } from './open-store.js';
import { CommandFailed, type Output } from './output.js';
import { writeText } from './text-file.js';

export interface ApplyPlanOptions {
  readonly dryRun?: true;
  readonly json?: true;
}

/** Checks the plan file against the stored directory and stores it, unless something is wrong. @throws CommandFailed then */
export async function applyPlanFile(file: string, options: ApplyPlanOptions, output: Output): Promise<void> {
  await applyPlan(await readTextInput(file), file, options, output);
}

/** Applies the sample plan. @throws CommandFailed where no directory is stored that fits it */
export async function loadSamplePlan(output: Output): Promise<void> {
  await applyPlan(await readSamplePlan(), 'sample plan', {}, output);
}

/** Writes the sample plan, for administrators to start from. @throws CommandFailed */
export async function writeSamplePlan(file: string, overwrite: boolean, output: Output): Promise<void> {
  await writeText(file, await readSamplePlan(), overwrite);
  output.tell(`Wrote ${file}.`);
}

async function applyPlan(
  text: string,
  file: string,
  options: ApplyPlanOptions,
  output: Output,
): Promise<void> {
  const reading = readPlan(text);
  const problems = await problemsOf(reading, file, options.dryRun === true);
  const isSound = problems.length === 0;
  for (const { path, line, message } of problems) {
    const place = [line > 0 ? `${file}:${line}` : file, path].filter((part) => part !== '').join(' ');
    output.tell(`${place}: ${message}`);
  }
  const kinds = reading.kind === 'read' ? reading.content.kinds : [];
  if (isSound) output.tell(`${kinds.length} kinds of checks: ${kinds.map(({ id }) => id).join(', ')}`);
  if (options.json) output.result({ applied: isSound && !options.dryRun, kinds: kinds.length, problems });
  if (!isSound) {
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    throw new CommandFailed(`${count}; nothing was changed.`);
  }
  output.tell(options.dryRun ? 'Dry run: nothing was changed.' : 'Stored.');
}

async function problemsOf(
  reading: FileReading<PlanFile>,
  file: string,
  dryRun: boolean,
): Promise<readonly FileProblem[]> {
  if (reading.kind === 'refused') return reading.problems;
  const broken = await storePlan(reading.content, basename(file), dryRun);
  return broken.map(({ path, message }) => reading.locate(path, message));
}

async function storePlan(
  file: PlanFile,
  source: string,
  dryRun: boolean,
): Promise<readonly BrokenPlanRule[]> {
  const { timeZone } = await readCalendar(rulesPathsFromProcess().calendar);
  return withStore(async (store) => {
    const directory = (await DirectoryBook.open(store)).current();
    if (directory.schools.length === 0) {
      throw new CommandFailed('No directory is stored yet: see "campusdesk directory --help".');
    }
    if (dryRun) return checkPlan(file, directory);
    const book = await PlanBook.open(store);
    return book.apply(file, directory, { source, at: systemClock.now(), timeZone });
  });
}
