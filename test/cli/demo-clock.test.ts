import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoClock } from '../../src/cli/demo/demo-clock.js';

describe("the demonstration's clock", () => {
  let folder: string;
  let file: string;
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-clock-'));
    file = join(folder, 'clock.json');
  });
  afterEach(async () => rm(folder, { recursive: true }));

  it("shows the machine's time at the first start", async () => {
    const before = Date.now();
    const { origin } = await DemoClock.open(file, 60);
    expect(origin).toBeGreaterThanOrEqual(before);
    expect(origin).toBeLessThanOrEqual(Date.now());
  });

  it('goes on where a fast run ended, so that it never runs back', async () => {
    await writeFile(file, JSON.stringify({ at: inTenDays }));
    expect((await DemoClock.open(file, 1)).origin).toBe(Date.parse(inTenDays));
  });

  it('keeps its reading at the stop', async () => {
    await writeFile(file, JSON.stringify({ at: inTenDays }));
    const clock = await DemoClock.open(file, 60);
    clock.start();
    await clock.stop();
    const kept = JSON.parse(await readFile(file, 'utf8')) as { at: string };
    expect(Date.parse(kept.at)).toBeGreaterThanOrEqual(Date.parse(inTenDays));
  });

  it.each(['', '{', '{"at":"yesterday"}', '[]'])('begins anew where the file says %j', async (text) => {
    await writeFile(file, text);
    expect((await DemoClock.open(file, 1)).origin).toBeLessThanOrEqual(Date.now());
  });
});
