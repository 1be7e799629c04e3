import { grouped, type Directory } from '../campus/index.js';
import { dateOf, dayOf, startOfDay } from '../sla/index.js';
import { checkExceptions } from './exception-check.js';
import { commonDays, daysBetween, seriesOf, type Series } from './occurrences.js';
import { openDaysIn, type OpenDays } from './open-days.js';
import { isRotaDate, minuteOf, type RotaContent, type VisitRule } from './rota-content.js';
import { isOutsideHours, type RotaGrounds } from './rota-grounds.js';
import type { RotaFault, RotaPlace, RotaProblem } from './rota-problem.js';
import { buildRota, lookAheadDays, type Rota } from './rota.js';
import { takesPlace } from './site-visits.js';
import { clashOf, travelTimes, type TravelTime } from './travel.js';

/** Two rules may first meet after years of holidays; what they do after these years nobody plans today. */
const yearsChecked = 20;
/** A rule is outside of service hours if each of its next visits is: one shortened day makes no rule wrong. */
const visitsChecked = 4;

/** A rule with what is reckoned of it once. */
interface KnownRule {
  readonly rule: VisitRule;
  readonly index: number;
  readonly series: Series;
  readonly campusId: string;
  readonly openDays: OpenDays;
}

/**
 * Everything that is wrong with a rota from today on. Rules that contradict one another are errors; what an exception
 * leads to is a warning, because somebody decided on it. Two rules are compared over the whole of their common cycle.
 */
export function checkRota(content: RotaContent, grounds: RotaGrounds): readonly RotaProblem[] {
  const { directory, rules } = grounds;
  const shapes = content.rules.flatMap((rule, index) => faultsOfRule(rule, index, directory));
  const broken = new Set(shapes.map(({ place }) => place?.index));
  const openDaysOf = openDaysIn(rules);
  const sound = content.rules.flatMap((rule, index): KnownRule[] => {
    const site = directory.site(rule.siteId);
    if (!site || broken.has(index)) return [];
    const openDays = openDaysOf(site.schoolId);
    return [{ rule, index, series: seriesOf(rule), campusId: site.campusId, openDays }];
  });
  const rota = buildRota({ revision: 0, content }, directory, rules);
  return [
    ...shapes,
    ...meetings(sound, travelTimes(directory, content.travelMinutes), grounds.today),
    ...sound.flatMap((known) => faultsOfVisits(known, rota, grounds)),
    ...checkExceptions(content, grounds, rota),
    ...sitesWithoutVisits(rota, grounds),
  ];
}

function faultsOfRule(rule: VisitRule, index: number, directory: Directory): RotaProblem[] {
  const { siteId, from, to, startingWeek, validFrom, validTo } = rule;
  const faults: RotaFault[] = [];
  if (!directory.site(siteId)) faults.push({ code: 'unknown-site', siteId });
  if (from >= to) faults.push({ code: 'times-reversed', siteId, from, to });
  if (validFrom !== null && validTo !== null && validFrom > validTo)
    faults.push({ code: 'validity-reversed', siteId });
  // A last date of the year 9999 only says that there is none.
  for (const date of new Set([startingWeek, validFrom ?? startingWeek])) {
    if (!isRotaDate(date)) faults.push({ code: 'date-out-of-range', siteId, date });
  }
  return faults.map((fault) => ({ ...fault, severity: 'error', place: ofRule(index) }));
}

/** Each rule against those before it that fall on the same weekday in the same campus. */
function meetings(known: readonly KnownRule[], travelTime: TravelTime, today: string): RotaProblem[] {
  const groups = grouped(known, ({ rule, campusId }) => [`${rule.weekday} ${campusId}`]);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, position) =>
      group.slice(0, position).flatMap((other) => meetingOf(one, other, travelTime, today)),
    ),
  );
}

function meetingOf(one: KnownRule, other: KnownRule, travelTime: TravelTime, today: string): RotaProblem[] {
  const fault = clashOfRules(one.rule, other.rule, travelTime);
  if (!fault) return [];
  const first = firstMeeting(one, other, dayOf(today));
  if (first === null) return [];
  return [{ ...fault, date: first, severity: 'error', place: ofRule(one.index) }];
}

type Undated<T> = T extends RotaFault ? Omit<T, 'date'> : never;
type Clash = Undated<Extract<RotaFault, { code: 'two-on-one-day' | 'overlap' | 'no-time-to-travel' }>>;

function clashOfRules(one: VisitRule, other: VisitRule, travelTime: TravelTime): Clash | null {
  const { siteId } = one;
  if (siteId === other.siteId) return { code: 'two-on-one-day', siteId };
  const neededWallMinutes = travelTime(siteId, other.siteId);
  const clash = clashOf(stayOf(one), stayOf(other), neededWallMinutes);
  if (clash === null) return null;
  const between = { siteId, otherSiteId: other.siteId };
  if (clash === 'overlap') return { code: 'overlap', ...between };
  return { code: 'no-time-to-travel', ...between, gapWallMinutes: clash.gap, neededWallMinutes };
}

function stayOf({ siteId, from, to }: VisitRule): { siteId: string; from: number; to: number } {
  return { siteId, from: minuteOf(from), to: minuteOf(to) };
}

/** The first date on which both visits take place; null where there is none. */
function firstMeeting(one: KnownRule, other: KnownRule, today: number): string | null {
  for (const day of commonDays(one.series, other.series, today, today + yearsChecked * 366)) {
    const both = [one, other].every(({ rule, openDays }) => takesPlace(rule, day, openDays));
    if (both) return dateOf(day);
  }
  return null;
}

function faultsOfVisits(known: KnownRule, rota: Rota, grounds: RotaGrounds): RotaProblem[] {
  const { rule, series, openDays, index } = known;
  const { siteId } = rule;
  const place = ofRule(index);
  const today = dayOf(grounds.today);
  if (series.last < today) return [];
  const days = daysBetween(series, today, Math.max(today, series.first) + lookAheadDays);
  const next: string[] = [];
  for (const day of days) {
    if (takesPlace(rule, day, openDays)) next.push(dateOf(day));
    if (next.length === visitsChecked) break;
  }
  const [first] = next;
  if (first === undefined) return [{ code: 'rule-without-visits', siteId, severity: 'warning', place }];
  const outside = next.every((date) => isOutsideHours(siteId, date, rota, grounds));
  return outside ? [{ code: 'outside-hours', siteId, date: first, severity: 'warning', place }] : [];
}

function sitesWithoutVisits(rota: Rota, { directory, today }: RotaGrounds): RotaProblem[] {
  const from = startOfDay(today, rota.timeZone);
  return directory.schools
    .flatMap(({ id }) => directory.sitesOf(id))
    .filter(({ id }) => rota.nextVisits(id, from, 1).length === 0)
    .map(({ id }) => ({ code: 'site-without-visits', siteId: id, severity: 'warning', place: null }));
}

function ofRule(index: number): RotaPlace {
  return { list: 'rules', index };
}
