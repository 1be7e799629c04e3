import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerDirectory } from '../../src/cli/directory.js';
import { officialRegisterPath, register, row } from '../campus/register-file.js';
import { call } from './call.js';
import type { Called } from './call.js';

const official = fileURLToPath(officialRegisterPath);
let folder: string;
let database: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'directory-command-'));
  database = join(folder, 'test.db');
  vi.stubEnv('STORE', 'sqlite');
  vi.stubEnv('SQLITE_PATH', database);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function directory(...args: readonly string[]): Promise<Called> {
  return call(registerDirectory, 'directory', ...args);
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function schoolsStored(): Promise<unknown> {
  const { results } = await directory('show', '--json');
  return results[0];
}

describe('campusdesk directory import', () => {
  it('as a dry run gives exactly the counts, and opens no store', async () => {
    const { exitCode, results, told } = await directory('import', official, '--dry-run', '--json');
    expect([exitCode, results]).toEqual([0, [{ taken: 155, skipped: 14, errors: [] }]]);
    expect(told).toContain('line 104  157454  Martin-Bartels-Schule');
    expect(told).toContain('run by the regional association (LWL)');
    expect(told).toContain('private school');
    await expect(access(database)).rejects.toThrow();
  });

  it('takes all with --all', async () => {
    const { results } = await directory('import', official, '--dry-run', '--all', '--json');
    expect(results).toEqual([{ taken: 169, skipped: 0, errors: [] }]);
  });

  it('says nothing to machines that did not ask', async () => {
    const { results, told } = await directory('import', official, '--dry-run');
    expect(results).toEqual([]);
    expect(told).toContain('Taken: 155');
    expect(told).toContain('line 2    129150  Steinhammerschule');
    expect(told).toContain('Dry run: nothing was changed.');
  });

  it('stores the schools', async () => {
    const { exitCode, results } = await directory('import', official, '--json');
    expect([exitCode, results]).toEqual([0, [{ taken: 155, skipped: 14, errors: [] }]]);
    expect(await schoolsStored()).toMatchObject({
      schools: 155,
      register: { source: 'schulverzeichnis-dortmund-2024-25.csv' },
    });
  });

  it('takes the register of another city', async () => {
    const path = await file('other.csv', register(row(), row({ id: '500002', second: 'LVR-Schule' })));
    const { results } = await directory('import', path, '--json');
    expect(results).toEqual([{ taken: 1, skipped: 1, errors: [] }]);
  });

  it('tells the errors of a broken file by line, fails and changes nothing', async () => {
    await directory('import', official);
    const before = await schoolsStored();
    const path = await file('broken.csv', register(row(), row(), row({ id: '5' })));
    const { exitCode, results, told } = await directory('import', path, '--json');
    expect(exitCode).toBe(1);
    expect(results).toEqual([
      {
        taken: 0,
        skipped: 0,
        errors: [
          { line: 3, message: 'school number 500001 stands already in line 2' },
          { line: 4, message: '"Schulnummer" must be six digits, found "5"' },
        ],
      },
    ]);
    expect(told).toContain('  line 3: school number 500001 stands already in line 2');
    expect(told).toContain('Nothing was changed.');
    expect(await schoolsStored()).toEqual(before);
  });

  it.each([
    ['a folder', (): string => folder, 'is a directory, not a file'],
    ['a file that is not there', (): string => join(folder, 'missing.csv'), 'does not exist'],
  ])('fails for %s', async (_what, path, message) => {
    const { exitCode, results } = await directory('import', path(), '--dry-run', '--json');
    expect(exitCode).toBe(1);
    expect(results).toEqual([
      { taken: 0, skipped: 0, errors: [{ line: 0, message: `${path()} ${message}` }] },
    ]);
  });

  it.each([[[]], [['a.csv', 'b.csv']], [['a.csv', '--wrong']]])(
    'with the arguments %j is wrong use',
    async (args) => {
      const { exitCode, results } = await directory('import', ...args);
      expect([exitCode, results]).toEqual([2, []]);
    },
  );

  it('fails in one line where the store cannot be opened', async () => {
    vi.stubEnv('SQLITE_PATH', folder);
    const { exitCode, told } = await directory('import', official);
    expect(exitCode).toBe(1);
    expect(told.split('\n').at(-1)).toContain(`${folder} is a folder`);
    vi.stubEnv('STORE', 'files');
    expect((await directory('show')).told).toContain('STORE must be sqlite or cosmos');
  });
});

describe('campusdesk directory apply', () => {
  async function sample(): Promise<string> {
    const path = join(folder, 'organisation.yaml');
    expect((await directory('sample', '--out', path)).exitCode).toBe(0);
    return path;
  }

  it('stores the sample after the register, and show tells who is responsible', async () => {
    await directory('import', official);
    const { exitCode, results } = await directory('apply', await sample(), '--json');
    expect([exitCode, results]).toEqual([
      0,
      [{ applied: true, campuses: 13, sites: 170, people: 25, problems: [] }],
    ]);
    const shown = await directory('show', 'helmholz', 'gymnasium');
    expect(shown.told).toContain('169420 Helmholtz-Gymnasium Dortmund, Münsterstr. 122, 44145 Dortmund');
    expect(shown.told).toContain('Campus manager 4');
    const machine = await directory('show', '169420', '--json');
    expect(machine.results[0]).toMatchObject({
      handledBy: { party: 'campus', campusId: 'campus-04' },
      sites: [{ inForce: { person: 'Campus manager 4', as: 'manager' } }],
    });
    expect((await directory('show')).told).toContain(
      '155 schools, 170 sites, 13 campuses, 3 dispatchers, 2 administrators',
    );
  });

  it('needs a register first', async () => {
    const { exitCode, told } = await directory('apply', await sample());
    expect(exitCode).toBe(1);
    expect(told).toContain('No register is stored yet');
  });

  it('as a dry run checks against the stored register and changes nothing', async () => {
    await directory('import', official);
    const { results } = await directory('apply', await sample(), '--dry-run', '--json');
    expect(results).toMatchObject([{ applied: false, problems: [] }]);
    expect(await schoolsStored()).toMatchObject({ organisation: null });
  });

  it('as a dry run with a register of its own needs no store', async () => {
    const path = await sample();
    const { exitCode } = await directory('apply', path, '--dry-run', '--register', official);
    expect(exitCode).toBe(0);
    await expect(access(database)).rejects.toThrow();
    expect((await directory('apply', path, '--register', official)).exitCode).toBe(2);
  });

  it('tells all problems with file, line and path, fails and changes nothing', async () => {
    await directory('import', official);
    const text = (await readFile(await sample(), 'utf8'))
      .replace('school: "129150"', 'school: "999999"')
      .replace('school: 129150', 'school: 999999');
    const path = await file('wrong.yaml', text);
    const { exitCode, results, told } = await directory('apply', path, '--json');
    const line = text.split('\n').findIndex((content) => content.includes('999999')) + 1;
    expect(exitCode).toBe(1);
    expect(told).toMatch(
      new RegExp(`wrong\\.yaml:${line} sites\\[\\d+\\]\\.school: school 999999 is not in the register`),
    );
    expect(told).toContain('2 problems; nothing was changed.');
    expect(results).toMatchObject([{ applied: false, problems: [{ line }, { path: 'sites' }] }]);
    expect(await schoolsStored()).toMatchObject({ organisation: null });
  });

  it('refuses a file that is not UTF-8, or not there', async () => {
    const path = await file('latin.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe4));
    expect((await directory('apply', path)).told).toBe(`${path} is not UTF-8 text`);
    expect((await directory('apply', join(folder, 'none.yaml'))).exitCode).toBe(1);
  });
});

describe('campusdesk directory show', () => {
  it('says where nothing is stored', async () => {
    const { exitCode, told } = await directory('show');
    expect(exitCode).toBe(0);
    expect(told).toContain('No register is stored.');
  });

  it('fails for a school that nobody knows', async () => {
    expect(await directory('show', 'Petrischule')).toEqual({
      exitCode: 1,
      results: [],
      told: 'No school fits "Petrischule".',
    });
  });
});

describe('campusdesk directory sample', () => {
  it('overwrites a file only with --force', async () => {
    const path = await file('mine.yaml', 'mine');
    expect((await directory('sample', '--out', path)).told).toBe(`${path} exists already`);
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await directory('sample', '--out', path, '--force')).exitCode).toBe(0);
  });

  it('stores register and organisation with --load', async () => {
    expect((await directory('sample', '--load')).exitCode).toBe(0);
    expect(await schoolsStored()).toMatchObject({ schools: 155, sites: 170 });
  });

  it('wants to know where to', async () => {
    expect((await directory('sample')).exitCode).toBe(2);
  });

  it('writes the source file of its schools from the register as it stands in the repository', async () => {
    const path = join(folder, 'school-lines.ts');
    await directory('sample-schools', official, '--out', path);
    const kept = new URL('../../src/campus/sample/school-lines.ts', import.meta.url);
    expect(await readFile(path, 'utf8')).toBe(await readFile(kept, 'utf8'));
  });
});

describe('the program', () => {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

  function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', main, ...args], (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  }

  it('keeps standard output for machines', async () => {
    const { code, stdout, stderr } = await run('directory', 'import', official, '--dry-run', '--json');
    expect([code, stdout]).toEqual([0, '{"taken":155,"skipped":14,"errors":[]}\n']);
    expect(stderr).toContain('Skipped: 14');
  });

  it('ends with 1 where it failed, with 2 where it was used wrongly, with 0 after help', async () => {
    const [failed, wrong, help] = await Promise.all([
      run('directory', 'import', folder, '--dry-run'),
      run('directory', 'improt'),
      run('directory', '--help'),
    ]);
    expect([failed.code, wrong.code, help.code]).toEqual([1, 2, 0]);
    expect([failed.stdout, wrong.stdout, help.stdout]).toEqual(['', '', '']);
  });
});
