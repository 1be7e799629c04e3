export * from './board-source.js';
export * from './incident-source.js';
export { jobCollection, jobId, type JobLook, type JobVersions, type RecomputeJob } from './job.js';
export * from './job-source.js';
export * from './job-start.js';
export * from './scheduler.js';
export type { Stuck } from './stuck.js';
export * from './ticket-source.js';
