import type { Clock } from '../clock.js';
import {
  hasWork,
  releaseIncidentLease,
  takeIncidentLease,
  withIncidentWake,
  type Incident,
} from '../incidents/index.js';
import type { Collection } from '../store/index.js';
import type { LeaseTerms, Rules } from '../tickets/index.js';
import { LeasedBook } from './leased-book.js';

export interface IncidentBookParts {
  readonly incidents: Collection<Incident>;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

/** Incidents as delivery has them. */
export class IncidentBook extends LeasedBook<Incident> {
  constructor({ incidents, rules, clock, lease }: IncidentBookParts) {
    super({
      noun: 'incident',
      documents: incidents,
      clock,
      lease,
      hasWork,
      woken: (incident, now) => withIncidentWake(incident, rules, now),
      taken: (incident, now) => takeIncidentLease(incident, lease, rules, now),
      released: (incident, now) => releaseIncidentLease(incident, lease.owner, rules, now),
    });
  }
}
