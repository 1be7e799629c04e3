import type { BoardRules } from './board/index.js';
import type { Directory } from './campus/index.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { RateLimit } from './delivery/index.js';
import { gatherWallMs } from './gathering.js';
import type { Understand } from './intake/index.js';
import type { KnowledgeFiles } from './knowledge-files.js';
import type { Log } from './logging.js';
import type { Records } from './service-records.js';
import type { DocumentStore } from './store/index.js';
import type { LeaseTerms, Rules } from './tickets/index.js';

/** The most that LEASE_SECONDS may be. */
const longestLeaseWallMs = 600_000;

/** What tests and the demonstration put in place of what the configuration names. */
export interface Replaced {
  readonly clock?: Clock;
  readonly store?: DocumentStore;
  /** How often it may speak in one conversation, where that is not Teams. */
  readonly limits?: readonly RateLimit[];
  /** What was read before, for whoever starts many services in one process. */
  readonly reading?: Reading;
}

/** What reads reports, and the articles that help with them: some tenths of a second to build, the same for all services. */
export interface Reading {
  readonly understand: Understand;
  readonly knowledge: KnowledgeFiles;
}

/** What a service is started with: its configuration, and what was read from the files that it names. */
export interface Start extends Reading {
  readonly config: Config;
  readonly rules: Rules;
  readonly log: Log;
  readonly clock: Clock;
  readonly replaced: Replaced;
}

/** What desks, delivery and the clock all need. Milliseconds are those of the service's clock. */
export interface SharedParts
  extends Pick<Records, 'tickets' | 'boards' | 'incidents'>, Pick<Start, 'rules' | 'log' | 'clock'> {
  /** Asked for each time, since an import or apply replaces it while the service runs. */
  readonly directory: () => Directory;
  readonly lease: LeaseTerms;
  readonly boardRules: BoardRules;
}

/** Leases and gathering are set in wall time, also where the service's clock is fast. */
export function sharedParts(records: Records, { config, rules, log, clock }: Start): SharedParts {
  const { tickets, boards, incidents } = records;
  const { clockSpeed, instance, leaseWallMs } = config;
  const lease = {
    owner: instance,
    milliseconds: leaseWallMs * clockSpeed,
    longest: longestLeaseWallMs * clockSpeed,
  };
  const boardRules = { calendar: rules.calendar, gatherMs: gatherWallMs * clockSpeed };
  const directory = (): Directory => records.directory.current();
  return { tickets, boards, incidents, rules, log, clock, directory, lease, boardRules };
}
