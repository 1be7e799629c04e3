import type { Clock } from '../clock.js';
import {
  dueReminder,
  hasWork,
  releaseIncidentLease,
  suspicionEndsAt,
  takeIncidentLease,
  withIncidentWake,
  type Incident,
  type IncidentDesk,
} from '../incidents/index.js';
import type { Instant } from '../sla/index.js';
import { find, isOvertaken, Unreadable, type Collection, type Page, type Versioned } from '../store/index.js';
import { isLeasedByOther, isOpen, type LeaseTerms, type Rules, type Ticket } from '../tickets/index.js';
import { LeasedWake } from './leased-wake.js';
import type { DueSource } from './scheduler.js';

export interface IncidentSourceParts {
  readonly incidents: Collection<Incident>;
  readonly tickets: Collection<Ticket>;
  readonly incidentDesk: Pick<IncidentDesk, 'execute'>;
  readonly delivery: { deliverIncident(written: Versioned<Incident>): void };
  readonly rules: Rules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

/** Incidents whose one clock has something to say, suspicions of which nothing may be left, and those whose work a process has left undone. */
export class IncidentSource implements DueSource<Incident> {
  readonly name = 'incidents';

  readonly #wake: LeasedWake<Incident>;

  constructor(private readonly parts: IncidentSourceParts) {
    const { incidents, rules, clock, lease } = parts;
    this.#wake = new LeasedWake({
      noun: 'incident',
      documents: incidents,
      clock,
      lease,
      released: (incident, owner, now) =>
        withIncidentWake(releaseIncidentLease(incident, owner, rules, now), rules, now),
    });
  }

  async due(now: string, limit: number, continuation?: string): Promise<Page<Incident>> {
    return this.parts.incidents.due(now, limit, continuation);
  }

  /** @throws NothingToDo, StoreError. That another instance was faster is no error. */
  async handle(due: Versioned<Incident>): Promise<void> {
    const { incidents, incidentDesk, rules, clock, lease, delivery } = this.parts;
    const { document: incident, version } = due;
    const now = clock.now();
    const reminder = dueReminder(incident, rules, now);
    if (reminder) {
      const { stage, dueAt } = reminder;
      const order = { id: `clock:${stage}:${dueAt}`, by: null };
      await incidentDesk.execute(incident.id, { ...order, command: { verb: 'remind', stage, dueAt } }, now);
      return;
    }
    if (await this.#lapses(incident, now)) return;
    if (isLeasedByOther(incident, lease, now)) return;
    try {
      const taken = takeIncidentLease(incident, lease, rules, now);
      // Reminders that wait for the opening need no lease.
      if (hasWork(incident) && taken.lease !== null) {
        delivery.deliverIncident(await incidents.replace(taken, version));
      } else await this.#wake.correct(due);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }

  /** Ends a suspicion of which nothing is left; true where that was done. */
  async #lapses(incident: Incident, now: Instant): Promise<boolean> {
    if (incident.state !== 'suspected') return false;
    const isOver = now >= suspicionEndsAt(incident, this.parts.rules);
    if (!isOver && (await this.#isAnyLeft(incident))) return false;
    const ticketIds = incident.suspects.map(({ ticketId }) => ticketId);
    const order = { id: `lapse:${String(incident.revision)}`, by: null };
    const command = { verb: 'lapse', ticketIds } as const;
    const outcome = await this.parts.incidentDesk.execute(incident.id, { ...order, command }, now);
    return outcome.kind === 'accepted';
  }

  /** Whether one of its tickets is still open and on its own. One that cannot be read may be. */
  async #isAnyLeft({ suspects }: Incident): Promise<boolean> {
    for (const { ticketId } of suspects) {
      try {
        const ticket = (await find(this.parts.tickets, ticketId))?.document;
        if (ticket && isOpen(ticket.state) && ticket.incident === null) return true;
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        return true;
      }
    }
    return false;
  }

  /** Incidents that wait for an instant which a clock that was ahead wrote. */
  astray(from: string, before: string): AsyncIterable<Versioned<Incident>> {
    return this.#wake.astray(from, before);
  }
}
