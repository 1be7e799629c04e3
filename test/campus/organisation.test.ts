import { describe, expect, it } from 'vitest';
import { checkOrganisation, readOrganisation } from '../../src/campus/index.js';
import type { School } from '../../src/campus/index.js';
import {
  ada,
  ben,
  cem,
  dot,
  eve,
  fay,
  organisation,
  organisationText,
  school,
  schools,
  wholeOrganisationText,
} from './city.js';

/** Reads and checks as `directory apply` does; each problem as one line. */
function problemsOf(text: string, register: readonly School[] = schools): string[] {
  const reading = readOrganisation(text);
  const problems =
    reading.kind === 'refused'
      ? reading.problems
      : checkOrganisation(reading.content, register).map(({ path, message }) =>
          reading.locate(path, message),
        );
  return problems.map(({ path, line, message }) => `${line} ${path}: ${message}`);
}

function changed(from: string, to: string): string {
  expect(organisationText).toContain(from);
  return organisationText.replace(from, to);
}

describe('an organisation file', () => {
  it('is accepted where everything fits', () => {
    expect(problemsOf(organisationText)).toEqual([]);
  });

  it('may be JSON, also with tabs and with school numbers as numbers', () => {
    const json = JSON.stringify(organisation(), null, '\t').replace(/"school": "(\d+)"/g, '"school": $1');
    expect(organisation(json)).toEqual(organisation());
  });

  it('keeps ids as they were typed', () => {
    const text = organisationText.replaceAll('500001', '012345').replaceAll('north', '007');
    const { sites, campuses } = organisation(text);
    expect([sites[0]?.school, sites[0]?.campus, campuses[0]?.id]).toEqual(['012345', '007', '007']);
  });

  it('takes language, absences, deputy and time zone as said in the manual where they are left out', () => {
    const read = organisation(
      organisationText.replace('timeZone: Europe/Berlin', '').replace(`, deputy: ${ada}`, ''),
    );
    expect(read.timeZone).toBe('Europe/Berlin');
    expect(read.campuses[1]?.deputy).toBeNull();
    expect(read.people[2]).toMatchObject({ language: 'de', absences: [] });
  });

  it('lets managers deputise for one another', () => {
    expect(organisation().campuses.map(({ manager, deputy }) => [manager, deputy])).toEqual([
      [ada, ben],
      [ben, ada],
    ]);
  });
});

describe('what an organisation file may say since absences name deputies', () => {
  it('may be left out, as in older files', () => {
    const { provider, contacts, people } = organisation();
    expect([provider, contacts]).toEqual([null, []]);
    expect(people[0]?.absences).toEqual([{ from: '2026-03-02', to: '2026-03-06', deputy: null }]);
  });

  it('is accepted where everything fits', () => {
    expect(problemsOf(wholeOrganisationText)).toEqual([]);
    expect(organisation(wholeOrganisationText).provider).toEqual({ name: 'School IT', people: [eve] });
  });

  it.each([
    [
      'a deputy whom nobody knows',
      'to: 2026-03-06',
      `to: 2026-03-06, deputy: ${dot}`,
      [`4 people[0].absences[0].deputy: ${dot} is not among the people`],
    ],
    [
      'a person who is the own deputy',
      'to: 2026-03-06',
      `to: 2026-03-06, deputy: ${ada}`,
      ['4 people[0].absences[0].deputy: nobody can be the own deputy'],
    ],
    [
      "a deputy who is only a school's contact",
      'to: 2026-03-06',
      `to: 2026-03-06, deputy: ${fay}`,
      [`4 people[0].absences[0].deputy: ${fay} is only a school's contact and cannot stand in`],
    ],
    [
      'two absences that name two people for one day',
      'to: 2026-03-06 }',
      `to: 2026-03-06, deputy: ${ben} }, { from: 2026-03-06, to: 2026-03-07, deputy: ${cem} }`,
      ['4 people[0].absences[1]: overlaps absences[0], which names another deputy'],
    ],
    [
      'a provider without people',
      `people: [${eve}] }`,
      'people: [] }',
      ['21 provider.people: needs at least one person'],
    ],
    [
      "one of the provider's people whom nobody knows",
      `people: [${eve}] }`,
      `people: [${dot}] }`,
      [`21 provider.people[0]: ${dot} is not among the people`],
    ],
    [
      "one of the provider's people listed twice",
      `people: [${eve}] }`,
      `people: [${eve}, ${eve}] }`,
      [`21 provider.people[1]: ${eve} is listed twice`],
    ],
    [
      'contacts of an unknown school',
      'school: 500003, people',
      'school: 500009, people',
      ['24 contacts[1].school: school 500009 is not in the register'],
    ],
    [
      'contacts of a school in two places',
      'school: 500003, people',
      'school: 500002, people',
      ['24 contacts[1].school: school 500002 has its contacts already in contacts[0]'],
    ],
    [
      'a contact whom nobody knows',
      `[${fay}, ${ada}]`,
      `[${fay}, x@y.example]`,
      ['23 contacts[0].people[1]: x@y.example is not among the people'],
    ],
  ])('is refused with its place for %s', (_what, from, to, expected) => {
    expect(wholeOrganisationText).toContain(from);
    expect(problemsOf(wholeOrganisationText.replace(from, to))).toEqual(expected);
  });

  it.each([
    ['name the same deputy', `deputy: ${ben}`, `deputy: ${ben}`],
    ['do not share a day', `deputy: ${ben}`, `deputy: ${cem}`],
    ['name one deputy and nobody', 'deputy: null', `deputy: ${cem}`],
  ])('is sound where two absences %s', (what, first, second) => {
    const from = what === 'do not share a day' ? '2026-03-07' : '2026-03-05';
    const text = changed(
      'to: 2026-03-06 }',
      `to: 2026-03-06, ${first} }, { from: ${from}, to: 2026-03-08, ${second} }`,
    );
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a problem of an organisation file names its place:', () => {
  it.each([
    [
      'an unknown school',
      'school: 500003',
      'school: 500009',
      [
        '15 sites[3].school: school 500009 is not in the register',
        '12 sites: school 500003 (Westschule) has no site',
      ],
    ],
    [
      'an unknown campus',
      'Weg 4, campus: south',
      'Weg 4, campus: west',
      ['15 sites[3].campus: there is no campus west'],
    ],
    [
      'an unknown manager',
      `manager: ${ada}`,
      `manager: ${dot}`,
      [`9 campuses[0].manager: ${dot} is not among the people`],
    ],
    [
      'an unknown deputy',
      `deputy: ${ben}`,
      'deputy: x@y.example',
      ['9 campuses[0].deputy: x@y.example is not among the people'],
    ],
    [
      'an unknown dispatcher',
      `helpdesk: [${cem}]`,
      `helpdesk: [${dot}]`,
      [`16 helpdesk[0]: ${dot} is not among the people`],
    ],
    [
      'an unknown administrator',
      's: [admin.d',
      's: [admin.e',
      ['17 administrators[0]: admin.e@city.example is not among the people'],
    ],
    [
      'a person who manages two campuses',
      `manager: ${ben}, deputy: ${ada}`,
      `manager: ${ada}`,
      [`10 campuses[1].manager: ${ada} manages north already; a person manages one campus`],
    ],
    [
      'a manager who is the own deputy',
      `deputy: ${ben}`,
      `deputy: ${ada}`,
      ['9 campuses[0].deputy: the manager cannot be the own deputy'],
    ],
    [
      'a person with two records',
      `id: ${cem}`,
      `id: ${ben.toUpperCase()}`,
      [
        `6 people[2]: ${ben} has two records, the first is people[1]`,
        `16 helpdesk[0]: ${cem} is not among the people`,
      ],
    ],
    [
      'an absence that ends before it begins',
      'to: 2026-03-06',
      'to: 2026-03-01',
      ['4 people[0].absences[0]: the absence ends (2026-03-01) before it begins (2026-03-02)'],
    ],
    [
      'two campuses with one id',
      'id: south',
      'id: north',
      [
        '10 campuses[1].id: north is used already by campuses[0]',
        '13 sites[1].campus: there is no campus south',
        '15 sites[3].campus: there is no campus south',
      ],
    ],
    [
      'two sites with one id',
      'id: 500002-2',
      'id: 500002-1',
      ['14 sites[2].id: 500002-1 is used already by sites[1]'],
    ],
    ['a dispatcher listed twice', `[${cem}]`, `[${cem}, ${cem}]`, [`16 helpdesk[1]: ${cem} is listed twice`]],
    [
      'a day that does not exist',
      'to: 2026-03-06',
      'to: 2026-02-30',
      ['4 people[0].absences[0].to: must be a day that exists, written YYYY-MM-DD'],
    ],
    [
      'a time zone that does not exist',
      'Europe/Berlin',
      'Europe/Dortmund',
      ['2 timeZone: must be an IANA time zone such as Europe/Berlin'],
    ],
    [
      'a language that is not spoken',
      'language: en',
      'language: fr',
      ['5 people[1].language: must be one of de, en'],
    ],
    [
      'an id that is no object id',
      `id: ${cem}`,
      'id: 4711',
      ['6 people[2].id: must be an Entra object id (a GUID)'],
    ],
    [
      'a person with id and address',
      `id: ${cem}`,
      `id: ${cem}, address: c@city.example`,
      ['6 people[2]: needs either an id or an address, not both and not neither'],
    ],
    ['a person without a name', ', name: Dispatcher C', '', ['6 people[2].name: is missing']],
    ['a misspelt key', 'deputy:', 'deputi:', ['9 campuses[0].deputi: is not known here']],
    ['a missing section', 'helpdesk:', 'desk:', ['2 helpdesk: is missing', '16 desk: is not known here']],
    ['a section twice', 'helpdesk:', 'people:', ['16 : Map keys must be unique']],
  ])('%s', (_what, from, to, expected) => {
    expect(problemsOf(changed(from, to))).toEqual(expected);
  });

  it('a campus with more than 17 sites', () => {
    const many = Array.from({ length: 18 }, (_, index) => school(String(600_000 + index), `School ${index}`));
    const sites = many.map(
      ({ id }) => `  - { id: ${id}-1, school: ${id}, name: Main, street: Weg 1, campus: south }\n`,
    );
    const text = organisationText.replace(/ {2}- \{ id: 500[^]*?(?=helpdesk)/, sites.join(''));
    expect(problemsOf(text, many)).toEqual([
      '10 campuses[1]: campus south has 18 sites; at most 17 are allowed',
    ]);
    expect(problemsOf(text.replace('campus: south', 'campus: north'), many)).toEqual([]);
  });

  it('all problems are told together', () => {
    const text = changed('school: 500003', 'school: 500009')
      .replace(`manager: ${ada}`, `manager: ${dot}`)
      .replace('to: 2026-03-06', 'to: 2026-03-01');
    expect(problemsOf(text)).toHaveLength(4);
  });

  it.each([
    ['nothing', '', '0 : the file is empty'],
    [
      'something that is no YAML',
      'people: [\n',
      '2 : Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['only a list', '- a\n', '1 : Expected object, received array'],
  ])('a file that holds %s', (_what, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('aliases that unfold without end are refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'].map((pair) => [...pair])) {
      bomb.push(`${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(', ')}]`);
    }
    expect(readOrganisation(bomb.join('\n')).kind).toBe('refused');
  });
});
