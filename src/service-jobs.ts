import type { Directory } from './campus/index.js';
import type { Clock } from './clock.js';
import type { Delivery } from './delivery/index.js';
import type { Log } from './logging.js';
import {
  JobSource,
  JobStarter,
  type JobMetrics,
  type JobVersions,
  type RecomputeJob,
} from './scheduler/index.js';
import { dayVersionOf, groundsVersionOf } from './service-rules-version.js';
import { Unreadable, type Collection } from './store/index.js';
import { groundsOf, reroutingOf, type Rules, type Ticket, type TicketDesk } from './tickets/index.js';

export interface ServiceJobsParts {
  readonly jobs: Collection<RecomputeJob>;
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  readonly directory: () => Directory;
  readonly delivery: Pick<Delivery, 'unattend'>;
  readonly rules: Rules;
  readonly clock: Clock;
  /** For how many milliseconds of the clock a process reserves a job. */
  readonly claimMs: number;
  readonly log: Log;
  readonly metrics: JobMetrics;
}

interface Known extends Pick<JobVersions, 'groundsVersion' | 'dayVersion'> {
  readonly directory: Directory;
  /** YYYY-MM-DD */
  readonly day: string;
}

/** The job on open tickets: what begins it where rules or directory have changed, and what works it off. */
export function createServiceJobs(parts: ServiceJobsParts): {
  readonly starter: JobStarter;
  readonly source: JobSource;
} {
  const { directory, rules, clock } = parts;
  let known: Known | null = null;
  const versions = (): JobVersions => {
    const current = directory();
    const now = clock.now();
    const day = current.dayOf(now);
    // The same value until somebody imports or applies, or a day begins; the scheduler asks every second.
    if (known?.directory !== current || known.day !== day) {
      const groundsVersion = groundsVersionOf(current);
      known = { directory: current, day, groundsVersion, dayVersion: dayVersionOf(current, now) };
    }
    const { groundsVersion, dayVersion } = known;
    return { rulesVersion: rules.version, groundsVersion, dayVersion };
  };
  return {
    starter: new JobStarter({ ...parts, versions }),
    source: new JobSource({
      ...parts,
      versions,
      groundsOf: (ticket) => groundsOf(ticket, directory()),
      reroutingOf: (ticket, now) => reroutingOf(ticket, directory(), now),
      calendar: rules.calendar,
      announce: async () => announce(directory(), parts),
    }),
  };
}

/** A channel that cannot be told keeps no ticket from being worked on. */
async function announce(
  directory: Directory,
  { delivery, clock, log }: Pick<ServiceJobsParts, 'delivery' | 'clock' | 'log'>,
): Promise<void> {
  const now = clock.now();
  for (const { id } of directory.campuses) {
    const { person, until } = directory.inForce(id, now);
    try {
      await delivery.unattend(id, person === null ? { until } : null);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      log.warn({ campusId: id }, 'a channel was not told whether anybody is in force', error);
    }
  }
}
