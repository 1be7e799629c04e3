import { describe, expect, it } from 'vitest';
import { buildDirectory } from '../../src/campus/index.js';
import type { Directory, EnteredAbsence, InForce, School } from '../../src/campus/index.js';
import {
  ada,
  ben,
  cem,
  dot,
  eve,
  fay,
  organisation,
  organisationText,
  schools,
  wholeOrganisationText,
} from './city.js';

const directory = buildDirectory(
  { revision: 3, schools },
  { revision: 5, organisation: organisation(), pins: {} },
);
const at = (iso: string): number => Date.parse(iso);
const quietDay = at('2026-02-10T10:00:00Z');
const managerAway = at('2026-03-03T10:00:00Z');
const bothAway = at('2026-03-05T10:00:00Z');

const nobody = (until: string | null): InForce => ({ person: null, as: 'nobody', until, standsInFor: null });

/** The same city, where the manager of the north is away on these days and nobody else ever is. */
function withAbsences(absences: readonly { from: string; to: string; deputy?: string }[]): Directory {
  const sample = organisation();
  const people = sample.people.map((person) => ({
    ...person,
    absences: person.id === ada ? absences.map(({ deputy = null, ...days }) => ({ ...days, deputy })) : [],
  }));
  return buildDirectory(
    { revision: 3, schools },
    { revision: 5, organisation: { ...sample, people }, pins: {} },
  );
}

describe('who is in force', () => {
  it('is the manager on an ordinary day', () => {
    expect(directory.inForce('north', quietDay)).toMatchObject({
      person: { id: ada },
      as: 'manager',
      until: null,
    });
  });

  it('is the deputy while the manager is away, until the deputy is away, too', () => {
    expect(directory.inForce('north', managerAway)).toMatchObject({
      person: { id: ben },
      as: 'deputy',
      until: '2026-03-04',
      standsInFor: { id: ada },
    });
  });

  it('is the deputy until the last day on which the manager is away, however many absences that are', () => {
    const twice = withAbsences([
      { from: '2026-03-02', to: '2026-03-03' },
      { from: '2026-03-04', to: '2026-03-05' },
      { from: '2026-03-07', to: '2026-03-09' },
    ]);
    expect(twice.inForce('north', managerAway)).toMatchObject({ as: 'deputy', until: '2026-03-05' });
  });

  it('is nobody while both are away, until the first of them is back', () => {
    expect(directory.inForce('north', bothAway)).toEqual(nobody('2026-03-06'));
  });

  it('changes at midnight of the time zone, first and last day of an absence included', () => {
    const as = (iso: string): string => directory.inForce('north', at(iso)).as;
    expect(as('2026-03-01T22:59:59Z')).toBe('manager');
    expect(as('2026-03-01T23:00:00Z')).toBe('deputy');
    expect(as('2026-03-06T22:59:59Z')).toBe('nobody');
    expect(as('2026-03-06T23:00:00Z')).toBe('manager');
  });

  it('is nobody where the manager is away and there is no deputy', () => {
    const alone = buildDirectory(
      { revision: 1, schools },
      { revision: 1, organisation: organisation(organisationText.replace(`, deputy: ${ben}`, '')), pins: {} },
    );
    expect(alone.inForce('north', managerAway)).toEqual(nobody('2026-03-06'));
  });

  it('is nobody for a campus that does not exist', () => {
    expect(directory.inForce('west', quietDay)).toEqual(nobody(null));
  });
});

describe('who answers for a ticket', () => {
  const campus = (campusId: string) => ({
    party: 'campus',
    campusId,
    person: null,
    reason: { code: 'campus-of-school' },
  });
  const helpdesk = (code: string) => ({ party: 'helpdesk', campusId: null, person: null, reason: { code } });

  it('is the campus of the site', () => {
    expect(directory.responsibleFor('500002', '500002-2', quietDay)).toEqual(campus('north'));
    expect(directory.responsibleFor(null, '500002-2', quietDay)).toEqual(campus('north'));
  });

  it("is the campus of the school's first site where no site is named, or one of another school", () => {
    expect(directory.responsibleFor('500002', null, quietDay)).toEqual(campus('south'));
    expect(directory.responsibleFor('500002', '500001-1', quietDay)).toEqual(campus('south'));
    expect(directory.responsibleFor('500002', 'gone', quietDay)).toEqual(campus('south'));
  });

  it('stays the campus while a deputy is in force, and says for whom and until when', () => {
    const reason = { code: 'deputy', for: 'Manager A', until: '2026-03-04' };
    expect(directory.responsibleFor('500001', null, managerAway)).toEqual({ ...campus('north'), reason });
  });

  it('is the help desk while manager and deputy are away', () => {
    expect(directory.responsibleFor('500001', null, bothAway)).toEqual(helpdesk('nobody-in-force'));
  });

  it('is the help desk without a school', () => {
    expect(directory.responsibleFor(null, null, quietDay)).toEqual(helpdesk('no-school'));
  });

  it('is the help desk for a school without site, as one that the register brought since', () => {
    const later = buildDirectory(
      { revision: 4, schools: [...schools, { ...schools[0]!, id: '500004' }] },
      {
        revision: 5,
        organisation: organisation(),
        pins: {},
      },
    );
    expect(later.responsibleFor('500004', null, quietDay)).toEqual(helpdesk('no-campus'));
    expect(directory.responsibleFor('999999', null, quietDay)).toEqual(helpdesk('no-campus'));
  });
});

describe('the site that is meant', () => {
  it('is the one that was named, if it is one of the school', () => {
    expect(directory.siteMeant('500002', '500002-2')?.id).toBe('500002-2');
    expect(directory.siteMeant('500002', '500001-1')).toBeUndefined();
  });

  it('is the only one that a school has, whatever was named', () => {
    expect(directory.siteMeant('500001', null)?.id).toBe('500001-1');
    expect(directory.siteMeant('500001', '500002-2')?.id).toBe('500001-1');
  });

  it('is not known where a school has several, or none', () => {
    expect(directory.siteMeant('500002', null)).toBeUndefined();
    expect(directory.siteMeant('999999', null)).toBeUndefined();
  });
});

describe('who may act for a campus', () => {
  it('is its manager on every day, and the deputy while in force', () => {
    expect(directory.mayActFor('north', ada, quietDay)).toBe(true);
    expect(directory.mayActFor('north', ada, managerAway)).toBe(true);
    expect(directory.mayActFor('north', ben, quietDay)).toBe(false);
    expect(directory.mayActFor('north', ben, managerAway)).toBe(true);
    expect(directory.mayActFor('north', ben, bothAway)).toBe(false);
    expect(directory.mayActFor('north', cem, quietDay)).toBe(false);
    expect(directory.mayActFor('west', ada, quietDay)).toBe(false);
  });

  it('does not depend on capital letters in the object id', () => {
    expect(directory.mayActFor('north', ada.toUpperCase(), quietDay)).toBe(true);
    expect(directory.isDispatcher(cem.toUpperCase())).toBe(true);
  });

  it('is whoever an absence names, as long as that is who is in force', () => {
    const named = withAbsences([{ from: '2026-03-02', to: '2026-03-06', deputy: cem }]);
    expect([ada, ben, cem].map((id) => named.mayActFor('north', id, managerAway))).toEqual([
      true,
      false,
      true,
    ]);
    expect([ada, ben, cem].map((id) => named.mayActFor('north', id, quietDay))).toEqual([true, false, false]);
    const names = (when: number) => named.colleagues('north', when).map(({ name }) => name);
    expect(names(managerAway)).toEqual(['Dispatcher C', 'Manager B']);
    expect(names(quietDay)).toEqual(['Manager A', 'Manager B']);
  });

  it('colleagues of a campus are manager and deputy who are not away', () => {
    const names = (when: number) => directory.colleagues('north', when).map(({ name }) => name);
    expect(names(quietDay)).toEqual(['Manager A', 'Manager B']);
    expect(names(managerAway)).toEqual(['Manager B']);
    expect(names(bothAway)).toEqual([]);
  });
});

describe('the directory', () => {
  it('finds schools, sites, campuses and people', () => {
    expect(directory.school('500002')?.name).toBe('Südschule');
    expect(directory.sitesOf('500002').map(({ id }) => id)).toEqual(['500002-1', '500002-2']);
    expect(directory.site('500002-2')).toMatchObject({ schoolId: '500002', campusId: 'north' });
    expect(directory.campus('south')).toMatchObject({ managerId: ben, deputyId: ada });
    expect(directory.campusesOf(ada).map(({ id }) => id)).toEqual(['north', 'south']);
    expect(directory.person(ben)).toMatchObject({ name: 'Manager B', language: 'en' });
    expect([directory.isDispatcher(cem), directory.isDispatcher(ada)]).toEqual([true, false]);
    expect(directory.person(dot)).toBeUndefined();
  });

  it('keeps a person given by address under that address until it is pinned', () => {
    const address = 'address:admin.d@city.example';
    expect(directory.person(address)?.name).toBe('Administrator D');
    expect(directory.isAdministrator(address)).toBe(true);
    const pins = { 'admin.d@city.example': dot };
    const pinned = buildDirectory(
      { revision: 3, schools },
      { revision: 6, organisation: organisation(), pins },
    );
    expect(pinned.isAdministrator(dot)).toBe(true);
    expect(pinned.administrators.map(({ id }) => id)).toEqual([dot]);
    expect(pinned.isAdministrator(address)).toBe(false);
  });

  it('has another version after each import and each apply', () => {
    expect(directory.version).toBe('3.5');
  });

  it('is empty before anything is imported', () => {
    const empty = buildDirectory(null, null);
    expect([empty.schools, empty.campuses, empty.dispatchers]).toEqual([[], [], []]);
    expect(empty.searchSchools('school', 5)).toEqual([]);
    expect(empty.responsibleFor('500001', null, quietDay).party).toBe('helpdesk');
  });

  it('leaves out sites of schools that the register no longer has', () => {
    const fewer = buildDirectory(
      { revision: 4, schools: schools.slice(1) },
      {
        revision: 5,
        organisation: organisation(),
        pins: {},
      },
    );
    expect(fewer.site('500001-1')).toBeUndefined();
    expect(fewer.sitesOf('500001')).toEqual([]);
  });
});

describe('the provider and the contacts of schools', () => {
  const whole = wholeCity();

  it('are known by their people', () => {
    expect(whole.provider).toMatchObject({ name: 'School IT', people: [{ id: eve }] });
    expect([eve.toUpperCase(), ada].map((id) => whole.isProvider(id))).toEqual([true, false]);
    expect(whole.contactsOf('500002').map(({ id }) => id)).toEqual([fay, ada]);
    expect(whole.schoolsOfContact(fay.toUpperCase()).map(({ id }) => id)).toEqual(['500002', '500003']);
    expect([whole.contactsOf('500001'), whole.schoolsOfContact(ben)]).toEqual([[], []]);
  });

  it('are nobody where the organisation names none', () => {
    expect([directory.provider, directory.isProvider(ada), directory.contactsOf('500002')]).toEqual([
      null,
      false,
      [],
    ]);
  });

  it('speak for no school that the register lost', () => {
    const fewer = wholeCity({ register: schools.slice(0, 2) });
    expect([fewer.contactsOf('500003'), fewer.schoolsOfContact(fay).map(({ id }) => id)]).toEqual([
      [],
      ['500002'],
    ]);
  });

  it('make nobody staff who is only a contact', () => {
    expect([fay, ada, eve, cem, dot].map((id) => whole.isStaff(id))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('absences that were entered', () => {
  const entered = { personId: ben, deputyId: null, enteredBy: null, at: '2026-01-01T08:00:00.000Z' };
  const entries = [
    { ...entered, id: 'a2', from: '2026-06-01', to: '2026-06-02' },
    { ...entered, id: 'a1', from: '2026-05-01', to: '2026-05-02', deputyId: cem },
  ];

  it('stand before those of the file, by their first day', () => {
    const city = wholeCity({ entries });
    expect(city.person(ben)?.absences).toEqual([
      { from: '2026-05-01', to: '2026-05-02', deputyId: cem, source: 'entered', id: 'a1' },
      { from: '2026-06-01', to: '2026-06-02', deputyId: null, source: 'entered', id: 'a2' },
      { from: '2026-03-05', to: '2026-03-10', deputyId: null, source: 'file', id: null },
    ]);
    expect(city.inForce('south', at('2026-05-01T10:00:00Z'))).toMatchObject({ person: { id: cem } });
    expect(city.version).toBe('3.5.2');
  });

  it('count for nobody who left the organisation', () => {
    const city = wholeCity({ entries: [{ ...entries[0]!, personId: dot }] });
    expect(city.people.flatMap(({ absences }) => absences).every(({ source }) => source === 'file')).toBe(
      true,
    );
  });
});

describe('the version of who is in force', () => {
  const day = at('2026-04-15T10:00:00Z');
  const version = (city: Directory, when = day) => city.inForceVersion(when);
  const away = { personId: ada, deputyId: cem, enteredBy: null, at: '2026-01-01T08:00:00.000Z' };
  const withEntry = (from: string, to: string) => wholeCity({ entries: [{ ...away, id: 'a1', from, to }] });

  it('stays the same while nothing of it changes', () => {
    expect(version(wholeCity())).toBe(version(wholeCity({ register: schools.toReversed() })));
    expect(version(wholeCity(), at('2026-04-16T10:00:00Z'))).toBe(version(wholeCity()));
    expect(version(withEntry('2026-05-04', '2026-05-08'))).toBe(version(wholeCity()));
  });

  it('changes on the day on which an absence begins, and on the day after it', () => {
    const city = withEntry('2026-04-14', '2026-04-15');
    const versions = [13, 14, 15, 16].map((date) => version(city, at(`2026-04-${date}T10:00:00Z`)));
    expect(versions.map((each) => versions.indexOf(each))).toEqual([0, 1, 1, 0]);
  });

  it('changes where it lasts another day, or somebody else stands in', () => {
    const other = wholeCity({
      entries: [{ ...away, id: 'a1', from: '2026-04-14', to: '2026-04-15', deputyId: null }],
    });
    const versions = [withEntry('2026-04-14', '2026-04-15'), withEntry('2026-04-14', '2026-04-16'), other];
    expect(new Set(versions.map((city) => version(city))).size).toBe(3);
  });

  it('changes where a site goes to another campus, and where another of a school is its first', () => {
    const moved = wholeOrganisationText.replace('Weg 4, campus: south', 'Weg 4, campus: north');
    const site = /( {2}- \{ id: 500002-1.*\n)( {2}- \{ id: 500002-2.*\n)/;
    const swapped = wholeOrganisationText.replace(site, '$2$1');
    const versions = [wholeOrganisationText, moved, swapped].map((text) => version(wholeCity({ text })));
    expect(new Set(versions).size).toBe(3);
  });
});

interface City {
  readonly text?: string;
  readonly register?: readonly School[];
  readonly entries?: readonly EnteredAbsence[];
}

function wholeCity({ text = wholeOrganisationText, register = schools, entries }: City = {}): Directory {
  return buildDirectory(
    { revision: 3, schools: register },
    { revision: 5, organisation: organisation(text), pins: {} },
    entries ? { revision: 2, entries } : null,
  );
}
