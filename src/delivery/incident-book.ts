import type { Clock } from '../clock.js';
import {
  hasWork,
  releaseIncidentLease,
  takeIncidentLease,
  withIncidentWake,
  type Incident,
} from '../incidents/index.js';
import type { Instant } from '../sla/index.js';
import { find, type Collection } from '../store/index.js';
import { holdsLongEnough, isLeasedByOther, type LeaseTerms, type Rules } from '../tickets/index.js';
import { LeaseLost } from './leased-ticket.js';
import { writtenThroughThrottling } from './written.js';

export interface IncidentBookParts {
  readonly incidents: Collection<Incident>;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

/** Incidents as delivery has them: read afresh, changed by one conditional write at a time. */
export class IncidentBook {
  constructor(private readonly parts: IncidentBookParts) {}

  /** Writes a fact down; again on a newer version where somebody was faster. Nothing is decided again. */
  async record(id: string, fact: (incident: Incident) => Incident): Promise<Incident> {
    return this.#write(id, (incident, now) => withIncidentWake(fact(incident), this.parts.rules, now));
  }

  /**
   * The incident as it is now, under a lease that lasts long enough for one message or page; without one where there is
   * nothing to do. @throws LeaseLost where another process works on it
   */
  async leased(id: string): Promise<Incident> {
    const { lease, rules } = this.parts;
    return this.#write(id, (incident, now) => {
      if (!hasWork(incident)) return incident;
      if (isLeasedByOther(incident, lease, now)) throw new LeaseLost(incident.id);
      return holdsLongEnough(incident, lease, now)
        ? incident
        : takeIncidentLease(incident, lease, rules, now);
    });
  }

  /** Gives the lease back, so that another process can go on at once. */
  async release(id: string): Promise<void> {
    const { lease, rules } = this.parts;
    await this.#write(id, (incident, now) => releaseIncidentLease(incident, lease.owner, rules, now));
  }

  async #write(id: string, change: (incident: Incident, now: Instant) => Incident): Promise<Incident> {
    const { incidents, clock } = this.parts;
    return writtenThroughThrottling(clock, async () => {
      const found = await find(incidents, id);
      if (!found) throw new Error(`the incident ${id} is gone`);
      const wanted = change(found.document, clock.now());
      if (wanted === found.document) return wanted;
      return (await incidents.replace(wanted, found.version)).document;
    });
  }
}
