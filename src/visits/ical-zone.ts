import ICAL from 'ical.js';
import { dateOf, millisecondsPerMinute, weekdayOf, type Instant } from '../sla/index.js';
import { asIfUtc, wallClockIn, type WallTime } from './wall-clock.js';

/** A change of the clocks. */
interface ClockChange {
  /** What clocks show at that moment before they are set. */
  readonly wall: WallTime;
  /** Ahead of UTC, in wall minutes. */
  readonly offsetFrom: number;
  readonly offsetTo: number;
}

const hour = 60 * millisecondsPerMinute;

/**
 * The definition of a time zone for an iCalendar file, for the years from one to another: as a yearly rule where the
 * clocks change by one, which is what Outlook understands, else change by change.
 */
export function zoneComponent(timeZone: string, firstYear: number, lastYear: number): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', timeZone);
  const changes = changesIn(timeZone, Date.UTC(firstYear, 0), Date.UTC(lastYear + 1, 0));
  for (const part of changes.length === 0 ? [unchanging(timeZone)] : observances(changes)) {
    component.addSubcomponent(part);
  }
  return component;
}

function unchanging(timeZone: string): ICAL.Component {
  const offset = offsetsIn(timeZone)(0);
  return observance({ wall: { day: 0, minute: 0 }, offsetFrom: offset, offsetTo: offset }, null);
}

function observances(changes: readonly ClockChange[]): ICAL.Component[] {
  const [first, second] = changes;
  if (!first || !second) return changes.map((change) => observance(change, null));
  const rules = [first, second].map((change) => ({ change, rule: yearlyRuleOf(change) }));
  const isRegular = changes.every((change, index) => {
    const { change: model, rule } = rules[index % 2] ?? { change, rule: '' };
    const same = change.offsetTo === model.offsetTo && change.wall.minute === model.wall.minute;
    return same && yearlyRuleOf(change) === rule;
  });
  if (!isRegular) return changes.map((change) => observance(change, null));
  return rules.map(({ change, rule }) => observance(change, rule));
}

function observance({ wall, offsetFrom, offsetTo }: ClockChange, rule: string | null): ICAL.Component {
  const component = new ICAL.Component(offsetTo > offsetFrom ? 'daylight' : 'standard');
  component.addPropertyWithValue('dtstart', icalTime(wall));
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(offsetFrom * 60));
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(offsetTo * 60));
  if (rule !== null) component.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  return component;
}

/** The time of an iCalendar file at which clocks show this. */
export function icalTime({ day, minute }: WallTime): ICAL.Time {
  const [year = 0, month = 1, dayOfMonth = 1] = dateOf(day).split('-').map(Number);
  const date = { year, month, day: dayOfMonth, isDate: false };
  const time = { hour: Math.floor(minute / 60), minute: minute % 60, second: 0 };
  return new ICAL.Time({ ...date, ...time }, ICAL.Timezone.localTimezone);
}

/** The last or the n-th weekday of the month on which the change falls, each year. */
function yearlyRuleOf({ wall: { day } }: ClockChange): string {
  const [year = 0, month = 1, dayOfMonth = 1] = dateOf(day).split('-').map(Number);
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const position = dayOfMonth + 7 > daysOfMonth ? -1 : Math.ceil(dayOfMonth / 7);
  return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${position}${weekdayOf(day).slice(0, 2).toUpperCase()}`;
}

function changesIn(timeZone: string, from: Instant, to: Instant): ClockChange[] {
  const offsetAt = offsetsIn(timeZone);
  const step = 240 * hour;
  const changes: ClockChange[] = [];
  for (let at = from; at < to; at += step) {
    const [offsetFrom, offsetTo] = [offsetAt(at), offsetAt(at + step)];
    if (offsetFrom === offsetTo) continue;
    const moment = firstWith(offsetTo, at, at + step, offsetAt);
    const wall = (moment + offsetFrom * millisecondsPerMinute) / millisecondsPerMinute;
    changes.push({ wall: { day: Math.floor(wall / 1440), minute: wall % 1440 }, offsetFrom, offsetTo });
  }
  return changes;
}

/** The first minute with the later offset. */
function firstWith(offset: number, from: Instant, to: Instant, offsetAt: (at: Instant) => number): Instant {
  let [before, after] = [from, to];
  while (after - before > millisecondsPerMinute) {
    const middle = before + Math.floor((after - before) / 2 / millisecondsPerMinute) * millisecondsPerMinute;
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/** What a zone is ahead of UTC at whole minutes, in minutes. */
function offsetsIn(timeZone: string): (at: Instant) => number {
  const wallClock = wallClockIn(timeZone);
  return (at) => (asIfUtc(wallClock(at)) - at) / millisecondsPerMinute;
}
