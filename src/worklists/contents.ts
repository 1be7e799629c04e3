import { isOpen, visitInMind, type Ticket } from '../tickets/index.js';
import type { WorklistSite } from './worklist.js';

/** How a ticket stands to the visit on whose list it is. */
export type ListedAs = 'planned' | 'open' | 'later';

/** A ticket on the list of a visit. */
export interface ListedTicket {
  readonly ticket: Ticket;
  /** planned: for this visit. later: for another one. */
  readonly as: ListedAs;
}

/**
 * The open tickets of a site in the order in which they are worked on: by urgency, then by what is promised next; what is
 * planned for another visit comes last. Each stands there once.
 */
export function listedTickets(
  { siteId, visitId }: Pick<WorklistSite, 'siteId' | 'visitId'>,
  tickets: readonly Ticket[],
): readonly ListedTicket[] {
  const ofSite = tickets.filter(({ state, report }) => report.siteId === siteId && isOpen(state));
  const once = [...new Map(ofSite.map((ticket) => [ticket.id, ticket])).values()];
  return once
    .map((ticket) => ({ ticket, as: listedAs(ticket, visitId) }))
    .toSorted((one, other) => compare(rankOf(one), rankOf(other)));
}

/** Whether a ticket is planned for a visit: it still waits for it, or has gone on because the visit has begun. */
export function isPlannedFor(ticket: Ticket, visitId: string): boolean {
  return visitInMind(ticket)?.id === visitId;
}

/**
 * What is left at a site after a visit and goes to the next one with one press: what the campus itself has to do there and
 * can do. Not what waits for an answer or a supplier, is planned for another visit, or is told by an incident.
 */
export function leftAt(
  site: Pick<WorklistSite, 'siteId' | 'visitId'>,
  campusId: string,
  tickets: readonly Ticket[],
): readonly Ticket[] {
  return listedTickets(site, tickets)
    .filter(({ ticket, as }) => as !== 'later' && isCampusWork(ticket, campusId))
    .map(({ ticket }) => ticket);
}

function isCampusWork({ handledBy, waitingFor, incident }: Ticket, campusId: string): boolean {
  const isOwn = handledBy?.party === 'campus' && handledBy.campusId === campusId;
  return isOwn && incident === null && waitingFor !== 'requester' && waitingFor !== 'vendor';
}

function listedAs(ticket: Ticket, visitId: string): ListedAs {
  if (isPlannedFor(ticket, visitId)) return 'planned';
  return ticket.waitingFor === 'visit' ? 'later' : 'open';
}

function rankOf({ ticket, as }: ListedTicket): string {
  const { priority, nextPromiseAt, id } = ticket;
  return [as === 'later' ? '1' : '0', priority ?? 'P9', nextPromiseAt ?? '9', id].join(' ');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
