import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf, isoOf } from '../../src/sla/index.js';
import { openSqliteStore, type Collection } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { fillTickets, label, refuseSmallDisk, withTemporaryFolder } from './database.js';
import { median } from './driver.js';
import { printCosmosWork } from './due-cosmos.js';
import { openTickets } from './open-tickets.js';

const now = instantOf('2026-11-18T09:00:00.000Z');
const due = 100;
const sizes = [1_000, 1_000_000] as const;
const goal = 1.3;
const rounds = 400;
/** A row takes a page of 4 KiB and its entries in the indexes. */
const bytesForEach = 6_000;

/** What the due query costs with a thousand and with a million open tickets, of which a hundred are due. */
export async function benchDue(print: (line: string) => void): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    await refuseSmallDisk(folder, Math.max(...sizes) * bytesForEach);
    const filled: Filled[] = [];
    for (const count of sizes) filled.push(await fill(join(folder, `${count}.db`), count));
    await measureDue(filled, print);
  });
  await printCosmosWork({ due, now }, print);
}

interface Filled {
  readonly path: string;
  readonly count: number;
}

async function measureDue(filled: readonly Filled[], print: (line: string) => void): Promise<void> {
  const contestants: { readonly tickets: Collection<Ticket>; readonly times: number[] }[] = [];
  const closing: (() => Promise<void>)[] = [];
  for (const { path } of filled) {
    const store = await openSqliteStore({ path });
    closing.push(() => store.close());
    contestants.push({ tickets: await store.collection(ticketCollection), times: [] });
  }
  // In turns, so that whatever else the machine does falls on all alike; the first rounds only warm up.
  for (let round = -20; round < rounds; round += 1) {
    for (const { tickets, times } of contestants) {
      const begun = performance.now();
      const { items } = await tickets.due(isoOf(now), due + 50);
      if (round >= 0) times.push(performance.now() - begun);
      if (items.length !== due) throw new Error(`${items.length} tickets are due, not ${due}`);
    }
  }
  for (const close of closing) await close();
  print(`due query on SQLite, ${due} due, median of ${rounds} rounds in turns`);
  const medians = contestants.map(({ times }) => median(times));
  for (const [index, { path, count }] of filled.entries()) {
    const megabytes = ((await stat(path)).size / 1e6).toFixed(0);
    print(
      `  ${label(count)} open (${megabytes.padStart(5)} MB)  ${medians[index]?.toFixed(3).padStart(8)} ms`,
    );
  }
  const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
  print(`  ratio ${ratio.toFixed(2)} (goal: at most ${goal})`);
}

async function fill(path: string, count: number): Promise<Filled> {
  await fillTickets(path, count, openTickets({ count, due, now }));
  return { path, count };
}
