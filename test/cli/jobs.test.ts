import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerJobs } from '../../src/cli/jobs.js';
import { jobCollection, type RecomputeJob } from '../../src/scheduler/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { call } from './call.js';

const firstLook = {
  startedAt: '2026-11-24T08:00:00.000Z',
  finishedAt: '2026-11-24T08:00:05.000Z',
  done: 228,
  postponed: 0,
  unchanged: 1,
  refused: 0,
  failed: 1,
  failedIds: ['K7M3QX'],
};
const job: RecomputeJob = {
  id: 'recompute',
  schemaVersion: 2,
  rulesVersion: '0123456789ab',
  groundsVersion: 'ba9876543210',
  dayVersion: 'aabbccddeeff',
  cursor: 'ZZZZZZ',
  looks: [firstLook],
  startedAt: firstLook.startedAt,
  finishedAt: null,
  wakeAt: '2026-11-24T08:10:05.000Z',
};

describe('campusdesk jobs', () => {
  let folder: string;
  const put = async (document: RecomputeJob): Promise<void> => {
    const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
    await (await store.collection(jobCollection)).create(document);
    await store.close();
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-jobs-'));
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it('says so where no job was begun', async () => {
    expect((await call(registerJobs, 'jobs')).told).toBe(
      'No job was begun yet: the service begins one at its start.',
    );
  });

  it('tells for which versions, how far it is and what failed', async () => {
    await put(job);
    const { told, exitCode } = await call(registerJobs, 'jobs');
    expect(exitCode).toBe(0);
    expect(told.split('\n')).toEqual([
      'Bringing open tickets to rules 0123456789ab and directory ba9876543210: looks once more at 2026-11-24T08:10:05.000Z.',
      'look  started                   finished                  done  postponed  unchanged  refused  failed',
      '1     2026-11-24T08:00:00.000Z  2026-11-24T08:00:05.000Z  228   0          1          0        1',
      'Failed in the last look: K7M-3QX',
    ]);
  });

  it.each([
    ['going on', { ...job, looks: [{ ...firstLook, finishedAt: null }] }],
    ['finished', { ...job, finishedAt: '2026-11-24T08:10:09.000Z', wakeAt: null }],
  ] as const)('tells that it is %s', async (state, document) => {
    await put(document);
    expect((await call(registerJobs, 'jobs')).told).toContain(`: ${state}.`);
  });

  it('gives machines one JSON line', async () => {
    await put(job);
    expect((await call(registerJobs, 'jobs', '--json')).results).toEqual([job]);
  });
});
