import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerIntake } from '../../src/cli/intake.js';
import { parseCorpusFile } from '../../src/intake/corpus-line.js';
import { correctionOf } from '../../src/learning/correction.js';
import { ExampleBook } from '../../src/learning/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import type { Report } from '../../src/tickets/index.js';
import { sent } from '../learning/given.js';
import { day } from '../tickets/given.js';
import { call, type Called } from './call.js';

describe('campusdesk intake report and examples', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-examples-'));
    file = join(folder, 'corrections.txt');
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  async function kept(
    reports: readonly (readonly [text: string, changes: Partial<Report>])[],
    at = Date.now(),
  ): Promise<void> {
    const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
    const book = await ExampleBook.open(store);
    for (const [index, [text, changes]] of reports.entries()) {
      const ticket = sent(text, changes, { id: `AAA${index + 100}`, at });
      const correction = correctionOf(ticket, []);
      if (correction) await book.keep(ticket, correction);
    }
    await store.close();
  }
  const examples = async (...args: readonly string[]): Promise<Called> =>
    call(registerIntake, 'intake', 'examples', ...args);
  const report = async (...args: readonly string[]): Promise<Called> =>
    call(registerIntake, 'intake', 'report', ...args);

  const some = [
    ['Der Printserver in 204 hängt', { category: 'network' }],
    ['Printserver weg', { category: 'network', scope: 'school', room: '' }],
    ['Der Drucker druckt nicht', {}],
  ] as const;

  it('says so where no report began with a message', async () => {
    expect(await report()).toMatchObject({ exitCode: 0, told: 'No report began with a message.' });
  });

  it('tells people what was taken for what, with the words behind it', async () => {
    await kept(some);
    const { told } = await report();
    const lines = told.split('\n').map((line) => line.replace(/\s+/g, ' '));
    expect(lines).toContain('3 reports began with a message; 1 were sent as they were understood (33.3 %).');
    expect(lines).toContain('category 33.3 % 2');
    expect(lines).toContain('printer network 2 66.7 % printserver');
  });

  it('gives machines one JSON line', async () => {
    await kept(some);
    const { results } = await report('--json', '--since', '2026-01-01');
    expect(results).toMatchObject([
      { reports: 3, confirmed: 1, since: '2026-01-01', confusions: [{ guessed: 'printer', count: 2 }] },
    ]);
  });

  it('refuses a day that does not exist', async () => {
    expect((await report('--since', '2026-02-30')).exitCode).toBe(2);
  });

  it('writes what nobody reviewed as lines of the corpus, for the eyes of whoever asked only', async () => {
    await kept([
      ...some,
      ['Printserver weg', { category: 'network' }],
      ['A :: B :: :: C', { category: 'other' }],
    ]);
    const { told } = await examples('--out', file);
    expect(told).toContain('3 corrections written');
    expect(told).toContain('1 left out');
    const { messages } = parseCorpusFile(file, await readFile(file, 'utf8'));
    expect(messages.map(({ text, category }) => [text, category]).toSorted()).toEqual([
      ['A : B : : C', 'other'],
      ['Der Printserver in 204 hängt', 'network'],
      ['Printserver weg', 'network'],
    ]);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('teaches no room that the message does not name', async () => {
    await kept(some);
    await examples('--out', file);
    const { messages } = parseCorpusFile(file, await readFile(file, 'utf8'));
    expect(messages.map(({ text, room }) => [text, room]).toSorted()).toEqual([
      ['Der Printserver in 204 hängt', '204'],
      ['Printserver weg', null],
    ]);
  });

  it('never writes over a file', async () => {
    await kept(some);
    await writeFile(file, 'mine');
    expect((await examples('--out', file)).exitCode).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('removes the texts once they were reviewed, also of lines that were changed or thrown out, and goes on counting', async () => {
    await kept(some);
    await examples('--out', file);
    const [first = '', second = ''] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${first}\n${second} und mehr\n`);
    const { told } = await examples('--reviewed', file);
    expect(told).toContain('1 lines to learn from; 2 texts removed');
    expect((await examples('--out', join(folder, 'again.txt'))).told).toBe('No correction waits for review.');
    expect((await report('--json')).results).toMatchObject([
      { reports: 3, confusions: [{ count: 2, words: [] }] },
    ]);
    expect((await examples('--reviewed', file)).exitCode).toBe(1);
  });

  it('removes nothing for a file with wrong lines, a file of somebody else, or one that a later file replaced', async () => {
    await kept(some);
    await examples('--out', file);
    const later = join(folder, 'later.txt');
    await examples('--out', later);
    expect((await examples('--reviewed', file)).told).toContain('a later file replaced it');
    await writeFile(file, `${await readFile(later, 'utf8')}nonsense\n`);
    expect((await examples('--reviewed', file)).told).toContain(`${file}:4`);
    await writeFile(file, '# style: somebody\nother :: x\n');
    expect((await examples('--reviewed', file)).exitCode).toBe(1);
    expect((await examples('--reviewed', join(folder, 'none.txt'))).exitCode).toBe(1);
    expect((await examples('--reviewed', later)).told).toContain('2 texts removed');
  });

  it('removes texts that nobody reviewed within 180 days, and no others', async () => {
    await kept(some, Date.now() - 181 * day);
    expect((await examples('--expire')).told).toContain('2 texts removed');
    expect((await examples('--expire')).told).toContain('0 texts removed');
    expect((await report('--json')).results).toMatchObject([{ reports: 3 }]);
  });

  it('wants exactly one thing to do', async () => {
    expect((await examples()).exitCode).toBe(2);
    expect((await examples('--expire', '--out', file)).exitCode).toBe(2);
  });
});
