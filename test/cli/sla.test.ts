import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { registerSla } from '../../src/cli/sla.js';
import { call } from './call.js';

const folder = mkdtempSync(join(tmpdir(), 'campusdesk-sla-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Calls the command with these lines on its standard input. */
async function asked(lines: readonly string[], ...args: readonly string[]) {
  const answers = new PassThrough();
  const collected: string[] = [];
  answers.setEncoding('utf8').on('data', (chunk: string) => collected.push(chunk));
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const called = await call(
    (program, output) => registerSla(program, output, { input, answers }),
    'sla',
    ...args,
  );
  const written = collected.join('').split('\n').slice(0, -1);
  return { ...called, written: written.map((line): unknown => JSON.parse(line)) };
}

function calendarFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('campusdesk sla due --json', () => {
  it('answers the example of the documentation', async () => {
    const { written, exitCode } = await asked(
      ['{"start":"2026-11-20T15:30:00+01:00","serviceMinutes":240}'],
      'due',
      '--json',
    );
    expect(written).toEqual([{ due: '2026-11-23T10:30:00.000Z' }]);
    expect(exitCode).toBe(0);
  });

  it('takes the calendar of a file', async () => {
    const file = calendarFile(
      'calendar.json',
      JSON.stringify({
        timeZone: 'Europe/Berlin',
        weekly: { fri: ['07:30-16:00'], sat: ['10:00-12:00'] },
        holidays: 'DE-NW',
        closed: ['2026-12-24'],
        shortened: { '2027-02-12': ['07:30-08:00'] },
      }),
    );
    const { written } = await asked(
      [
        '{"start":"2026-11-20T15:30:00+01:00","serviceMinutes":60}',
        '{"start":"2027-02-12T06:00:00Z","serviceMinutes":31}',
      ],
      ...['due', '--json', '--calendar', file],
    );
    expect(written).toEqual([{ due: '2026-11-21T09:30:00.000Z' }, { due: '2027-02-13T09:01:00.000Z' }]);
  });

  it('answers each line in its place; a bad one by an error, and ends with exit code 1', async () => {
    const { written, told, exitCode } = await asked(
      [
        '{"start":"2026-11-20T15:30:00","serviceMinutes":240}',
        '{"start":"2026-11-20T14:30:00Z","serviceMinutes":22.5}',
        'nonsense',
        '',
        '{"start":"2026-02-30T14:30:00Z","serviceMinutes":1}',
        '{"start":"2026-11-20T14:30:00Z","serviceMinutes":"60"}',
        '{"start":"2026-11-20T14:30:00Z","serviceMinutes":-1}',
        '{"start":"2026-11-20T14:30:00Z","serviceMinutes":1e999}',
        '[]',
      ],
      'due',
      '--json',
    );
    const error = (line: number): object => ({
      error: expect.stringMatching(new RegExp(`^line ${line}: `)) as unknown,
    });
    expect(written).toEqual([
      error(1),
      { due: '2026-11-23T06:52:30.000Z' },
      ...[3, 4, 5, 6, 7, 8, 9].map(error),
    ]);
    expect(told).toContain('8 lines could not be read.');
    expect(exitCode).toBe(1);
  });

  it('writes nothing where the calendar is wrong, and names the place', async () => {
    const file = calendarFile('wrong.json', '{"timeZone":"Europe/Dortmund","weekly":{"mon":["8-16"]}}');
    const { written, told, exitCode } = await asked(
      ['{"start":"2026-11-20T15:30:00+01:00","serviceMinutes":240}'],
      ...['due', '--json', '--calendar', file],
    );
    expect(written).toEqual([]);
    expect(told).toContain('weekly.mon[0]');
    expect(exitCode).toBe(1);
  });

  it('tells people which answers reach beyond the known school holidays', async () => {
    const file = calendarFile(
      'school.json',
      JSON.stringify({
        timeZone: 'Europe/Berlin',
        weekly: { fri: ['07:30-16:00'] },
        schoolHolidays: { region: 'DE-NW', service: 'closed' },
      }),
    );
    const { written, told, exitCode } = await asked(
      [
        '{"start":"2026-10-16T15:30:00+02:00","serviceMinutes":60}',
        '{"start":"2031-10-17T10:00:00+02:00","serviceMinutes":60}',
      ],
      ...['due', '--json', '--calendar', file],
    );
    expect(written).toEqual([{ due: '2026-11-06T07:00:00.000Z' }, { due: '2031-10-17T09:00:00.000Z' }]);
    expect(told).toBe('Answers beyond the known school holidays, as if there were none: 1.');
    expect(exitCode).toBe(0);
  });

  it('is not called without --json', async () => {
    const { exitCode, told } = await asked([], 'due');
    expect(exitCode).toBe(2);
    expect(told).toContain('--json');
  });
});

describe('campusdesk sla elapsed --json', () => {
  it('counts the service minutes, with fractions', async () => {
    const { written, exitCode } = await asked(
      [
        '{"from":"2026-11-20T15:30:00+01:00","to":"2026-11-23T11:30:00+01:00"}',
        '{"from":"2026-11-18T09:00:00+01:00","to":"2026-11-18T09:00:15+01:00"}',
        '{"from":"2026-11-18T09:00:00Z","to":"2026-11-17T09:00:00Z"}',
      ],
      'elapsed',
      '--json',
    );
    expect(written).toEqual([{ serviceMinutes: 240 }, { serviceMinutes: 0.25 }, { serviceMinutes: 0 }]);
    expect(exitCode).toBe(0);
  });
});
