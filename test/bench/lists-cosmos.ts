import type { Instant } from '../../src/sla/index.js';
import { openCosmosStore, type Collection } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { emulatorKey, startEmulator } from '../store/emulator.js';
import { timed } from './driver.js';
import type { Question } from './lists.js';
import { manyTickets } from './many-tickets.js';

/** The emulator keeps all in memory and looks through it, so that a hundred thousand would say nothing more. */
const sizes = [1_000, 10_000] as const;

/** Requests that each question makes on Cosmos DB, and documents that come back, with few and with many tickets. */
export async function printCosmosLists(
  questions: readonly Question[],
  now: Instant,
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
    await timed([...manyTickets(count, now)], 32, (ticket) => tickets.create(ticket));
    for (const { name, ask } of questions) {
      const counted = counting(tickets);
      const before = emulator.requests();
      await ask(counted.tickets);
      const work = `${emulator.requests() - before} requests, ${counted.documents()} documents`;
      works.get(name)?.push(work);
    }
    await store.close();
    await emulator.close();
  }
  print('lists and search on Cosmos DB (emulator, real client): what is asked and what comes back');
  print(`  ${sizes.map((count) => `${count.toLocaleString('en')} tickets`.padStart(26)).join('  ')}`);
  for (const [name, work] of works) print(`  ${work.map((each) => each.padStart(26)).join('  ')}  ${name}`);
}

/** The collection, and how many documents it has given so far. */
function counting(tickets: Collection<Ticket>): {
  readonly tickets: Collection<Ticket>;
  readonly documents: () => number;
} {
  let given = 0;
  const counted: Collection<Ticket> = {
    get: async (id) => {
      const found = await tickets.get(id);
      given += 1;
      return found;
    },
    create: async (ticket) => tickets.create(ticket),
    replace: async (ticket, version) => tickets.replace(ticket, version),
    remove: async (id, version) => tickets.remove(id, version),
    query: async (query) => {
      const page = await tickets.query(query);
      given += page.items.length;
      return page;
    },
    count: async (where, upTo) => tickets.count(where, upTo),
    due: async (at, limit, continuation) => tickets.due(at, limit, continuation),
  };
  return { tickets: counted, documents: () => given };
}
