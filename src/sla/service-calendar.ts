import type { Instant } from './instant.js';

/** A stretch of service [start, end). */
export interface ServiceInterval {
  readonly start: Instant;
  readonly end: Instant;
}

/** A calendar ready for computing: when there is service, and how much of it lies between two instants. */
export interface ServiceCalendar {
  readonly timeZone: string;
  /**
   * From this instant on the answers are uncertain, because the school holidays that they depend on are not known yet
   * (there the calendar goes on as if there were none); null where nothing depends on such data.
   */
  readonly knownUntil: Instant | null;
  /** Earliest t >= start at which the service time in [start, t) has reached `serviceMinutes`. */
  due(start: Instant, serviceMinutes: number): Instant;
  /** Service minutes (fractions allowed) in [from, to); 0 where to <= from. */
  serviceMinutesBetween(from: Instant, to: Instant): number;
  /** The service windows in [from, to), in order, cut off at both ends; windows that touch stay apart. */
  windowsBetween(from: Instant, to: Instant): readonly ServiceInterval[];
  /** Whether [window start, window end) of some service window holds the instant. */
  isOpen(at: Instant): boolean;
  /** `at` itself if there is service then, else the start of the next service window. */
  nextOpening(at: Instant): Instant;
  /** The instant n service days (days with any service time) after `at`: closing time of the n-th service day after the day of `at`. */
  afterServiceDays(at: Instant, serviceDays: number): Instant;
}
