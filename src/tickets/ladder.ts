import { instantOf, type Instant, type PromiseClock } from '../sla/index.js';
import { clockFacts, resolutionRuns, type ClockFacts } from './clocks.js';
import { requesterSilence } from './silence.js';
import type { Rules } from './rules.js';
import { busyUntil, lastVisit } from './last-visit.js';
import { lastReminder, stillToSay, type Reminder, type Rung } from './stages.js';
import type { Ticket } from './ticket.js';
import { updateClock, updateDueAfter } from './update-clock.js';

/** What one clock still has to say, ascending by stage: of what was reached only the last is given. */
type Line = readonly Reminder[];

/** The reminders about an open ticket (docs/rules.md, "Reminders"), one line for each clock and each circle of readers. */
export function ladderLines(ticket: Ticket, rules: Rules): readonly Line[] {
  const facts = clockFacts(ticket, rules);
  if (!facts) return [];
  const asked = [offerLine(ticket, rules), silenceLine(ticket, rules)];
  // The incident has one clock for all of its tickets; only what somebody is asked about this one goes on.
  if (ticket.incident !== null) return asked;
  return [
    ...asked,
    ...responseLines(ticket, facts, rules),
    ...resolutionLines(ticket, facts, rules),
    updateLine(ticket, facts, rules),
  ];
}

function offerLine({ offer }: Ticket, { calendar }: Rules): Line {
  if (!offer || offer.reminded) return [];
  const { answerDueAt: dueAt } = offer;
  const at = calendar.nextOpening(instantOf(dueAt));
  return [{ at, command: { verb: 'remind', stage: 'offer-unanswered', dueAt } }];
}

function responseLines(
  ticket: Ticket,
  { firstResponse: clock, promises }: ClockFacts,
  rules: Rules,
): readonly Line[] {
  const { dueAt } = clock;
  if (ticket.firstRespondedAt !== null || dueAt === null) return [];
  const { warnPercent, overdue, helpdeskAfter, atRiskPercent } = rules.policy.ladder.firstResponse;
  const target = promises.firstResponse;
  const helpdeskAt = helpdeskAfter === null ? null : clock.reachedAt(target + helpdeskAfter);
  return [
    stillToSay(
      [
        ['first-response-75', shareReachedAt(clock, target, warnPercent)],
        ['first-response-100', overdue ? dueAt : null],
        ['first-response-helpdesk', helpdeskAt],
      ],
      dueAt,
      ticket.history,
      rules,
    ),
    stillToSay(
      [['first-response-at-risk', shareReachedAt(clock, target, atRiskPercent)]],
      dueAt,
      ticket.history,
      rules,
    ),
  ];
}

/**
 * A planned visit tells the requester by itself when we come; the channel is not warned before it is over. Where none is
 * planned, it is reminded of the last one that could keep the promise, if that is earlier than the warning.
 */
function resolutionLines(
  ticket: Ticket,
  { resolution: clock, promises, startedAt }: ClockFacts,
  rules: Rules,
): readonly Line[] {
  const { dueAt } = clock;
  if (!resolutionRuns(ticket) || dueAt === null) return [];
  const { warnPercent, overdue, atRiskPercent } = rules.policy.ladder.resolution;
  const target = promises.resolution;
  const warnAt = shareReachedAt(clock, target, warnPercent);
  const busy = busyUntil(ticket, dueAt);
  const atRiskAt = ticket.waitingFor === 'visit' ? null : shareReachedAt(clock, target, atRiskPercent);
  return [
    stillToSay(
      [
        ...(busy === null ? lastVisitRung(ticket, { startedAt, dueAt, warnAt: warnAt ?? dueAt }, rules) : []),
        ['resolution-75', warnedAfter(busy, warnAt, dueAt)],
        ['resolution-100', overdue ? dueAt : null],
      ],
      dueAt,
      ticket.history,
      rules,
    ),
    stillToSay([['resolution-at-risk', atRiskAt]], dueAt, ticket.history, rules),
  ];
}

function lastVisitRung(
  ticket: Ticket,
  times: { readonly startedAt: Instant; readonly dueAt: Instant; readonly warnAt: Instant },
  rules: Rules,
): readonly Rung[] {
  if (!rules.policy.ladder.resolution.lastVisit) return [];
  const last = lastVisit(ticket, times.startedAt, times.dueAt, rules);
  if (!last || last.remindAt >= times.warnAt) return [];
  return [['last-visit', last.remindAt, last.visit.from]];
}

/** Not before the visit is over; never where that is after the deadline. */
function warnedAfter(busy: Instant | null, warnAt: Instant | null, dueAt: Instant): Instant | null {
  if (busy === null || warnAt === null) return warnAt;
  return busy >= dueAt ? null : Math.max(busy, warnAt);
}

/** Reminds once the requester has heard nothing for too long, and again as long as nothing was said. */
function updateLine(ticket: Ticket, { phases, promises }: ClockFacts, rules: Rules): Line {
  if (!rules.policy.ladder.nextUpdate) return [];
  const facts = { phases, nextUpdate: promises.nextUpdate };
  const clock = updateClock(ticket, facts, rules);
  if (!clock) return [];
  const { since, dueAt } = clock;
  if (dueAt === null) return [];
  const first = stillToSay([['next-update', dueAt]], dueAt, ticket.history, rules);
  const remindedAt = lastReminder(ticket.history, 'next-update');
  if (first.length > 0 || remindedAt === null) return first;
  const again = updateDueAfter(Math.max(since, remindedAt), ticket, facts, rules);
  return again === null ? [] : stillToSay([['next-update', again]], again, ticket.history, rules);
}

function silenceLine(ticket: Ticket, rules: Rules): Line {
  const remindAt = requesterSilence(ticket, rules)?.remindAt ?? null;
  return remindAt === null
    ? []
    : stillToSay([['requester-silent', remindAt]], remindAt, ticket.history, rules);
}

function shareReachedAt(clock: PromiseClock, target: number, percent: number | null): Instant | null {
  return percent === null ? null : clock.reachedAt((target * percent) / 100);
}
