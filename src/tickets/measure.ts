import { instantOf, isoOf, type Instant, type PromiseClock } from '../sla/index.js';
import { clockFacts, resolutionRuns, type ClockFacts } from './clocks.js';
import { resolutionPauses } from './pauses.js';
import { firstRespondedAt } from './response.js';
import type { Rules } from './rules.js';
import type { PromiseResult, Ticket } from './ticket.js';
import { updateClock } from './update-clock.js';
import { isOpen } from './vocabulary.js';

/**
 * The ticket with everything that follows from history and rules computed anew: promises, results and the version of
 * the rules. What was frozen stays, as long as what froze it was not taken back. A draft promises nothing.
 */
export function measured(ticket: Ticket, rules: Rules): Ticket {
  const facts = clockFacts(ticket, rules);
  if (!facts) return ticket;
  const respondedAt = firstRespondedAt(ticket.history);
  const firstResponse = responseResult(ticket, respondedAt, facts, rules);
  const firstResponseDueAt = firstResponse ? firstResponse.dueAt : iso(facts.firstResponse.dueAt);
  const resolutionDueAt = resolutionRuns(ticket) ? iso(facts.resolution.dueAt) : null;
  const answered: Ticket = { ...ticket, firstRespondedAt: respondedAt };
  const { phases, promises } = facts;
  const nextUpdate = updateClock(answered, { phases, nextUpdate: promises.nextUpdate }, rules);
  const nextPromiseAt = respondedAt === null ? firstResponseDueAt : resolutionDueAt;
  return {
    ...answered,
    firstResponseDueAt,
    resolutionDueAt,
    nextUpdateDueAt: iso(nextUpdate?.dueAt ?? null),
    nextPromiseAt: isOpen(ticket.state) ? nextPromiseAt : null,
    results: { firstResponse, resolution: resolutionResult(ticket, facts) },
    rulesVersion: rules.version,
  };
}

/** Whether a deadline that cards show is another one now. */
export function showsOtherDeadline(before: Ticket, after: Ticket): boolean {
  return (
    before.firstResponseDueAt !== after.firstResponseDueAt || before.resolutionDueAt !== after.resolutionDueAt
  );
}

/** Frozen with the rules, the priority and the school of the moment in which it happened. */
function responseResult(
  ticket: Ticket,
  respondedAt: string | null,
  { startedAt, firstResponse: clock, promises }: ClockFacts,
  rules: Rules,
): PromiseResult | null {
  const known = ticket.results.firstResponse;
  if (respondedAt === null || known?.at === respondedAt) return respondedAt === null ? null : known;
  const { firstResponseDueAt: promised } = ticket;
  // An earlier release answered it and froze no result: what was promised then tells the target.
  const isOfEarlierRelease = ticket.firstRespondedAt === respondedAt && promised !== null;
  if (!isOfEarlierRelease) return resultAt(respondedAt, clock, promises.firstResponse, clock.dueAt);
  const calendar = rules.calendarOf(ticket.report.schoolId);
  const target = calendar.serviceMinutesBetween(startedAt, instantOf(promised));
  return resultAt(respondedAt, clock, target, instantOf(promised));
}

/** Frozen by the solution; a reopening makes it open again. */
function resolutionResult(ticket: Ticket, facts: ClockFacts): PromiseResult | null {
  const { resolvedAt } = ticket;
  if (resolvedAt === null) return null;
  const known = ticket.results.resolution;
  if (known?.at === resolvedAt) return known;
  const at = instantOf(resolvedAt);
  const before = facts.resolutionWith(resolutionPauses(facts.phases).filter(({ from }) => from < at));
  return resultAt(resolvedAt, before, facts.promises.resolution, before.dueAt);
}

function resultAt(at: string, clock: PromiseClock, target: number, dueAt: Instant | null): PromiseResult {
  const used = clock.usedBefore(instantOf(at));
  return { at, dueAt: iso(dueAt), target, used, met: used <= target };
}

function iso(instant: Instant | null): string | null {
  return instant === null ? null : isoOf(instant);
}
