import { localDateIn } from '../sla/index.js';
import type { HandledBy, HandlingReason } from '../tickets/ticket.js';
import type { Campus, Directory, Person, School, Site } from './directory.js';
import { awayUntil, inForceOn } from './in-force.js';
import type { Organisation } from './organisation.js';
import { personIdOf, personIdOfReference } from './pins.js';
import type { Pins } from './pins.js';
import { schoolSearch } from './school-search.js';

/** The imported register, as far as the directory needs it. */
export interface RegisterState {
  /** Grows by one with each import. */
  readonly revision: number;
  readonly schools: readonly School[];
}

/** The applied organisation, as far as the directory needs it. */
export interface OrganisationState {
  /** Grows by one with each apply and each pinned address. */
  readonly revision: number;
  readonly organisation: Organisation;
  readonly pins: Pins;
}

const nothingApplied: OrganisationState = {
  revision: 0,
  organisation: {
    timeZone: 'Europe/Berlin',
    people: [],
    campuses: [],
    sites: [],
    helpdesk: [],
    administrators: [],
  },
  pins: {},
};

/**
 * The city as one value, all lookups indexed once. What is not there yet is empty; sites of schools that the
 * register no longer has are left out, and schools without a site are the help desk's.
 */
export function buildDirectory(
  register: RegisterState | null,
  organisationState: OrganisationState | null,
): Directory {
  const { organisation, pins, revision } = organisationState ?? nothingApplied;
  const schools = register?.schools ?? [];
  const version = `${register?.revision ?? 0}.${revision}`;
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  const sites = sitesFrom(organisation).filter((site) => schoolById.has(site.schoolId));
  const people = peopleFrom(organisation, pins);
  const campuses = campusesFrom(organisation, pins);
  const staff = (references: readonly string[]): Person[] =>
    references.map((reference) => people.get(personIdOfReference(reference, pins))).filter(isDefined);
  const lookups = {
    version,
    schools,
    campuses,
    school: (id: string) => schoolById.get(id),
    searchSchools: schoolSearch(schools),
    ...siteLookups(sites),
    ...personLookups(people, staff(organisation.helpdesk), staff(organisation.administrators)),
    ...campusLookups(campuses, people, localDateIn(organisation.timeZone)),
  };
  return {
    ...lookups,
    responsibleFor: (schoolId, siteId, at) => {
      const named = siteId === null ? undefined : lookups.site(siteId);
      const wantedSchool = schoolId ?? named?.schoolId;
      if (wantedSchool === undefined) return helpdesk({ code: 'no-school' });
      const site = named?.schoolId === wantedSchool ? named : lookups.sitesOf(wantedSchool)[0];
      if (!site || !lookups.campus(site.campusId)) return helpdesk({ code: 'no-campus' });
      if (!lookups.inForce(site.campusId, at).person) return helpdesk({ code: 'nobody-in-force' });
      return { party: 'campus', campusId: site.campusId, person: null, reason: { code: 'campus-of-school' } };
    },
  };
}

function helpdesk(reason: HandlingReason): HandledBy {
  return { party: 'helpdesk', campusId: null, person: null, reason };
}

function siteLookups(sites: readonly Site[]): Pick<Directory, 'site' | 'sitesOf' | 'siteMeant'> {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const bySchool = grouped(sites, (site) => [site.schoolId]);
  const sitesOf = (schoolId: string): readonly Site[] => bySchool.get(schoolId) ?? [];
  return {
    site: (id) => byId.get(id),
    sitesOf,
    siteMeant: (schoolId, siteId) => {
      const ofSchool = sitesOf(schoolId);
      const only = ofSchool.length === 1 ? ofSchool[0] : undefined;
      return ofSchool.find(({ id }) => id === siteId) ?? only;
    },
  };
}

function personLookups(
  people: ReadonlyMap<string, Person>,
  dispatchers: readonly Person[],
  administrators: readonly Person[],
): Pick<Directory, 'person' | 'isDispatcher' | 'isAdministrator' | 'dispatchers' | 'administrators'> {
  const dispatcherIds = new Set(dispatchers.map(({ id }) => id));
  const administratorIds = new Set(administrators.map(({ id }) => id));
  return {
    dispatchers,
    administrators,
    person: (id) => people.get(id.toLowerCase()),
    isDispatcher: (id) => dispatcherIds.has(id.toLowerCase()),
    isAdministrator: (id) => administratorIds.has(id.toLowerCase()),
  };
}

type CampusLookups = Pick<Directory, 'campus' | 'campusesOf' | 'inForce' | 'mayActFor' | 'colleagues'>;

function campusLookups(
  campuses: readonly Campus[],
  people: ReadonlyMap<string, Person>,
  dayOf: (at: number) => string,
): CampusLookups {
  const byId = new Map(campuses.map((campus) => [campus.id, campus]));
  const byPerson = grouped(campuses, (campus) =>
    [campus.managerId, campus.deputyId].filter((id) => id !== null),
  );
  const personOf = (id: string): Person | undefined => people.get(id);
  const inForce: CampusLookups['inForce'] = (campusId, at) => {
    const campus = byId.get(campusId);
    return campus ? inForceOn(dayOf(at), campus, personOf) : { person: null, as: 'nobody', until: null };
  };
  return {
    campus: (id) => byId.get(id),
    campusesOf: (personId) => byPerson.get(personId.toLowerCase()) ?? [],
    inForce,
    mayActFor: (campusId, personId, at) => {
      const id = personId.toLowerCase();
      return byId.get(campusId)?.managerId === id || inForce(campusId, at).person?.id === id;
    },
    colleagues: (campusId, at) => {
      const campus = byId.get(campusId);
      const ids = campus ? [campus.managerId, campus.deputyId ?? ''] : [];
      const day = dayOf(at);
      return ids
        .map(personOf)
        .filter(isDefined)
        .filter((person) => awayUntil(person, day) === null);
    },
  };
}

function sitesFrom({ sites }: Organisation): Site[] {
  return sites.map(({ id, school, name, street, campus }) => ({
    id,
    schoolId: school,
    name,
    street,
    campusId: campus,
  }));
}

function campusesFrom({ campuses }: Organisation, pins: Pins): Campus[] {
  return campuses.map(({ id, name, manager, deputy }) => ({
    id,
    name,
    managerId: personIdOfReference(manager, pins),
    deputyId: deputy === null ? null : personIdOfReference(deputy, pins),
  }));
}

function peopleFrom({ people }: Organisation, pins: Pins): ReadonlyMap<string, Person> {
  return new Map(
    people.map((record) => {
      const { name, language, absences } = record;
      const id = personIdOf(record, pins);
      return [id, { id, name, language, absences }];
    }),
  );
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
