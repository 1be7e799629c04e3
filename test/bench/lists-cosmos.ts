import {
  AlreadyExists,
  openCosmosStore,
  StoreUnavailable,
  type Collection,
  type DocumentStore,
  type StoredDocument,
} from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { emulatorKey, startEmulator } from '../store/emulator.js';
import { timed } from './driver.js';
import { now, type Question } from './lists-questions.js';
import { manyTickets } from './many-tickets.js';

const sizes = [1_000, 10_000] as const;

/** Requests that each question makes on Cosmos DB, and documents that come back, with few and with many tickets. */
export async function printCosmosLists(
  questions: readonly Question[],
  open: number,
  print: (line: string) => void,
): Promise<void> {
  const works = new Map(questions.map(({ name }): [string, string[]] => [name, []]));
  for (const count of sizes) {
    const emulator = await startEmulator();
    const { endpoint } = emulator;
    const store = await openCosmosStore({
      endpoint,
      key: emulatorKey,
      database: 'bench',
      timeoutMs: 120_000,
    });
    const tickets = await store.collection(ticketCollection);
    await timed([...manyTickets({ count, open }, now)], 16, async (ticket) => filled(tickets, ticket));
    for (const { name, prepare } of questions) {
      const counted = counting(store);
      const ask = await prepare(counted.store);
      const [requests, documents] = [emulator.requests(), counted.documents()];
      await ask();
      const work = `${emulator.requests() - requests} requests, ${counted.documents() - documents} documents`;
      works.get(name)?.push(work);
    }
    await store.close();
    await emulator.close();
  }
  print('the same on Cosmos DB (emulator, real client): what is asked and what comes back');
  print(`  ${sizes.map((count) => `${count.toLocaleString('en')} tickets`.padStart(26)).join('  ')}`);
  for (const [name, work] of works) print(`  ${work.map((each) => each.padStart(26)).join('  ')}  ${name}`);
}

/** The emulator resets a connection now and then; what it had written before is there already. */
async function filled(tickets: Collection<Ticket>, ticket: Ticket): Promise<void> {
  for (;;) {
    try {
      await tickets.create(ticket);
      return;
    } catch (error) {
      if (error instanceof AlreadyExists) return;
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

/** The store, and how many documents its collections have given so far. */
function counting(store: DocumentStore): { readonly store: DocumentStore; readonly documents: () => number } {
  let given = 0;
  const counted = <T extends StoredDocument>(documents: Collection<T>): Collection<T> => ({
    get: async (id) => {
      const found = await documents.get(id);
      given += 1;
      return found;
    },
    create: async (document) => documents.create(document),
    replace: async (document, version) => documents.replace(document, version),
    remove: async (id, version) => documents.remove(id, version),
    query: async (query) => {
      const page = await documents.query(query);
      given += page.items.length;
      return page;
    },
    count: async (where, upTo) => documents.count(where, upTo),
    due: async (at, limit, continuation) => documents.due(at, limit, continuation),
  });
  return {
    store: {
      collection: async (spec) => counted(await store.collection(spec)),
      ping: async () => store.ping(),
      close: async () => store.close(),
    },
    documents: () => given,
  };
}
