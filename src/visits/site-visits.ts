import { grouped, type Directory } from '../campus/index.js';
import {
  dateOf,
  dayOf,
  isDate,
  localTimeOf,
  millisecondsPerDay,
  type Instant,
  type LocalDay,
  type LocalTime,
  type ServiceRules,
} from '../sla/index.js';
import { daysBetween, seriesOf, type Series } from './occurrences.js';
import { firstDayOf, openDaysIn, yearOf, type OpenDays } from './open-days.js';
import { arrivalOf, minuteOf, type RotaContent, type RotaException, type VisitRule } from './rota-content.js';
import { visitIdOf, type Visit, type VisitException } from './visit.js';

/** The visits of one site. */
export interface SiteVisits {
  /** The one on a date (YYYY-MM-DD). */
  on(date: string): Visit | undefined;
  /** Those that begin in [from, before), in order. */
  between(from: Instant, before: Instant): readonly Visit[];
  /** The first ones that begin in [from, before), at most `count`. */
  next(from: Instant, before: Instant, count: number): readonly Visit[];
}

interface SiteRule {
  readonly rule: VisitRule;
  readonly series: Series;
}

/** What decides on the visits of one site. */
interface SitePlan {
  readonly siteId: string;
  readonly rules: readonly SiteRule[];
  readonly exceptions: readonly RotaException[];
  readonly openDays: OpenDays;
  readonly localTime: LocalTime;
}

/** The visits by site; undefined for one that the directory does not know. */
export function siteVisits(
  content: RotaContent,
  directory: Directory,
  rules: ServiceRules,
): (siteId: string) => SiteVisits | undefined {
  const openDaysOf = openDaysIn(rules);
  const localTime = localTimeOf(rules.calendar.timeZone);
  const rulesOf = grouped(content.rules, ({ siteId }) => [siteId]);
  const exceptionsOf = grouped(content.exceptions, ({ siteId }) => [siteId]);
  const known = new Map<string, SiteVisits>();
  return (siteId) => {
    const found = known.get(siteId);
    const site = found ? undefined : directory.site(siteId);
    if (!site) return found;
    const made = visitsByYear({
      siteId,
      rules: (rulesOf.get(siteId) ?? []).map((rule) => ({ rule, series: seriesOf(rule) })),
      exceptions: exceptionsOf.get(siteId) ?? [],
      openDays: openDaysOf(site.schoolId),
      localTime,
    });
    known.set(siteId, made);
    return made;
  };
}

function visitsByYear(plan: SitePlan): SiteVisits {
  const years = new Map<number, readonly Visit[]>();
  const visitsIn = (year: number): readonly Visit[] => {
    const visits = years.get(year) ?? visitsOfYear(plan, year);
    years.set(year, visits);
    return visits;
  };
  const next: SiteVisits['next'] = (from, before, count) => {
    const found: Visit[] = [];
    const lastYear = yearOfInstant(before + millisecondsPerDay);
    for (let year = yearOfInstant(from - millisecondsPerDay); year <= lastYear; year += 1) {
      const visits = visitsIn(year);
      for (let index = firstFrom(visits, from); index < visits.length; index += 1) {
        const visit = visits[index];
        if (!visit || visit.from >= before || found.length >= count) return found;
        found.push(visit);
      }
    }
    return found;
  };
  return {
    next,
    between: (from, before) => next(from, before, Infinity),
    on: (date) =>
      isDate(date) ? visitsIn(Number(date.slice(0, 4))).find((visit) => visit.date === date) : undefined,
  };
}

function yearOfInstant(at: Instant): number {
  return yearOf(Math.floor(at / millisecondsPerDay));
}

/** The position of the first visit that begins at an instant or later. */
function firstFrom(visits: readonly Visit[], from: Instant): number {
  let low = 0;
  let high = visits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((visits[middle]?.from ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What an exception brings counts before the rules; of two rules for one day the earlier visit does. */
function visitsOfYear(plan: SitePlan, year: number): readonly Visit[] {
  const [first, last] = [firstDayOf(year), firstDayOf(year + 1) - 1];
  const byDay = new Map<LocalDay, Visit>();
  for (const visit of arrivals(plan)) {
    const day = dayOf(visit.date);
    if (day >= first && day <= last && !byDay.has(day)) byDay.set(day, visit);
  }
  const left = new Set(plan.exceptions.filter(({ kind }) => kind !== 'extra').map(({ date }) => dayOf(date)));
  const earliestFirst = plan.rules.toSorted((a, b) => minuteOf(a.rule.from) - minuteOf(b.rule.from));
  for (const { rule, series } of earliestFirst) {
    for (const day of daysBetween(series, first, last)) {
      if (left.has(day) || byDay.has(day) || !takesPlace(rule, day, plan.openDays)) continue;
      byDay.set(day, visitOn(plan, day, rule, null));
    }
  }
  return [...byDay.values()].sort((a, b) => a.from - b.from);
}

function arrivals(plan: SitePlan): readonly Visit[] {
  return plan.exceptions.flatMap((exception): Visit[] => {
    const arrival = arrivalOf(exception);
    const day = arrival ? dayOf(arrival.date) : Number.NaN;
    if (exception.kind === 'cancelled' || !arrival || !plan.openDays.hasService(day)) return [];
    const movedFrom = exception.kind === 'moved' ? exception.date : null;
    return [visitOn(plan, day, arrival, { kind: exception.kind, movedFrom, note: exception.note })];
  });
}

/** Whether a rule's visit takes place on a day of its series, as far as holidays and closed days decide. */
export function takesPlace(rule: VisitRule, day: LocalDay, openDays: OpenDays): boolean {
  return openDays.hasService(day) && (rule.inSchoolHolidays || openDays.hasSchool(day));
}

function visitOn(
  { siteId, localTime }: SitePlan,
  day: LocalDay,
  { from, to }: { readonly from: string; readonly to: string },
  exception: VisitException | null,
): Visit {
  const date = dateOf(day);
  return {
    id: visitIdOf(siteId, date),
    siteId,
    date,
    from: localTime(day, minuteOf(from)),
    to: localTime(day, minuteOf(to)),
    exception,
  };
}
