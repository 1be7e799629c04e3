import type { StoredDocument } from '../store/index.js';
import type { JobLook, RecomputeJob } from './job.js';

/** A job as version 1 has it: it knew nothing of days and postponed nothing. */
interface JobOfVersion1 extends Omit<RecomputeJob, 'schemaVersion' | 'dayVersion' | 'looks'> {
  readonly schemaVersion: 1;
  readonly looks: readonly Omit<JobLook, 'postponed'>[];
}

/**
 * The job in today's shape. Only this service writes it, and every write is a whole job.
 * @throws RangeError where a later release wrote it
 */
export function upgradeJob(raw: StoredDocument): RecomputeJob {
  if (isVersion2(raw)) return raw;
  if (!isVersion1(raw)) {
    throw new RangeError(`it has schema version ${raw.schemaVersion}, known are 1 and 2`);
  }
  const looks = raw.looks.map((look) => ({ ...look, postponed: 0 }));
  return { ...raw, schemaVersion: 2, dayVersion: '', looks };
}

function isVersion1(raw: StoredDocument): raw is JobOfVersion1 {
  return raw.schemaVersion === 1;
}

function isVersion2(raw: StoredDocument): raw is RecomputeJob {
  return raw.schemaVersion === 2;
}
