import type { Instant } from '../sla/index.js';
import type { Campus, Directory, InForce, Person, Site } from './directory.js';
import { grouped } from './grouped.js';
import { inForceOn, isAway } from './in-force.js';

type CampusLookups = Pick<
  Directory,
  'campuses' | 'campus' | 'campusesOf' | 'dayOf' | 'inForce' | 'inForceVersion' | 'mayActFor' | 'colleagues'
>;

interface CampusParts {
  readonly campuses: readonly Campus[];
  readonly personOf: (id: string) => Person | undefined;
  readonly dayOf: (at: Instant) => string;
  /** The sites of each school, the first of which counts where none is named. */
  readonly sitesBySchool: readonly (readonly [schoolId: string, sites: readonly Site[]])[];
}

const nobody: InForce = { person: null, as: 'nobody', until: null, standsInFor: null };

/** Campuses and who acts for them; days are those of the organisation's time zone. */
export function campusLookups({ campuses, personOf, dayOf, sitesBySchool }: CampusParts): CampusLookups {
  const byId = new Map(campuses.map((campus) => [campus.id, campus]));
  const byPerson = grouped(campuses, (campus) =>
    [campus.managerId, campus.deputyId].filter((id) => id !== null),
  );
  const inForceOnDay = perDay(
    (day) => new Map(campuses.map((campus) => [campus.id, inForceOn(day, campus, personOf)])),
  );
  const campusOfSites = versionOfSites(sitesBySchool);
  const versionOn = perDay((day) => JSON.stringify([versionOfDay(inForceOnDay(day)), campusOfSites]));
  const inForce: CampusLookups['inForce'] = (campusId, at) => inForceOnDay(dayOf(at)).get(campusId) ?? nobody;
  return {
    campuses,
    dayOf,
    inForce,
    inForceVersion: (at) => versionOn(dayOf(at)),
    campus: (id) => byId.get(id),
    campusesOf: (personId) => byPerson.get(personId.toLowerCase()) ?? [],
    mayActFor: (campusId, personId, at) => {
      const id = personId.toLowerCase();
      return byId.get(campusId)?.managerId === id || inForce(campusId, at).person?.id === id;
    },
    colleagues: (campusId, at) => {
      const campus = byId.get(campusId);
      if (!campus) return [];
      const day = dayOf(at);
      const ids = new Set([campus.managerId, inForce(campusId, at).person?.id, campus.deputyId]);
      return [...ids]
        .map((id) => (id ? personOf(id) : undefined))
        .filter((person) => person !== undefined)
        .filter((person) => !isAway(person, day));
    },
  };
}

/** Remembers the last two days: today, and another that somebody looks at beside it. */
function perDay<T>(compute: (day: string) => T): (day: string) => T {
  let remembered: readonly (readonly [day: string, value: T])[] = [];
  return (day) => {
    const known = remembered.find(([each]) => each === day);
    if (known) return known[1];
    const value = compute(day);
    remembered = [[day, value], ...remembered.slice(0, 1)];
    return value;
  };
}

function versionOfDay(inForce: ReadonlyMap<string, InForce>): unknown {
  return sortedById(
    [...inForce].map(([campusId, { person, as, until }]) => [campusId, person?.id ?? null, as, until]),
  );
}

/** In which order schools stand in the register changes nothing, in which order a school's sites do may. */
function versionOfSites(sitesBySchool: CampusParts['sitesBySchool']): unknown {
  return sortedById(
    sitesBySchool.map(([schoolId, sites]) => [schoolId, sites.map(({ id, campusId }) => [id, campusId])]),
  );
}

function sortedById<T extends readonly unknown[]>(rows: readonly T[]): T[] {
  return [...rows].sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
}
