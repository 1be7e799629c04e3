import { instantOf, isoOf, millisecondsPerMinute, type Instant } from '../sla/index.js';
import type { CollectionSpec, StoredDocument } from '../store/index.js';
import { upgradeJob } from './upgrade-job.js';

/** With what a process counts: a job belongs to one pair, and only processes that count with it work on it. */
export interface JobVersions {
  readonly rulesVersion: string;
  /** What of the directory promises depend on. */
  readonly groundsVersion: string;
  /** Who answers for what on this day, and who is away. */
  readonly dayVersion: string;
}

/**
 * Brings every open and every resolved ticket to the rules and the directory in force, and the open ones to whoever
 * answers for them that day. There is one such document; a change of either, or a day on which others are in force, begins
 * it again. It looks at all tickets twice, and once more when the service opens where something had to wait for that.
 */
export interface RecomputeJob extends StoredDocument, JobVersions {
  readonly id: 'recompute';
  readonly schemaVersion: 2;
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
  /** Computed anew, or brought to somebody else. */
  readonly done: number;
  /** To be moved to another channel, where a new card would disturb people before the service opens. */
  readonly postponed: number;
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
  upgrade: upgradeJob,
};

export const jobId = 'recompute';
const mostFailedIds = 20;
const mostLooks = 2;
/** Only looks for what was postponed are more; the first ones are told longest. */
const keptLooks = 4;
/** After this a second look finds what a process that still counted otherwise wrote behind the first one's back. */
export const secondLookAfterMs = 10 * millisecondsPerMinute;

/** A job that begins now. */
export function newJob(
  { rulesVersion, groundsVersion, dayVersion }: JobVersions,
  now: Instant,
): RecomputeJob {
  return {
    id: jobId,
    schemaVersion: 2,
    rulesVersion,
    groundsVersion,
    dayVersion,
    cursor: null,
    looks: [newLook(now)],
    startedAt: isoOf(now),
    finishedAt: null,
    wakeAt: isoOf(now),
  };
}

/** Whether it is for these versions; or whether two processes count alike. */
export function isJobFor(job: JobVersions, versions: JobVersions): boolean {
  return (
    job.rulesVersion === versions.rulesVersion &&
    job.groundsVersion === versions.groundsVersion &&
    job.dayVersion === versions.dayVersion
  );
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
  return isNextLook
    ? { ...claimed, cursor: null, looks: [...job.looks, newLook(now)].slice(-keptLooks) }
    : claimed;
}

/**
 * The job after a page: due again at once, after the first look some minutes later, after the last one never, unless
 * something was postponed.
 * @param opening when the service opens next; now, where it is open
 */
export function afterPage(job: RecomputeJob, page: JobPage, now: Instant, opening: Instant): RecomputeJob {
  const look = job.looks.at(-1) ?? newLook(now);
  const postponed = look.postponed + page.postponed;
  const isLastLook = job.looks.length >= mostLooks;
  const isOver = page.isLast && isLastLook && postponed === 0;
  const nextLook = isLastLook ? Math.max(opening, now) : now + secondLookAfterMs;
  const counted: JobLook = {
    startedAt: look.startedAt,
    finishedAt: page.isLast ? isoOf(now) : null,
    done: look.done + page.done,
    postponed,
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
    wakeAt: isOver ? null : isoOf(page.isLast ? nextLook : now),
  };
}

/** Whether the job waits longer than it ever should: a clock that was ahead wrote that. */
export function waitsTooLong({ wakeAt }: RecomputeJob, now: Instant, opening: Instant): boolean {
  return typeof wakeAt === 'string' && instantOf(wakeAt) > Math.max(now + secondLookAfterMs, opening);
}

function newLook(now: Instant): JobLook {
  return {
    startedAt: isoOf(now),
    finishedAt: null,
    done: 0,
    postponed: 0,
    unchanged: 0,
    refused: 0,
    failed: 0,
    failedIds: [],
  };
}
