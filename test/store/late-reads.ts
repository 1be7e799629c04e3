import type { Collection, DocumentStore, StoredDocument } from '../../src/store/index.js';

/** A store whose reads can be told late. */
export interface LateReads {
  readonly store: DocumentStore;
  /** The reads that this begins find what is stored now, and are told of it only when what this returns is called. */
  readonly hold: <T>(begin: () => Promise<T>) => () => Promise<T>;
}

export function withLateReads(store: DocumentStore): LateReads {
  let gate: Promise<void> | null = null;
  const late = <D extends StoredDocument>(collection: Collection<D>): Collection<D> => ({
    get: async (id) => {
      const until = gate;
      const [found] = await Promise.allSettled([collection.get(id)]);
      await until;
      if (found.status === 'rejected') throw found.reason;
      return found.value;
    },
    create: async (document) => collection.create(document),
    replace: async (document, version) => collection.replace(document, version),
    remove: async (id, version) => collection.remove(id, version),
    query: async (query) => collection.query(query),
    count: async (where, upTo) => collection.count(where, upTo),
    due: async (now, limit, continuation) => collection.due(now, limit, continuation),
  });
  return {
    store: {
      collection: async (spec) => late(await store.collection(spec)),
      ping: async () => store.ping(),
      close: async () => store.close(),
    },
    hold: (begin) => {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      const begun = begin();
      gate = null;
      return async () => {
        open();
        return begun;
      };
    },
  };
}
