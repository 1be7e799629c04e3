import { dayOf } from './local-day.js';

/** A point in time in computations: epoch milliseconds. Documents hold the same as `toISOString()`. */
export type Instant = number;

export const millisecondsPerMinute = 60_000;

/** The instant of an ISO text. @throws RangeError where the text is none */
export function instantOf(iso: string): Instant {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${iso}`);
  return instant;
}

/** The text that documents hold; sorts as the instants do. */
export function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}

const instantWithOffset =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The instant of an ISO 8601 text that says its offset from UTC: `2026-11-20T15:30:00+01:00`, `2026-11-20T14:30Z`.
 * undefined for any other text, as what it means would depend on the reader's time zone; also for a date that does
 * not exist.
 */
export function instantOfOffsetText(text: string): Instant | undefined {
  const date = instantWithOffset.exec(text)?.[1];
  return date === undefined || Number.isNaN(dayOf(date)) ? undefined : Date.parse(text);
}
