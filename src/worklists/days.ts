import {
  addDays,
  isoOf,
  localDateIn,
  millisecondsPerDay,
  startOfDay,
  type Instant,
  type ServiceCalendar,
} from '../sla/index.js';

/** Longer than any service stays closed. */
const longestClosureDays = 60;

/** When the worklist of a day (YYYY-MM-DD) is made: closing time of the last service day before it. */
export function madeAt(date: string, calendar: ServiceCalendar): Instant {
  const midnight = startOfDay(date, calendar.timeZone);
  const before = calendar.windowsBetween(midnight - longestClosureDays * millisecondsPerDay, midnight);
  return before.at(-1)?.end ?? midnight;
}

/**
 * The days (YYYY-MM-DD) of which the worklist may be due: today, and those up to the next day with service, since a visit
 * may be moved to a day without.
 */
export function daysToPrepare(now: Instant, calendar: ServiceCalendar): readonly string[] {
  const dateOf = localDateIn(calendar.timeZone);
  const today = dateOf(now);
  const tomorrow = startOfDay(addDays(today, 1), calendar.timeZone);
  const last = dateOf(calendar.nextOpening(tomorrow));
  const days = [today];
  while ((days.at(-1) ?? last) < last && days.length <= longestClosureDays)
    days.push(addDays(today, days.length));
  return days;
}

/** Between two looks whether a worklist's card still shows what is so; wall milliseconds. */
const lookEveryWallMs = 10 * 60_000;

/**
 * When it is looked again (ISO) whether the card of a day is still right: from an hour before the first visit on, until an
 * hour after the last one; null afterwards.
 */
export function nextLookAt(
  sites: readonly { readonly from: Instant; readonly to: Instant }[],
  now: Instant,
): string | null {
  const aroundMs = 60 * 60_000;
  const first = Math.min(...sites.map(({ from }) => from)) - aroundMs;
  const last = Math.max(...sites.map(({ to }) => to)) + aroundMs;
  if (sites.length === 0 || now >= last) return null;
  return isoOf(now < first ? first : now + lookEveryWallMs);
}

/** So long after closing time the list of the next day may still disturb somebody; wall milliseconds. */
const eveningWallMs = 2 * 60 * 60_000;

/** So long before the first visit of a day without service its list may disturb somebody; wall milliseconds. */
const beforeVisitWallMs = 60 * 60_000;

/**
 * Whether the worklist of a day may be sent now: the evening before, and where that was missed, in the next service hours
 * as long as a visit is still to come or going on; on a day without service from an hour before its first visit.
 */
export function mayBeSent(
  date: string,
  visits: readonly { readonly from: Instant; readonly to: Instant }[],
  now: Instant,
  calendar: ServiceCalendar,
): boolean {
  const from = madeAt(date, calendar);
  const until = Math.max(0, ...visits.map(({ to }) => to));
  if (now < from || now >= until) return false;
  return (
    now < from + eveningWallMs || calendar.isOpen(now) || isVisitedWhileClosed(date, visits, now, calendar)
  );
}

/** Whoever goes somewhere on a day without service is at work then. */
function isVisitedWhileClosed(
  date: string,
  visits: readonly { readonly from: Instant }[],
  now: Instant,
  calendar: ServiceCalendar,
): boolean {
  const [start, end] = [date, addDays(date, 1)].map((day) => startOfDay(day, calendar.timeZone));
  const hasService =
    start !== undefined && end !== undefined && calendar.windowsBetween(start, end).length > 0;
  return !hasService && now >= Math.min(...visits.map(({ from }) => from)) - beforeVisitWallMs;
}
