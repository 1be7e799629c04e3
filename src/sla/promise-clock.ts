import { millisecondsPerMinute, type Instant } from './instant.js';
import type { ServiceCalendar } from './service-calendar.js';

/** A stretch [from, to) in which a clock stands still; `to` is null as long as it goes on. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What a promise's clock is computed from; never kept as counters. */
export interface PromiseFacts {
  readonly startedAt: Instant;
  /** In any order; they may overlap or touch, lie before the start or outside service hours. */
  readonly pauses: readonly Pause[];
  /** What was promised, in service minutes. */
  readonly target: number;
  readonly calendar: ServiceCalendar;
}

/** The clock of one promise: how much of it is used, and when it is used up. */
export interface PromiseClock {
  /** The promise: when the target is used up. Null where the clock stands still before. */
  readonly dueAt: Instant | null;
  /** The earliest instant at which so many service minutes were counted; null where the clock stands still before. */
  reachedAt(serviceMinutes: number): Instant | null;
  /** Service minutes counted before this instant. */
  usedBefore(at: Instant): number;
}

/**
 * Counts service time from the start on, without the pauses (docs/rules.md, "Clocks"). Total: every input has an answer.
 *
 * @example promiseClock({ startedAt, pauses: [{ from, to: null }], target: 240, calendar }).dueAt
 */
export function promiseClock({ startedAt, pauses, target, calendar }: PromiseFacts): PromiseClock {
  const running = stretchesBetween(startedAt, pauses);
  const reachedAt = (serviceMinutes: number): Instant | null => {
    // Whole milliseconds, so that adding up stretches makes no error.
    let left = milliseconds(serviceMinutes);
    for (const { from, to } of running) {
      if (to === null) return calendar.due(from, left / millisecondsPerMinute);
      const served = milliseconds(calendar.serviceMinutesBetween(from, to));
      if (served >= left) return calendar.due(from, left / millisecondsPerMinute);
      left -= served;
    }
    return null;
  };
  return {
    dueAt: reachedAt(target),
    reachedAt,
    usedBefore(at) {
      const served = running.map(({ from, to }) =>
        milliseconds(calendar.serviceMinutesBetween(from, Math.min(to ?? at, at))),
      );
      return served.reduce((sum, each) => sum + each, 0) / millisecondsPerMinute;
    },
  };
}

/** Where a clock runs: what the pauses leave of the time from the start on. */
export function stretchesBetween(startedAt: Instant, pauses: readonly Pause[]): readonly Pause[] {
  const running: Pause[] = [];
  let from = startedAt;
  for (const pause of [...pauses].sort((one, other) => one.from - other.from)) {
    if (pause.to !== null && pause.to <= from) continue;
    if (pause.from > from) running.push({ from, to: pause.from });
    if (pause.to === null) return running;
    from = pause.to;
  }
  return [...running, { from, to: null }];
}

function milliseconds(serviceMinutes: number): number {
  return Math.round(serviceMinutes * millisecondsPerMinute);
}
