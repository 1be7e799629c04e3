import {
  BulkTeller,
  ConversationLimits,
  teamsLimits,
  type RateLimit,
  type Sender,
} from './delivery/index.js';
import type { Metrics } from './metrics.js';
import { BulkSource } from './scheduler/index.js';
import type { SharedParts } from './service-parts.js';
import type { Records } from './service-records.js';
import type { NextVisits, TicketDesk } from './tickets/index.js';

export interface BulkParts extends SharedParts {
  readonly records: Pick<Records, 'bulks' | 'conversations'>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  readonly nextVisits: NextVisits;
  readonly sender: Sender;
  readonly metrics: Pick<Metrics, 'delivery'>;
  /** How often it may speak in one conversation; as Teams allows where nothing is said. */
  readonly limits: readonly RateLimit[] | undefined;
}

/** What works off commands to many tickets, and what tells how far they are. */
export interface Bulk {
  readonly source: BulkSource;
  readonly teller: BulkTeller;
}

/** A job speaks once in some seconds, so that it counts its messages for itself. */
export function createBulk(parts: BulkParts): Bulk {
  const { records, rules, clock, lease, metrics, limits } = parts;
  const teller = new BulkTeller({
    ...parts,
    book: records.conversations,
    limits: new ConversationLimits(clock, limits ?? teamsLimits),
    timeZone: rules.calendar.timeZone,
    random: Math.random,
    metrics: metrics.delivery,
  });
  const source = new BulkSource({
    ...parts,
    bulks: records.bulks,
    tell: async (job) => teller.tell(job),
    claimMs: lease.milliseconds,
  });
  return { source, teller };
}
