import {
  dayOf,
  millisecondsPerDay,
  millisecondsPerMinute,
  type Instant,
  type LocalDay,
} from '../sla/index.js';

/** What clocks show: a local day and the minutes since its midnight on the clock. */
export interface WallTime {
  readonly day: LocalDay;
  readonly minute: number;
}

/** Tells what clocks of a zone (IANA name) show at an instant, to the minute. */
export function wallClockIn(timeZone: string): (at: Instant) => WallTime {
  // Swedish dates and times are written in the order of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const [date = '', time = ''] = format.format(at).split(' ');
    return { day: dayOf(date), minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
  };
}

/** A wall time as if clocks showed UTC, in milliseconds: for telling how far two lie apart on the clock. */
export function asIfUtc({ day, minute }: WallTime): number {
  return day * millisecondsPerDay + minute * millisecondsPerMinute;
}

/** Minutes of a day as `HH:MM`. */
export function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
