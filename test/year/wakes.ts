import { instantOf, type Instant } from '../../src/sla/index.js';
import type { Collection, DocumentStore, StoredDocument, Versioned } from '../../src/store/index.js';
import { Earliest } from './earliest.js';

/** When which document wants to be woken, as it was last written; so that nobody has to look each second of a year. */
export class Wakes {
  readonly #wanted = new Map<string, Instant>();
  readonly #queue = new Earliest<string>();

  /** When the next document is due; Infinity where none is. */
  get nextAt(): Instant {
    for (;;) {
      const key = this.#queue.first;
      if (key === undefined || this.#wanted.get(key) === this.#queue.at) return this.#queue.at;
      this.#queue.take();
    }
  }

  /** The store, whose writes are listened to. */
  watching(store: DocumentStore): DocumentStore {
    return {
      ping: () => store.ping(),
      close: () => store.close(),
      collection: async (spec) => this.#watchingCollection(spec.name, await store.collection(spec)),
    };
  }

  #watchingCollection<T extends StoredDocument>(name: string, collection: Collection<T>): Collection<T> {
    const heard = (written: Versioned<T>): Versioned<T> => {
      const { id, wakeAt } = written.document;
      this.#want(`${name} ${id}`, wakeAt ?? null);
      return written;
    };
    return {
      get: (id) => collection.get(id),
      create: async (document) => heard(await collection.create(document)),
      replace: async (document, version) => heard(await collection.replace(document, version)),
      remove: async (id, version) => {
        await collection.remove(id, version);
        this.#want(`${name} ${id}`, null);
      },
      query: (query) => collection.query(query),
      count: (where, upTo) => collection.count(where, upTo),
      due: (now, limit, continuation) => collection.due(now, limit, continuation),
    };
  }

  #want(key: string, wakeAt: string | null): void {
    if (wakeAt === null) {
      this.#wanted.delete(key);
      return;
    }
    const at = instantOf(wakeAt);
    if (this.#wanted.get(key) === at) return;
    this.#wanted.set(key, at);
    this.#queue.add(at, key);
  }
}
