import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryBook, sampleSchools, storeSample } from '../../src/campus/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { withLateReads } from '../store/late-reads.js';
import { ada, dot, organisation, organisationText, schools } from './city.js';

const origin = { source: 'test', at: Date.parse('2026-02-10T10:00:00Z') };
let folder: string;
let store: DocumentStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'directory-book-'));
  store = await openSqliteStore({ path: join(folder, 'test.db') });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('the directory book', () => {
  it('gives an empty directory where nothing is stored', async () => {
    const book = await DirectoryBook.open(store);
    expect(book.current().version).toBe('0.0');
    expect(book.stored()).toEqual({ register: null, organisation: null });
  });

  it('keeps what was imported and applied for the next process', async () => {
    const book = await DirectoryBook.open(store);
    expect(await book.importRegister(schools, origin)).toEqual([]);
    expect(await book.applyOrganisation(organisation(), origin)).toEqual({ kind: 'applied' });
    const next = await DirectoryBook.open(store);
    expect(next.current().version).toBe('1.1');
    expect(next.current().schools).toEqual(schools);
    expect(next.current().campusesOf(ada)).toHaveLength(2);
    expect(next.stored().register).toMatchObject({ source: 'test', importedAt: '2026-02-10T10:00:00.000Z' });
  });

  it('holds one directory until another process changed it', async () => {
    const [one, other] = [await DirectoryBook.open(store), await DirectoryBook.open(store)];
    const before = other.current();
    expect(await other.refresh()).toBe(false);
    expect(other.current()).toBe(before);
    await one.importRegister(schools, origin);
    expect(other.current()).toBe(before);
    expect(await other.refresh()).toBe(true);
    expect(other.current().schools).toHaveLength(3);
  });

  it('keeps what was written since a read began that ends later', async () => {
    const late = withLateReads(store);
    const book = await DirectoryBook.open(late.store);
    const read = late.hold(async () => book.refresh());
    await book.importRegister(schools, origin);
    expect(await read()).toBe(false);
    expect(book.current().schools).toHaveLength(3);
  });

  it('refuses an organisation that does not fit the stored register, and changes nothing', async () => {
    const book = await DirectoryBook.open(store);
    await book.importRegister(schools.slice(1), origin);
    const application = await book.applyOrganisation(organisation(), origin);
    expect(application).toEqual({
      kind: 'refused',
      broken: [{ path: ['sites', 0, 'school'], message: 'school 500001 is not in the register' }],
    });
    expect((await DirectoryBook.open(store)).stored().organisation).toBeNull();
  });

  it('tells on import what of the applied organisation fits no more', async () => {
    const book = await DirectoryBook.open(store);
    await book.importRegister(schools, origin);
    await book.applyOrganisation(organisation(), origin);
    const broken = await book.importRegister(schools.slice(1), origin);
    expect(broken.map(({ message }) => message)).toEqual(['school 500001 is not in the register']);
    expect(book.current().version).toBe('2.1');
  });

  it('loses no import of several at the same time: each counts', async () => {
    const books = await Promise.all(Array.from({ length: 4 }, () => DirectoryBook.open(store)));
    await Promise.all(books.map((book) => book.importRegister(schools, origin)));
    expect((await DirectoryBook.open(store)).current().version).toBe('4.0');
  });

  it('pins an address once, and keeps the pin while the person stays', async () => {
    const book = await DirectoryBook.open(store);
    await book.importRegister(schools, origin);
    expect(await book.pin('admin.d@city.example', dot)).toEqual({ kind: 'unknown-address' });
    await book.applyOrganisation(organisation(), origin);
    expect(await book.pin('admin.d@city.example', dot)).toMatchObject({ kind: 'pinned' });
    expect(book.current().isAdministrator(dot)).toBe(true);
    expect(await book.pin('admin.d@city.example', dot)).toEqual({ kind: 'unchanged' });
    expect(await book.pin('admin.d@city.example', ada)).toEqual({ kind: 'conflict', with: dot });

    await book.applyOrganisation(organisation(), origin);
    expect(book.current().isAdministrator(dot)).toBe(true);
    await book.applyOrganisation(organisation(organisationText.replaceAll(/admin\.d@/gi, 'other@')), origin);
    expect(book.stored().organisation?.pins).toEqual({});
    expect(book.current().person(dot)).toBeUndefined();
  });

  it('reads an organisation that an older release wrote: what is new has its default', async () => {
    const { provider, contacts, ...older } = organisation();
    const people = older.people.map((person) => ({
      ...person,
      absences: person.absences.map(({ from, to }) => ({ from, to })),
    }));
    const documents = await store.collection({ name: 'directory', fields: {}, upgrade: (raw) => raw });
    await documents.create({
      ...{ id: 'organisation', schemaVersion: 1, revision: 4, source: 'old.yaml' },
      ...{ appliedAt: '2026-01-10T10:00:00.000Z', pins: { 'admin.d@city.example': dot } },
      ...{ organisation: { ...older, people } },
    });
    const book = await DirectoryBook.open(store);
    expect(book.stored().organisation).toMatchObject({ schemaVersion: 2, revision: 4 });
    expect(book.stored().organisation?.organisation).toEqual({ ...organisation(), provider, contacts });
    expect(book.current().isAdministrator(dot)).toBe(true);
    await book.importRegister(schools, origin);
    expect(await book.applyOrganisation(organisation(), origin)).toEqual({ kind: 'applied' });
    expect(book.current().version).toBe('1.5');
  });

  it('refuses a document of a later release instead of misreading it', async () => {
    const documents = await store.collection({ name: 'directory', fields: {}, upgrade: (raw) => raw });
    await documents.create({ id: 'register', schemaVersion: 2 });
    await expect(DirectoryBook.open(store)).rejects.toThrow('schema version 2');
  });

  it('takes the sample whole', async () => {
    const book = await DirectoryBook.open(store);
    expect(await storeSample(book, origin.at)).toEqual({ kind: 'applied' });
    expect(book.current().schools).toEqual(sampleSchools);
    expect(book.current().campuses).toHaveLength(13);
  });
});
