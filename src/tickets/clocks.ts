import {
  instantOf,
  promiseClock,
  promisesFor,
  type Instant,
  type Pause,
  type PromiseClock,
  type Promises,
} from '../sla/index.js';
import { phasesOf, resolutionPauses, type Phase, type TicketPause } from './pauses.js';
import type { Rules } from './rules.js';
import type { PromiseResult, Ticket } from './ticket.js';
import { updateClock } from './update-clock.js';
import { isOpen, type Priority } from './vocabulary.js';

/** One promise as it stands at some instant. */
export interface PromiseState {
  readonly startedAt: Instant;
  /** Service minutes; of a promise that was kept or broken what counted then. */
  readonly target: number;
  /** Null while the clock stands still. */
  readonly dueAt: Instant | null;
  /** Service minutes that counted until now, or until it happened. */
  readonly usedServiceMinutes: number;
  /** Target less what is used; below 0 once it is overdue. */
  readonly leftServiceMinutes: number;
  /** How it was kept, once it happened. */
  readonly result: PromiseResult | null;
}

/** All clocks of a ticket, for people to see and to be explained. */
export interface TicketClocks {
  readonly firstResponse: PromiseState;
  readonly resolution: PromiseState & {
    readonly pauses: readonly TicketPause[];
    readonly standsStill: boolean;
  };
  /** When the requester last heard from us, and shall hear the next time; null where nobody waits for that. */
  readonly nextUpdate: { readonly since: Instant; readonly dueAt: Instant | null } | null;
  readonly promises: Promises;
}

/** What the clocks of a submitted ticket are computed from. */
export interface ClockFacts {
  readonly startedAt: Instant;
  readonly promises: Promises;
  readonly phases: readonly Phase[];
  readonly firstResponse: PromiseClock;
  readonly resolution: PromiseClock;
  /** The clock of the resolution as it would be with other pauses. */
  resolutionWith(pauses: readonly Pause[]): PromiseClock;
}

/** What is promised for a ticket of this priority, in service minutes, by its category and grounds. */
export function promisesOf({ report, grounds }: Ticket, priority: Priority, { policy }: Rules): Promises {
  return promisesFor(policy, { priority, category: report.category, ...grounds });
}

/** Computes the clocks afresh from history and rules (docs/rules.md, "Clocks"); null for a draft. */
export function clockFacts(ticket: Ticket, rules: Rules): ClockFacts | null {
  if (ticket.submittedAt === null || ticket.priority === null) return null;
  const startedAt = instantOf(ticket.submittedAt);
  const promises = promisesOf(ticket, ticket.priority, rules);
  const phases = phasesOf(ticket.history);
  const calendar = rules.calendarOf(ticket.report.schoolId);
  const resolutionWith = (pauses: readonly Pause[]): PromiseClock =>
    promiseClock({ startedAt, pauses, target: promises.resolution, calendar });
  return {
    startedAt,
    promises,
    phases,
    firstResponse: promiseClock({ startedAt, pauses: [], target: promises.firstResponse, calendar }),
    resolution: resolutionWith(resolutionPauses(phases)),
    resolutionWith,
  };
}

/** Whether the clock of the resolution runs: somebody works on the ticket, or a visit is planned. */
export function resolutionRuns({ state, waitingFor }: Ticket): boolean {
  return isOpen(state) && (waitingFor === null || waitingFor === 'visit');
}

/** The clocks of a ticket as they stand at `now`; null for a draft. */
export function clocksOf(ticket: Ticket, rules: Rules, now: Instant): TicketClocks | null {
  const facts = clockFacts(ticket, rules);
  if (!facts) return null;
  const { startedAt, promises, phases } = facts;
  const { results } = ticket;
  const standsStill = !resolutionRuns(ticket);
  return {
    firstResponse: stateOf(
      startedAt,
      facts.firstResponse,
      promises.firstResponse,
      results.firstResponse,
      now,
    ),
    resolution: {
      ...stateOf(startedAt, facts.resolution, promises.resolution, results.resolution, now),
      ...(standsStill && !results.resolution && { dueAt: null }),
      pauses: resolutionPauses(phases),
      standsStill,
    },
    nextUpdate: updateClock(ticket, { phases, nextUpdate: promises.nextUpdate }, rules),
    promises,
  };
}

function stateOf(
  startedAt: Instant,
  clock: PromiseClock,
  promised: number,
  result: PromiseResult | null,
  now: Instant,
): PromiseState {
  const target = result?.target ?? promised;
  const used = result?.used ?? clock.usedBefore(now);
  const frozenDueAt = result?.dueAt ?? null;
  const whenKept = frozenDueAt === null ? null : instantOf(frozenDueAt);
  return {
    startedAt,
    target,
    dueAt: result ? whenKept : clock.dueAt,
    usedServiceMinutes: used,
    leftServiceMinutes: target - used,
    result,
  };
}
