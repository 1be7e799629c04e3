import type { Config } from './config.js';
import type { Log } from './logging.js';
import type { Metrics } from './metrics.js';
import {
  BoardSource,
  IncidentSource,
  Scheduler,
  TicketSource,
  type BulkSource,
  type JobStarter,
} from './scheduler/index.js';
import type { Desks } from './service-desks.js';
import { createServiceJobs } from './service-jobs.js';
import type { SharedParts } from './service-parts.js';
import type { Records } from './service-records.js';
import { createVisitSources } from './service-worklists.js';

const directoryRefreshWallMs = 10_000;
const schedulerPollWallMs = 1_000;

export interface ClockworkParts extends SharedParts, Desks {
  readonly records: Pick<Records, 'jobs' | 'rotaJobs' | 'worklists' | 'rota'>;
  readonly bulk: BulkSource;
  readonly config: Pick<Config, 'clockSpeed'>;
  readonly metrics: Pick<Metrics, 'jobs' | 'scheduler'>;
}

/** What does by itself what is due. */
export interface Clockwork {
  readonly scheduler: Scheduler;
  /** Begins the job on open tickets where rules or directory have changed. */
  readonly jobs: JobStarter;
}

/** One source for each collection whose documents have a `wakeAt`. Nothing runs before the scheduler is started. */
export function createClockwork(parts: ClockworkParts): Clockwork {
  const { clock, log, lease, metrics, records } = parts;
  const jobs = createServiceJobs({
    ...parts,
    jobs: records.jobs,
    claimMs: lease.milliseconds,
    metrics: metrics.jobs,
  });
  const scheduler = new Scheduler({
    sources: [
      new TicketSource(parts),
      new BoardSource(parts),
      new IncidentSource(parts),
      jobs.source,
      parts.bulk,
      ...createVisitSources(parts),
    ],
    clock,
    log,
    metrics: metrics.scheduler,
    pollMs: schedulerPollWallMs * parts.config.clockSpeed,
  });
  return { scheduler, jobs: jobs.starter };
}

/** What another process may change: it is read again now and then. */
interface Refreshed {
  refresh(): Promise<unknown>;
}

/** An import or apply on the command line reaches a running service within seconds. The directory is among the books. */
export function keepFresh(
  books: readonly Refreshed[],
  jobs: JobStarter,
  log: Pick<Log, 'warn'>,
): NodeJS.Timeout {
  return setInterval(() => {
    Promise.all(books.map(async (book) => book.refresh())).then(
      () => beginJobs(jobs, log),
      (error: unknown) => {
        log.warn({}, 'directory and plans could not be read again; the known ones are used', error);
      },
    );
  }, directoryRefreshWallMs);
}

/** What keeps a job from being begun keeps nobody from working; the next refresh of the directory tries again. */
export async function beginJobs(jobs: JobStarter, log: Pick<Log, 'warn'>): Promise<void> {
  try {
    await jobs.ensure();
  } catch (error) {
    log.warn({}, 'the job on open tickets could not be begun; it is tried again', error);
  }
}
