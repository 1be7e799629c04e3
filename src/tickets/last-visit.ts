import { addDays, instantOf, localDateIn, startOfDay, type Instant, type VisitTimes } from '../sla/index.js';
import { clockFacts, resolutionRuns } from './clocks.js';
import type { Rules } from './rules.js';
import type { HistoryEntry, PlannedVisit, Ticket } from './ticket.js';

/** The last visit before a promise, and when it is reminded of. */
export interface LastVisit {
  readonly visit: VisitTimes;
  /** The opening of the last service day before it, so that it can still stand on the worklist that is made that evening. */
  readonly remindAt: Instant;
}

/** When somebody comes last before the promised solution of an open ticket, for people to see; null where nothing is known. */
export function lastVisitOf(ticket: Ticket, rules: Rules): VisitTimes | null {
  const { siteId } = ticket.report;
  const facts = clockFacts(ticket, rules);
  const dueAt = facts?.resolution.dueAt ?? null;
  if (!facts || dueAt === null || siteId === null || !resolutionRuns(ticket)) return null;
  return rules.visits?.lastBefore(siteId, facts.startedAt, dueAt) ?? null;
}

/** More days than any service stays closed. */
const longestClosureDays = 60;

/**
 * The last visit at a ticket's site that could keep the promise of its solution: the last one between the report and the
 * deadline. Null where there is none or no rota is kept, and where it was reported so late that the worklist of the visit
 * tells of it anyway.
 */
export function lastVisit(
  ticket: Ticket,
  startedAt: Instant,
  dueAt: Instant,
  rules: Rules,
): LastVisit | null {
  const { siteId } = ticket.report;
  const visit = siteId === null ? null : (rules.visits?.lastBefore(siteId, startedAt, dueAt) ?? null);
  if (!visit) return null;
  const remindAt = openingBefore(visit.date, rules);
  return remindAt === null || remindAt <= startedAt ? null : { visit, remindAt };
}

/**
 * The visit for which somebody planned a ticket, as long as nobody has decided otherwise: also once it has begun and the
 * clock let the ticket go on because of that. Null where there is none.
 */
export function visitInMind({ visit, history }: Pick<Ticket, 'visit' | 'history'>): PlannedVisit | null {
  if (visit) return visit;
  const planned = history.findLastIndex(({ command }) => command.verb === 'plan-visit');
  const command = history[planned]?.command;
  if (command?.verb !== 'plan-visit' || !command.visit) return null;
  const since = history.slice(planned + 1);
  return since.some(hasBegun) && !since.some(decidesOtherwise) ? command.visit : null;
}

function hasBegun({ actor, command }: HistoryEntry): boolean {
  return command.verb === 'resume' && actor.kind === 'system';
}

function decidesOtherwise({ actor, command }: HistoryEntry): boolean {
  switch (command.verb) {
    case 'resume':
      return actor.kind === 'person';
    case 'assign':
      return command.handledBy.person === null;
    case 'release':
    case 'hold':
    case 'accept':
    case 'reopen':
    case 'merged':
      return true;
    default:
      return false;
  }
}

/** When a visit in mind is over; null where there is none before the deadline. */
export function busyUntil(ticket: Ticket, dueAt: Instant): Instant | null {
  const visit = visitInMind(ticket);
  return visit && instantOf(visit.from) < dueAt ? instantOf(visit.to) : null;
}

function openingBefore(date: string, { calendar }: Rules): Instant | null {
  const { timeZone } = calendar;
  const midnight = startOfDay(date, timeZone);
  const windows = calendar.windowsBetween(startOfDay(addDays(date, -longestClosureDays), timeZone), midnight);
  const last = windows.at(-1);
  if (!last) return null;
  const dayBefore = localDateIn(timeZone)(last.end - 1);
  return windows.find(({ start }) => localDateIn(timeZone)(start) === dayBefore)?.start ?? last.start;
}
