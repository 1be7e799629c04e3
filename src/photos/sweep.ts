import type { Instant } from '../sla/index.js';
import { findAll, type Collection } from '../store/index.js';
import type { Ticket } from '../tickets/index.js';
import type { PhotoStore } from './photo-store.js';

/** A photo without a ticket may wait this long for the answer to "where does it belong?"; wall milliseconds. */
const waitingLimitMs = 7 * 24 * 3_600_000;

export interface Swept {
  readonly kept: number;
  readonly removed: number;
}

/** A ticket could not be read, so that nobody knows which photos are its own: nothing was removed. */
export class SweepRefused extends Error {
  override readonly name = 'SweepRefused';
}

/**
 * Removes pictures that no ticket holds and that were stored more than 7 days ago: of messages whose turn failed, of
 * questions that nobody answered. Safe to repeat and while the service runs: what goes into a ticket gets a new name then.
 * @throws SweepRefused, PhotoStoreError, StoreError
 */
export async function sweepPhotos(
  store: PhotoStore,
  tickets: Collection<Ticket>,
  now: Instant,
): Promise<Swept> {
  const old: string[] = [];
  let kept = 0;
  for await (const { id, storedAt } of store.list()) {
    if (now - storedAt > waitingLimitMs) old.push(id);
    else kept += 1;
  }
  const held = await photosOf(tickets);
  const orphans = old.filter((id) => !held.has(id));
  for (const id of orphans) await store.remove(id);
  return { kept: kept + old.length - orphans.length, removed: orphans.length };
}

async function photosOf(tickets: Collection<Ticket>): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  const onUnreadable = ({ message }: Error): void => {
    throw new SweepRefused(`No photo was removed, because a ticket cannot be read: ${message}`);
  };
  for await (const { document } of findAll(tickets, { pageSize: 200, onUnreadable })) {
    for (const { id } of document.photos) held.add(id);
  }
  return held;
}
