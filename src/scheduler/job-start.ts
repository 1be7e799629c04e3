import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { find, isOvertaken, Unreadable, type Collection } from '../store/index.js';
import { isBeforeLastLook, isJobFor, jobId, newJob, type JobVersions, type RecomputeJob } from './job.js';

export interface JobStarterParts {
  readonly jobs: Collection<RecomputeJob>;
  /** With what this process counts now. */
  readonly versions: () => JobVersions;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'error'>;
}

const attempts = 8;

/**
 * Makes sure that there is a job for the rules and the directory of this process. Every write is conditional, so that
 * of several processes one begins the job and the others find it.
 *
 * Of processes with different rules the one that started last is right: it takes the job over, and from then on
 * the older one neither works on it (`JobSource` leaves foreign jobs alone) nor begins its own again when the directory
 * changes. What the older one writes meanwhile carries its rules' version, by which the second look finds it. What it
 * writes even later is found at the next start: a start also repeats a job of its own rules that is past its first look.
 */
export class JobStarter {
  #begunFor: JobVersions | null = null;

  constructor(private readonly parts: JobStarterParts) {}

  /**
   * At start, and again whenever the directory was read, or a day may have begun. Costs nothing where this process counts
   * as it did the last time.
   * @throws StoreError; the next call then tries again
   */
  async ensure(): Promise<void> {
    const versions = this.parts.versions();
    const before = this.#begunFor;
    if (before && isJobFor(before, versions)) return;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#begin(versions, before === null);
        break;
      } catch (error) {
        if (error instanceof Unreadable) {
          this.parts.log.error({}, 'the job on open tickets cannot be read; this process begins none', error);
          break;
        }
        if (!isOvertaken(error) || attempt >= attempts) throw error;
      }
    }
    this.#begunFor = versions;
  }

  async #begin(versions: JobVersions, isStart: boolean): Promise<void> {
    const { jobs, clock, log } = this.parts;
    const found = await find(jobs, jobId);
    if (found && !this.#mayReplace(found.document, versions, isStart)) return;
    const job = newJob(versions, clock.now());
    await (found ? jobs.replace(job, found.version) : jobs.create(job));
    log.info({ ...versions }, 'open tickets are brought to the rules and the directory in force');
  }

  #mayReplace(job: RecomputeJob, versions: JobVersions, isStart: boolean): boolean {
    if (isJobFor(job, versions)) return isStart && !isBeforeLastLook(job);
    return isStart || job.rulesVersion === versions.rulesVersion;
  }
}
