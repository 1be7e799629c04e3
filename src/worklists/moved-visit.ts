import { instantOf, type Instant } from '../sla/index.js';
import { plannedVisit } from '../tickets/index.js';
import type { PlannedVisit } from '../tickets/ticket.js';
import type { Rota } from '../visits/index.js';

/** So many visits ahead one is looked for that was moved away from its date. */
const lookedAt = 30;

/**
 * The visit to which a ticket goes whose visit takes place at another time, was moved or cancelled: where it was moved,
 * else the next one after it. Null where all is as it was, it has begun, or no other visit is known.
 */
export function movedVisit(
  planned: PlannedVisit,
  rota: Pick<Rota, 'visit' | 'nextVisits'>,
  now: Instant,
): PlannedVisit | null {
  const from = instantOf(planned.from);
  if (from <= now) return null;
  const current = rota.visit(planned.id);
  if (current?.from === from && current.to === instantOf(planned.to)) return null;
  if (current && current.from > now) return plannedVisit(current);
  const ahead = rota.nextVisits(planned.siteId, now, lookedAt);
  const moved = ahead.find(({ exception }) => exception?.movedFrom === planned.date);
  const next = moved ?? rota.nextVisits(planned.siteId, from, 1)[0];
  return next ? plannedVisit(next) : null;
}
