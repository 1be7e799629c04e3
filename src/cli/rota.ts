import type { Command } from 'commander';
import { isDate } from '../sla/index.js';
import { lookAheadDays } from '../visits/index.js';
import { processOutput, WrongUse, type Output } from './output.js';
import { exportRota, sampleOfRota, type RotaFormat } from './rota-export.js';
import { importRota } from './rota-import.js';
import { checkStoredRota, showRota } from './rota-show.js';

const json = ['--json', 'machine-readable result on standard output'] as const;

/** `campusdesk rota ...`: when somebody comes to which site. `write` takes files that are written to standard output. */
export function registerRota(
  program: Command,
  output: Output = processOutput,
  write: (text: string) => void = (text) => process.stdout.write(text),
): void {
  const rota = program.command('rota').description('The visiting rota: when somebody comes to which site');

  rota
    .command('import')
    .description('Takes the rota from a file (CSV or iCalendar) in place of the one before')
    .argument('<file>', 'the rota, see docs/visits.md; iCalendar ends in .ics')
    .option('--dry-run', 'check everything and change nothing')
    .option('--campus <campus>', 'the file is about this campus alone; leave the others as they are')
    .option(...json)
    .action((file: string, options: { dryRun?: true; campus?: string; json?: true }) =>
      importRota(file, options, output),
    );

  rota
    .command('export')
    .description('Writes the rota as a file that can be imported again')
    .requiredOption('--format <format>', 'csv or ics')
    .option('--campus <campus>', 'only the sites of this campus')
    .option('--out <file>', 'the file; without it, standard output')
    .option('--force', 'overwrite the file')
    .action((options: { format: string; campus?: string; out?: string; force?: true }) =>
      exportRota({ ...options, format: formatOf(options.format) }, write, output),
    );

  rota
    .command('check')
    .description('Tells what is wrong with the stored rota')
    .option(...json)
    .action((options: { json?: true }) => checkStoredRota(options, output));

  registerLooking(rota, output);
}

function registerLooking(rota: Command, output: Output): void {
  rota
    .command('show')
    .description('Shows the visits of a site, a school or a campus')
    .argument('<name...>', 'site, school (number or words to search for) or campus')
    .option('--from <date>', 'the first day, YYYY-MM-DD; today by default')
    .option('--days <number>', 'how many days', '28')
    .option(...json)
    .action((words: string[], { from, days, ...options }: { from?: string; days: string; json?: true }) => {
      if (from !== undefined && !isDate(from))
        throw new WrongUse(`--from ${from} is not a date; write YYYY-MM-DD`);
      return showRota(words.join(' '), { ...options, from: from ?? null, days: daysOf(days) }, output);
    });

  rota
    .command('sample')
    .description('An invented rota for the stored directory')
    .option('--out <file>', 'write it as CSV to start from')
    .option('--force', 'overwrite the file')
    .option('--load', 'store it in place of what is stored')
    .action(async (options: { out?: string; force?: true; load?: true }) => {
      if (options.out === undefined && !options.load)
        throw new WrongUse('name --out FILE, or --load, or both');
      await sampleOfRota(options, output);
    });
}

function formatOf(text: string): RotaFormat {
  if (text === 'csv' || text === 'ics') return text;
  throw new WrongUse(`--format ${text} is not known; write csv or ics`);
}

function daysOf(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days >= 1 && days <= lookAheadDays) return days;
  throw new WrongUse(`--days ${text} must be 1 to ${lookAheadDays}`);
}
