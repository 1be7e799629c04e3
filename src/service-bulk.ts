import { BulkTeller, type ConversationLimits, type Sender } from './delivery/index.js';
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
  /** How often the service may speak in one conversation: whoever speaks there counts. */
  readonly limits: ConversationLimits;
}

/** What works off commands to many tickets, and what tells how far they are. */
export interface Bulk {
  readonly source: BulkSource;
  readonly teller: BulkTeller;
}

export function createBulk(parts: BulkParts): Bulk {
  const { records, rules, lease, metrics } = parts;
  const teller = new BulkTeller({
    ...parts,
    book: records.conversations,
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
