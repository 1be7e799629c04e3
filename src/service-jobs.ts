import type { Directory } from './campus/index.js';
import type { Clock } from './clock.js';
import type { Log } from './logging.js';
import {
  JobSource,
  JobStarter,
  type JobMetrics,
  type JobVersions,
  type RecomputeJob,
} from './scheduler/index.js';
import { groundsVersionOf } from './service-rules-version.js';
import type { Collection } from './store/index.js';
import { groundsOf, type Rules, type Ticket, type TicketDesk } from './tickets/index.js';

export interface ServiceJobsParts {
  readonly jobs: Collection<RecomputeJob>;
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  readonly directory: () => Directory;
  readonly rules: Rules;
  readonly clock: Clock;
  /** For how many milliseconds of the clock a process reserves a job. */
  readonly claimMs: number;
  readonly log: Log;
  readonly metrics: JobMetrics;
}

/** The job on open tickets: what begins it where rules or directory have changed, and what works it off. */
export function createServiceJobs(parts: ServiceJobsParts): {
  readonly starter: JobStarter;
  readonly source: JobSource;
} {
  const { directory, rules } = parts;
  let known: { readonly directory: Directory; readonly groundsVersion: string } | null = null;
  const versions = (): JobVersions => {
    const current = directory();
    // The same value until somebody imports or applies; the scheduler asks every second.
    if (known?.directory !== current)
      known = { directory: current, groundsVersion: groundsVersionOf(current) };
    return { rulesVersion: rules.version, groundsVersion: known.groundsVersion };
  };
  return {
    starter: new JobStarter({ ...parts, versions }),
    source: new JobSource({ ...parts, versions, groundsOf: (ticket) => groundsOf(ticket, directory()) }),
  };
}
