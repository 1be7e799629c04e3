import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerKnowledge } from '../../src/cli/knowledge.js';
import { articleUseCollection, countUse } from '../../src/knowledge/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { call } from './call.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campusdesk-knowledge-'));
  vi.stubEnv('STORE', 'sqlite');
  vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
  vi.stubEnv('KNOWLEDGE_PATH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const knowledge = (...args: readonly string[]) => call(registerKnowledge, 'knowledge', ...args);

/** The example of docs/knowledge.md. */
function example(): string {
  const page = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8');
  return /```markdown\n([^]*?)```/.exec(page)?.[1] ?? '';
}

function write(language: string, name: string, text: string): void {
  mkdirSync(join(folder, language), { recursive: true });
  writeFileSync(join(folder, language, name), text);
}

describe('campusdesk knowledge check', () => {
  it('finds nothing wrong with the shipped articles', async () => {
    const { exitCode, told } = await knowledge('check');
    expect(told).toMatch(/^\d+ files are right\.$/);
    expect(exitCode).toBe(0);
  });

  it('takes the example of the documentation, in both languages', async () => {
    write('en', 'projector-hums.md', example());
    write('de', 'projector-hums.md', example().replace('language: en', 'language: de'));
    expect(await knowledge('check', folder)).toMatchObject({ exitCode: 0, told: '2 files are right.' });
  });

  it('names file and line of each wrong place', async () => {
    write('en', 'projector-hums.md', example().replace('who: teacher', 'who: anybody'));
    const { exitCode, told } = await knowledge('check', folder);
    expect(exitCode).toBe(1);
    expect(told).toContain(`${join(folder, 'en', 'projector-hums.md')}:13: who`);
  });

  it('names what a language lacks, and a sign that two articles share', async () => {
    write('en', 'projector-hums.md', example().replace('- projector hums', '- paper jam'));
    const { exitCode, told } = await knowledge('check', folder);
    expect(exitCode).toBe(1);
    expect(told).toContain('projector-hums: is not written in de');
    expect(told).toContain('share the sign "paper jam" (en)');
  });

  it('is not content with an empty folder', async () => {
    expect((await knowledge('check', folder)).exitCode).toBe(1);
  });
});

describe('campusdesk knowledge list and search', () => {
  it('list the help desk’s article in place of the shipped one', async () => {
    write('en', 'projector-no-picture.md', example().replace('The projector hums', 'Ours'));
    vi.stubEnv('KNOWLEDGE_PATH', folder);
    const { results } = await knowledge('list', '--json');
    const titles = results.flatMap((each) =>
      JSON.stringify(each).includes('"projector-no-picture"') ? [JSON.stringify(each)] : [],
    );
    expect(titles).toHaveLength(2);
    expect(titles.some((line) => line.includes('"title":"Ours"'))).toBe(true);
  });

  it('tell what would be offered, and by which sign', async () => {
    const { told } = await knowledge('search', 'projector', 'has', 'no', 'picture');
    expect(told).toContain('With the draft comes projector-no-picture');
    const { results } = await knowledge('search', 'Toner leer', '--json');
    expect(results[0]).toMatchObject({ id: 'toner-empty', offered: false, who: 'media-officer' });
  });

  it('refuse a language that nobody reads', async () => {
    expect((await knowledge('search', 'x', '--language', 'fr')).exitCode).toBe(2);
  });
});

describe('campusdesk knowledge use', () => {
  it('says so where nothing was shown yet', async () => {
    expect((await knowledge('use')).told).toBe('No article was shown yet.');
  });

  it('prints what was counted, by many at once, for each article and month', async () => {
    const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
    const uses = await store.collection(articleUseCollection);
    await Promise.all(
      Array.from({ length: 20 }, async () => countUse(uses, 'ipad-frozen', 'shown', '2026-11')),
    );
    await countUse(uses, 'ipad-frozen', 'helped', '2026-11');
    await countUse(uses, 'ipad-frozen', 'stillBroken', '2026-12');
    await store.close();
    expect((await knowledge('use', '--json')).results).toEqual([
      { articleId: 'ipad-frozen', month: '2026-12', shown: 0, helped: 0, stillBroken: 1 },
      { articleId: 'ipad-frozen', month: '2026-11', shown: 20, helped: 1, stillBroken: 0 },
    ]);
    expect((await knowledge('use')).told).toMatch(/2026-11 +ipad-frozen +20 +1 +0/);
  });
});
