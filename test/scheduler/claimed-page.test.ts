import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workClaimedPage } from '../../src/scheduler/claimed-page.js';
import { VersionMismatch, type Collection, type Versioned } from '../../src/store/index.js';
import { jobCollection, type RecomputeJob } from '../../src/scheduler/index.js';
import { newJob } from '../../src/scheduler/job.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { wednesday } from '../tickets/given.js';

let test: TestStore;
let jobs: Collection<RecomputeJob>;
let due: Versioned<RecomputeJob>;

beforeEach(async () => {
  test = await openTestStore('sqlite');
  jobs = await test.store.collection(jobCollection);
  const versions = { rulesVersion: 'a', groundsVersion: 'a', dayVersion: 'a' };
  due = await jobs.create(newJob(versions, wednesday));
});
afterEach(() => test.close());

const steps = {
  claimed: (job: RecomputeJob) => ({ ...job, cursor: 'claimed' }),
  after: (job: RecomputeJob, result: string) => ({ ...job, cursor: result }),
};

describe('a page of a job', () => {
  it('is left to the process that claimed it first', async () => {
    await jobs.replace(steps.claimed(due.document), due.version);
    const work = async (): Promise<string> => Promise.reject(new Error('nobody asked for this'));
    expect(await workClaimedPage(jobs, due, { ...steps, work })).toBeNull();
  });

  it('that another process did meanwhile is that one’s', async () => {
    const work = async (): Promise<string> => {
      const { document, version } = await jobs.get(due.document.id);
      await jobs.replace(steps.after(document, 'theirs'), version);
      return 'ours';
    };
    expect(await workClaimedPage(jobs, due, { ...steps, work })).toBeNull();
    expect((await jobs.get(due.document.id)).document.cursor).toBe('theirs');
  });

  it('fails with its work, also where that was overtaken: it is not done', async () => {
    const work = async (): Promise<string> => Promise.reject(new VersionMismatch('written by another'));
    await expect(workClaimedPage(jobs, due, { ...steps, work })).rejects.toBeInstanceOf(VersionMismatch);
  });
});
