import type { Instant } from './instant.js';

/** By zone, since making one ready costs a hundred times as much as asking it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Tells the date (YYYY-MM-DD) of an instant in a time zone (IANA name). @throws RangeError for an unknown zone */
export function localDateIn(timeZone: string): (at: Instant) => string {
  const format = formats.get(timeZone) ?? formatIn(timeZone);
  formats.set(timeZone, format);
  return (at) => format.format(at);
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
}
