import type { Instant } from './instant.js';
import { dayOf } from './local-day.js';
import { localTimeOf, type LocalTime } from './local-time.js';

/** By zone, since making one ready costs a hundred times as much as asking it. */
const localTimes = new Map<string, LocalTime>();

/**
 * The instant at which a day begins in a time zone (IANA name).
 * @param date `YYYY-MM-DD`
 * @throws RangeError where there is no such date
 */
export function startOfDay(date: string, timeZone: string): Instant {
  const day = dayOf(date);
  if (Number.isNaN(day)) throw new RangeError('not a date');
  const localTime = localTimes.get(timeZone) ?? localTimeOf(timeZone);
  localTimes.set(timeZone, localTime);
  return localTime(day, 0);
}
