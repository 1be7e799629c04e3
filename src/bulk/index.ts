export {
  type BulkCommand,
  type BulkJob,
  type BulkOrder,
  type BulkPlace,
  type BulkResult,
  afterBulkPage,
  afterTelling,
  bulkCollection,
  bulkLimit,
  claimBulk,
  countsOf,
  newBulk,
  pageOf,
  stageOf,
} from './bulk.js';
export { targetName } from './target.js';
export { requestOf } from './request.js';
