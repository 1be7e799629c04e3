import { instantOf, isoOf, millisecondsPerMinute, type Instant } from '../sla/index.js';
import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';

/** With what a process counts: a job belongs to one pair, and only processes that count with it work on it. */
export interface JobVersions {
  readonly rulesVersion: string;
  /** What of the directory promises depend on. */
  readonly groundsVersion: string;
}

/**
 * Brings every open and every resolved ticket to the rules and the directory in force. There is one such document; a
 * change of either begins it again. It looks at all tickets twice.
 */
export interface RecomputeJob extends StoredDocument, JobVersions {
  readonly id: 'recompute';
  readonly schemaVersion: 1;
  /** The id of the last ticket that the current look has dealt with; null before the first. */
  readonly cursor: string | null;
  /** One entry for each look at all tickets; the last is going on unless it is finished. */
  readonly looks: readonly JobLook[];
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly wakeAt: string | null;
}

/** What became of the tickets of one look. After a crash in between, tickets that were done count as unchanged. */
export interface JobLook extends JobCounts {
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** The first 20 of those that failed. */
  readonly failedIds: readonly string[];
}

export interface JobCounts {
  /** Computed anew. */
  readonly done: number;
  /** Were right already, and were not written. */
  readonly unchanged: number;
  /** Closed or gone meanwhile. */
  readonly refused: number;
  readonly failed: number;
}

/** What became of one page of tickets. */
export interface JobPage extends JobCounts {
  readonly failedIds: readonly string[];
  /** The id of its last ticket; null where no ticket was left. */
  readonly lastId: string | null;
  readonly isLast: boolean;
}

/** Where jobs are stored; found by id and by `wakeAt` only. */
export const jobCollection: CollectionSpec<RecomputeJob> = {
  name: 'jobs',
  fields: {},
  upgrade: onlyVersion<RecomputeJob>(1),
};

export const jobId = 'recompute';
const mostFailedIds = 20;
const mostLooks = 2;
/** After this a second look finds what a process that still counted otherwise wrote behind the first one's back. */
const secondLookAfterMs = 10 * millisecondsPerMinute;

/** A job that begins now. */
export function newJob({ rulesVersion, groundsVersion }: JobVersions, now: Instant): RecomputeJob {
  return {
    id: jobId,
    schemaVersion: 1,
    rulesVersion,
    groundsVersion,
    cursor: null,
    looks: [newLook(now)],
    startedAt: isoOf(now),
    finishedAt: null,
    wakeAt: isoOf(now),
  };
}

export function isJobFor(job: RecomputeJob, { rulesVersion, groundsVersion }: JobVersions): boolean {
  return job.rulesVersion === rulesVersion && job.groundsVersion === groundsVersion;
}

/** Whether all tickets are still going to be looked at from the first to the last. */
export function isBeforeLastLook(job: RecomputeJob): boolean {
  return job.looks.length < mostLooks;
}

/** Reserved for the process that works on the next page. If it dies, the job is due again and another goes on from the cursor. */
export function claimJob(job: RecomputeJob, now: Instant, forMs: number): RecomputeJob {
  const last = job.looks.at(-1);
  const isNextLook = last?.finishedAt !== null;
  const claimed = { ...job, wakeAt: isoOf(now + forMs) };
  return isNextLook ? { ...claimed, cursor: null, looks: [...job.looks, newLook(now)] } : claimed;
}

/** The job after a page: due again at once, after the first look some minutes later, after the last one never. */
export function afterPage(job: RecomputeJob, page: JobPage, now: Instant): RecomputeJob {
  const look = job.looks.at(-1) ?? newLook(now);
  const isOver = page.isLast && job.looks.length >= mostLooks;
  const counted: JobLook = {
    startedAt: look.startedAt,
    finishedAt: page.isLast ? isoOf(now) : null,
    done: look.done + page.done,
    unchanged: look.unchanged + page.unchanged,
    refused: look.refused + page.refused,
    failed: look.failed + page.failed,
    failedIds: [...look.failedIds, ...page.failedIds].slice(0, mostFailedIds),
  };
  return {
    ...job,
    cursor: page.lastId ?? job.cursor,
    looks: [...job.looks.slice(0, -1), counted],
    finishedAt: isOver ? isoOf(now) : null,
    wakeAt: isOver ? null : isoOf(page.isLast ? now + secondLookAfterMs : now),
  };
}

/** Whether the job waits longer than it ever should: a clock that was ahead wrote that. */
export function waitsTooLong({ wakeAt }: RecomputeJob, now: Instant): boolean {
  return typeof wakeAt === 'string' && instantOf(wakeAt) > now + secondLookAfterMs;
}

function newLook(now: Instant): JobLook {
  return {
    startedAt: isoOf(now),
    finishedAt: null,
    done: 0,
    unchanged: 0,
    refused: 0,
    failed: 0,
    failedIds: [],
  };
}
