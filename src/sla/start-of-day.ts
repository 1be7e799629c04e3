import type { Instant } from './instant.js';
import { dayOf } from './local-day.js';
import { localTimeOf } from './local-time.js';

/**
 * The instant at which a day begins in a time zone (IANA name).
 * @param date `YYYY-MM-DD`
 * @throws RangeError where there is no such date
 */
export function startOfDay(date: string, timeZone: string): Instant {
  const day = dayOf(date);
  if (Number.isNaN(day)) throw new RangeError('not a date');
  return localTimeOf(timeZone)(day, 0);
}
