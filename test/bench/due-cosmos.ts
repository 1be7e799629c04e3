import { isoOf, type Instant } from '../../src/sla/index.js';
import { openCosmosStore } from '../../src/store/index.js';
import { declaredBy } from '../../src/store/declared.js';
import { indexedPaths } from '../../src/store/cosmos-index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { emulatorKey, startEmulator } from '../store/emulator.js';
import { timed } from './driver.js';
import { openTickets } from './open-tickets.js';

/** The emulator keeps all in memory and looks through it, so that a million would say nothing. */
const sizes = [1_000, 20_000] as const;

interface DueWork {
  readonly due: number;
  readonly now: Instant;
}

/** Requests that the due query makes on Cosmos DB, and documents that come back, with few and with many open tickets. */
export async function printCosmosWork({ due, now }: DueWork, print: (line: string) => void): Promise<void> {
  print(`due query on Cosmos DB (emulator, real client), ${due} due`);
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
    await timed([...openTickets({ count, due, now })], 32, (ticket) => tickets.create(ticket));
    const before = emulator.requests();
    const { items } = await tickets.due(isoOf(now), due + 50);
    const requests = emulator.requests() - before;
    print(
      `  ${count.toLocaleString('en').padStart(9)} open  ${requests} requests, ${items.length} documents come back`,
    );
    await store.close();
    await emulator.close();
  }
  const wake = indexedPaths(declaredBy(ticketCollection)).compositeIndexes.find(
    ([first]) => first?.path === '/wakeAt' && first.order === 'ascending',
  );
  print(
    '  The emulator has no indexes and looks through all it holds: neither its times nor its charges say anything.',
  );
  print(
    `  An account goes along the composite index (${wake?.map(({ path, order }) => `${path} ${order}`).join(', ')}): the range up to`,
  );
  print(
    '  now is its beginning, already in the order asked for, so that it reads the documents that are due.',
  );
}
