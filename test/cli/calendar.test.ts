import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectoryBook, sampleSchools, storeSample } from '../../src/campus/index.js';
import { registerCalendar } from '../../src/cli/calendar.js';
import { openSqliteStore } from '../../src/store/index.js';
import { call } from './call.js';

const folder = mkdtempSync(join(tmpdir(), 'campusdesk-calendar-'));
afterAll(() => rmSync(folder, { recursive: true }));

const berlin = {
  timeZone: 'Europe/Berlin',
  weekly: { mon: ['07:30-12:00', '12:30-16:00'], fri: ['22:00-06:00'] },
};

function file(content: unknown): string {
  const path = join(folder, 'calendar.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Calls the command on the evening of 18 December 2026, in Berlin already the 19th. */
function calendar(...args: readonly string[]) {
  const now = Date.parse('2026-12-18T23:30:00Z');
  return call((program, output) => registerCalendar(program, output, () => now), 'calendar', ...args);
}

/** The examples of docs/service-calendar.md: of a calendar, and of movable holidays. */
function examples(): readonly string[] {
  const page = readFileSync(new URL('../../docs/service-calendar.md', import.meta.url), 'utf8');
  return [...page.matchAll(/```json\n([^]*?)```/g)].map(([, example = '']) => example);
}

describe('campusdesk calendar check', () => {
  it('takes the example of the documentation, on whose days service is as it says', async () => {
    const path = file(examples()[0]);
    expect((await calendar('check', path)).exitCode).toBe(0);
    const preview = ['preview', '--from', '2027-02-08', '--to', '2027-02-11', '--calendar', path];
    const rows = (await calendar(...preview)).told.split('\n').slice(0, 4);
    expect(rows.map((row) => row.replaceAll(/ +/g, ' '))).toEqual([
      expect.stringMatching(/^Mon 2027-02-08 closed /),
      'Tue 2027-02-09 07:30-16:00 8:30',
      'Wed 2027-02-10 07:30-16:00 8:30',
      expect.stringMatching(/^Thu 2027-02-11 07:30-12:00 4:30 /),
    ]);
  });

  it('shows the windows of the next 14 days as a table', async () => {
    const { told, results, exitCode } = await calendar('check', file({ ...berlin, holidays: 'DE-NW' }));
    const lines = told.split('\n');
    expect(exitCode).toBe(0);
    expect(results).toEqual([]);
    expect(lines).toHaveLength(1 + 14 + 1);
    expect(lines[1]).toMatch(/^Sat {2}2026-12-19 {2}closed$/);
    expect(lines[3]).toMatch(/^Mon {2}2026-12-21 {2}07:30-12:00, 12:30-16:00 {2}8:00$/);
    expect(lines[7]).toMatch(/^Fri {2}2026-12-25 {2}closed +public holiday$/);
    expect(lines[14]).toMatch(/^Fri {2}2027-01-01 /);
    expect(lines[15]).toBe('16:00 hours of service in all (Europe/Berlin).');
  });

  it('says from when on school holidays are not known, where service depends on them', async () => {
    const check = (service: string) =>
      calendar('check', file({ ...berlin, schoolHolidays: { region: 'DE-NW', service } }));
    expect((await check('closed')).told).toContain(
      'From 2030-08-07 on the school holidays are not known yet',
    );
    expect((await check('open')).told).not.toContain('not known');
  });

  it('names each wrong place on a line of its own', async () => {
    const { told, exitCode } = await calendar(
      'check',
      file({ timeZone: 'Mars/Olympus', weekly: { mon: ['7-16'] }, closed: ['2026-02-30'] }),
    );
    expect(exitCode).toBe(1);
    expect(
      told
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s/)[0]),
    ).toEqual(['timeZone', 'weekly.mon[0]', 'closed[0]']);
  });

  it('says where a file stops being JSON', async () => {
    const { told, exitCode } = await calendar(
      'check',
      file('{\n  "timeZone": "Europe/Berlin",\n  weekly\n}'),
    );
    expect(exitCode).toBe(1);
    expect(told).toMatch(/is not valid JSON: line 3, column 3: /);
  });

  it('says that a file does not exist', async () => {
    const { told, exitCode } = await calendar('check', join(folder, 'nowhere.json'));
    expect(exitCode).toBe(1);
    expect(told).toContain('does not exist');
  });
});

describe('campusdesk calendar check --movable', () => {
  const database = join(folder, 'campusdesk.sqlite');
  const movable = (content: unknown): string => {
    const path = join(folder, 'movable.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  beforeEach(() => {
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', database);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(database, { force: true });
  });

  it('shows the days of each school, and leaves no database behind', async () => {
    const path = movable({ '162656': ['2027-02-08', '2027-02-05'], '162668': [] });
    const { told, exitCode } = await calendar('check', '--movable', path);
    expect(exitCode).toBe(0);
    expect(told.split('\n')).toEqual([
      `${path} is a right file of movable holidays: 2 schools, 2 days.`,
      '162656  2027-02-05, 2027-02-08',
      '162668  none',
    ]);
    expect(existsSync(database)).toBe(false);
  });

  it('takes the example of the documentation, in which every date counts', async () => {
    const { told, exitCode } = await calendar('check', '--movable', file(examples()[1]));
    expect(exitCode).toBe(0);
    expect(told.split('\n').slice(1)).toEqual(['162656  2027-02-05, 2027-02-08', '162668  2027-02-05']);
  });

  it('names dates that count for nothing, and why', async () => {
    const path = movable({ '162656': ['2027-02-06', '2027-05-01', '2027-03-25'] });
    const { told } = await calendar('check', '--movable', path);
    expect(told.split('\n').slice(2)).toEqual([
      '162656: 2027-02-06 counts for nothing, it is closed anyway (sat).',
      expect.stringMatching(/^162656: 2027-05-01 .*\((sat|public holiday)\)/),
      '162656: 2027-03-25 counts for nothing, it is closed anyway (school holidays).',
    ]);
  });

  it('names schools that the stored directory does not know', async () => {
    const store = await openSqliteStore({ path: database });
    await storeSample(await DirectoryBook.open(store), Date.parse('2026-11-24T09:00:00Z'));
    await store.close();
    const [school] = sampleSchools;
    const path = movable({ [school?.id ?? '']: ['2027-02-05'], '999999': ['2027-02-05'] });
    const { told, exitCode } = await calendar('check', '--movable', path);
    expect(exitCode).toBe(0);
    expect(told).toContain(school?.name);
    expect(told.split('\n').at(-1)).toBe('Schools that the directory does not know: 999999.');
  });

  it('names each wrong date by its place', async () => {
    const { told, exitCode } = await calendar(
      'check',
      '--movable',
      movable({ '162656': ['2027-02-05', '5.2.'] }),
    );
    expect(exitCode).toBe(1);
    expect(told.split('\n')[1]).toMatch(/^ {2}162656\[1\] +"5\.2\." is not a date/);
  });

  it('needs a file of one kind or the other', async () => {
    expect((await calendar('check')).exitCode).toBe(2);
  });
});

describe('campusdesk calendar preview', () => {
  it('shows the default calendar between two dates, both included', async () => {
    const { told, exitCode } = await calendar('preview', '--from', '2026-12-23', '--to', '2026-12-24');
    expect(exitCode).toBe(0);
    expect(told.split('\n')).toEqual([
      'Wed  2026-12-23  07:30-16:00  8:30',
      'Thu  2026-12-24  closed             closed each year',
      '8:30 hours of service in all (Europe/Berlin).',
    ]);
  });

  it('gives machines a line for each day', async () => {
    const args = [
      'preview',
      '--from',
      '2026-10-23',
      '--to',
      '2026-10-24',
      '--json',
      '--calendar',
      file(berlin),
    ];
    const { results } = await calendar(...args);
    expect(results).toEqual([
      {
        date: '2026-10-23',
        weekday: 'fri',
        windows: [{ start: '2026-10-23T20:00:00.000Z', end: '2026-10-24T04:00:00.000Z' }],
        serviceMinutes: 480,
        because: 'weekday',
      },
      { date: '2026-10-24', weekday: 'sat', windows: [], serviceMinutes: 0, because: 'weekday' },
    ]);
  });

  it('says from when on school holidays are not known, where they make a difference', async () => {
    const closed = file({ ...berlin, schoolHolidays: { region: 'DE-NW', service: 'closed' } });
    const preview = (to: string) =>
      calendar('preview', '--from', '2030-08-01', '--to', to, '--calendar', closed);
    expect((await preview('2030-08-06')).told).not.toContain('not known');
    expect((await preview('2030-08-07')).told).toContain(
      'From 2030-08-07 on the school holidays are not known',
    );
    const open = await calendar('preview', '--from', '2031-08-01', '--to', '2031-08-02');
    expect(open.told).not.toContain('not known');
  });

  it('shows 1,830 days and no more', async () => {
    const { results } = await calendar('preview', '--from', '2026-01-01', '--to', '2031-01-04', '--json');
    expect(results).toHaveLength(1_830);
  });

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['20.12.2026', '2026-12-24'],
    ['2026-12-24', '2026-12-23'],
    ['2026-12-24', '2099-12-24'],
    ['2026-01-01', '2031-01-05'],
  ])('refuses %s to %s', async (from, to) => {
    const { exitCode, results } = await calendar('preview', '--from', from, '--to', to);
    expect(exitCode).toBe(2);
    expect(results).toEqual([]);
  });
});
