import type { Clock } from './clock.js';
import type { TicketChecks } from './delivery/index.js';
import {
  asSuspect,
  concerns,
  evidenceOf,
  linkOf,
  suspicionsOf,
  windowWallMinutes,
  type Incident,
  type IncidentDesk,
} from './incidents/index.js';
import { instantOf, isoOf, millisecondsPerMinute } from './sla/index.js';
import { find, findAll, type Collection } from './store/index.js';
import { openStates, type Ticket, type TicketCommand, type TicketDesk } from './tickets/index.js';

export interface IncidentCheckParts {
  readonly tickets: Collection<Ticket>;
  readonly incidents: Collection<Incident>;
  readonly desk: () => Pick<TicketDesk, 'execute'>;
  readonly incidentDesk: () => Pick<IncidentDesk, 'execute' | 'suspect'>;
  readonly clock: Clock;
}

/** A draft that lay for longer before it was sent is not found among what came in the same hour. */
const longestDraftWallMinutes = 60;

/**
 * Looks, after each submit and whenever a ticket joins or leaves an incident, what that means for incidents. Everything
 * is read afresh and may be done twice: the check comes at least once.
 */
export class IncidentChecks implements TicketChecks {
  constructor(private readonly parts: IncidentCheckParts) {}

  async look(asked: Ticket, what: Parameters<TicketChecks['look']>[1]): Promise<void> {
    if (what !== 'likeness') return;
    const ticket = (await find(this.parts.tickets, asked.id))?.document;
    if (!ticket) return;
    if (ticket.incident) await this.#joined(ticket, ticket.incident.id);
    else await this.#alone(ticket);
  }

  /**
   * The incident may have been resolved, or its status written, in the moment in which the ticket joined: its follow-up
   * may have gone by before. Whoever joined tells the incident, whose card lists it.
   */
  async #joined(ticket: Ticket, incidentId: string): Promise<void> {
    const { incidents, incidentDesk, clock } = this.parts;
    const incident = (await find(incidents, incidentId))?.document;
    const entry = ticket.history.findLast(({ command }) => isJoining(command));
    if (!incident || !entry) return;
    await this.#catchUp(ticket, incident);
    const suspect = asSuspect(ticket);
    if (!suspect) return;
    // What the incident attached itself, it knows, unless it has become more urgent since.
    const isKnown = entry.actor.kind === 'system' && suspect.priority >= incident.priority;
    if (isKnown) return;
    await incidentDesk().execute(
      incidentId,
      {
        id: `joined:${entry.id}:${suspect.priority}`,
        by: null,
        command: { verb: 'joined', ticket: suspect },
      },
      clock.now(),
    );
  }

  async #catchUp(ticket: Ticket, incident: Incident): Promise<void> {
    const { desk, clock } = this.parts;
    const command = behind(ticket, incident);
    if (!command) return;
    const id = `${incident.id}:late-${command.verb}:${incident.statusAt}:${ticket.id}`;
    await desk().execute(ticket.id, { id, actor: { kind: 'system' }, command }, clock.now());
  }

  async #alone(ticket: Ticket): Promise<void> {
    const left = ticket.history.findLast(({ command }) => command.verb === 'detach');
    if (left?.command.verb === 'detach') {
      await this.parts
        .incidentDesk()
        .execute(
          left.command.incidentId,
          { id: `left:${left.id}`, by: null, command: { verb: 'left', ticketId: ticket.id } },
          this.parts.clock.now(),
        );
      return;
    }
    await this.#suspect(ticket);
  }

  async #suspect(ticket: Ticket): Promise<void> {
    const { incidentDesk, clock } = this.parts;
    const evidence = evidenceOf(ticket);
    if (!evidence) return;
    const { fault, suspect } = evidence;
    const known = await this.#known();
    const here = known.find((each) => concerns(each, fault, suspect.schoolId));
    if (here) {
      const suspicion = { fault, schoolId: here.schoolId, tickets: [suspect] };
      await incidentDesk().suspect(suspicion, here, clock.now());
      if (here.schoolId === null || here.state === 'open') return;
    }
    const suspicions = suspicionsOf(ticket, await this.#ofTheHour(ticket));
    for (const suspicion of suspicions) {
      const isKnown = here?.schoolId === suspicion.schoolId;
      if (!isKnown) await incidentDesk().suspect(suspicion, undefined, clock.now());
    }
  }

  /** Suspected and open ones; there are few. What cannot be read is found when its document is named. */
  async #known(): Promise<readonly Incident[]> {
    const where = [{ field: 'state', in: ['open', 'suspected'] }];
    const known: Incident[] = [];
    for await (const { document } of findAll(this.parts.incidents, { where, pageSize: 100 })) {
      known.push(document);
    }
    // What somebody has decided on comes before what nobody has looked at, and all schools before one.
    return known.toSorted((one, other) => rank(one) - rank(other));
  }

  async #ofTheHour({ submittedAt, createdAt }: Ticket): Promise<readonly Ticket[]> {
    const back = (windowWallMinutes + longestDraftWallMinutes) * millisecondsPerMinute;
    const from = isoOf(instantOf(submittedAt ?? createdAt) - back);
    const where = [
      { field: 'state', in: [...openStates] },
      { field: 'createdAt', from },
    ];
    const found: Ticket[] = [];
    for await (const { document } of findAll(this.parts.tickets, { where, pageSize: 200 })) {
      found.push(document);
    }
    return found;
  }
}

function isJoining(command: Ticket['history'][number]['command']): boolean {
  return command.verb === 'attach' || (command.verb === 'submit' && (command.incident ?? null) !== null);
}

/** What the ticket has missed of its incident; null where nothing. */
function behind({ incident: link }: Ticket, incident: Incident): TicketCommand | null {
  if (incident.state === 'resolved') {
    const by = incident.history.findLast(({ command }) => command.verb === 'resolve')?.by;
    return by ? { verb: 'resolve', solution: incident.solution, incident: { id: incident.id, by } } : null;
  }
  const isBehind = link !== null && link.statusAt < incident.statusAt;
  return isBehind ? { verb: 'incident-status', incident: linkOf(incident) } : null;
}

function rank({ state, schoolId }: Incident): number {
  return (state === 'open' ? 0 : 2) + (schoolId === null ? 0 : 1);
}
