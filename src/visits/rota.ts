import { grouped, type Directory } from '../campus/index.js';
import { millisecondsPerDay, type Instant, type ServiceRules } from '../sla/index.js';
import type { RotaContent } from './rota-content.js';
import { siteVisits, type SiteVisits } from './site-visits.js';
import { siteAndDateOf, type Visit } from './visit.js';

/** How far ahead of an instant visits are looked for; what begins later is not found. */
export const lookAheadDays = 400;

/**
 * The visiting rota as one immutable value; all answers come from memory. Sites that the directory does not know have no
 * visits. A visit has begun at its `from`: what is asked from an instant on holds the visits that begin then or later,
 * up to {@link lookAheadDays} after it.
 */
export interface Rota {
  /** Another one whenever an answer may be another: after a change of the rota, the directory or the calendars. */
  readonly version: string;
  readonly content: RotaContent;
  /** IANA name; dates are those of this zone. */
  readonly timeZone: string;
  /** The sites of a campus by the directory, in no particular order. */
  siteIdsOf(campusId: string): readonly string[];
  /** What takes place at these sites on a date (YYYY-MM-DD), in order of time. */
  visitsOn(siteIds: readonly string[], date: string): readonly Visit[];
  /** What begins at these sites in [from, before), in order of time. */
  visitsBetween(siteIds: readonly string[], from: Instant, before: Instant): readonly Visit[];
  /** The first visits of a site that begin at an instant or later, at most `count`. */
  nextVisits(siteId: string, from: Instant, count: number): readonly Visit[];
  /** The last visit of a site that begins in [from, before); null where there is none. */
  lastVisitBefore(siteId: string, from: Instant, before: Instant): Visit | null;
  /** The visit of this id; null where none takes place then, or any more. */
  visit(id: string): Visit | null;
}

/** The stored rota with the number of its last change. */
export interface RotaState {
  readonly revision: number;
  readonly content: RotaContent;
}

/** Makes a rota ready for asking. Nothing is reckoned before somebody asks, and then once for each site and year. */
export function buildRota(state: RotaState, directory: Directory, rules: ServiceRules): Rota {
  const { content } = state;
  const visitsOf = siteVisits(content, directory, rules);
  const between = (siteId: string, from: Instant, before: Instant): readonly Visit[] =>
    visitsOf(siteId)?.between(from, Math.min(before, horizonOf(from))) ?? [];
  return {
    version: `${state.revision}/${directory.version}/${rules.version}`,
    content,
    timeZone: rules.calendar.timeZone,
    siteIdsOf: sitesByCampus(directory),
    visitsOn: (siteIds, date) => inOrder(siteIds.flatMap((siteId) => visitsOf(siteId)?.on(date) ?? [])),
    visitsBetween: (siteIds, from, before) =>
      inOrder(siteIds.flatMap((siteId) => between(siteId, from, before))),
    nextVisits: (siteId, from, count) => visitsOf(siteId)?.next(from, horizonOf(from), count) ?? [],
    lastVisitBefore: (siteId, from, before) => between(siteId, from, before).at(-1) ?? null,
    visit: (id) => visitOfId(id, visitsOf),
  };
}

function horizonOf(from: Instant): Instant {
  return from + lookAheadDays * millisecondsPerDay;
}

function visitOfId(id: string, visitsOf: (siteId: string) => SiteVisits | undefined): Visit | null {
  const named = siteAndDateOf(id);
  return (named && visitsOf(named.siteId)?.on(named.date)) ?? null;
}

function inOrder(visits: readonly Visit[]): readonly Visit[] {
  return visits.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
}

function sitesByCampus(directory: Directory): (campusId: string) => readonly string[] {
  const sites = directory.schools.flatMap(({ id }) => directory.sitesOf(id));
  const byCampus = grouped(sites, ({ campusId }) => [campusId]);
  return (campusId) => byCampus.get(campusId)?.map(({ id }) => id) ?? [];
}
