import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryBook } from '../../src/campus/index.js';
import type { AbsenceRequest } from '../../src/campus/index.js';
import { openTestStore, storeKinds } from '../store/fixtures.js';
import type { TestStore } from '../store/fixtures.js';
import { ada, ben, cem, dot, organisation, organisationText, schools } from './city.js';

const now = Date.parse('2026-04-15T10:00:00Z');
const origin = { source: 'test', at: now };
const admin = 'address:admin.d@city.example';
const request: AbsenceRequest = {
  personId: ada,
  from: '2026-05-04',
  to: '2026-05-08',
  deputyId: cem,
  enteredBy: ada,
};
const inMay = Date.parse('2026-05-06T10:00:00Z');

describe.each(storeKinds)('absences in a directory book on %s', (kind) => {
  let test: TestStore;
  let book: DirectoryBook;

  beforeEach(async () => {
    test = await openTestStore(kind);
    book = await DirectoryBook.open(test.store);
    await book.importRegister(schools, origin);
    await book.applyOrganisation(organisation(), origin);
  });

  afterEach(async () => {
    await test.close();
  });

  it('are there for the next process, and stay when an organisation is applied', async () => {
    expect(await book.enterAbsence(request, now)).toMatchObject({ kind: 'entered', absence: { id: 'a1' } });
    await book.applyOrganisation(organisation(), origin);
    const next = await DirectoryBook.open(await test.another());
    expect(next.current().inForce('north', inMay)).toMatchObject({
      person: { id: cem },
      until: '2026-05-08',
    });
    expect([book, next].map((each) => each.current().version)).toEqual(['1.2.1', '1.2.1']);
  });

  it('reach a process that looks again', async () => {
    const other = await DirectoryBook.open(await test.another());
    await book.enterAbsence(request, now);
    expect(other.current().person(ada)?.absences).toHaveLength(1);
    expect([await other.refresh(), await other.refresh()]).toEqual([true, false]);
    expect(other.current().person(ada)?.absences).toHaveLength(2);
  });

  it('are written once where they are entered twice, also at the same time in two processes', async () => {
    const other = await DirectoryBook.open(await test.another());
    const entered = await Promise.all([book.enterAbsence(request, now), other.enterAbsence(request, now)]);
    expect(entered.map((each) => each.kind === 'entered' && each.absence.id)).toEqual(['a1', 'a1']);
    await book.refresh();
    expect(book.current().version).toBe('1.1.1');
  });

  it('are all kept where several people enter theirs at the same time, each under an id of its own', async () => {
    const books = [
      book,
      await DirectoryBook.open(await test.another()),
      await DirectoryBook.open(test.store),
    ];
    const people = [ada, ben, cem];
    const requests = people.map((personId) => ({ ...request, personId, deputyId: null, enteredBy: null }));
    await Promise.all(books.map((each, index) => each.enterAbsence(requests[index]!, now)));
    await book.refresh();
    const ids = people.map((id) => book.current().person(id)?.absences[0]?.id);
    expect(ids.toSorted()).toEqual(['a1', 'a2', 'a3']);
  });

  it('end earlier or are taken back, and an id is never given again', async () => {
    await book.enterAbsence(request, now);
    await book.endAbsence({ id: 'a1', lastDay: '2026-05-05', by: ada }, now);
    expect(book.current().inForce('north', inMay)).toMatchObject({ as: 'manager' });
    expect(await book.endAbsence({ id: 'a1', lastDay: null, by: ada }, now)).toEqual({
      kind: 'ended',
      absence: null,
    });
    expect(await book.enterAbsence(request, now)).toMatchObject({ absence: { id: 'a4' } });
  });

  it('write nothing where they are refused', async () => {
    const refused = await book.enterAbsence({ ...request, enteredBy: ben }, now);
    expect(refused).toEqual({ kind: 'refused', reason: { code: 'not-allowed' } });
    expect(book.current().version).toBe('1.1');
  });

  it('follow a person who was known by address only and is seen afterwards', async () => {
    await book.enterAbsence({ ...request, personId: admin, deputyId: null, enteredBy: null }, now);
    await book.enterAbsence({ ...request, deputyId: admin }, now);
    await book.pin('admin.d@city.example', dot);
    expect(book.current().person(dot)?.absences).toMatchObject([{ id: 'a1' }]);
    expect(book.current().person(ada)?.absences).toMatchObject([{ deputyId: dot }, { source: 'file' }]);
    expect(await book.endAbsence({ id: 'a1', lastDay: null, by: dot }, now)).toMatchObject({ kind: 'ended' });
  });

  it('of somebody who left count no more, and again once the person is back', async () => {
    await book.enterAbsence({ ...request, personId: cem, deputyId: null, enteredBy: cem }, now);
    const without = organisation(organisationText.replaceAll(cem, dot));
    await book.applyOrganisation(without, origin);
    expect(book.current().person(cem)).toBeUndefined();
    await book.applyOrganisation(organisation(), origin);
    expect(book.current().person(cem)?.absences).toMatchObject([{ id: 'a1' }]);
  });

  it('are found for a person by object id or address', async () => {
    expect(book.personOf(` ${ada.toUpperCase()} `)?.id).toBe(ada);
    expect(book.personOf('Admin.D@City.example')?.id).toBe(admin);
    await book.pin('admin.d@city.example', dot);
    expect(book.personOf('admin.d@city.example')?.id).toBe(dot);
    expect(book.personOf('Manager A')).toBeUndefined();
  });
});
