import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryBook } from '../../src/campus/index.js';
import { openTestStore, storeKinds } from '../store/fixtures.js';
import type { TestStore } from '../store/fixtures.js';
import { ada, ben, cem, organisation, organisationText, schools } from './city.js';

/** The second of the five days on which the file has the manager away. */
const now = Date.parse('2026-03-03T10:00:00Z');
const origin = { source: 'test', at: now };
const inFile = { personId: ada, from: '2026-03-02', to: '2026-03-06', deputyId: null };

describe.each(storeKinds)('an absence of the file that is ended earlier, on %s', (kind) => {
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

  const inForce = (of = book) => of.current().inForce('north', now).as;

  it('is over from that day on, in the next process and after the same file, too', async () => {
    expect(inForce()).toBe('deputy');
    expect(await book.endFileAbsence({ ...inFile, by: ada }, now)).toMatchObject({
      kind: 'ended',
      ending: { ...inFile, lastDay: '2026-03-02', endedBy: ada },
    });
    expect(book.current().person(ada)?.absences).toMatchObject([{ to: '2026-03-02', source: 'file' }]);
    await book.applyOrganisation(organisation(), origin);
    const next = await DirectoryBook.open(await test.another());
    expect([inForce(), inForce(next)]).toEqual(['manager', 'manager']);
  });

  it('does not come at all where it has not begun, and those days can be entered', async () => {
    const before = Date.parse('2026-03-01T10:00:00Z');
    await book.endFileAbsence({ ...inFile, by: cem }, before);
    expect(book.current().person(ada)?.absences).toEqual([]);
    const { personId, from, to } = inFile;
    const entered = { personId, from, to, deputyId: cem, enteredBy: ada };
    expect(await book.enterAbsence(entered, before)).toMatchObject({ kind: 'entered' });
    expect(book.endings()).toHaveLength(1);
  });

  it.each([
    ['another last day', 'to: 2026-03-06', 'to: 2026-03-07'],
    ['another first day', 'from: 2026-03-02', 'from: 2026-03-01'],
    ['another deputy', 'to: 2026-03-06', `to: 2026-03-06, deputy: ${cem}`],
  ])('counts again once the file has %s', async (_what, old, changed) => {
    await book.endFileAbsence({ ...inFile, by: ada }, now);
    await book.applyOrganisation(organisation(organisationText.replace(old, changed)), origin);
    expect([inForce(), book.endings()]).toEqual(['deputy', []]);
  });

  it('is refused for whoever may not enter absences of that person, and where the file has none such', async () => {
    const refused = (code: string) => ({ kind: 'refused', reason: { code } });
    expect(await book.endFileAbsence({ ...inFile, by: ben }, now)).toEqual(refused('not-allowed'));
    const other = { ...inFile, to: '2026-03-07', by: ada };
    expect(await book.endFileAbsence(other, now)).toEqual(refused('unknown-absence'));
    const later = Date.parse('2026-03-07T10:00:00Z');
    expect(await book.endFileAbsence({ ...inFile, by: ada }, later)).toEqual(refused('in-the-past'));
    expect(book.current().version).toBe('1.1');
  });
});
