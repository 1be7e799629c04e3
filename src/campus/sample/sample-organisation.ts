import { stringify } from 'yaml';
import type { School } from '../directory.js';
import { organisationSchema } from '../organisation.js';
import type { Organisation } from '../organisation.js';
import { sampleSchools } from './sample-schools.js';

type SiteRecord = Organisation['sites'][number];
interface SampleCampus {
  readonly id: string;
  readonly postcodes: readonly string[];
  readonly schools: School[];
}

/** Leaves room for second sites: no campus of the sample comes to more than 17. */
const mostSchoolsPerCampus = 15;

/**
 * An invented organisation for the real schools: campuses by postcode, each with a manager for whom the next campus'
 * manager deputises; one second site in each campus, and two schools with a second site in another campus; a provider,
 * and contacts for the first schools of some campuses. No person in it exists. Always the same.
 */
export function sampleOrganisation(): Organisation {
  const campuses = campusesByPostcode(sampleSchools);
  return organisationSchema.parse({
    timeZone: 'Europe/Berlin',
    people: samplePeople(campuses.length),
    campuses: campuses.map(({ id, postcodes }, index) => ({
      id,
      name: `Campus ${index + 1} (${[...new Set([postcodes[0], postcodes.at(-1)])].join('–')})`,
      manager: personId('manager', index + 1),
      deputy: personId('manager', ((index + 1) % campuses.length) + 1),
    })),
    sites: [
      ...campuses.flatMap((campus) => campus.schools.map((school) => mainSite(school, campus))),
      ...secondSites(campuses),
    ],
    helpdesk: [1, 2, 3].map((number) => personId('dispatcher', number)),
    administrators: [1, 2].map((number) => personId('administrator', number)),
    provider: {
      name: 'Schul-IT Beispiel GmbH (erfunden)',
      people: [1, 2].map((number) => personId('provider', number)),
    },
    contacts: contactsOf(campuses),
  });
}

/** The sample organisation as a file to start from, with explanations. */
export function sampleOrganisationFile(): string {
  const { timeZone, campuses, sites, helpdesk, administrators, provider, contacts, ...sample } =
    sampleOrganisation();
  const people = sample.people.map(({ absences, ...person }) =>
    absences.length > 0 ? { ...person, absences } : person,
  );
  const sections: readonly (readonly [string, object])[] = [
    ['Days (absences) count in this time zone.', { timeZone }],
    [
      'Each person once: Entra object id, or "address" instead; language de or en; absences with first and last day, and perhaps a deputy.',
      { people },
    ],
    ['A person manages one campus; managers may deputise for one another.', { campuses }],
    ['Each school of the register has at least one site, each campus at most 17.', { sites }],
    ['Dispatchers of the central help desk.', { helpdesk }],
    ['Administrators hear of everything that nobody else could be told.', { administrators }],
    ['The company that employs the managers, and who answers there. May be left out.', { provider }],
    ['Media officers, who speak for their school. May be left out.', { contacts }],
  ];
  const head = `# Example of an organisation file for: campusdesk directory apply FILE (see docs/directory.md)
# People, campuses and second sites are invented. School numbers and addresses: IT.NRW, Statistisches Landesamt,
# 2025, dl-de/by-2-0.
`;
  return (
    head +
    sections.map(([comment, content]) => `\n# ${comment}\n${stringify(content, { lineWidth: 0 })}`).join('')
  );
}

const idBlocks = { manager: '1', dispatcher: '2', administrator: '3', provider: '4', contact: '5' } as const;

/** The last of them speaks for two schools. */
const sampleContacts = [1, 2, 3, 4, 5];

/** Valid as object ids, and obviously made up. */
function personId(kind: keyof typeof idBlocks, number: number): string {
  return `00000000-0000-4000-8000-000000000${idBlocks[kind]}${String(number).padStart(2, '0')}`;
}

function samplePeople(managers: number): object[] {
  const numbers = Array.from({ length: managers }, (_, index) => index + 1);
  return [
    ...numbers.map((number) => ({
      id: personId('manager', number),
      name: `Campus manager ${number}`,
      language: number % 6 === 0 ? 'en' : 'de',
      ...(number === managers && { absences: [{ from: '2025-07-14', to: '2025-08-01' }] }),
    })),
    ...[1, 2, 3].map((number) => ({ id: personId('dispatcher', number), name: `Dispatcher ${number}` })),
    ...[1, 2].map((number) => ({ id: personId('administrator', number), name: `Administrator ${number}` })),
    ...[1, 2].map((number) => ({
      id: personId('provider', number),
      name: `Technician ${number}`,
    })),
    ...sampleContacts.map((number) => ({
      id: personId('contact', number),
      name: `School contact ${number}`,
    })),
  ];
}

function contactsOf(campuses: readonly SampleCampus[]): object[] {
  const firstSchools = campuses
    .slice(0, sampleContacts.length + 1)
    .flatMap(({ schools }) => schools[0] ?? []);
  return firstSchools.map((school, index) => ({
    school: school.id,
    people: [personId('contact', sampleContacts[index] ?? sampleContacts.length)],
  }));
}

/** Whole postcodes in ascending order, as many to a campus as fit. */
function campusesByPostcode(schools: readonly School[]): SampleCampus[] {
  const groups: { postcodes: string[]; schools: School[] }[] = [];
  for (const postcode of [...new Set(schools.map((school) => school.postcode))].sort()) {
    const here = schools.filter((school) => school.postcode === postcode);
    const last = groups.at(-1);
    if (last && last.schools.length + here.length <= mostSchoolsPerCampus) {
      last.postcodes.push(postcode);
      last.schools.push(...here);
    } else {
      groups.push({ postcodes: [postcode], schools: here });
    }
  }
  return groups.map((group, index) => ({ id: `campus-${String(index + 1).padStart(2, '0')}`, ...group }));
}

function mainSite(school: School, campus: SampleCampus): SiteRecord {
  return {
    id: `${school.id}-1`,
    school: school.id,
    name: 'Hauptgebäude',
    street: school.street,
    campus: campus.id,
  };
}

function secondSites(campuses: readonly SampleCampus[]): SiteRecord[] {
  const homes = campuses.map((campus) => ({ campus, schools: secondarySchools(campus) }));
  const nearby = homes.map(({ campus, schools }) => ({ school: schools[0], campus }));
  const away = [1, 9].map((index) => ({ school: homes[index]?.schools[1], campus: campuses[index - 1] }));
  return [...nearby, ...away].flatMap(({ school, campus }, index) => {
    if (!school || !campus) return [];
    const street = `Beispielweg ${index + 1} (erfunden)`;
    return [
      { id: `${school.id}-2`, school: school.id, name: 'Nebenstelle (erfunden)', street, campus: campus.id },
    ];
  });
}

function secondarySchools({ schools }: SampleCampus): School[] {
  return schools.filter((school) => school.type !== 'Grundschule');
}
