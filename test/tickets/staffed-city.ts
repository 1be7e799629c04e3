import { buildDirectory, readOrganisation, type Directory } from '../../src/campus/index.js';
import { school } from '../campus/city.js';

const id = (number: number): string => `20000000-0000-4000-8000-0000000000${number}`;

/** Somebody in each role; whom the directory does not name is `teacher`, `colleague`, `guest` and `former`. */
export const who = {
  /** Manages north, and is away from 24 to 27 November 2026. */
  northManager: id(11),
  northDeputy: id(12),
  southManager: id(13),
  dispatcher: id(14),
  administrator: id(15),
  provider: id(16),
  /** Media officer of the school in the north. */
  contact: id(17),
  /** Media officer of the school in the south. */
  otherContact: id(18),
  /** Manages west, and speaks for a school in the north, too. */
  managingContact: id(19),
  teacher: id(31),
  colleague: id(32),
  guest: id(33),
  former: id(34),
} as const;
export type Name = keyof typeof who;

export const northSchool = '100001';
export const southSchool = '100002';

const text = `
people:
  - { id: ${who.northManager}, name: Manager North, absences: [{ from: 2026-11-24, to: 2026-11-27 }] }
  - { id: ${who.northDeputy}, name: Deputy North }
  - { id: ${who.southManager}, name: Manager South }
  - { id: ${who.managingContact}, name: Manager West }
  - { id: ${who.dispatcher}, name: Dispatcher }
  - { id: ${who.administrator}, name: Administrator }
  - { id: ${who.provider}, name: Technician }
  - { id: ${who.contact}, name: Contact North }
  - { id: ${who.otherContact}, name: Contact South }
campuses:
  - { id: north, name: Campus North, manager: ${who.northManager}, deputy: ${who.northDeputy} }
  - { id: south, name: Campus South, manager: ${who.southManager} }
  - { id: west, name: Campus West, manager: ${who.managingContact} }
sites:
  - { id: 100001-1, school: 100001, name: Main, street: Weg 1, campus: north }
  - { id: 100002-1, school: 100002, name: Main, street: Weg 2, campus: south }
helpdesk: [${who.dispatcher}]
administrators: [${who.administrator}]
provider: { name: School IT, people: [${who.provider}] }
contacts:
  - { school: 100001, people: [${who.contact}, ${who.managingContact}] }
  - { school: 100002, people: [${who.otherContact}] }
`;

/** A small city with every role of the directory in it. */
export function staffedCity(): Directory {
  const reading = readOrganisation(text);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  const schools = [school(northSchool, 'Nordschule'), school(southSchool, 'Südschule')];
  const organisation = reading.content;
  return buildDirectory({ revision: 1, schools }, { revision: 1, organisation, pins: {} });
}
