import ICAL from 'ical.js';
import { dateOf, dayOf, isDate, weekdayOf, weekdays, type LocalDay, type Weekday } from '../sla/index.js';
import { ownFields } from './ical-fields.js';
import { UnfitEvent, type EventClock, type EventTimes } from './ical-times.js';
import { seriesOf } from './occurrences.js';
import { minuteOf, mostWeeks, type VisitRule } from './rota-content.js';

/** A series with more visits than this counts them for a reason that we do not know. */
const mostCounted = 2000;
const understood = ['BYDAY'];

/** The rules that a weekly series stands for: one for each of its weekdays. @throws UnfitEvent for what is no weekly series */
export function rulesOfSeries(event: ICAL.Component, siteId: string, clock: EventClock): VisitRule[] {
  const property = event.getFirstProperty('rrule');
  const recurrence: unknown = property?.getFirstValue();
  if (!property || !(recurrence instanceof ICAL.Recur)) throw new UnfitEvent('its recurrence cannot be read');
  if (event.getAllProperties('rrule').length > 1) throw new UnfitEvent('it has several recurrences');
  const times = clock.timesOf(event, true);
  const days = weekdaysOf(recurrence, times.day);
  const validTo = lastDateOf(recurrence, property, times, days, clock);
  const begin = dateOf(times.day);
  return days.map((weekday) => {
    const isEarlierInWeek = weekdays.indexOf(weekday) < weekdays.indexOf(weekdayOf(times.day));
    const rule: VisitRule = {
      siteId,
      weekday,
      from: times.from,
      to: times.to,
      everyWeeks: recurrence.interval,
      startingWeek: begin,
      validFrom: isEarlierInWeek ? begin : null,
      validTo,
      inSchoolHolidays: ownText(event, 'inSchoolHolidays') === 'TRUE',
    };
    return days.length === 1 ? asWritten(rule, event) : rule;
  });
}

/** The text of one of our own properties; null where there is none. */
export function ownText(component: ICAL.Component, field: keyof typeof ownFields): string | null {
  const value: unknown = component.getFirstPropertyValue(ownFields[field]);
  return typeof value === 'string' ? value : null;
}

function weekdaysOf(recurrence: ICAL.Recur, firstDay: LocalDay): Weekday[] {
  const { freq, interval } = recurrence;
  const parts: Readonly<Record<string, unknown>> = recurrence.parts;
  const other = Object.keys(parts).find((part) => !understood.includes(part));
  if (freq !== 'WEEKLY' || other !== undefined) throw new UnfitEvent('it is no weekly series');
  if (interval < 1 || interval > mostWeeks)
    throw new UnfitEvent(`it must recur every 1 to ${mostWeeks} weeks`);
  const firstWeekday = weekdayOf(firstDay);
  const named: unknown = parts['BYDAY'] ?? [firstWeekday.slice(0, 2).toUpperCase()];
  const days = Array.isArray(named) ? [...new Set(named.map(weekdayOfCode))] : [];
  if (!days.includes(firstWeekday))
    throw new UnfitEvent('it begins on a day that is not one of its weekdays');
  const weeksBeginOnMonday = recurrence.wkst === ICAL.Time.MONDAY;
  if (interval > 1 && days.length > 1 && days.includes('sun') && !weeksBeginOnMonday)
    throw new UnfitEvent('its weeks do not begin on Monday');
  return days;
}

function weekdayOfCode(code: unknown): Weekday {
  const weekday = weekdays.find((name) => name.slice(0, 2).toUpperCase() === code);
  if (!weekday) throw new UnfitEvent('its weekdays cannot be read');
  return weekday;
}

/** The last date on which the series may have a visit; null where it has no end. */
function lastDateOf(
  recurrence: ICAL.Recur,
  property: ICAL.Property,
  times: EventTimes,
  days: readonly Weekday[],
  clock: EventClock,
): string | null {
  const { until, count, interval } = recurrence;
  if (typeof count === 'number' && count > 0) return dateOf(lastCounted(times.day, days, interval, count));
  if (!(until instanceof ICAL.Time)) return null;
  if (until.isDate) return clock.dateOf(property, until);
  const { day, minute } = clock.wallTimeOf(property, until);
  return dateOf(minute >= minuteOf(times.from) ? day : day - 1);
}

function lastCounted(first: LocalDay, days: readonly Weekday[], interval: number, count: number): LocalDay {
  if (count > mostCounted) throw new UnfitEvent(`it counts more than ${mostCounted} visits`);
  const monday = first - weekdays.indexOf(weekdayOf(first));
  const offsets = days.map((weekday) => weekdays.indexOf(weekday)).sort((a, b) => a - b);
  let counted = 0;
  for (let week = monday; ; week += 7 * interval) {
    for (const offset of offsets) {
      if (week + offset < first) continue;
      counted += 1;
      if (counted === count) return week + offset;
    }
  }
}

/** The rule with the dates that we wrote, as far as the series still says the same: somebody may have changed it since. */
function asWritten(rule: VisitRule, event: ICAL.Component): VisitRule {
  const validTo =
    rule.validTo !== null && rule.validTo === ownText(event, 'writtenUntil')
      ? ownDate(event, 'validTo')
      : rule.validTo;
  const startingWeek = ownDate(event, 'startingWeek');
  if (startingWeek === null) return { ...rule, validTo };
  const written = { ...rule, startingWeek, validFrom: ownDate(event, 'validFrom'), validTo };
  const isSame = seriesOf(written).first === dayOf(rule.startingWeek);
  return isSame ? written : { ...rule, validTo };
}

function ownDate(event: ICAL.Component, field: keyof typeof ownFields): string | null {
  const text = ownText(event, field);
  return text !== null && isDate(text) ? text : null;
}
