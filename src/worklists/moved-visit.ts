import { instantOf, type Instant } from '../sla/index.js';
import { plannedVisit } from '../tickets/index.js';
import type { PlannedVisit } from '../tickets/ticket.js';
import { arrivalOf, exceptionThatTook, visitIdOf, type Rota, type Visit } from '../visits/index.js';

/** Where a ticket goes whose visit does not take place as it was planned. */
export interface MovedVisit {
  readonly to: PlannedVisit;
  /** What whoever moved or cancelled it said, for the requester; empty where nobody said anything. */
  readonly why: string;
}

type AskedRota = Pick<Rota, 'visit' | 'nextVisits' | 'content'>;

/**
 * The visit to which a ticket goes whose visit takes place at another time, was moved or cancelled: where it was moved,
 * else the next one after it. Null where all is as it was, it has begun, or no other visit is known.
 */
export function movedVisit(planned: PlannedVisit, rota: AskedRota, now: Instant): MovedVisit | null {
  const from = instantOf(planned.from);
  if (from <= now) return null;
  const current = rota.visit(planned.id);
  if (current?.from === from && current.to === instantOf(planned.to)) return null;
  if (current && current.from > now) return { to: plannedVisit(current), why: current.exception?.note ?? '' };
  const took = exceptionThatTook(rota.content, planned.siteId, planned.date);
  const arrival = took && arrivalOf(took);
  const moved = arrival ? rota.visit(visitIdOf(planned.siteId, arrival.date)) : null;
  const next = isAhead(moved, now) ? moved : rota.nextVisits(planned.siteId, from, 1)[0];
  return next ? { to: plannedVisit(next), why: took?.note ?? '' } : null;
}

function isAhead(visit: Visit | null, now: Instant): visit is Visit {
  return visit !== null && visit.from > now;
}
