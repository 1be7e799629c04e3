import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerDirectory } from '../../src/cli/directory.js';
import { registerMaintenance } from '../../src/cli/maintenance.js';
import { call, type Called } from './call.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maintenance-command-'));
  vi.stubEnv('STORE', 'sqlite');
  vi.stubEnv('SQLITE_PATH', join(folder, 'test.db'));
  await call(registerDirectory, 'directory', 'sample', '--load');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const maintenance = async (...args: readonly string[]): Promise<Called> =>
  call(registerMaintenance, 'maintenance', ...args);
const planShown = async (): Promise<unknown> => {
  const [shown] = (await maintenance('show', '--json')).results as { readonly plan: unknown }[];
  return shown?.plan;
};
const path = (name: string): string => join(folder, name);

describe('campusdesk maintenance', () => {
  it('writes a sample that it takes, and takes again what it exports of it', async () => {
    expect((await maintenance('sample', '--out', path('plan.yaml'))).exitCode).toBe(0);
    const applied = await maintenance('apply', path('plan.yaml'), '--json');
    expect([applied.exitCode, applied.results]).toEqual([0, [{ applied: true, kinds: 5, problems: [] }]]);
    const before = await planShown();
    await maintenance('export', '--out', path('exported.yaml'));
    expect((await maintenance('apply', path('exported.yaml'))).exitCode).toBe(0);
    expect(await planShown()).toEqual(before);
  });

  it('changes nothing in a dry run, and nothing where something is wrong, which it names by line', async () => {
    expect((await maintenance('sample', '--out', path('plan.yaml'))).exitCode).toBe(0);
    expect((await maintenance('apply', path('plan.yaml'), '--dry-run')).told).toContain(
      'nothing was changed',
    );
    const wrong = (await readFile(path('plan.yaml'), 'utf8')).replace(
      'sites: all',
      'sites: { list: [nowhere] }',
    );
    await writeFile(path('wrong.yaml'), wrong);
    const { exitCode, told } = await maintenance('apply', path('wrong.yaml'));
    expect(exitCode).toBe(1);
    expect(told).toMatch(/wrong\.yaml:\d+ kinds\[0\]\.sites\.list\[0\]: there is no site nowhere/u);
    expect((await maintenance('show', '--json')).results).toEqual([null]);
  });

  it('lists what is due in a campus on a day, for machines and for people', async () => {
    await maintenance('sample', '--load');
    const { results } = await maintenance('due', '--campus', 'campus-01', '--on', '2036-06-01', '--json');
    const [answer] = results;
    const { due, campus } = Object(answer) as { due: { kindId: string; state: string }[]; campus: string };
    expect(campus).toBe('campus-01');
    expect(new Set(due.map(({ state }) => state))).toEqual(new Set(['overdue']));
    expect(due.map(({ kindId }) => kindId)).toContain('printers');
    const { told } = await maintenance('due', '--campus', 'campus-01', '--on', '2036-06-01');
    expect(told).toContain('printers');
    expect(told).toMatch(/overdue \d+ days/u);
  });

  it('tells how each check of a school stands', async () => {
    await maintenance('sample', '--load');
    const { told } = await maintenance('show', '129185');
    expect(told).toContain('129185-1');
    expect(told).toContain('last done never');
  });

  it('refuses an unknown campus, site or day', async () => {
    expect((await maintenance('due', '--campus', 'nowhere')).exitCode).toBe(1);
    expect((await maintenance('show', 'nowhere')).exitCode).toBe(1);
    expect((await maintenance('due', '--on', 'tomorrow')).exitCode).toBe(2);
    expect((await maintenance('export')).exitCode).toBe(2);
  });
});
