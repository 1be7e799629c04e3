import { millisecondsPerMinute, type Instant } from './instant.js';
import type { ServiceCalendar } from './service-calendar.js';

/** A stretch of time [from, to); `to` is null as long as it goes on. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A stretch in which a clock stands still. One that ends before it begins is none. */
export type Pause = Stretch;

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
  /**
   * The earliest instant, from the start on, at which so many service minutes were counted; null where the clock stands
   * still before. What is used up at the very beginning of a pause is used up then.
   */
  reachedAt(serviceMinutes: number): Instant | null;
  /** Service minutes counted before this instant. */
  usedBefore(at: Instant): number;
}

/**
 * Counts service time from the start on, without the pauses (docs/rules.md, "Clocks"). Like the calendar it has an
 * answer to every finite input; what is never reached comes at the end of the year 9999.
 * @throws RangeError for an instant that is not finite or an amount that is NaN, also when it asks for one later
 *
 * @example promiseClock({ startedAt, pauses: [{ from, to: null }], target: 240, calendar }).dueAt
 */
export function promiseClock({ startedAt, pauses, target, calendar }: PromiseFacts): PromiseClock {
  const running = stretchesBetween(startedAt, pauses);
  const reachedAt = (serviceMinutes: number): Instant | null => {
    // Whole milliseconds, so that adding up stretches makes no error.
    let left = milliseconds(serviceMinutes);
    if (left <= 0) return startedAt;
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
      checkInstant(at);
      const served = running.map(({ from, to }) =>
        milliseconds(calendar.serviceMinutesBetween(from, Math.min(to ?? at, at))),
      );
      return served.reduce((sum, each) => sum + each, 0) / millisecondsPerMinute;
    },
  };
}

/**
 * Where a clock runs: what the pauses leave of the time from the start on, in order.
 * @throws RangeError for an instant that is not finite
 */
export function stretchesBetween(startedAt: Instant, pauses: readonly Pause[]): readonly Stretch[] {
  checkInstant(startedAt);
  for (const { from, to } of pauses) [from, to ?? from].forEach(checkInstant);
  const running: Stretch[] = [];
  let from = startedAt;
  for (const pause of pauses.toSorted((one, other) => one.from - other.from)) {
    // Of several that overlap, the one that ends last decides; one that ends before it begins must not turn time back.
    if (pause.to !== null && pause.to <= Math.max(from, pause.from)) continue;
    if (pause.from > from) running.push({ from, to: pause.from });
    if (pause.to === null) return running;
    from = pause.to;
  }
  return [...running, { from, to: null }];
}

function checkInstant(at: Instant): void {
  if (!Number.isFinite(at)) throw new RangeError(`not an instant: ${at}`);
}

function milliseconds(serviceMinutes: number): number {
  if (Number.isNaN(serviceMinutes)) throw new RangeError('not an amount of service: NaN');
  return Math.round(serviceMinutes * millisecondsPerMinute);
}
