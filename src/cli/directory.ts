import type { Command } from 'commander';
import { addAbsence, listAbsences, removeAbsence } from './directory-absence.js';
import type { AbsenceOptions } from './directory-absence.js';
import { applyOrganisationFile } from './directory-apply.js';
import { importRegisterFile } from './directory-import.js';
import { loadSample, writeSample, writeSampleSchools } from './directory-sample.js';
import { showDirectory, showSchool } from './directory-show.js';
import { processOutput, WrongUse } from './output.js';
import type { Output } from './output.js';

const json = ['--json', 'machine-readable result on standard output'] as const;
const dryRun = ['--dry-run', 'check everything and change nothing'] as const;

/** `campusdesk directory ...`: schools, campuses, sites and people. */
export function registerDirectory(program: Command, output: Output = processOutput): void {
  const directory = program.command('directory').description('Schools, campuses, sites and people');

  directory
    .command('import')
    .description('Takes the schools from the official register (CSV)')
    .argument('<file>', 'the register')
    .option(...dryRun)
    .option('--all', 'also private schools and those of the regional association')
    .option(...json)
    .action((file: string, options: { dryRun?: true; all?: true; json?: true }) =>
      importRegisterFile(file, options, output),
    );

  directory
    .command('apply')
    .description('Takes campuses, sites and people from an organisation file (YAML or JSON)')
    .argument('<file>', 'the organisation file, see docs/directory.md')
    .option(...dryRun)
    .option('--register <file>', 'with --dry-run: check against this register and not the stored one')
    .option(...json)
    .action(async (file: string, options: { dryRun?: true; register?: string; json?: true }) => {
      if (options.register !== undefined && !options.dryRun) throw new WrongUse('--register needs --dry-run');
      await applyOrganisationFile(file, options, output);
    });

  directory
    .command('show')
    .description('Tells what is stored, and for a school who is responsible now')
    .argument('[school...]', 'school number, or name or street to search for')
    .option(...json)
    .action((words: string[], options: { json?: true }) =>
      words.length === 0 ? showDirectory(options, output) : showSchool(words.join(' '), options, output),
    );

  registerAbsence(directory, output);
  registerSample(directory, output);
}

function registerAbsence(directory: Command, output: Output): void {
  const absence = directory
    .command('absence')
    .description('Days on which people are away, beside those of the file');

  absence
    .command('add')
    .description('Enters days away; they survive the next apply')
    .argument('<person>', 'object id or address')
    .argument('<from>', 'first day, YYYY-MM-DD')
    .argument('<to>', 'last day, YYYY-MM-DD')
    .option('--deputy <person>', "who stands in before the campus' own deputy: object id or address")
    .option(...json)
    .action((person: string, from: string, to: string, options: AbsenceOptions) =>
      addAbsence({ person, from, to }, options, output),
    );

  absence
    .command('list')
    .description('Lists who is or will be away')
    .option(...json)
    .action((options: AbsenceOptions) => listAbsences(options, output));

  absence
    .command('remove')
    .description('Takes back what was entered')
    .argument('<id>', 'as list shows it')
    .option(...json)
    .action((id: string, options: AbsenceOptions) => removeAbsence(id, options, output));
}

function registerSample(directory: Command, output: Output): void {
  directory
    .command('sample')
    .description('The sample directory: real schools, invented campuses, no real persons')
    .option('--out <file>', 'write the organisation file to start from')
    .option('--force', 'overwrite the file')
    .option('--load', 'store the sample in place of what is stored')
    .action(async (options: { out?: string; force?: true; load?: true }) => {
      if (options.out === undefined && !options.load)
        throw new WrongUse('name --out FILE, or --load, or both');
      if (options.out !== undefined) await writeSample(options.out, options.force === true, output);
      if (options.load) await loadSample(output);
    });

  directory
    .command('sample-schools', { hidden: true })
    .description("Writes the source file with the sample's schools anew from a register")
    .argument('<file>', 'the register')
    .requiredOption('--out <file>', 'the source file')
    .action((file: string, options: { out: string }) => writeSampleSchools(file, options.out, output));
}
