import { millisecondsPerMinute, type Instant } from './instant.js';
import { millisecondsPerDay, type LocalDay } from './local-day.js';

/** The instant at which clocks show a minute of a local day; the minute may lie past the day's end. */
export type LocalTime = (day: LocalDay, minute: number) => Instant;

/** What local time is ahead of UTC, in milliseconds, by instant. */
type Offset = (at: Instant) => number;

/** Some days of a zone with at most one change of clocks. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offsetBefore: number;
  /** Infinity where clocks do not change. */
  readonly change: Instant;
  readonly offsetAfter: number;
}

// Shorter than the time between two changes in any zone, and long enough to ask Intl seldom.
const stretchLength = 16 * millisecondsPerDay;

/**
 * Local times of a zone (IANA name), whatever the zone of the process. As calendars usually do (RFC 5545), a time that
 * the change of clocks repeats is its first occurrence, and one that it skips is later by what was skipped.
 */
export function localTimeOf(timeZone: string): LocalTime {
  const offsetAt = offsetsOf(timeZone);
  let stretch: Stretch | undefined;
  return (localDay, minute) => {
    const local = localDay * millisecondsPerDay + minute * millisecondsPerMinute;
    if (!stretch || local - millisecondsPerDay < stretch.from || local + millisecondsPerDay > stretch.to) {
      stretch = stretchFrom((Math.floor(local / millisecondsPerDay) - 1) * millisecondsPerDay, offsetAt);
    }
    const first = local - stretch.offsetBefore;
    if (first < stretch.change) return first;
    const second = local - stretch.offsetAfter;
    return second >= stretch.change ? second : first;
  };
}

function stretchFrom(from: Instant, offsetAt: Offset): Stretch {
  const to = from + stretchLength;
  const offsetBefore = offsetAt(from);
  const offsetAfter = offsetAt(to);
  const change = offsetBefore === offsetAfter ? Infinity : changeBetween(from, to, offsetAt);
  return { from, to, offsetBefore, change, offsetAfter };
}

/** The first second with the later offset. */
function changeBetween(from: Instant, to: Instant, offsetAt: Offset): Instant {
  const second = 1000;
  const offsetAfter = offsetAt(to);
  let before = from;
  let after = to;
  while (after - before > second) {
    const middle = Math.floor((before + after) / 2 / second) * second;
    if (offsetAt(middle) === offsetAfter) after = middle;
    else before = middle;
  }
  return after;
}

function offsetsOf(timeZone: string): Offset {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(format.format(at));
    // At no offset it ends in GMT alone.
    if (!match) return 0;
    const [, sign, hours, minutes, seconds = '0'] = match;
    const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -offset : offset;
  };
}
