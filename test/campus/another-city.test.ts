import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DirectoryBook } from '../../src/campus/index.js';
import type { Directory } from '../../src/campus/index.js';
import { registerDirectory } from '../../src/cli/directory.js';
import { openSqliteStore } from '../../src/store/index.js';
import { call } from '../cli/call.js';

/** An invented city and its neighbour, as spreadsheets write the register: other order of columns, quotes, empty ends. */
const registerText =
  `\uFEFFOrt;Postleitzahl;Straße und Hausnummer;Rechtsform;Schulnummer;Schulform;Amtliche Bezeichnung 1;Amtliche Bezeichnung 2;Amtliche Bezeichnung 3;Rechtsstatus
Überlingshausen;41999;"Göttinger Straße 5, Hof";1;600101;Grundschule;"Schule am Bärenkäfig, Offene Ganztagsschule";Städt. Gem. Grundschule;- Primarstufe -;Öffentlich
Überlingshausen;41999;Weißdornallee 12a;1;600102;Sekundarschule;Sekundarschule Überlingshausen-Süd;Schule der Stadt;- Sekundarstufe I -;Öffentlich
Sankt Ölrich;41998;Am Schloß 3;1;600103;PRIMUS-Schule;"Käthe-Kollwitz-Schule";"Schulversuch ""PRIMUS""";;Öffentlich
Sankt Ölrich;41998;Mühlenstr. 7;1;600104;Gemeinschaftsschule;Gemeinschaftsschule Sankt Ölrich;;;öffentlich
Überlingshausen;41999;Ringstr. 1;1;600105;Förderschule;LVR-Karl-Tietenberg-Schule;Förderschwerpunkt Sehen;;Öffentlich
Überlingshausen;41999;Ringstr. 2;1;600106;Freie Waldorfschule;Freie Waldorfschule;;;Privat
;;;;;;;;;
`.replaceAll('\n', '\r\n');

const person = (end: string): string => `20000000-0000-4000-8000-0000000000${end}`;
const organisationText = `
timeZone: Europe/Lisbon
people:
  - { id: ${person('01')}, name: Jörg Ähnlich, absences: [{ from: 2026-05-04, to: 2026-05-08, deputy: ${person('03')} }] }
  - { id: ${person('02')}, name: Zoë D'Arc, language: en }
  - { id: ${person('03')}, name: Łukasz Świątek }
  - { address: medien@ueberlingshausen.example, name: Media officer }
campuses:
  - { id: Bezirk.Süd, name: Bezirk Süd, manager: ${person('01')}, deputy: ${person('02')} }
  - { id: Ölrich, name: Sankt Ölrich, manager: ${person('02')} }
sites:
  - { id: Bär-1, school: 600101, name: Haupthaus, street: Göttinger Straße 5, campus: Bezirk.Süd }
  - { id: Süd-1, school: 600102, name: Altbau, street: Weißdornallee 12a, campus: Bezirk.Süd }
  - { id: Süd-2, school: 600102, name: Neubau, street: Am Schloß 4, campus: Ölrich }
  - { id: Käthe-1, school: 600103, name: Haupthaus, street: Am Schloß 3, campus: Ölrich }
  - { id: Gem-1, school: 600104, name: Haupthaus, street: Mühlenstr. 7, campus: Ölrich }
helpdesk: [${person('03')}]
administrators: [${person('03')}]
provider: { name: Schultechnik Überlingshausen AöR, people: [${person('01')}, ${person('02')}] }
contacts:
  - { school: 600103, people: [medien@ueberlingshausen.example] }
`;

describe('another city', () => {
  let folder: string;
  let city: Directory;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'another-city-'));
    const [database, register, organisation] = ['city.db', 'Schulen Übersicht.csv', 'Organisation.yaml'].map(
      (name) => join(folder, name),
    );
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', database);
    await writeFile(register!, registerText);
    await writeFile(organisation!, organisationText);
    const imported = await call(registerDirectory, 'directory', 'import', register!, '--json');
    expect([imported.exitCode, imported.results]).toEqual([0, [{ taken: 4, skipped: 2, errors: [] }]]);
    expect(imported.told).toContain('run by the regional association (LVR)');
    const applied = await call(registerDirectory, 'directory', 'apply', organisation!, '--json');
    expect([applied.exitCode, applied.results]).toEqual([
      0,
      [{ applied: true, campuses: 2, sites: 5, people: 4, problems: [] }],
    ]);
    const store = await openSqliteStore({ path: database! });
    city = (await DirectoryBook.open(store)).current();
    await store.close();
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it('has its schools as its register writes them', () => {
    expect(city.school('600101')).toEqual({
      id: '600101',
      name: 'Schule am Bärenkäfig, Offene Ganztagsschule',
      fullName: 'Städt. Gem. Grundschule',
      type: 'Grundschule',
      street: 'Göttinger Straße 5, Hof',
      postcode: '41999',
      town: 'Überlingshausen',
    });
    expect(city.schools.map(({ type }) => type)).toEqual([
      'Grundschule',
      'Sekundarschule',
      'PRIMUS-Schule',
      'Gemeinschaftsschule',
    ]);
    expect(city.school('600103')?.fullName).toBe('Schulversuch "PRIMUS"');
  });

  it.each([
    ['schule am baerenkaefig', '600101'],
    ['Barenkafig', '600101'],
    ['göttingerstr 5', '600101'],
    ['sekundarschule süd', '600102'],
    ['Weissdornallee', '600102'],
    ['sek süd', '600102'],
    ['GMS St. Ölrich', '600104'],
    ['Kollwitz', '600103'],
    ['Primus', '600103'],
    ['gemeinschaftsschule oelrich', '600104'],
    ['Mühlenstraße 7', '600104'],
    ['600104', '600104'],
  ])('finds a school by "%s"', (query, id) => {
    expect(city.searchSchools(query, 3)[0]?.school.id).toBe(id);
  });

  it('has its own campuses answer, and says why', () => {
    const inMay = Date.parse('2026-05-05T10:00:00Z');
    const handled = (schoolId: string, siteId: string | null, at: number) => {
      const { campusId, reason } = city.responsibleFor(schoolId, siteId, at);
      return { campusId, ...reason };
    };
    const before = Date.parse('2026-05-03T10:00:00Z');
    expect(handled('600102', null, before)).toEqual({ campusId: 'Bezirk.Süd', code: 'campus-of-school' });
    expect(handled('600102', 'Süd-2', inMay)).toEqual({ campusId: 'Ölrich', code: 'campus-of-school' });
    expect(handled('600101', null, inMay)).toEqual({
      campusId: 'Bezirk.Süd',
      code: 'deputy',
      for: 'Jörg Ähnlich',
      until: '2026-05-08',
    });
    expect(city.inForce('Bezirk.Süd', inMay).person?.name).toBe('Łukasz Świątek');
    expect([city.provider?.name, city.contactsOf('600103')[0]?.name]).toEqual([
      'Schultechnik Überlingshausen AöR',
      'Media officer',
    ]);
  });

  it('counts days in its own time zone', () => {
    const as = (iso: string) => city.inForce('Bezirk.Süd', Date.parse(iso)).as;
    expect([as('2026-05-03T22:59:59Z'), as('2026-05-03T23:00:00Z')]).toEqual(['manager', 'deputy']);
  });
});

describe('the source', () => {
  /** What may name the city that the project is for: its sample, and how a package names its publisher by default. */
  const mayNameIt = /^(campus\/sample\/|cli\/package\.ts$)/;

  it('names no city, and leaves towns and school numbers to the register', async () => {
    const root = fileURLToPath(new URL('../../src/', import.meta.url));
    const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(100);
    const naming: string[] = [];
    for (const file of files.filter((each) => !mayNameIt.test(each))) {
      if (/dortmund|\b44[1-3]\d\d\b/i.test(await readFile(join(root, file), 'utf8'))) naming.push(file);
    }
    expect(naming).toEqual([]);
  });
});
