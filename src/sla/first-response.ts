import type { Instant } from './instant.js';
import type { Policy } from './policy.js';
import type { ServiceCalendar } from './service-calendar.js';
import type { Priority } from '../tickets/vocabulary.js';

const warningShare = 0.75;

/** What the clock is computed from; never kept as counters. */
export interface FirstResponseFacts {
  /** When the ticket was submitted. */
  readonly startedAt: Instant;
  /** When the requester first got a response; null as long as there was none. */
  readonly respondedAt: Instant | null;
  readonly priority: Priority;
  readonly policy: Policy;
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
 * The clock of the first response (DESIGN.md section 3): from submit, for the target of the priority in service
 * minutes, void once somebody responded. Closing time is outside service hours, so a target used up exactly then is
 * due then and reminded of at the next opening.
 */
export function firstResponseClock(facts: FirstResponseFacts): FirstResponseClock {
  const { startedAt, respondedAt, priority, policy, calendar } = facts;
  const target = policy[priority].firstResponse;
  const dueAt = calendar.due(startedAt, target);
  return {
    dueAt,
    warnAt: calendar.nextOpening(calendar.due(startedAt, target * warningShare)),
    overdueAt: calendar.nextOpening(dueAt),
    met: respondedAt === null ? null : calendar.serviceMinutesBetween(startedAt, respondedAt) <= target,
  };
}

export type FirstResponseStage = 'first-response-75' | 'first-response-100';

/** A reminder that went out, with the deadline it was about: a moved deadline makes a new reminder. */
export interface SentReminder {
  readonly stage: FirstResponseStage;
  readonly dueAt: Instant;
}

export type StageDue =
  /** This reminder is to be sent now. */
  | { readonly kind: 'send'; readonly stage: FirstResponseStage }
  /** Nothing to send before this instant. */
  | { readonly kind: 'wait'; readonly until: Instant }
  /** Nothing will ever be sent for this deadline again. */
  | { readonly kind: 'done' };

/**
 * What the reminders of a clock ask for at `now`: the highest stage reached, if neither it nor a higher one was sent
 * for this deadline; else when the next stage comes.
 */
export function stageDue(
  clock: FirstResponseClock,
  now: Instant,
  alreadySent: readonly SentReminder[],
): StageDue {
  const wasSent = (stage: FirstResponseStage): boolean =>
    alreadySent.some((sent) => sent.stage === stage && sent.dueAt === clock.dueAt);
  if (clock.met !== null || wasSent('first-response-100')) return { kind: 'done' };
  if (now >= clock.overdueAt) return { kind: 'send', stage: 'first-response-100' };
  if (wasSent('first-response-75')) return { kind: 'wait', until: clock.overdueAt };
  if (now >= clock.warnAt) return { kind: 'send', stage: 'first-response-75' };
  return { kind: 'wait', until: clock.warnAt };
}
