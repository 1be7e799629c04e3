import { stringify } from 'yaml';
import type { Directory, Site } from '../campus/index.js';
import type {
  CheckKind,
  CheckResult,
  MaintenancePlan,
  MaintenanceRecords,
  Recurrence,
} from '../maintenance/index.js';
import { findAll } from '../store/index.js';
import { writeText } from './text-file.js';
import { dueRow } from './maintenance-due.js';
import { withMaintenance } from './maintenance-records.js';
import { columns, CommandFailed, type Output } from './output.js';

/** The plan in force; of a site, or each site of a school, how each check stands. @throws CommandFailed for neither */
export async function showPlan(
  asked: string | undefined,
  { json }: { readonly json?: true },
  output: Output,
): Promise<void> {
  await withMaintenance(output, async ({ records, desk, directory, today }) => {
    if (asked === undefined) {
      if (json) output.result(records.plan.stored());
      else tellPlan(records, output);
      return;
    }
    const lines = await desk.checks(sitesMeant(directory, asked), today);
    if (json) output.result({ on: today, checks: lines });
    else for (const row of columns(lines.map((line) => dueRow(line, directory)))) output.tell(row);
  });
}

function sitesMeant(directory: Directory, asked: string): readonly Site[] {
  const site = directory.site(asked);
  const sites = site ? [site] : directory.sitesOf(asked);
  if (sites.length === 0) throw new CommandFailed(`There is neither a site nor a school ${asked}.`);
  return sites;
}

function tellPlan({ plan }: MaintenanceRecords, output: Output): void {
  const stored = plan.stored();
  if (!stored) {
    output.tell('No plan is stored: run "campusdesk maintenance apply FILE".');
    return;
  }
  output.tell(`Plan: ${stored.source}, applied ${stored.appliedAt}`);
  for (const row of columns(stored.plan.kinds.map(kindRow))) output.tell(row);
}

function kindRow({ id, name, recurrence, startingOn, checklist, sites }: CheckKind): string[] {
  const where =
    sites === 'all'
      ? 'all sites'
      : 'list' in sites
        ? `${sites.list.length} sites`
        : sites.schoolTypes.join(', ');
  return [id, name.en, everyWords(recurrence), `from ${startingOn}`, `${checklist.length} items`, where];
}

function everyWords(recurrence: Recurrence): string {
  switch (recurrence.kind) {
    case 'weeks':
      return `every ${recurrence.every} weeks`;
    case 'months':
      return `every ${recurrence.every} months`;
    case 'nth-weekday':
      return `${recurrence.weekday} no. ${recurrence.nth} of every ${recurrence.everyMonths} months`;
    case 'term':
      return `first visit after the begin of a term (${recurrence.begins})`;
  }
}

/** Writes the plan in force so that `apply` takes it again, unchanged. @throws CommandFailed where there is none */
export async function exportPlan(file: string, overwrite: boolean, output: Output): Promise<void> {
  const plan = await withMaintenance(output, async ({ records }) =>
    Promise.resolve(records.plan.stored()?.plan),
  );
  if (!plan) throw new CommandFailed('No plan is stored.');
  await writeText(file, planText(plan), overwrite);
  output.tell(`Wrote ${file}.`);
}

function planText(plan: MaintenancePlan): string {
  return `# Maintenance plan for: campusdesk maintenance apply FILE\n${stringify(plan, { lineWidth: 0 })}`;
}

/** Each recorded check as one JSON line, site by site. Who did it is left out: reports are of sites, not of persons. */
export async function exportResults(output: Output): Promise<void> {
  await withMaintenance(output, async ({ records }) => {
    const onUnreadable = ({ message }: Error): void => {
      output.tell(`Left out: ${message}`);
    };
    for await (const { document } of findAll(records.archive, { pageSize: 200, onUnreadable })) {
      for (const result of document.results) output.result(resultLine(document.siteId, result));
    }
    for await (const { document } of findAll(records.logs, { pageSize: 200, onUnreadable })) {
      const kept = Object.values(document.kinds).flatMap(({ results }) => results);
      for (const result of [...document.toArchive, ...kept]) {
        output.result(resultLine(document.siteId, result));
      }
    }
  });
}

function resultLine(siteId: string, { by: _by, corrected: _corrected, ...line }: CheckResult): object {
  return { siteId, ...line };
}
