import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { answers } from './answers.js';

describe('the time zone of the server', () => {
  it('set to anything changes no answer', async () => {
    const zones = ['UTC', 'Pacific/Auckland'];
    const [utc, auckland] = await Promise.all(zones.map(answersUnder));
    expect(utc?.zone).toBe('UTC');
    expect(auckland?.zone).toBe('Pacific/Auckland');
    expect(utc?.answers).toEqual(answers());
    expect(auckland?.answers).toEqual(answers());
  });
});

async function answersUnder(zone: string): Promise<{ zone: string; answers: unknown }> {
  const script = `
    const { answers } = await import('./answers.ts');
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    process.stdout.write(JSON.stringify({ zone, answers: answers() }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('.', import.meta.url)), env: { ...process.env, TZ: zone } },
  );
  return JSON.parse(stdout) as { zone: string; answers: unknown };
}
