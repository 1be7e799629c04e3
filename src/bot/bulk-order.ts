import { createHash } from 'node:crypto';
import { newBulk, type BulkJob, type BulkOrder, type BulkPlace } from '../bulk/index.js';
import { AlreadyExists, type Collection } from '../store/index.js';
import type { Turn } from './turn.js';

/**
 * Writes down what a person orders for many tickets. A client that repeats the press, because nothing came back in time,
 * orders once.
 * @param pressed what makes another press another order
 * @throws StoreError
 */
export async function orderedOnce(
  { person, language, incoming, now }: Turn,
  bulks: Collection<BulkJob>,
  { command, ticketIds }: Pick<BulkOrder, 'command' | 'ticketIds'>,
  pressed: readonly unknown[],
): Promise<BulkJob> {
  const inputs = JSON.stringify([person.id, incoming.cardActivityId, ...pressed]);
  const id = createHash('sha256').update(inputs).digest('base64url').slice(0, 22);
  const by = { id: person.id, name: person.name };
  return createdOnce(newBulk({ id, by, language, command, ticketIds, place: placeOf(incoming) }, now), bulks);
}

async function createdOnce(job: BulkJob, bulks: Collection<BulkJob>): Promise<BulkJob> {
  try {
    return (await bulks.create(job)).document;
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return (await bulks.get(job.id)).document;
  }
}

/** Where the end of an order is told: in a channel under the message on which it was given. */
function placeOf({
  conversation,
  threadRoot,
  cardActivityId,
}: Turn['incoming']): Omit<BulkPlace, 'activityId'> {
  const { serviceUrl, conversationId, kind } = conversation;
  const root = kind === 'channel' ? (threadRoot ?? cardActivityId) : null;
  return { conversation: { serviceUrl, conversationId }, root };
}
