import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerPolicy } from '../../src/cli/policy.js';
import { DirectoryBook, storeSample } from '../../src/campus/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { call } from './call.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campusdesk-policy-'));
  vi.stubEnv('STORE', 'sqlite');
  vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
  vi.stubEnv('SERVICE_POLICY', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function file(content: unknown): string {
  const path = join(folder, 'policy.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const policy = (...args: readonly string[]) => call(registerPolicy, 'policy', ...args);

/** The example of docs/service-policy.md. */
function example(): string {
  const page = readFileSync(new URL('../../docs/service-policy.md', import.meta.url), 'utf8');
  return /```json\n([^]*?)```/.exec(page)?.[1] ?? '';
}

describe('campusdesk policy check', () => {
  it('tells promises, overrides and reminders of the example of the documentation', async () => {
    const { told, exitCode } = await policy('check', file(example()));
    expect(exitCode).toBe(0);
    const lines = told.split('\n');
    expect(lines).toContain('  P3  4:00            24:00');
    expect(lines).toContain('The requester hears from us at least every 16:00.');
    expect(lines).toContain('  1. category loss: P2 first response 1:00');
    expect(lines).toContain(
      '  2. school type Grundschule and campus nord or sued: P3 first response 3:00, P3 resolution 16:00, next update 8:00',
    );
    expect(told).toContain('at 100 % in the channel, naming manager and deputy; 1:00 later');
    expect(told).toContain(
      'to the requester after 3 school days of silence; closed after 5 school days more.',
    );
  });

  it('tells that the example is the default but for its overrides', async () => {
    const ofExample = (await policy('check', file(example()))).told.split('\n').slice(1);
    const ofDefault = (await policy('show')).told.split('\n');
    const isOverride = (line: string) => /^(Overrides|No overrides| {2}\d\.)/.test(line);
    expect(ofExample.filter((line) => !isOverride(line))).toEqual(
      ofDefault.filter((line) => !isOverride(line)),
    );
  });

  it('says which rungs are switched off', async () => {
    const { told } = await policy(
      'check',
      file({
        ladder: {
          firstResponse: { warnPercent: null, overdue: false, helpdeskAfter: null, atRiskPercent: 80 },
          resolution: { lastVisit: false, warnPercent: null, overdue: false, atRiskPercent: null },
          nextUpdate: false,
          requesterSilent: { remindAfterDays: 1, closeAfterDays: null },
        },
      }),
    );
    expect(told).toContain('  First response: at 80 % to the requester.');
    expect(told).toContain('  Resolution: none.');
    expect(told).toContain('  Next update: none.');
    expect(told).toContain('  Waiting for the requester: to the requester after 1 school day of silence.');
  });

  it('names each wrong place on a line of its own', async () => {
    const { told, exitCode } = await policy(
      'check',
      file({ nextUpdate: -1, overrides: [{ when: { category: ['beamer'] } }], ladder: { resolution: 75 } }),
    );
    expect(exitCode).toBe(1);
    expect(
      told
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s/)[0]),
    ).toEqual(['nextUpdate', 'overrides[0].when.category[0]', 'ladder.resolution']);
  });

  it('names campuses and school types that the stored directory does not have', async () => {
    const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
    const book = await DirectoryBook.open(store);
    await storeSample(book, Date.parse('2026-11-24T09:00:00Z'));
    const { id } = book.current().campuses[0]!;
    await store.close();
    const { told } = await policy(
      'check',
      file({ overrides: [{ when: { campus: [id, 'mars'], schoolType: ['Raumschiff'] }, nextUpdate: 60 }] }),
    );
    expect(told.split('\n').slice(-2)).toEqual([
      'Override 1: the directory knows no campus "mars".',
      'Override 1: the directory knows no school type "Raumschiff".',
    ]);
  });
});

describe('campusdesk policy show', () => {
  it('tells the policy of SERVICE_POLICY', async () => {
    vi.stubEnv('SERVICE_POLICY', file({ nextUpdate: 90 }));
    expect((await policy('show')).told).toContain('at least every 1:30.');
  });

  it('tells what is promised for some tickets, and by which rule', async () => {
    const args = ['--category', 'loss', '--campus', 'nord', '--school-type', 'Grundschule'];
    const { told } = await policy('show', '--policy', file(example()), ...args);
    expect(told.split('\n')).toEqual([
      'Promises in hours and minutes of service:',
      '      first response  resolution  next update  rule',
      '  P1  0:30            4:00        16:00        override 1',
      '  P2  1:00            8:00        16:00        override 1',
      '  P3  4:00            24:00       16:00        override 1',
      '  P4  8:00            40:00       16:00        override 1',
    ]);
    const usual = await policy('show', '--policy', file(example()), '--campus', 'west');
    expect(usual.told.split('\n')[4]).toBe('  P3  4:00            24:00       16:00        as usual');
  });

  it('refuses a category that does not exist', async () => {
    const { exitCode, told } = await policy('show', '--category', 'beamer');
    expect(exitCode).toBe(2);
    expect(told).toContain('Write one of ipad-hardware');
  });
});
