import type { Command } from 'commander';
import { applyPlanFile, loadSamplePlan, writeSamplePlan } from './maintenance-apply.js';
import { showDue } from './maintenance-due.js';
import { exportPlan, exportResults, showPlan } from './maintenance-show.js';
import { processOutput, WrongUse, type Output } from './output.js';

const json = ['--json', 'machine-readable result on standard output'] as const;

/** `campusdesk maintenance ...`: recurring checks of each site. */
export function registerMaintenance(program: Command, output: Output = processOutput): void {
  const maintenance = program
    .command('maintenance')
    .description('Recurring checks: plan, what is due, results');

  maintenance
    .command('apply')
    .description('Takes the maintenance plan from a file (YAML or JSON)')
    .argument('<file>', 'the plan, see docs/maintenance.md')
    .option('--dry-run', 'check everything and change nothing')
    .option(...json)
    .action((file: string, options: { dryRun?: true; json?: true }) => applyPlanFile(file, options, output));

  maintenance
    .command('show')
    .description('Tells which checks are planned, and for a site or school how each stands')
    .argument('[site]', 'id of a site, or number of a school')
    .option(...json)
    .action((site: string | undefined, options: { json?: true }) => showPlan(site, options, output));

  maintenance
    .command('due')
    .description('Lists what is due and overdue, the longest overdue first')
    .option('--campus <id>', 'of this campus only')
    .option('--on <date>', 'as it stands on that day, YYYY-MM-DD; today by default')
    .option(...json)
    .action((options: { campus?: string; on?: string; json?: true }) => showDue(options, output));

  maintenance
    .command('export')
    .description('Writes the plan in force as a file, or all results')
    .option('--out <file>', 'the plan file')
    .option('--force', 'overwrite the file')
    .option('--results', 'one JSON line on standard output for each recorded check')
    .action(async (options: { out?: string; force?: true; results?: true }) => {
      if (options.out === undefined && !options.results) throw new WrongUse('name --out FILE, or --results');
      if (options.out !== undefined) await exportPlan(options.out, options.force === true, output);
      if (options.results) await exportResults(output);
    });

  maintenance
    .command('sample')
    .description('The sample plan: invented checks, to start from')
    .option('--out <file>', 'write the plan file')
    .option('--force', 'overwrite the file')
    .option('--load', 'apply the sample in place of what is stored')
    .action(async (options: { out?: string; force?: true; load?: true }) => {
      if (options.out === undefined && !options.load)
        throw new WrongUse('name --out FILE, or --load, or both');
      if (options.out !== undefined) await writeSamplePlan(options.out, options.force === true, output);
      if (options.load) await loadSamplePlan(output);
    });
}
