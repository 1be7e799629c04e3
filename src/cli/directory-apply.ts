import { basename } from 'node:path';
import { checkOrganisation, DirectoryBook, readOrganisation } from '../campus/index.js';
import type { BrokenRule, Organisation, FileProblem, FileReading, School } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { readRegisterFile } from './directory-import.js';
import { readTextInput } from './input-file.js';
import { withStore } from './open-store.js';
import { CommandFailed } from './output.js';
import type { Output } from './output.js';

export interface ApplyOptions {
  readonly dryRun?: true;
  readonly register?: string;
  readonly json?: true;
}

/** Checks the organisation file and stores it, unless something is wrong. @throws CommandFailed then */
export async function applyOrganisationFile(
  file: string,
  options: ApplyOptions,
  output: Output,
): Promise<void> {
  const reading = readOrganisation(await readTextInput(file));
  const problems = await problemsOf(reading, file, options);
  const sound = problems.length === 0;
  for (const { path, line, message } of problems) {
    const place = [line > 0 ? `${file}:${line}` : file, path].filter((part) => part !== '').join(' ');
    output.tell(`${place}: ${message}`);
  }
  if (reading.kind === 'read' && sound) output.tell(summaryOf(reading.content));
  if (options.json) {
    output.result({ applied: sound && !options.dryRun, ...countsOf(reading), problems });
  }
  if (!sound) {
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    throw new CommandFailed(`${count}; nothing was changed.`);
  }
  output.tell(options.dryRun ? 'Dry run: nothing was changed.' : 'Stored.');
}

async function problemsOf(
  reading: FileReading<Organisation>,
  file: string,
  options: ApplyOptions,
): Promise<readonly FileProblem[]> {
  if (reading.kind === 'refused') return reading.problems;
  const organisation = reading.content;
  const broken =
    options.register === undefined
      ? await checkInStore(organisation, basename(file), options.dryRun === true)
      : checkOrganisation(organisation, await schoolsOf(options.register));
  return broken.map(({ path, message }) => reading.locate(path, message));
}

function checkInStore(
  organisation: Organisation,
  source: string,
  dryRun: boolean,
): Promise<readonly BrokenRule[]> {
  return withStore(async (store) => {
    const book = await DirectoryBook.open(store);
    if (!book.stored().register) {
      throw new CommandFailed('No register is stored yet: run "campusdesk directory import FILE" first.');
    }
    if (dryRun) return book.check(organisation);
    const application = await book.applyOrganisation(organisation, { source, at: systemClock.now() });
    return application.kind === 'refused' ? application.broken : [];
  });
}

async function schoolsOf(register: string): Promise<readonly School[]> {
  const { taken, errors } = await readRegisterFile(register, {});
  const [first] = errors;
  if (first) throw new CommandFailed(`${register}, line ${first.line}: ${first.message}`);
  return taken;
}

function countsOf(reading: FileReading<Organisation>): Record<'campuses' | 'sites' | 'people', number> {
  if (reading.kind === 'refused') return { campuses: 0, sites: 0, people: 0 };
  const { campuses, sites, people } = reading.content;
  return { campuses: campuses.length, sites: sites.length, people: people.length };
}

function summaryOf(organisation: Organisation): string {
  const { campuses, sites, people, helpdesk, administrators } = organisation;
  const staff = `${helpdesk.length} dispatchers, ${administrators.length} administrators`;
  return `${campuses.length} campuses, ${sites.length} sites, ${people.length} people (${staff}).`;
}
