import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectoryBook } from '../../src/campus/index.js';
import { registerDirectory } from '../../src/cli/directory.js';
import { registerRota } from '../../src/cli/rota.js';
import { defaultCalendar, defaultPolicy, serviceRules } from '../../src/sla/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { RotaBook } from '../../src/visits/index.js';
import { call } from './call.js';
import type { Called } from './call.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-command-'));
  vi.stubEnv('STORE', 'sqlite');
  vi.stubEnv('SQLITE_PATH', join(folder, 'test.db'));
  await call(registerDirectory, 'directory', 'sample', '--load');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function rota(...args: readonly string[]): Promise<Called> {
  return call(registerRota, 'rota', ...args);
}

function path(name: string): string {
  return join(folder, name);
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  await writeFile(path(name), lines.join('\n'));
  return path(name);
}

const headings = 'site;weekday;from;to;every weeks;starting week';
const sound = '129185-1;Thu;08:00;11:00;1;2026-01-05';

async function shown(name: string): Promise<readonly unknown[]> {
  return (await rota('show', name, '--from', '2026-02-02', '--days', '14', '--json')).results;
}

describe('campusdesk rota', () => {
  it.each(['csv', 'ics'])('exports what it can import again: %s', async (format) => {
    await rota('sample', '--load');
    const before = await shown('campus-02');
    expect(before.length).toBeGreaterThan(5);
    const name = path(`rota.${format}`);
    expect((await rota('export', '--format', format, '--out', name)).exitCode).toBe(0);
    const { exitCode, results } = await rota('import', name, '--json');
    expect([exitCode, results]).toEqual([
      0,
      [{ stored: true, rules: 170, exceptions: 0, kept: [], problems: [] }],
    ]);
    expect(await shown('campus-02')).toEqual(before);
  });

  it('writes to standard output where no file is named, and over a file only by force', async () => {
    await rota('sample', '--load');
    const written: string[] = [];
    await call(
      (program, output) => registerRota(program, output, (text) => written.push(text)),
      'rota',
      'export',
      '--format',
      'csv',
    );
    expect(written.join('').split('\r\n')).toHaveLength(173);
    const name = await file('there.csv', ['precious']);
    const again = await rota('export', '--format', 'csv', '--out', name);
    expect([again.exitCode, again.told]).toEqual([1, `${name} exists already`]);
    expect((await rota('export', '--format', 'csv', '--out', name, '--force')).exitCode).toBe(0);
    expect(await readFile(name, 'utf8')).toContain('# travel minutes: 15');
  });

  it('tells what is wrong by file and line, and changes nothing', async () => {
    await rota('sample', '--load');
    const before = await shown('campus-01');
    const name = await file('wrong.csv', [headings, sound, '129185-1;Thu;12:00;13:00;2;2026-01-05']);
    const { exitCode, results, told } = await rota('import', name, '--json');
    expect(exitCode).toBe(1);
    expect(results).toMatchObject([{ stored: false, rules: 2 }]);
    expect(told).toContain(
      `${name}:3: 129185-1 (Petrischule, Hauptgebäude): there is another visit on the same day`,
    );
    expect(told).toContain('One error; nothing was changed.');
    expect(await shown('campus-01')).toEqual(before);
  });

  it('takes a file for one campus, and leaves the others as they are', async () => {
    await rota('sample', '--load');
    const other = await shown('campus-05');
    const name = await file('campus.csv', [headings, sound]);
    const wrong = await rota('import', name, '--campus', 'campus-05');
    expect(wrong.told).toContain(`${name}:2: 129185-1 is no site of campus-05`);
    expect((await rota('import', name, '--campus', 'campus-02', '--dry-run')).told).toContain('Dry run');
    expect((await rota('import', name, '--campus', 'campus-02')).exitCode).toBe(0);
    expect(await shown('campus-05')).toEqual(other);
    expect(await shown('campus-02')).toMatchObject([{ date: '2026-02-05' }, { date: '2026-02-12' }]);
  });

  it('keeps what somebody entered in Teams when a file is imported, with its earlier dates, and says so', async () => {
    const name = await file('one.csv', [headings, sound]);
    await rota('import', name);
    const store = await openSqliteStore({ path: path('test.db') });
    const directory = (await DirectoryBook.open(store)).current();
    const rules = serviceRules({ version: 'test', calendar: defaultCalendar, policy: defaultPolicy });
    const book = await RotaBook.open(store, { directory: () => directory, rules });
    const by = { by: 'manager', at: Date.parse('2027-02-01T08:00:00Z') };
    const move = { kind: 'move', siteId: '129185-1', from: '09:00', to: '10:00', note: 'exam' } as const;
    await book.change({ ...move, date: '2099-03-05', toDate: '2099-03-06' }, by);
    await book.change({ ...move, date: '2099-03-06', toDate: '2099-03-09' }, by);
    const entered = book.current().content.exceptions;
    expect(entered).toMatchObject([{ date: '2099-03-05', toDate: '2099-03-09', earlier: ['2099-03-06'] }]);
    const { results } = await rota('import', name, '--json');
    expect(results).toMatchObject([{ stored: true, kept: ['129185-1 2099-03-05 moved'] }]);
    await book.refresh();
    expect(book.current().content.exceptions).toEqual(entered);
    await store.close();
  });

  it('shows the visits of a site, a school or a campus', async () => {
    await rota('import', await file('one.csv', [headings, sound]));
    const { told } = await rota('show', 'Petrischule', '--from', '2026-02-02', '--days', '7');
    expect(told).toBe('Thu  2026-02-05  08:00-11:00  129185-1  Petrischule, Hauptgebäude');
    expect(await shown('129185-1')).toMatchObject([
      { id: '129185-1.2026-02-05', from: '2026-02-05T07:00:00.000Z', exception: null },
      { date: '2026-02-12' },
    ]);
    expect((await rota('show', 'zzzz')).told).toBe('No site, school or campus fits "zzzz".');
  });

  it('checks what is stored', async () => {
    expect((await rota('check')).told).toContain(
      'warning: 129150-1 (Steinhammerschule, Hauptgebäude): nobody comes',
    );
    await rota('sample', '--load');
    const { exitCode, results } = await rota('check', '--json');
    expect([exitCode, results]).toEqual([0, [{ errors: 0, warnings: 0, problems: [] }]]);
  });

  it('needs a directory', async () => {
    vi.stubEnv('SQLITE_PATH', path('empty.db'));
    const { exitCode, told } = await rota('check');
    expect([exitCode, told]).toEqual([
      1,
      'No organisation is stored yet: run "campusdesk directory apply FILE" first.',
    ]);
  });

  it.each([
    [['export', '--format', 'pdf']],
    [['show', 'x', '--from', '2026-02-30']],
    [['show', 'x', '--days', '0']],
    [['sample']],
    [['import']],
  ])('takes %j for wrong use', async (args) => {
    expect((await rota(...args)).exitCode).toBe(2);
  });
});
