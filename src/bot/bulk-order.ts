import type { BulkJob, BulkPlace } from '../bulk/index.js';
import { AlreadyExists, type Collection } from '../store/index.js';
import type { Turn } from './turn.js';

/** Writes an order down. A client that repeats the press, because nothing came back in time, orders once. @throws StoreError */
export async function createdOnce(job: BulkJob, bulks: Collection<BulkJob>): Promise<BulkJob> {
  try {
    return (await bulks.create(job)).document;
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return (await bulks.get(job.id)).document;
  }
}

/** Where the end of an order is told: in a channel under the message on which it was given. */
export function placeOf({
  conversation,
  threadRoot,
  cardActivityId,
}: Turn['incoming']): Omit<BulkPlace, 'activityId'> {
  const { serviceUrl, conversationId, kind } = conversation;
  const root = kind === 'channel' ? (threadRoot ?? cardActivityId) : null;
  return { conversation: { serviceUrl, conversationId }, root };
}
