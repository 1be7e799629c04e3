import type { times as german } from '../de/times.js';
import { localDate, localTime, type LocalTime } from '../formatters.js';

function local(at: number, now: number, timeZone: string): LocalTime {
  return localTime('en-GB', timeZone, { day: 'numeric', month: 'short' }, at, now);
}

export const times: typeof german = {
  until: (at, now, timeZone) => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return `today by ${t.clock}`;
    if (t.dayOffset === 1) return `by tomorrow, ${t.weekday} ${t.clock}`;
    if (t.dayOffset > 1 && t.dayOffset < 7) return `by ${t.weekday} ${t.clock}`;
    return `by ${t.weekday} ${t.date}, ${t.clock}`;
  },
  since: (at, now, timeZone) => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return `since today, ${t.clock}`;
    if (t.dayOffset === -1) return `since yesterday, ${t.clock}`;
    return `since ${t.weekday} ${t.date}, ${t.clock}`;
  },
  at: (at, now, timeZone) => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return `today, ${t.clock}`;
    if (t.dayOffset === -1) return `yesterday, ${t.clock}`;
    if (t.dayOffset === 1) return `tomorrow, ${t.clock}`;
    return `${t.weekday} ${t.date}, ${t.clock}`;
  },
  duration: (serviceMinutes) => {
    const minutes = Math.floor(serviceMinutes);
    if (minutes < 1) return serviceMinutes > 0 ? 'under 1 min' : '0 min';
    const parts = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
    return parts.filter((part) => !part.startsWith('0 ')).join(' ');
  },
  date: (at, now, timeZone) => localDate('en-GB', timeZone, { day: 'numeric', month: 'short' }, at, now),
  stamp: (at, now, timeZone) => `${times.date(at, now, timeZone)}, ${times.clock(at, now, timeZone)}`,
  asOf: (at, now, timeZone) => {
    const t = local(at, now, timeZone);
    return `${t.weekday} ${t.clock}`;
  },
  clock: (at, now, timeZone) => local(at, now, timeZone).clock,
  day: (at, now, timeZone) => {
    const t = local(at, now, timeZone);
    if (t.dayOffset === 0) return 'today';
    if (t.dayOffset === 1) return 'tomorrow';
    if (t.dayOffset > 1 && t.dayOffset < 7) return t.weekdayLong;
    return `${t.weekday} ${t.date}`;
  },
  onDay: (at, now, timeZone) => {
    const day = times.day(at, now, timeZone);
    const { dayOffset } = local(at, now, timeZone);
    return dayOffset === 0 || dayOffset === 1 ? day : `on ${day}`;
  },
};
