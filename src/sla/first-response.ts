import type { Instant } from './instant.js';
import type { ServiceCalendar } from './service-calendar.js';

const warningShare = 0.75;

/** What the clock is computed from; never kept as counters. */
export interface FirstResponseFacts {
  /** When the ticket was submitted. */
  readonly startedAt: Instant;
  /** When the requester first got a response; null as long as there was none. */
  readonly respondedAt: Instant | null;
  /** Service minutes that were promised. */
  readonly target: number;
  readonly calendar: ServiceCalendar;
}

export interface FirstResponseClock {
  /** The promise: when the target is used up. */
  readonly dueAt: Instant;
  /** When the reminder of 75 % may be sent: never outside service hours, then at the next opening. */
  readonly warnAt: Instant;
  /** When the reminder of 100 % may be sent: `dueAt`, or the next opening where that is outside service hours. */
  readonly overdueAt: Instant;
  /** Whether the promise was kept; null as long as there was no response. */
  readonly met: boolean | null;
}

/**
 * The clock of the first response (docs/rules.md, "First response"): from submit, for the target of the priority in
 * service minutes, void once somebody responded. Closing time is outside service hours, so a target used up exactly then is
 * due then and reminded of at the next opening.
 */
export function firstResponseClock(facts: FirstResponseFacts): FirstResponseClock {
  const { startedAt, respondedAt, target, calendar } = facts;
  const dueAt = calendar.due(startedAt, target);
  return {
    dueAt,
    warnAt: calendar.nextOpening(calendar.due(startedAt, target * warningShare)),
    overdueAt: calendar.nextOpening(dueAt),
    met: respondedAt === null ? null : calendar.serviceMinutesBetween(startedAt, respondedAt) <= target,
  };
}
