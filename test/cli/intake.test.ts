import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readReports } from '../../src/cli/intake.js';
import { readIntakeModel } from '../../src/intake-model.js';
import { createUnderstand } from '../../src/intake/index.js';

const understand = createUnderstand(await readIntakeModel());

/** Runs the command over these lines: what it wrote, what it told people, how many lines were bad. */
async function reading(lines: readonly string[]) {
  const answers = new PassThrough();
  const told: string[] = [];
  const collected: string[] = [];
  answers.setEncoding('utf8').on('data', (chunk: string) => collected.push(chunk));
  const output = { result: () => undefined, tell: (line: string) => told.push(line) };
  const bad = await readReports(Readable.from([`${lines.join('\n')}\n`]), answers, output, understand);
  answers.end();
  const written: unknown[] = collected
    .join('')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return { written, told, bad };
}

describe('campusdesk intake --json', () => {
  it('answers a report by one line with all fields', async () => {
    const { written, bad } = await reading(['{"text":"Mein iPad lädt nicht, R 204, gleich Klausur"}']);
    expect(bad).toBe(0);
    expect(written).toEqual([
      {
        category: 'ipad-hardware',
        alternatives: ['ipad-hardware', expect.any(String), expect.any(String)],
        room: '204',
        deviceTag: null,
        scope: 'one',
        blocked: true,
        language: 'de',
        confidence: expect.any(Number) as unknown,
        priority: 'P2',
      },
    ]);
  });

  it('gives smalltalk no priority', async () => {
    const { written } = await reading(['{"text":"Vielen Dank!"}']);
    expect(written).toMatchObject([{ category: 'smalltalk', priority: null }]);
  });

  it('answers a bad line in its place and goes on', async () => {
    const { written, told, bad } = await reading([
      '{"text":"Drucker defekt"}',
      'nonsense',
      '',
      '{"text":7}',
      '{"text":""}',
    ]);
    expect(written).toHaveLength(5);
    expect(written[0]).toMatchObject({ category: 'printer' });
    expect(written[1]).toHaveProperty('error', expect.stringMatching(/^line 2: /));
    expect(written[2]).toHaveProperty('error', expect.stringMatching(/^line 3: /));
    expect(written[3]).toHaveProperty('error', expect.stringMatching(/^line 4: /));
    expect(written[4]).toMatchObject({ category: 'smalltalk' });
    expect(bad).toBe(3);
    expect(told).toHaveLength(3);
  });

  it('keeps a text with line separators of Unicode in one line', async () => {
    const { written } = await reading(['{"text":"Drucker\u2028defekt"}']);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ category: 'printer' });
  });

  it('ends quietly when nobody reads any more', async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const endless = Readable.from(
      (function* () {
        for (;;) yield '{"text":"Beamer aus"}\n';
      })(),
    );
    await expect(
      readReports(endless, closed, { result: () => undefined, tell: () => undefined }, understand),
    ).resolves.toBe(0);
  });
});
