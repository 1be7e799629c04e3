import { instantOf, type Instant } from '../sla/index.js';
import { plannedVisit, type Ticket } from '../tickets/index.js';
import type { HistoryEntry, PlannedVisit } from '../tickets/ticket.js';
import { arrivalOf, exceptionThatTook, visitIdOf, type Rota, type Visit } from '../visits/index.js';

/** Where a ticket goes whose visit does not take place as it was planned. */
export interface MovedVisit {
  /** Null where it was cancelled, and nobody comes later. */
  readonly to: PlannedVisit | null;
  /** What whoever moved or cancelled it said, for the requester; empty where nobody said anything. */
  readonly why: string;
}

type AskedRota = Pick<Rota, 'visit' | 'nextVisits' | 'content'>;

/** What a command begins with by which the rota takes a ticket along. */
const byRota = 'rota:';

/** The id of the command that takes a ticket to a visit. With the revision: a visit may be moved, moved back and moved again. */
export function moveIdOf(
  { visit, revision }: Pick<Ticket, 'visit' | 'revision'>,
  to: PlannedVisit | null,
): string {
  return `${byRota}${String(revision)}:${visit?.id ?? ''}:${to?.id ?? 'none'}:${to?.from ?? ''}`;
}

/**
 * The visit to which a ticket goes whose visit takes place at another time, was moved or cancelled: where it was moved,
 * else the one from which the rota had taken it, where that takes place after all, else the next one. A ticket that the
 * rota has taken along comes back as soon as the visit takes place again for which somebody had planned it. Null where all
 * is as it was, it has begun, or the rota knows no visit there any more, without anybody having cancelled it.
 */
export function movedVisit(
  { visit: planned, history }: Pick<Ticket, 'visit' | 'history'>,
  rota: AskedRota,
  now: Instant,
): MovedVisit | null {
  if (!planned || instantOf(planned.from) <= now) return null;
  const others = visitsBefore(history).filter(({ id }) => id !== planned.id);
  const takesPlace = ({ id }: PlannedVisit): Visit | null => {
    const visit = rota.visit(id);
    return isAhead(visit, now) ? visit : null;
  };
  const [first] = others;
  const back = first ? takesPlace(first) : null;
  if (back) return { to: plannedVisit(back), why: back.exception?.note ?? '' };
  const from = instantOf(planned.from);
  const current = rota.visit(planned.id);
  if (current?.from === from && current.to === instantOf(planned.to)) return null;
  if (isAhead(current, now)) return { to: plannedVisit(current), why: current.exception?.note ?? '' };
  const took = exceptionThatTook(rota.content, planned.siteId, planned.date);
  const arrival = took && arrivalOf(took);
  const moved = arrival ? rota.visit(visitIdOf(planned.siteId, arrival.date)) : null;
  const earlier = others.map(takesPlace).find((visit) => visit !== null);
  const next = isAhead(moved, now) ? moved : (earlier ?? rota.nextVisits(planned.siteId, from, 1)[0]);
  if (next) return { to: plannedVisit(next), why: took?.note ?? '' };
  return took?.kind === 'cancelled' ? { to: null, why: took.note } : null;
}

/** For which visits a ticket was planned before the rota took it along, the one first that somebody had chosen. */
function visitsBefore(history: readonly HistoryEntry[]): readonly PlannedVisit[] {
  const plans = history.flatMap(({ id, command }) =>
    command.verb === 'plan-visit' ? [{ isByRota: id.startsWith(byRota), visit: command.visit ?? null }] : [],
  );
  const chosen = plans.findLastIndex(({ isByRota }) => !isByRota);
  return plans.slice(Math.max(chosen, 0), -1).flatMap(({ visit }) => visit ?? []);
}

function isAhead(visit: Visit | null, now: Instant): visit is Visit {
  return visit !== null && visit.from > now;
}
