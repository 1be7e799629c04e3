import type { Directory } from '../campus/index.js';
import type { Instant, ServiceRules } from '../sla/index.js';
import { find, isOvertaken, type Collection, type Versioned } from '../store/index.js';
import { isLeasedByOther, reachOf, type LeaseTerms } from '../tickets/index.js';
import { takeIncidentLease } from './bookkeeping.js';
import type { IncidentRefusal } from './changes.js';
import type { IncidentOrder } from './commands.js';
import { decideIncident, newIncident } from './decide.js';
import { incidentId } from './incident-id.js';
import { isSameFault } from './fault.js';
import type { Incident } from './incident.js';
import type { Suspicion } from './likeness.js';

export type IncidentOutcome =
  | { readonly kind: 'accepted' | 'replayed'; readonly incident: Incident }
  | { readonly kind: 'refused'; readonly refusal: IncidentRefusal; readonly incident: Incident | null };

export interface IncidentDeskParts {
  readonly incidents: Collection<Incident>;
  readonly directory: () => Directory;
  readonly rules: ServiceRules;
  readonly lease: LeaseTerms;
  /** Hears of each write with something to do, for which this process holds the lease. */
  readonly onWritten: (written: Versioned<Incident>) => void;
}

/** An hour of the day has one outage of a kind; after so many something else is wrong. */
const mostOfADay = 20;
const attempts = 25;

/**
 * The one road on which incidents change: read, decide, one conditional write; on a version conflict all of it again.
 * People's commands are for the help desk: dispatchers and administrators.
 */
export class IncidentDesk {
  constructor(private readonly parts: IncidentDeskParts) {}

  /** @throws StoreError where the store fails, VersionMismatch after many conflicts in a row */
  async execute(id: string, order: IncidentOrder, now: Instant): Promise<IncidentOutcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(id, order, now);
      } catch (error) {
        if (!isOvertaken(error) || attempt >= attempts) throw error;
      }
    }
  }

  /**
   * Notes that tickets look like one fault: on the incident that is known already, else on that of the day, which is
   * made where it is missing. Tickets that are noted, or were dismissed, change nothing.
   * @param known an incident of the same fault and place that is suspected or open
   */
  async suspect(suspicion: Suspicion, known: Incident | undefined, now: Instant): Promise<void> {
    if (known && (await this.#note(known.id, suspicion, now))) return;
    for (let number = 1; number <= mostOfADay; number += 1) {
      if (await this.#note(incidentId(suspicion, number), suspicion, now)) return;
    }
  }

  /** True where it is noted; false where that incident is over. */
  async #note(id: string, suspicion: Suspicion, now: Instant): Promise<boolean> {
    const { tickets } = suspicion;
    for (;;) {
      const [first, last] = [tickets[0], tickets.at(-1)].map((each) => each?.ticketId ?? '');
      const order: IncidentOrder = {
        id: `suspect:${first ?? ''}:${last ?? ''}:${String(tickets.length)}`,
        by: null,
        command: { verb: 'suspect', tickets },
      };
      const outcome = await this.execute(id, order, now);
      if (outcome.kind !== 'refused') return true;
      if (outcome.refusal.code === 'not-found') {
        if (await this.#isMade(id, suspicion, now)) return true;
        continue;
      }
      return outcome.refusal.code !== 'wrong-state';
    }
  }

  /** False where another process was faster. */
  async #isMade(id: string, suspicion: Suspicion, now: Instant): Promise<boolean> {
    const { incidents, rules, lease, onWritten } = this.parts;
    const made = takeIncidentLease(newIncident(id, suspicion, rules, now), lease, rules, now);
    try {
      onWritten(await incidents.create(made));
      return true;
    } catch (error) {
      if (isOvertaken(error)) return false;
      throw error;
    }
  }

  async #attempt(id: string, order: IncidentOrder, now: Instant): Promise<IncidentOutcome> {
    const { incidents, rules, lease, onWritten } = this.parts;
    const found = await find(incidents, id);
    if (!found) return { kind: 'refused', refusal: { code: 'not-found' }, incident: null };
    const { document: incident, version } = found;
    if (order.by && !mayHandleIncidents(order.by.id, this.parts.directory(), now)) {
      return { kind: 'refused', refusal: { code: 'not-allowed' }, incident };
    }
    const decision = decideIncident(incident, order, rules, now);
    if (decision.kind === 'refused') return { ...decision, incident };
    if (decision.kind === 'replayed') return decision;
    const isForeign = isLeasedByOther(decision.incident, lease, now);
    const wanted = isForeign ? decision.incident : takeIncidentLease(decision.incident, lease, rules, now);
    const written = await incidents.replace(wanted, version);
    if (!isForeign) onWritten(written);
    return { kind: 'accepted', incident: written.document };
  }
}

/** Whether a person may say what is an incident: the help desk does, and administrators as the last resort. */
export function mayHandleIncidents(personId: string, directory: Directory, now: Instant): boolean {
  return reachOf(personId, 'handle-incidents', directory, now).city;
}

/** Whether an incident is of this fault, and of this school or of several. */
export function concerns(
  incident: Pick<Incident, 'fault' | 'schoolId'>,
  fault: Suspicion['fault'],
  schoolId: string | null,
): boolean {
  return (incident.schoolId === null || incident.schoolId === schoolId) && isSameFault(incident.fault, fault);
}
