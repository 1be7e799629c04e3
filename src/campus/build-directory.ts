import { localDateIn } from '../sla/index.js';
import type { HandledBy, HandlingReason } from '../tickets/ticket.js';
import { campusLookups } from './campus-lookups.js';
import type { Campus, Directory, InForce, Person, School, Site } from './directory.js';
import { withPins } from './entered-absences.js';
import type { EnteredAbsence } from './entered-absences.js';
import { leftOf, pinnedEndings } from './file-endings.js';
import type { FileEnding } from './file-endings.js';
import { grouped } from './grouped.js';
import { organisationSchema } from './organisation.js';
import type { Organisation, PersonRecord } from './organisation.js';
import { personIdOf, personIdOfReference, pinnedId } from './pins.js';
import type { Pins } from './pins.js';
import { schoolSearch } from './school-search.js';
import { contactsAlone } from './staff.js';

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

/** The absences that were entered, as far as the directory needs them. */
export interface AbsencesState {
  /** Grows by one with each absence that is entered or ended. */
  readonly revision: number;
  readonly entries: readonly EnteredAbsence[];
  /** Absences of the file that are over earlier; missing where there never was one. */
  readonly endings?: readonly FileEnding[];
}

const nothingApplied: OrganisationState = {
  revision: 0,
  organisation: organisationSchema.parse({
    people: [],
    campuses: [],
    sites: [],
    helpdesk: [],
    administrators: [],
  }),
  pins: {},
};

/**
 * The city as one value, all lookups indexed once. What is not there yet is empty; sites of schools that the
 * register no longer has are left out, and schools without a site are the help desk's.
 */
export function buildDirectory(
  register: RegisterState | null,
  organisationState: OrganisationState | null,
  absences: AbsencesState | null = null,
): Directory {
  const { organisation, pins, revision } = organisationState ?? nothingApplied;
  const schools = register?.schools ?? [];
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  const sites = siteLookups(sitesFrom(organisation).filter((site) => schoolById.has(site.schoolId)));
  const people = peopleFrom(organisation, pins, absences);
  const campuses = campusLookups({
    campuses: campusesFrom(organisation, pins),
    personOf: (id) => people.get(id),
    dayOf: localDateIn(organisation.timeZone),
    sitesBySchool: schools.map(({ id }) => [id, sites.sitesOf(id)]),
  });
  return {
    version: [register?.revision ?? 0, revision, ...(absences ? [absences.revision] : [])].join('.'),
    schools,
    school: (id) => schoolById.get(id),
    searchSchools: schoolSearch(schools),
    ...sites,
    ...personLookups(organisation, pins, people),
    ...contactLookups(organisation, pins, people, schoolById),
    ...campuses,
    responsibleFor: (schoolId, siteId, at) => {
      const named = siteId === null ? undefined : sites.site(siteId);
      const wantedSchool = schoolId ?? named?.schoolId;
      if (wantedSchool === undefined) return helpdesk({ code: 'no-school' });
      const site = named?.schoolId === wantedSchool ? named : sites.sitesOf(wantedSchool)[0];
      if (!site || !campuses.campus(site.campusId)) return helpdesk({ code: 'no-campus' });
      const inForce = campuses.inForce(site.campusId, at);
      if (!inForce.person) return helpdesk({ code: 'nobody-in-force' });
      return { party: 'campus', campusId: site.campusId, person: null, reason: reasonOf(inForce) };
    },
  };
}

function reasonOf({ standsInFor, until }: InForce): HandlingReason {
  return standsInFor ? { code: 'deputy', for: standsInFor.name, until } : { code: 'campus-of-school' };
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

type PersonLookups = Pick<
  Directory,
  | 'people'
  | 'person'
  | 'isStaff'
  | 'dispatchers'
  | 'isDispatcher'
  | 'administrators'
  | 'isAdministrator'
  | 'provider'
  | 'isProvider'
>;

function personLookups(
  organisation: Organisation,
  pins: Pins,
  people: ReadonlyMap<string, Person>,
): PersonLookups {
  const { helpdesk, administrators, provider } = organisation;
  const isOneOf = (listed: readonly Person[]): ((personId: string) => boolean) => {
    const ids = new Set(listed.map(({ id }) => id));
    return (personId) => ids.has(personId.toLowerCase());
  };
  const onlyContacts = contactsAlone(organisation, pins);
  const dispatching = peopleNamed(helpdesk, pins, people);
  const administrating = peopleNamed(administrators, pins, people);
  const providing = peopleNamed(provider?.people ?? [], pins, people);
  return {
    people: [...people.values()],
    person: (id) => people.get(pinnedId(id.toLowerCase(), pins)),
    isStaff: (id) => people.has(id.toLowerCase()) && !onlyContacts.has(id.toLowerCase()),
    dispatchers: dispatching,
    isDispatcher: isOneOf(dispatching),
    administrators: administrating,
    isAdministrator: isOneOf(administrating),
    provider: provider && { name: provider.name, people: providing },
    isProvider: isOneOf(providing),
  };
}

function contactLookups(
  { contacts }: Organisation,
  pins: Pins,
  people: ReadonlyMap<string, Person>,
  schools: ReadonlyMap<string, School>,
): Pick<Directory, 'contactsOf' | 'schoolsOfContact'> {
  const bySchool = new Map(
    contacts.map(({ school, people: named }) => [school, peopleNamed(named, pins, people)]),
  );
  const known = contacts.map(({ school }) => schools.get(school)).filter(isDefined);
  const byPerson = grouped(known, ({ id }) => (bySchool.get(id) ?? []).map((person) => person.id));
  return {
    contactsOf: (schoolId) => (schools.has(schoolId) ? (bySchool.get(schoolId) ?? []) : []),
    schoolsOfContact: (personId) => byPerson.get(personId.toLowerCase()) ?? [],
  };
}

function peopleNamed(
  references: readonly string[],
  pins: Pins,
  people: ReadonlyMap<string, Person>,
): readonly Person[] {
  return references.map((reference) => people.get(personIdOfReference(reference, pins))).filter(isDefined);
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

function peopleFrom(
  { people }: Organisation,
  pins: Pins,
  state: AbsencesState | null,
): ReadonlyMap<string, Person> {
  const entered = grouped(withPins(state?.entries ?? [], pins), ({ personId }) => [personId]);
  const ended = grouped(pinnedEndings(state?.endings ?? [], pins), ({ personId }) => [personId]);
  return new Map(
    people.map((record) => {
      const { name, language } = record;
      const id = personIdOf(record, pins);
      const ofFile = absencesInFile(record, pins)
        .map((absence) => leftOf(absence, ended.get(id) ?? []))
        .filter((left) => left !== null);
      return [id, { id, name, language, absences: absencesOf(entered.get(id) ?? [], ofFile) }];
    }),
  );
}

/** What was entered stands before the file: it is the later word. */
function absencesOf(entered: readonly EnteredAbsence[], ofFile: Person['absences']): Person['absences'] {
  return [
    ...entered
      .map(({ id, from, to, deputyId }) => ({ from, to, deputyId, source: 'entered' as const, id }))
      .sort((one, other) => (one.from < other.from ? -1 : 1)),
    ...ofFile,
  ];
}

function absencesInFile({ absences }: PersonRecord, pins: Pins): Person['absences'] {
  return absences.map(({ from, to, deputy }) => ({
    from,
    to,
    deputyId: deputy === null ? null : personIdOfReference(deputy, pins),
    source: 'file',
    id: null,
  }));
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
