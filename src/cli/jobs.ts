import type { Command } from 'commander';
import { jobCollection, jobId, type JobLook, type RecomputeJob } from '../scheduler/index.js';
import { find } from '../store/index.js';
import { formatTicketId } from '../tickets/index.js';
import { withStore } from './open-store.js';
import { columns, processOutput, type Output } from './output.js';

/** `campusdesk jobs`: how far the work on all open tickets is. */
export function registerJobs(program: Command, output: Output = processOutput): void {
  program
    .command('jobs')
    .description('Tells how far open tickets have been brought to the rules in force')
    .option('--json', 'the job as one JSON line on standard output')
    .action(async (options: { readonly json?: true }) => {
      const job = await withStore(async (store) => find(await store.collection(jobCollection), jobId));
      if (options.json) {
        if (job) output.result(job.document);
        return;
      }
      for (const line of job
        ? jobLines(job.document)
        : ['No job was begun yet: the service begins one at its start.']) {
        output.tell(line);
      }
    });
}

function jobLines(job: RecomputeJob): string[] {
  const titles = ['look', 'started', 'finished', 'done', 'postponed', 'unchanged', 'refused', 'failed'];
  const failedIds = job.looks.at(-1)?.failedIds ?? [];
  return [
    `Bringing open tickets to rules ${job.rulesVersion} and directory ${job.groundsVersion}: ${stateOf(job)}.`,
    ...columns([titles, ...job.looks.map(rowOf)]),
    ...(failedIds.length === 0
      ? []
      : [`Failed in the last look: ${failedIds.map(formatTicketId).join(', ')}`]),
  ];
}

function stateOf({ finishedAt, looks, wakeAt }: RecomputeJob): string {
  if (finishedAt !== null) return 'finished';
  const isBetween = looks.at(-1)?.finishedAt !== null;
  return isBetween && wakeAt !== null ? `looks once more at ${wakeAt}` : 'going on';
}

function rowOf(look: JobLook, index: number): string[] {
  const { startedAt, finishedAt, done, postponed, unchanged, refused, failed } = look;
  const counts = [done, postponed, unchanged, refused, failed];
  return [String(index + 1), startedAt, finishedAt ?? '-', ...counts.map(String)];
}
