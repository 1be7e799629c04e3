import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campusdesk-start-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the service until it ends by itself. */
async function start(environment: Record<string, string>): Promise<{ code: number | null; told: string }> {
  const service = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      PATH: process.env['PATH'],
      AUTH: 'off',
      LOG_LEVEL: 'silent',
      SQLITE_PATH: join(folder, 'test.sqlite'),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  service.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  await once(service, 'close');
  return { code: service.exitCode, told: told.trim() };
}

describe('a service that cannot start', () => {
  it('ends at once where its port is busy, and names the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, told } = await start({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(told.split('\n')).toEqual([expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`)]);
  });

  it('says in one line that its service calendar cannot be read', async () => {
    const { code, told } = await start({ PORT: '0', SERVICE_CALENDAR: join(folder, 'missing.json') });
    expect(code).toBe(1);
    expect(told.split('\n')).toEqual([
      expect.stringMatching(/^calendar refused: .*missing\.json: cannot be read/),
    ]);
  });
});
