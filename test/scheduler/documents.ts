import type { DueSource } from '../../src/scheduler/index.js';
import { isoOf } from '../../src/sla/index.js';
import { Unreadable, type StoredDocument, type Versioned } from '../../src/store/index.js';
import type { FakeClock } from '../delivery/fake-clock.js';

export interface DocumentsOptions {
  /** What is done with each that is due; one over which it throws stays due. */
  readonly handler?: (id: string) => Promise<void> | void;
  readonly unreadable?: readonly string[];
}

export interface Documents {
  readonly source: DueSource;
  /** `id milliseconds` for each attempt, in the order of the attempts. */
  readonly handled: string[];
  /** Somebody else does what is due. */
  readonly mend: (id: string) => void;
}

/** Documents due so many milliseconds after the start; a handled one is not due any more, a failed one still is. */
export function documents(
  clock: FakeClock,
  dueAfter: Readonly<Record<string, number>>,
  { handler = () => undefined, unreadable = [] }: DocumentsOptions = {},
): Documents {
  const begun = clock.now();
  const waiting = new Map(Object.entries(dueAfter).map(([id, after]) => [id, isoOf(begun + after)]));
  const isUnreadable = new Set(unreadable);
  const handled: string[] = [];
  const source: DueSource = {
    name: 'documents',
    due: (now, limit, continuation = '') => {
      const page = [...waiting]
        .map(([id, wakeAt]) => ({ id, wakeAt, place: `${wakeAt} ${id}` }))
        .filter(({ wakeAt, place }) => wakeAt <= now && place > continuation)
        .sort((one, other) => (one.place < other.place ? -1 : 1))
        .slice(0, limit);
      const end = page.at(-1);
      return Promise.resolve({
        items: page
          .filter(({ id }) => !isUnreadable.has(id))
          .map(({ id, wakeAt }) => versioned({ id, schemaVersion: 1, wakeAt })),
        unreadable: page
          .filter(({ id }) => isUnreadable.has(id))
          .map(({ id }) => new Unreadable('documents', id, 'it is of a later release')),
        ...(end && page.length === limit && { continuation: end.place }),
      });
    },
    handle: async ({ document: { id } }) => {
      handled.push(`${id} ${clock.now() - begun}`);
      await handler(id);
      waiting.delete(id);
    },
  };
  return { source, handled, mend: (id) => waiting.delete(id) };
}

function versioned(document: StoredDocument): Versioned<StoredDocument> {
  return { document, version: '1' };
}
