import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectoryBook, sampleOrganisation } from '../../src/campus/index.js';
import { registerDirectory } from '../../src/cli/directory.js';
import { withStore } from '../../src/cli/open-store.js';
import { call } from './call.js';
import type { Called } from './call.js';

/** People of the sample. */
const manager = '00000000-0000-4000-8000-000000000101';
const other = '00000000-0000-4000-8000-000000000102';
const dispatcher = '00000000-0000-4000-8000-000000000201';
const nextYear = new Date().getUTCFullYear() + 1;
const first = `${nextYear}-05-04`;
const last = `${nextYear}-05-08`;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'absence-command-'));
  vi.stubEnv('STORE', 'sqlite');
  vi.stubEnv('SQLITE_PATH', join(folder, 'test.db'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function directory(...args: readonly string[]): Promise<Called> {
  return call(registerDirectory, 'directory', ...args);
}

function absence(...args: readonly string[]): Promise<Called> {
  return directory('absence', ...args);
}

describe('campusdesk directory absence', () => {
  beforeEach(async () => {
    await directory('sample', '--load');
  });

  it('enters, lists and removes what people are away', async () => {
    const added = await absence('add', manager, first, last, '--deputy', dispatcher, '--json');
    expect([added.exitCode, added.results]).toMatchObject([
      0,
      [{ entered: true, absence: { id: 'a1', personId: manager, enteredBy: null }, warnings: [] }],
    ]);
    const entered = { from: first, to: last, deputyId: dispatcher, source: 'entered', id: 'a1' };
    const person = { id: manager, name: 'Campus manager 1' };
    expect((await absence('list', '--json')).results).toEqual([[{ person, ...entered }]]);
    expect((await absence('list')).told).toBe(
      `a1  Campus manager 1  ${first} to ${last}  deputy Dispatcher 1`,
    );
    expect((await absence('remove', 'a1', '--json')).results).toEqual([{ removed: true }]);
    expect((await absence('list')).told).toBe('Nobody is away.');
  });

  it('tells whoever enters it that the deputy is away, too', async () => {
    await absence('add', other, first, last);
    const { exitCode, told } = await absence('add', manager, last, last);
    expect([exitCode, told]).toEqual([
      0,
      `Entered as a2.\nNote: the deputy Campus manager 2 is away from ${last} to ${last}.`,
    ]);
  });

  it('stays when an organisation is applied', async () => {
    await absence('add', manager, first, last);
    const path = join(folder, 'organisation.yaml');
    await directory('sample', '--out', path);
    expect((await directory('apply', path)).exitCode).toBe(0);
    expect((await absence('list', '--json')).results).toMatchObject([[{ id: 'a1' }]]);
  });

  it('lists what of the file was ended early in Teams', async () => {
    const sample = sampleOrganisation();
    const absences = [{ from: first, to: last, deputy: null }];
    const people = sample.people.map((each) => (each.id === manager ? { ...each, absences } : each));
    await withStore(async (store) => {
      const book = await DirectoryBook.open(store);
      await book.applyOrganisation({ ...sample, people }, { source: 'test', at: Date.now() });
      const days = { personId: manager, from: first, to: last, deputyId: null };
      await book.endFileAbsence({ ...days, by: manager }, Date.parse(`${nextYear}-05-04T10:00:00Z`));
    });
    expect((await absence('list')).told).toContain(
      `(file)  Campus manager 1  ${first} to ${last}  ended early, last day ${nextYear}-05-03`,
    );
    expect((await absence('list', '--json')).results).toMatchObject([
      [{ person: { id: manager }, source: 'file', lastDay: `${nextYear}-05-03` }],
    ]);
  });

  it('shows who stands in now, and for whom', async () => {
    await absence('add', manager, '2026-01-01', last, '--deputy', dispatcher);
    const { told } = await directory('show');
    expect(told).toContain(`Dispatcher 1 as deputy for Campus manager 1 until ${last}`);
    expect(told).toContain('Provider: Schul-IT Beispiel GmbH (erfunden), 2 people');
    expect(told).toContain('6 schools with a contact');
  });

  it('refuses in a sentence, and for machines with a code', async () => {
    await absence('add', manager, first, last);
    const { exitCode, results, told } = await absence('add', manager, last, last, '--json');
    expect(exitCode).toBe(1);
    expect(results).toMatchObject([{ entered: false, refusal: { code: 'overlaps', with: { id: 'a1' } } }]);
    expect(told).toBe(`The person is away from ${first} to ${last} already (a1).`);
    const removal = await absence('remove', 'a7', '--json');
    expect([removal.exitCode, removal.results]).toEqual([
      1,
      [{ removed: false, refusal: { code: 'unknown-absence' } }],
    ]);
  });

  it.each([
    [
      'somebody who is not there',
      ['x@city.example', '2026-01-01', last],
      'x@city.example is not among the people',
    ],
    [
      'a deputy who is not there',
      [manager, first, last, '--deputy', 'x@y.example'],
      'x@y.example is not among',
    ],
    ['days that are over', [manager, '2020-01-01', '2020-01-02'], 'The absence is over already.'],
    [
      'days that do not exist',
      [manager, first, `${nextYear}-02-30`],
      'Days must exist and be written YYYY-MM-DD.',
    ],
  ])('fails for %s', async (_what, args, sentence) => {
    const { exitCode, told } = await absence('add', ...args);
    expect(exitCode).toBe(1);
    expect(told).toContain(sentence);
  });

  it('wants to know who, and from when until when', async () => {
    expect((await absence('add', manager, first)).exitCode).toBe(2);
    expect((await absence('remove')).exitCode).toBe(2);
  });
});
