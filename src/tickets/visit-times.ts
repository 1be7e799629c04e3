import { instantOf, isoOf, type Instant } from '../sla/index.js';
import type { PlannedVisit, Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

/** A visit of the rota at a site: all that a ticket needs to know of it. */
export interface VisitTime {
  readonly id: string;
  readonly siteId: string;
  /** YYYY-MM-DD in the service's time zone. */
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** The first visits of a site that begin at an instant or later, at most `count`. */
export type NextVisits = (siteId: string, from: Instant, count: number) => readonly VisitTime[];

/** From when to when somebody is there. */
export type VisitWindow = Pick<VisitTime, 'from' | 'to'>;

/** When somebody comes to the site of an open ticket next; null where it is over, has no site, or no visit is known. */
export function nextVisitOf(
  { state, report: { siteId } }: Ticket,
  nextVisits: NextVisits | undefined,
  now: Instant,
): VisitWindow | null {
  if (siteId === null || !isOpen(state)) return null;
  return nextVisits?.(siteId, now, 1)[0] ?? null;
}

/** The window of the visit for which a ticket is planned; null where it is planned for none of the rota. */
export function plannedVisitOf({ visit }: Ticket): VisitWindow | null {
  return visit && { from: instantOf(visit.from), to: instantOf(visit.to) };
}

/** A visit as a ticket keeps it. */
export function plannedVisit({ id, siteId, date, from, to }: VisitTime): PlannedVisit {
  return { id, siteId, date, from: isoOf(from), to: isoOf(to) };
}
