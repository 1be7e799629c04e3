import { isoOf, type Instant } from '../sla/index.js';
import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';
import { secondLookAfterMs } from './job.js';

/** What the rota says of each site, and what else visits depend on. */
export interface RotaFacts {
  /** Another one as soon as visits may be others. */
  readonly version: string;
  /** Of rules, calendars and directory: with another one visits may be others everywhere. */
  readonly grounds: string;
  /** By site what the rota says of it, in short. */
  readonly digests: ReadonlyMap<string, string>;
  readonly siteIds: readonly string[];
}

/**
 * Brings the open tickets of all sites whose visits may be others to the rota in force. There is one such document; it
 * remembers what it was begun for, so that a start walks nowhere, and a change only to the sites that it concerns. It looks
 * at them twice: a process that did not know the rota yet may plan a ticket behind the first look's back.
 */
export interface RotaJob extends StoredDocument, Pick<RotaFacts, 'version' | 'grounds'> {
  readonly id: 'rota';
  readonly schemaVersion: 1;
  /** Site and digest, as the job was begun for. */
  readonly digests: readonly (readonly [siteId: string, digest: string])[];
  /** Sites that are still to be looked at. */
  readonly pending: readonly string[];
  /** The last ticket of the first of these that was looked at; null before the first. */
  readonly afterId: string | null;
  /** Sites that are looked at once more, some minutes later. */
  readonly again: readonly string[];
  readonly isSecondLook: boolean;
  readonly wakeAt: string | null;
}

/** Where it is stored; found by id and by `wakeAt` only. */
export const rotaJobCollection: CollectionSpec<RotaJob> = {
  name: 'rota-jobs',
  fields: {},
  upgrade: onlyVersion<RotaJob>(1),
};

export const rotaJobId = 'rota';
/** Whose tickets are asked for in one query. */
const sitesPerPage = 10;

/** The job for these facts. What an earlier one has not come to yet stays to be done. */
export function begunRotaJob(before: RotaJob | null, facts: RotaFacts, now: Instant): RotaJob {
  const { version, grounds, digests } = facts;
  const left = before ? [...before.pending, ...before.again] : [];
  const pending = [...new Set([...changedSites(before, facts), ...left])];
  return {
    id: rotaJobId,
    schemaVersion: 1,
    version,
    grounds,
    digests: [...digests],
    pending,
    afterId: null,
    again: [],
    isSecondLook: false,
    wakeAt: pending.length > 0 ? isoOf(now) : null,
  };
}

function changedSites(before: RotaJob | null, { grounds, digests, siteIds }: RotaFacts): readonly string[] {
  const known = new Map(before?.digests);
  const all = [...new Set([...siteIds, ...known.keys(), ...digests.keys()])];
  return before?.grounds === grounds ? all.filter((id) => known.get(id) !== digests.get(id)) : all;
}

/** Reserved for the process that works on the next page. If it dies, the job is due again. */
export function claimRotaJob(job: RotaJob, now: Instant, forMs: number): RotaJob {
  const claimed = { ...job, wakeAt: isoOf(now + forMs) };
  return job.pending.length > 0
    ? claimed
    : { ...claimed, pending: job.again, again: [], afterId: null, isSecondLook: true };
}

/** The sites of the next page. */
export function sitesOfPage({ pending }: RotaJob): readonly string[] {
  return pending.slice(0, sitesPerPage);
}

/** The job after a page: due again at once, after the first look some minutes later, after the second one never. */
export function afterRotaPage(
  job: RotaJob,
  { lastId, isLast }: { readonly lastId: string | null; readonly isLast: boolean },
  now: Instant,
): RotaJob {
  if (!isLast) return { ...job, afterId: lastId ?? job.afterId, wakeAt: isoOf(now) };
  const pending = job.pending.slice(sitesPerPage);
  const again = job.isSecondLook ? job.again : [...job.again, ...sitesOfPage(job)];
  const next = pending.length > 0 ? now : again.length > 0 ? now + secondLookAfterMs : null;
  return { ...job, pending, again, afterId: null, wakeAt: next === null ? null : isoOf(next) };
}
