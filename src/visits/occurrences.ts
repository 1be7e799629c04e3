import { dayOf, weekdayOf, weekdays, type LocalDay } from '../sla/index.js';
import type { VisitRule } from './rota-content.js';

/** The days of a rule: first, first + step, ... up to the last. Holidays are not looked at. */
export interface Series {
  readonly first: LocalDay;
  /** In days: 7 for each week. */
  readonly step: number;
  /** Infinity where no end is known. */
  readonly last: LocalDay;
}

const daysPerWeek = 7;

/** The days on which a rule's visits fall, whether they take place or not. */
export function seriesOf(rule: VisitRule): Series {
  const step = rule.everyWeeks * daysPerWeek;
  const inStartingWeek = mondayOf(dayOf(rule.startingWeek)) + weekdays.indexOf(rule.weekday);
  const earliest = rule.validFrom === null ? inStartingWeek : dayOf(rule.validFrom);
  const last = rule.validTo === null ? Infinity : dayOf(rule.validTo);
  return { first: atOrAfter({ first: inStartingWeek, step }, earliest), step, last };
}

/** Whether the series has this day. */
export function fallsOn({ first, step, last }: Series, day: LocalDay): boolean {
  return day >= first && day <= last && (day - first) % step === 0;
}

/** The days of a series from one day to another, both included. */
export function* daysBetween(series: Series, from: LocalDay, to: LocalDay): Generator<LocalDay, void> {
  const end = Math.min(series.last, to);
  for (let day = atOrAfter(series, from); day <= end; day += series.step) yield day;
}

/** The days that both series have, from one day to another, both included. */
export function* commonDays(a: Series, b: Series, from: LocalDay, to: LocalDay): Generator<LocalDay, void> {
  const step = leastCommonMultiple(a.step, b.step);
  const start = Math.max(a.first, b.first, from);
  // Within one common cycle all meetings of the two have been seen.
  for (const day of daysBetween(a, start, Math.min(start + step, to))) {
    if (!fallsOn(b, day)) continue;
    yield* daysBetween({ first: day, step, last: Math.min(a.last, b.last) }, day, to);
    return;
  }
}

/** The Monday of the week of a day. */
export function mondayOf(day: LocalDay): LocalDay {
  return day - weekdays.indexOf(weekdayOf(day));
}

function atOrAfter({ first, step }: Pick<Series, 'first' | 'step'>, day: LocalDay): LocalDay {
  return day <= first ? first : first + Math.ceil((day - first) / step) * step;
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
