import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import type { Directory } from '../../src/campus/index.js';
import { exceptionThatTook, RotaBook, visitIdOf } from '../../src/visits/index.js';
import type { RotaChange, RotaDecision } from '../../src/visits/index.js';
import { openTestStore, storeKinds } from '../store/fixtures.js';
import { withLateReads } from '../store/late-reads.js';
import type { TestStore } from '../store/fixtures.js';
import { at } from '../sla/berlin.js';
import { annex, directory, main, now, rota, rule, rules } from './city.js';

const origin = { source: 'rota.csv', at: now };
const changer = { by: 'manager-a', at: now };
const hours = { from: '09:00', to: '10:30', note: ' exam\n in the Aula ' };
let stored: TestStore;
let book: RotaBook;

async function opened(here: () => Directory = () => directory): Promise<RotaBook> {
  return RotaBook.open(await stored.another(), { directory: here, rules });
}

describe.each(storeKinds)('the rota book on %s', (kind) => {
  beforeEach(async () => {
    stored = await openTestStore(kind);
    book = await opened();
  });
  afterEach(() => stored.close());

  it('has no visits where nothing is stored', () => {
    expect(book.stored()).toBeNull();
    expect(book.current().nextVisits(main, now, 3)).toEqual([]);
  });

  it('keeps what was imported for the next process', async () => {
    expect((await book.import(() => rota([rule()]), origin)).stored).toBe(true);
    const next = await opened();
    expect(next.stored()).toMatchObject({ source: 'rota.csv', revision: 1 });
    expect(next.current().nextVisits(main, now, 1)).toEqual([
      {
        id: visitIdOf(main, '2026-02-05'),
        siteId: main,
        date: '2026-02-05',
        from: at('2026-02-05 08:00'),
        to: at('2026-02-05 11:00'),
        exception: null,
      },
    ]);
  });

  it('keeps what was written since a read began that ends later', async () => {
    const late = withLateReads(stored.store);
    book = await RotaBook.open(late.store, { directory: () => directory, rules });
    const read = late.hold(async () => book.refresh());
    await book.import(() => rota([rule()]), origin);
    expect(await read()).toBe(false);
    expect(book.stored()?.revision).toBe(1);
  });

  it('stores nothing of a rota with an error', async () => {
    const { stored: isStored, problems } = await book.import(
      () => rota([rule({ siteId: 'nowhere' })]),
      origin,
    );
    expect([isStored, problems[0]?.code]).toEqual([false, 'unknown-site']);
    expect((await opened()).stored()).toBeNull();
  });

  it('gives the same value until rota or directory are others', async () => {
    let here = directory;
    book = await opened(() => here);
    const before = book.current();
    expect(book.current()).toBe(before);
    expect(await book.refresh()).toBe(false);
    await (await opened()).import(() => rota([rule()]), origin);
    expect(book.current()).toBe(before);
    expect(await book.refresh()).toBe(true);
    const after = book.current();
    expect(after.version).not.toBe(before.version);
    here = sampleDirectory();
    expect(book.current()).not.toBe(after);
    expect(book.current().siteIdsOf('campus-01')).not.toEqual([]);
  });

  it('loses none of several changes at the same time', async () => {
    await book.import(() => rota([rule()]), origin);
    const dates = ['2026-02-05', '2026-02-12', '2026-02-19', '2026-02-26'];
    const books = await Promise.all(dates.map(() => opened()));
    const decisions = await Promise.all(
      books.map((each, index) =>
        each.change({ kind: 'cancel', siteId: main, date: dates[index]!, note: '' }, changer),
      ),
    );
    expect(decisions.map(({ kind: decided }) => decided)).toEqual(dates.map(() => 'changed'));
    const later = (await opened()).current();
    expect(later.nextVisits(main, now, 1)[0]?.date).toBe('2026-03-05');
  });
});

describe('a change of the rota', () => {
  beforeEach(async () => {
    stored = await openTestStore('sqlite');
    book = await opened();
    await book.import(() => rota([rule()]), origin);
  });
  afterEach(() => stored.close());

  async function change(given: RotaChange): Promise<RotaDecision> {
    return book.change(given, changer);
  }

  /** Dates and times of the next visits. */
  function next(count = 2): string[] {
    return book
      .current()
      .nextVisits(main, now, count)
      .map(({ date, from }) => `${date} ${new Date(from).toISOString().slice(11, 16)}`);
  }

  const thursday = { siteId: main, date: '2026-02-05' };

  it('cancels a visit, once, and takes that back', async () => {
    const cancel = { kind: 'cancel', ...thursday, note: 'ill' } as const;
    expect(await change(cancel)).toMatchObject({ kind: 'changed', warnings: [] });
    expect(await change(cancel)).toEqual({ kind: 'unchanged' });
    expect(next()).toEqual(['2026-02-12 07:00', '2026-02-19 07:00']);
    expect((await change({ kind: 'restore', ...thursday })).kind).toBe('changed');
    expect(next()[0]).toBe('2026-02-05 07:00');
    expect(await change({ kind: 'restore', ...thursday })).toEqual({
      kind: 'refused',
      because: 'nothing-to-restore',
    });
  });

  it('moves a visit, and once more, and it stays the visit of its first date', async () => {
    await change({ kind: 'move', ...thursday, toDate: '2026-02-06', ...hours });
    expect(book.current().visitsOn([main], '2026-02-06')[0]?.exception).toEqual({
      kind: 'moved',
      movedFrom: '2026-02-05',
      note: 'exam in the Aula',
    });
    await change({ kind: 'move', siteId: main, date: '2026-02-06', toDate: '2026-02-09', ...hours });
    expect(next()).toEqual(['2026-02-09 08:00', '2026-02-12 07:00']);
    await change({ kind: 'restore', siteId: main, date: '2026-02-09' });
    expect(next()).toEqual(['2026-02-05 07:00', '2026-02-12 07:00']);
  });

  it('moves a visit that a holiday keeps from taking place', async () => {
    await change({ kind: 'move', siteId: main, date: '2026-05-14', toDate: '2026-05-13', ...hours });
    expect(book.current().visitsOn([main], '2026-05-13')).toHaveLength(1);
  });

  it('adds a visit, which may be moved and cancelled without a trace', async () => {
    const monday = { siteId: main, date: '2026-02-02' };
    await change({ kind: 'add', ...monday, ...hours });
    expect(next()[0]).toBe('2026-02-02 08:00');
    await change({ kind: 'move', ...monday, toDate: '2026-02-03', ...hours });
    await change({ kind: 'cancel', siteId: main, date: '2026-02-03', note: '' });
    expect(book.current().content.exceptions).toEqual([]);
  });

  it('does not bring back the visit of a rule when the one that stood in for it is cancelled', async () => {
    await change({ kind: 'cancel', ...thursday, note: '' });
    await change({ kind: 'add', ...thursday, ...hours });
    expect(next()[0]).toBe('2026-02-05 08:00');
    await change({ kind: 'cancel', ...thursday, note: '' });
    expect(next()[0]).toBe('2026-02-12 07:00');
  });

  it('refuses, and says why', async () => {
    await change({ kind: 'move', ...thursday, toDate: '2026-02-06', ...hours });
    const refusals: [RotaChange, string][] = [
      [{ kind: 'cancel', siteId: main, date: '2026-02-03', note: '' }, 'no-visit'],
      [{ kind: 'cancel', siteId: 'nowhere', date: '2026-02-03', note: '' }, 'unknown-site'],
      [{ kind: 'cancel', ...thursday, note: '' }, 'moved-away'],
      [{ kind: 'add', ...thursday, ...hours }, 'moved-away'],
      [{ kind: 'add', siteId: main, date: '2026-02-06', ...hours }, 'visited-already'],
      [{ kind: 'add', siteId: main, date: '2026-02-12', ...hours }, 'visited-already'],
      [{ kind: 'add', siteId: main, date: '2026-02-14', ...hours }, 'no-service'],
      [{ kind: 'add', siteId: main, date: '2026-02-30', ...hours }, 'wrong-times'],
      [{ kind: 'add', siteId: main, date: '2026-02-10', ...hours, to: '09:00' }, 'wrong-times'],
      [{ kind: 'add', siteId: main, date: '9999-12-30', ...hours }, 'wrong-times'],
      [{ kind: 'cancel', siteId: main, date: '9999-12-30', note: '' }, 'wrong-times'],
      [{ kind: 'move', siteId: main, date: '2026-02-12', toDate: '0026-02-12', ...hours }, 'wrong-times'],
      [{ kind: 'move', siteId: main, date: '2026-02-12', toDate: '2026-02-19', ...hours }, 'visited-already'],
    ];
    for (const [given, because] of refusals)
      expect(await change(given)).toEqual({ kind: 'refused', because });
  });

  it('tells what the change leads to', async () => {
    const decision = await change({ kind: 'add', siteId: '500002-2', date: '2026-02-05', ...hours });
    expect(decision).toMatchObject({
      kind: 'changed',
      warnings: [{ code: 'overlap', otherSiteId: main, date: '2026-02-05' }],
    });
  });

  it('refuses what is over, where it is told when that is', async () => {
    const late = { by: 'manager-a', at: at('2026-02-05 12:00') };
    const over = { kind: 'refused', because: 'over' };
    expect(await book.change({ kind: 'cancel', ...thursday, note: '' }, late)).toEqual(over);
    const move = { kind: 'move', siteId: main, date: '2026-02-12', ...hours } as const;
    expect(await book.change({ ...move, toDate: '2026-02-04' }, late)).toEqual(over);
    expect(await book.change({ ...move, toDate: '2026-02-05' }, late)).toMatchObject({ kind: 'refused' });
    const during = { by: 'manager-a', at: at('2026-02-05 09:00') };
    expect((await book.change({ kind: 'cancel', ...thursday, note: '' }, during)).kind).toBe('changed');
    expect((await book.change({ kind: 'restore', ...thursday }, late)).kind).toBe('changed');
  });

  it('refuses a reason that no file could hold', async () => {
    expect(await change({ kind: 'cancel', ...thursday, note: 'x'.repeat(201) })).toEqual({
      kind: 'refused',
      because: 'note-too-long',
    });
  });

  it('refuses what one person cannot do, for whoever wants that, and leaves all as it was', async () => {
    const strict = { ...changer, refusesClashes: true };
    const add = { kind: 'add', siteId: annex, date: '2026-02-05', note: '' } as const;
    const before = book.current().version;
    expect(await book.change({ ...add, from: '09:00', to: '10:00' }, strict)).toMatchObject({
      kind: 'clash',
      fault: { code: 'overlap', otherSiteId: main },
    });
    expect(await book.change({ ...add, from: '11:05', to: '12:00' }, strict)).toMatchObject({
      kind: 'clash',
      fault: { code: 'no-time-to-travel', neededWallMinutes: 15 },
    });
    expect(book.current().version).toBe(before);
    expect((await book.change({ ...add, from: '11:15', to: '12:00' }, strict)).kind).toBe('changed');
  });

  it('remembers the dates in between, by which what waits for the visit finds it', async () => {
    await change({ kind: 'move', ...thursday, toDate: '2026-02-06', ...hours });
    const again = { kind: 'move', siteId: main, date: '2026-02-06', toDate: '2026-02-09', ...hours } as const;
    await change(again);
    expect(await change(again)).toEqual({ kind: 'unchanged' });
    const took = (date: string) => exceptionThatTook(book.current().content, main, date);
    expect(took('2026-02-06')).toMatchObject({ kind: 'moved', date: '2026-02-05', toDate: '2026-02-09' });
    await change({ kind: 'cancel', siteId: main, date: '2026-02-09', note: 'ill' });
    for (const date of ['2026-02-05', '2026-02-06', '2026-02-09'])
      expect(took(date)).toMatchObject({ kind: 'cancelled', note: 'ill' });
    // Somebody else may come on one of them.
    expect((await change({ kind: 'add', siteId: main, date: '2026-02-06', ...hours })).kind).toBe('changed');
    expect(next()).toEqual(['2026-02-06 08:00', '2026-02-12 07:00']);
  });

  it('drops exceptions that are long over', async () => {
    await change({ kind: 'cancel', ...thursday, note: '' });
    const later = { by: 'manager-a', at: now + 500 * 86_400_000 };
    await book.change({ kind: 'cancel', siteId: main, date: '2027-09-02', note: '' }, later);
    expect(book.current().content.exceptions.map(({ date }) => date)).toEqual(['2027-09-02']);
  });
});
