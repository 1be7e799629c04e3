import { instantOf, millisecondsPerMinute } from '../sla/index.js';
import type { Ticket } from '../tickets/ticket.js';
import { isOpen } from '../tickets/index.js';
import { faultOf, isSameFault, type Fault } from './fault.js';
import type { Suspect } from './incident.js';

/** Within so many wall minutes tickets count together (docs/rules.md, "Incidents"). */
export const windowWallMinutes = 60;
/** So many tickets of one school look like an outage, or so few where one of them says that the whole school is hit. */
const fromTickets = 3;
const fromTicketsOfWholeSchool = 2;
/** One person alone makes no outage. */
const fromRequesters = 2;
/** So many schools with so many tickets look like an outage of the city. */
const fromSchools = 3;
const fromTicketsOfCity = 4;

/** What tickets of one fault look like together, and where: null means in several schools. */
export interface Suspicion {
  readonly fault: Fault;
  readonly schoolId: string | null;
  readonly tickets: readonly Suspect[];
}

/** The ticket as evidence of a fault; null where it counts for none, since it is done with, or went its own way before. */
export function evidenceOf(ticket: Ticket): { readonly fault: Fault; readonly suspect: Suspect } | null {
  const { submittedAt, priority } = ticket;
  if (!isOpen(ticket.state) || ticket.incident !== null) return null;
  if (submittedAt === null || priority === null || wentItsOwnWay(ticket)) return null;
  const fault = faultOf(ticket.report);
  return fault && { fault, suspect: suspectOf(ticket, submittedAt, priority) };
}

/** What an incident keeps of a submitted ticket; null for a draft. */
export function asSuspect(ticket: Ticket): Suspect | null {
  const { submittedAt, priority } = ticket;
  return submittedAt === null || priority === null ? null : suspectOf(ticket, submittedAt, priority);
}

/**
 * What the ticket looks like beside others that were submitted within an hour of it: an outage of its school, of the
 * city, both, or nothing.
 */
export function suspicionsOf(ticket: Ticket, others: readonly Ticket[]): readonly Suspicion[] {
  const own = evidenceOf(ticket);
  if (!own) return [];
  const { fault } = own;
  const alike = others.flatMap((other) => {
    const evidence = other.id === ticket.id ? null : evidenceOf(other);
    return evidence && isSameFault(evidence.fault, fault) ? [evidence.suspect] : [];
  });
  const together = [own.suspect, ...alike];
  const { schoolId } = own.suspect;
  const ofSchool = suspiciousAround(
    own.suspect,
    together.filter((each) => each.schoolId === schoolId),
    schoolId,
  );
  const ofCity = fault.kind === 'display' ? null : suspiciousAround(own.suspect, together, null);
  return [
    ...(ofSchool && schoolId !== null ? [{ fault, schoolId, tickets: ofSchool }] : []),
    ...(ofCity ? [{ fault, schoolId: null, tickets: ofCity }] : []),
  ];
}

/** Whether tickets of one fault are enough for a suspicion, in one school or (null) in several. */
export function isSuspicious(tickets: readonly Suspect[], schoolId: string | null): boolean {
  return windowsOf(tickets).some((window) => isEnough(window, schoolId));
}

/** The tickets of the hours around this one in which there are enough; null where there are none such. */
function suspiciousAround(
  own: Suspect,
  tickets: readonly Suspect[],
  schoolId: string | null,
): readonly Suspect[] | null {
  const enough = windowsOf(tickets).filter((window) => window.includes(own) && isEnough(window, schoolId));
  const found = new Set(enough.flat());
  return found.size === 0 ? null : inOrder([...found]);
}

/** For each ticket those of the hour that begins with it. */
function windowsOf(tickets: readonly Suspect[]): readonly (readonly Suspect[])[] {
  return tickets.map((first) => {
    const from = instantOf(first.submittedAt);
    const until = from + windowWallMinutes * millisecondsPerMinute;
    return tickets.filter(({ submittedAt }) => {
      const at = instantOf(submittedAt);
      return at >= from && at <= until;
    });
  });
}

function isEnough(tickets: readonly Suspect[], schoolId: string | null): boolean {
  const requesters = new Set(tickets.map(({ requesterId }) => requesterId)).size;
  if (requesters < fromRequesters) return false;
  if (schoolId === null) {
    const schools = new Set(tickets.flatMap((each) => each.schoolId ?? [])).size;
    return schools >= fromSchools && tickets.length >= fromTicketsOfCity;
  }
  const isWholeSchool = tickets.some(({ scope }) => scope === 'school');
  return tickets.length >= (isWholeSchool ? fromTicketsOfWholeSchool : fromTickets);
}

function wentItsOwnWay({ history }: Ticket): boolean {
  return history.some(({ command }) => command.verb === 'detach');
}

function suspectOf(
  { id, requester, report }: Ticket,
  submittedAt: string,
  priority: Suspect['priority'],
): Suspect {
  const { schoolId, scope } = report;
  return { ticketId: id, requesterId: requester.id, schoolId, scope, submittedAt, priority };
}

function inOrder(tickets: readonly Suspect[]): readonly Suspect[] {
  return tickets.toSorted(
    (one, other) =>
      one.submittedAt.localeCompare(other.submittedAt) || one.ticketId.localeCompare(other.ticketId),
  );
}
