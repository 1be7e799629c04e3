import type { Directory } from '../campus/index.js';
import type { IncidentView } from '../cards/index.js';
import type { Incident } from '../incidents/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import { find, findAll, Unreadable, type Collection } from '../store/index.js';
import { channelView, isOpen, type Rules, type Ticket } from '../tickets/index.js';

export interface IncidentFactParts {
  readonly tickets: Collection<Ticket>;
  readonly directory: () => Directory;
  readonly rules: Rules;
}

/** More than a card counts. */
const mostMembers = 500;
const mostCandidates = 100;

/** What the incident's card shows: the document with its tickets as they are now. Those that cannot be read are left out. */
export async function readIncidentView(
  incident: Incident,
  { tickets, directory, rules }: IncidentFactParts,
  now: Instant,
): Promise<IncidentView> {
  const surroundings = { directory: directory(), now, rules };
  const members = await membersOf(incident, tickets);
  const candidates = await candidatesOf(incident, tickets);
  const calendar = rules.calendarOf(incident.schoolId);
  const { schoolId, startedAt, resolvedAt } = incident;
  return {
    incident,
    school: schoolId === null ? null : (surroundings.directory.school(schoolId)?.name ?? schoolId),
    members: inOrder(members).map((ticket) => channelView(ticket, surroundings)),
    candidates: inOrder(candidates).map((ticket) => channelView(ticket, surroundings)),
    lastedServiceMinutes:
      resolvedAt === null
        ? null
        : calendar.serviceMinutesBetween(instantOf(startedAt), instantOf(resolvedAt)),
    now,
    timeZone: rules.calendar.timeZone,
  };
}

async function membersOf({ id }: Incident, tickets: Collection<Ticket>): Promise<readonly Ticket[]> {
  const members: Ticket[] = [];
  const where = [{ field: 'incident.id', equals: id }];
  for await (const { document } of findAll(tickets, { where, pageSize: 100 })) {
    if (members.push(document) >= mostMembers) break;
  }
  return members;
}

/** Those that are still open and on their own; on the card of a mere suspicion, and beside an incident. */
async function candidatesOf({ suspects }: Incident, tickets: Collection<Ticket>): Promise<readonly Ticket[]> {
  const found: Ticket[] = [];
  for (const { ticketId } of suspects.slice(0, mostCandidates)) {
    try {
      const ticket = (await find(tickets, ticketId))?.document;
      if (ticket && isOpen(ticket.state) && ticket.incident === null) found.push(ticket);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return found;
}

function inOrder(tickets: readonly Ticket[]): readonly Ticket[] {
  return tickets.toSorted((one, other) => (one.submittedAt ?? '').localeCompare(other.submittedAt ?? ''));
}
