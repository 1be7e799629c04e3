import type { Sender } from '../../src/delivery/index.js';
import type { Collection, DocumentStore, StoredDocument } from '../../src/store/index.js';

/** Thrown wherever a process that has died would go on. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** A process that dies after so many steps, before or after something that it reads, writes or sends. */
export class Life {
  constructor(private stepsLeft: number) {}

  get isOver(): boolean {
    return this.stepsLeft <= 0;
  }

  end(): void {
    this.stepsLeft = 0;
  }

  /** One deed, before and after which the process may die. */
  async step<T>(deed: () => Promise<T>): Promise<T> {
    this.#pass();
    const result = await deed();
    this.#pass();
    return result;
  }

  #pass(): void {
    this.stepsLeft -= 1;
    if (this.isOver) throw new Died();
  }
}

/** The store as a process sees it while it lives. */
export function storeDuring(life: Life, store: DocumentStore): DocumentStore {
  return {
    ping: () => store.ping(),
    close: () => store.close(),
    collection: async (spec) => collectionDuring(life, await store.collection(spec)),
  };
}

/** Teams as a process sees it while it lives. */
export function senderDuring(life: Life, sender: Sender): Sender {
  return {
    post: (to, message) => life.step(() => sender.post(to, message)),
    reply: (to, root, message) => life.step(() => sender.reply(to, root, message)),
    edit: (to, activityId, message) => life.step(() => sender.edit(to, activityId, message)),
  };
}

function collectionDuring<T extends StoredDocument>(life: Life, collection: Collection<T>): Collection<T> {
  return {
    get: (id) => life.step(() => collection.get(id)),
    create: (document) => life.step(() => collection.create(document)),
    replace: (document, version) => life.step(() => collection.replace(document, version)),
    remove: (id, version) => life.step(() => collection.remove(id, version)),
    query: (query) => life.step(() => collection.query(query)),
    due: (now, limit) => life.step(() => collection.due(now, limit)),
  };
}
