import { instantOf, type Instant } from '../sla/index.js';
import { promisesOf } from './clocks.js';
import type { Rules } from './rules.js';
import type { Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

/** The one promise that counts next, as people see it. */
export interface PromiseView {
  readonly of: 'first-response' | 'resolution';
  /** Null while the clock stands still. */
  readonly dueAt: Instant | null;
  /** For whom the clock stands still. */
  readonly standsStillFor: 'requester' | 'vendor' | null;
  /** `short` once so much is used that the channel is warned. */
  readonly urgency: 'calm' | 'short' | 'overdue';
  /** Until it is due, or, where it is overdue, since then; 0 while the clock stands still. */
  readonly serviceMinutes: number;
}

/** The first response, then the solution; null where nothing is promised (any more). */
export function promiseView(ticket: Ticket, rules: Rules, now: Instant): PromiseView | null {
  if (ticket.priority === null || !isOpen(ticket.state)) return null;
  if (ticket.firstRespondedAt === null) {
    return running(ticket, 'first-response', ticket.firstResponseDueAt, rules, now);
  }
  const { waitingFor } = ticket;
  if (ticket.state === 'waiting' && (waitingFor === 'requester' || waitingFor === 'vendor')) {
    return {
      of: 'resolution',
      dueAt: null,
      standsStillFor: waitingFor,
      urgency: 'calm',
      serviceMinutes: 0,
    };
  }
  return running(ticket, 'resolution', ticket.resolutionDueAt, rules, now);
}

function running(
  ticket: Ticket,
  of: PromiseView['of'],
  dueAtIso: string | null,
  rules: Rules,
  now: Instant,
): PromiseView | null {
  if (dueAtIso === null) return null;
  const dueAt = instantOf(dueAtIso);
  const calendar = rules.calendarOf(ticket.report.schoolId);
  const isOverdue = dueAt < now;
  const serviceMinutes = isOverdue
    ? calendar.serviceMinutesBetween(dueAt, now)
    : calendar.serviceMinutesBetween(now, dueAt);
  const urgency = isOverdue ? 'overdue' : serviceMinutes <= shortBelow(ticket, of, rules) ? 'short' : 'calm';
  return { of, dueAt, standsStillFor: null, urgency, serviceMinutes };
}

/** The service minutes that are left when the channel is warned; less than none where the ladder warns nobody. */
function shortBelow(ticket: Ticket, of: PromiseView['of'], rules: Rules): number {
  if (ticket.priority === null) return -1;
  const { ladder } = rules.policy;
  const isResponse = of === 'first-response';
  const { warnPercent } = isResponse ? ladder.firstResponse : ladder.resolution;
  if (warnPercent === null) return -1;
  const promises = promisesOf(ticket, ticket.priority, rules);
  const target = isResponse ? promises.firstResponse : promises.resolution;
  return target * (1 - warnPercent / 100);
}
