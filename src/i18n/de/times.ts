import { localDate, localTime, type LocalTime } from '../formatters.js';

function local(at: number, now: number, timeZone: string): LocalTime {
  return localTime('de-DE', timeZone, { day: '2-digit', month: '2-digit' }, at, now);
}

/** Times in words as seen from `now`; instants are epoch milliseconds, shown in the service's time zone. */
export const times = {
  /** A deadline that lies ahead: `heute bis 10:15`. */
  until: (at: number, now: number, timeZone: string): string => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return `heute bis ${t.clock}`;
    if (t.dayOffset === 1) return `bis morgen, ${t.weekday}. ${t.clock}`;
    if (t.dayOffset > 1 && t.dayOffset < 7) return `bis ${t.weekday}. ${t.clock}`;
    return `bis ${t.weekday}. ${t.date}, ${t.clock}`;
  },
  /** A deadline that has passed: `seit heute, 10:15`. */
  since: (at: number, now: number, timeZone: string): string => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return `seit heute, ${t.clock}`;
    if (t.dayOffset === -1) return `seit gestern, ${t.clock}`;
    return `seit ${t.weekday}. ${t.date}, ${t.clock}`;
  },
  /** A point in time: `heute, 10:15`. */
  at: (at: number, now: number, timeZone: string): string => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return `heute, ${t.clock}`;
    if (t.dayOffset === -1) return `gestern, ${t.clock}`;
    if (t.dayOffset === 1) return `morgen, ${t.clock}`;
    return `${t.weekday}. ${t.date}, ${t.clock}`;
  },
  /** Service time in full minutes: `3 Std. 20 Min.`; what is begun does not count, so that nobody is promised more. */
  duration: (serviceMinutes: number): string => {
    const minutes = Math.floor(serviceMinutes);
    if (minutes < 1) return serviceMinutes > 0 ? 'unter 1 Min.' : '0 Min.';
    const parts = [`${Math.floor(minutes / 60)} Std.`, `${minutes % 60} Min.`];
    return parts.filter((part) => !part.startsWith('0 ')).join(' ');
  },
  /** A date as in a list: `Fr. 27.11.`, with the year where it is another one. */
  date: (at: number, now: number, timeZone: string): string =>
    localDate('de-DE', timeZone, { day: '2-digit', month: '2-digit' }, at, now),
  /** Day and time of day, `Fr. 20.11., 13:30`: for what is still read when `now` is long over. */
  stamp: (at: number, now: number, timeZone: string): string =>
    `${times.date(at, now, timeZone)}, ${times.clock(at, now, timeZone)}`,
  /** When a text that ages was true: `Fr. 13:30`. */
  asOf: (at: number, now: number, timeZone: string): string => {
    const t = local(at, now, timeZone);
    return `${t.weekday}. ${t.clock}`;
  },
  /** The time of day alone. */
  clock: (at: number, now: number, timeZone: string): string => local(at, now, timeZone).clock,
  /** A day: `heute`, `Freitag`, `Fr. 27.11.`. */
  day: (at: number, now: number, timeZone: string): string => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return 'heute';
    if (t.dayOffset === 1) return 'morgen';
    if (t.dayOffset > 1 && t.dayOffset < 7) return t.weekdayLong;
    return `${t.weekday}. ${t.date}`;
  },
  /** A day on which something happens: `heute`, `am Freitag`, `am Fr. 27.11.`. */
  onDay: (at: number, now: number, timeZone: string): string => {
    const day = times.day(at, now, timeZone);
    const { dayOffset } = local(at, now, timeZone);
    return dayOffset === 0 || dayOffset === 1 ? day : `am ${day}`;
  },
};
