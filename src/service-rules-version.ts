import { isAway, type Absence, type Directory } from './campus/index.js';
import { shortDigest } from './short-digest.js';
import type { Instant, RulesFiles } from './sla/index.js';

/**
 * To be raised by a release that computes deadlines otherwise from the same files, or knows other school holidays: open
 * tickets are then brought to it as after a change of the files.
 */
const computation = 1;

/**
 * A short digest of everything that deadlines are computed with, defaults included. The same content gives the same
 * version, in whatever order its keys stand and however often the service starts.
 */
export function rulesVersionOf({ calendar, policy, movableHolidays }: Omit<RulesFiles, 'version'>): string {
  const schools = [...(movableHolidays ?? [])]
    .filter(([, dates]) => dates.length > 0)
    .map(([school, dates]): [string, Set<string>] => [school, new Set(dates)]);
  return shortDigest({ computation, calendar, policy, movableHolidays: new Map(schools) });
}

/**
 * A short digest of what promises depend on in the directory: types of schools and campuses of sites. `Directory.version`
 * is of no use for that: it also changes whenever the bot first sees a person.
 */
export function groundsVersionOf(directory: Directory): string {
  const schools = directory.schools.map(({ id, type }) => {
    const sites = directory.sitesOf(id).map((site) => [site.id, site.campusId]);
    return [id, type, new Set(sites)];
  });
  return shortDigest(new Set(schools));
}

/**
 * A short digest of who answers for what on the day of an instant: who is in force where, for whom and until when, who is
 * away and whom that absence names, who is of the staff at all, and whether tickets can be handed to a provider.
 */
export function dayVersionOf(directory: Directory, at: Instant): string {
  const day = directory.dayOf(at);
  const away = directory.people
    .filter((person) => isAway(person, day))
    .map(({ id, absences }) => [id, standInsOn(absences, day)]);
  const staff = directory.people.filter(({ id }) => directory.isStaff(id)).map(({ id }) => id);
  return shortDigest({
    inForce: directory.inForceVersion(at),
    away: new Set(away),
    staff: new Set(staff),
    hasProvider: directory.provider !== null,
  });
}

/** Whom the absences of a day name, in their order. */
function standInsOn(absences: readonly Absence[], day: string): readonly (string | null)[] {
  return absences.filter(({ from, to }) => from <= day && day <= to).map(({ deputyId }) => deputyId);
}
