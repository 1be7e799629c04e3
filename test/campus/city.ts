import { readOrganisation } from '../../src/campus/index.js';
import type { Organisation, School } from '../../src/campus/index.js';

/** Made-up object ids. */
export const ada = '10000000-0000-4000-8000-00000000000a';
export const ben = '10000000-0000-4000-8000-00000000000b';
export const cem = '10000000-0000-4000-8000-00000000000c';
export const dot = '10000000-0000-4000-8000-00000000000d';
export const eve = '10000000-0000-4000-8000-00000000000e';
export const fay = '10000000-0000-4000-8000-00000000000f';

export function school(id: string, name: string, fields: Partial<School> = {}): School {
  return {
    id,
    name,
    fullName: '',
    type: 'Grundschule',
    street: 'Weg 1',
    postcode: '50667',
    town: 'Köln',
    ...fields,
  };
}

export const schools: readonly School[] = [
  school('500001', 'Nordschule'),
  school('500002', 'Südschule'),
  school('500003', 'Westschule'),
];

/** Two campuses whose managers deputise for one another; the second school has a site in each. */
export const organisationText = `
timeZone: Europe/Berlin
people:
  - { id: ${ada}, name: Manager A, language: de, absences: [{ from: 2026-03-02, to: 2026-03-06 }] }
  - { id: ${ben}, name: Manager B, language: en, absences: [{ from: 2026-03-05, to: 2026-03-10 }] }
  - { id: ${cem}, name: Dispatcher C }
  - { address: Admin.D@City.example, name: Administrator D }
campuses:
  - { id: north, name: Campus North, manager: ${ada}, deputy: ${ben} }
  - { id: south, name: Campus South, manager: ${ben}, deputy: ${ada} }
sites:
  - { id: 500001-1, school: 500001, name: Main, street: Weg 1, campus: north }
  - { id: 500002-1, school: 500002, name: Main, street: Weg 2, campus: south }
  - { id: 500002-2, school: 500002, name: Annex, street: Weg 3, campus: north }
  - { id: 500003-1, school: 500003, name: Main, street: Weg 4, campus: south }
helpdesk: [${cem}]
administrators: [admin.d@city.example]
`;

/** The same with a campus that has no deputy, whose manager the provider lends, and with contacts of two schools. */
export const wholeOrganisationText = organisationText
  .replace(
    'campuses:',
    `  - { id: ${eve}, name: Manager E }
  - { id: ${fay}, name: Contact F }
campuses:
  - { id: west, name: Campus West, manager: ${eve} }`,
  )
  .concat(
    `provider: { name: School IT, people: [${eve}] }
contacts:
  - { school: 500002, people: [${fay}, ${ada}] }
  - { school: 500003, people: [${fay}] }
`,
  );

export function organisation(text: string = organisationText): Organisation {
  const reading = readOrganisation(text);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.content;
}
