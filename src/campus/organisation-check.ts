import { absenceCheck } from './absence-check.js';
import type { School } from './directory.js';
import { mostSitesPerCampus } from './organisation.js';
import type { Organisation } from './organisation.js';
import type { FilePath } from './yaml-file.js';
import { personIdOf, personIdOfReference } from './pins.js';
import type { Pins } from './pins.js';

/** A rule that the organisation breaks, and where. */
export interface BrokenRule {
  readonly path: FilePath;
  readonly message: string;
}

/**
 * Checks what the shape alone does not tell: that everything named exists, that each school has a site, no campus
 * more than 17, nobody two records or two campuses to manage, that somebody can stand in who is named for it. Managers
 * may deputise for one another.
 * Returns all broken rules, in the order of the file.
 */
export function checkOrganisation(
  organisation: Organisation,
  schools: readonly School[],
  pins: Pins = {},
): BrokenRule[] {
  return [
    ...checkPeople(organisation, pins),
    ...checkCampuses(organisation, pins),
    ...checkSites(organisation, schools),
    ...checkStaff(organisation, pins),
    ...checkContacts(organisation, schools, pins),
  ];
}

function checkPeople(organisation: Organisation, pins: Pins): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const firstRecord = new Map<string, number>();
  const absencesOf = absenceCheck(organisation, pins);
  for (const [index, person] of organisation.people.entries()) {
    const id = personIdOf(person, pins);
    const first = firstRecord.get(id);
    if (first !== undefined) {
      const message = `${person.id ?? person.address} has two records, the first is people[${first}]`;
      broken.push({ path: ['people', index], message });
    }
    firstRecord.set(id, first ?? index);
    broken.push(...absencesOf(index));
  }
  return broken;
}

function checkCampuses({ campuses, people }: Organisation, pins: Pins): BrokenRule[] {
  const known = new Set(people.map((person) => personIdOf(person, pins)));
  const managed = new Map<string, string>();
  const broken = repeatedIds('campuses', campuses);
  for (const [index, campus] of campuses.entries()) {
    const manager = personIdOfReference(campus.manager, pins);
    const deputy = campus.deputy === null ? null : personIdOfReference(campus.deputy, pins);
    const other = managed.get(manager);
    if (!known.has(manager)) broken.push(unknownPerson(['campuses', index, 'manager'], campus.manager));
    if (other !== undefined) {
      const message = `${campus.manager} manages ${other} already; a person manages one campus`;
      broken.push({ path: ['campuses', index, 'manager'], message });
    }
    if (deputy !== null && !known.has(deputy)) {
      broken.push(unknownPerson(['campuses', index, 'deputy'], campus.deputy ?? ''));
    }
    if (deputy === manager) {
      broken.push({ path: ['campuses', index, 'deputy'], message: 'the manager cannot be the own deputy' });
    }
    managed.set(manager, other ?? campus.id);
  }
  return broken;
}

function checkSites({ sites, campuses }: Organisation, schools: readonly School[]): BrokenRule[] {
  const knownSchools = new Set(schools.map((school) => school.id));
  const sitesOfCampus = new Map(campuses.map((campus) => [campus.id, 0]));
  const broken = repeatedIds('sites', sites);
  for (const [index, site] of sites.entries()) {
    if (!knownSchools.has(site.school)) {
      broken.push(unknownSchool(['sites', index, 'school'], site.school));
    }
    const count = sitesOfCampus.get(site.campus);
    if (count === undefined) {
      broken.push({ path: ['sites', index, 'campus'], message: `there is no campus ${site.campus}` });
    } else {
      sitesOfCampus.set(site.campus, count + 1);
    }
  }
  for (const [index, campus] of campuses.entries()) {
    const count = sitesOfCampus.get(campus.id) ?? 0;
    if (count <= mostSitesPerCampus) continue;
    const message = `campus ${campus.id} has ${count} sites; at most ${mostSitesPerCampus} are allowed`;
    broken.push({ path: ['campuses', index], message });
  }
  const withSite = new Set(sites.map((site) => site.school));
  for (const school of schools) {
    if (withSite.has(school.id)) continue;
    broken.push({ path: ['sites'], message: `school ${school.id} (${school.name}) has no site` });
  }
  return broken;
}

function checkStaff(organisation: Organisation, pins: Pins): BrokenRule[] {
  const { helpdesk, administrators, provider } = organisation;
  const check = listCheck(organisation, pins);
  return [
    ...check(['helpdesk'], helpdesk),
    ...check(['administrators'], administrators),
    ...check(['provider', 'people'], provider?.people ?? []),
  ];
}

function checkContacts(organisation: Organisation, schools: readonly School[], pins: Pins): BrokenRule[] {
  const check = listCheck(organisation, pins);
  const knownSchools = new Set(schools.map(({ id }) => id));
  const firstEntry = new Map<string, number>();
  return organisation.contacts.flatMap(({ school, people }, index) => {
    const path: FilePath = ['contacts', index, 'school'];
    const first = firstEntry.get(school);
    firstEntry.set(school, first ?? index);
    const broken = check(['contacts', index, 'people'], people);
    if (!knownSchools.has(school)) broken.push(unknownSchool(path, school));
    if (first !== undefined) {
      broken.push({ path, message: `school ${school} has its contacts already in contacts[${first}]` });
    }
    return broken;
  });
}

/** Checks a list of references: all are among the people, and none is there twice. */
function listCheck({ people }: Organisation, pins: Pins) {
  const known = new Set(people.map((person) => personIdOf(person, pins)));
  return (list: FilePath, references: readonly string[]): BrokenRule[] => {
    const listed = new Set<string>();
    return references.flatMap((reference, index): BrokenRule[] => {
      const id = personIdOfReference(reference, pins);
      const path = [...list, index];
      if (!known.has(id)) return [unknownPerson(path, reference)];
      if (listed.has(id)) return [{ path, message: `${reference} is listed twice` }];
      listed.add(id);
      return [];
    });
  };
}

function repeatedIds(list: string, records: readonly { readonly id: string }[]): BrokenRule[] {
  const firstRecord = new Map<string, number>();
  return records.flatMap((record, index): BrokenRule[] => {
    const first = firstRecord.get(record.id);
    firstRecord.set(record.id, first ?? index);
    if (first === undefined) return [];
    return [{ path: [list, index, 'id'], message: `${record.id} is used already by ${list}[${first}]` }];
  });
}

function unknownPerson(path: FilePath, reference: string): BrokenRule {
  return { path, message: `${reference} is not among the people` };
}

function unknownSchool(path: FilePath, school: string): BrokenRule {
  return { path, message: `school ${school} is not in the register` };
}
