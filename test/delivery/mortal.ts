import type { OutgoingMessage, Sender } from '../../src/delivery/index.js';
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

/** Teams as a process sees it while it lives; `onUnheard` gets what was sent for one that died meanwhile. */
export function senderDuring(life: Life, sender: Sender, onUnheard: (summary: string) => void): Sender {
  const send = <T>({ summary }: OutgoingMessage, deed: () => Promise<T>): Promise<T> =>
    life.step(async () => {
      const result = await deed();
      if (life.isOver) onUnheard(summary);
      return result;
    });
  return {
    post: (to, message) => send(message, () => sender.post(to, message)),
    reply: (to, root, message) => send(message, () => sender.reply(to, root, message)),
    edit: (to, activityId, message) => send(message, () => sender.edit(to, activityId, message)),
  };
}

function collectionDuring<T extends StoredDocument>(life: Life, collection: Collection<T>): Collection<T> {
  return {
    get: (id) => life.step(() => collection.get(id)),
    create: (document) => life.step(() => collection.create(document)),
    replace: (document, version) => life.step(() => collection.replace(document, version)),
    remove: (id, version) => life.step(() => collection.remove(id, version)),
    query: (query) => life.step(() => collection.query(query)),
    count: (where, upTo) => life.step(() => collection.count(where, upTo)),
    due: (now, limit, continuation) => life.step(() => collection.due(now, limit, continuation)),
  };
}
