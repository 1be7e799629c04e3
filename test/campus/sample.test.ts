import { describe, expect, it } from 'vitest';
import {
  checkOrganisation,
  mostSitesPerCampus,
  readOrganisation,
  readRegister,
  sampleDirectory,
  sampleOrganisation,
  sampleOrganisationFile,
  sampleSchoolModule,
  sampleSchools,
} from '../../src/campus/index.js';
import { sampleSchoolLines } from '../../src/campus/sample/school-lines.js';
import { officialRegister } from './register-file.js';

const directory = sampleDirectory();
const sites = directory.schools.flatMap((school) => directory.sitesOf(school.id));

describe('the sample directory', () => {
  it('has the 155 schools of the official register', () => {
    expect(sampleSchools).toEqual(readRegister(officialRegister()).taken);
  });

  it('is the register as the generator writes it', () => {
    expect(sampleSchoolModule(sampleSchools, 'register')).toContain(sampleSchoolLines);
  });

  it('has 13 campuses with 170 sites, at most 17 each', () => {
    expect(directory.campuses).toHaveLength(13);
    expect(sites).toHaveLength(170);
    const counts = directory.campuses.map(({ id }) => sites.filter(({ campusId }) => campusId === id).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(mostSitesPerCampus);
  });

  it('groups the main sites by postcode: no postcode is divided', () => {
    const campusesOf = new Map<string, Set<string>>();
    for (const school of sampleSchools) {
      const campusId = directory.sitesOf(school.id)[0]?.campusId ?? '';
      campusesOf.set(school.postcode, (campusesOf.get(school.postcode) ?? new Set()).add(campusId));
    }
    expect([...campusesOf.values()].every((campuses) => campuses.size === 1)).toBe(true);
  });

  it('says of the 15 second sites that they are invented', () => {
    const second = sites.filter(({ id }) => !id.endsWith('-1'));
    expect(second).toHaveLength(15);
    expect(second.every(({ name, street }) => name.includes('erfunden') && street.includes('erfunden'))).toBe(
      true,
    );
  });

  it('has two schools with sites in two campuses', () => {
    const divided = sampleSchools.filter(
      ({ id }) => new Set(directory.sitesOf(id).map(({ campusId }) => campusId)).size > 1,
    );
    expect(divided).toHaveLength(2);
  });

  it("has for each campus a manager and another campus' manager as deputy, nobody for two", () => {
    const managers = directory.campuses.map(({ managerId }) => managerId);
    expect(new Set(managers).size).toBe(13);
    expect(new Set(directory.campuses.map(({ deputyId }) => deputyId))).toEqual(new Set(managers));
    expect(directory.campuses.every(({ managerId, deputyId }) => managerId !== deputyId)).toBe(true);
  });

  it('has nobody in it whose id or name could be a real person', () => {
    for (const person of sampleOrganisation().people) {
      expect(person.id).toMatch(/^00000000-0000-4000-8000-000000000[1-5]\d\d$/);
      expect(person.name).toMatch(
        /^(Campus manager|Dispatcher|Administrator|Technician|School contact) \d+$/,
      );
    }
    expect(directory.dispatchers).toHaveLength(3);
    expect(directory.administrators).toHaveLength(2);
  });

  it('has a provider of two, and contacts for six schools, one of whom speaks for two', () => {
    expect(directory.provider?.name).toContain('erfunden');
    expect(directory.provider?.people.map(({ id }) => directory.isProvider(id))).toEqual([true, true]);
    const withContacts = sampleSchools.filter(({ id }) => directory.contactsOf(id).length > 0);
    expect(withContacts).toHaveLength(6);
    const contacts = directory.people.filter(({ id }) => directory.schoolsOfContact(id).length > 0);
    expect(contacts.map(({ id }) => directory.schoolsOfContact(id).length)).toEqual([1, 1, 1, 1, 2]);
    expect(contacts.some(({ id }) => directory.isStaff(id))).toBe(false);
  });

  it('is a file that can be applied as it is, the same each time', () => {
    const file = sampleOrganisationFile();
    const reading = readOrganisation(file);
    expect(reading.kind === 'read' && reading.content).toEqual(sampleOrganisation());
    expect(checkOrganisation(sampleOrganisation(), sampleSchools)).toEqual([]);
    expect(sampleOrganisationFile()).toBe(file);
    expect(file).toContain('dl-de/by-2-0');
  });
});
