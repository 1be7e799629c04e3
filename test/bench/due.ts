import { rmSync } from 'node:fs';
import { mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as afterInputAndOutput } from 'node:timers/promises';
import Database from 'libsql';
import { instantOf, isoOf } from '../../src/sla/index.js';
import { openSqliteStore, type Collection } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { median } from './driver.js';
import { printCosmosWork } from './due-cosmos.js';
import { openTickets } from './open-tickets.js';

const now = instantOf('2026-11-18T09:00:00.000Z');
const due = 100;
const sizes = [1_000, 1_000_000] as const;
const goal = 1.3;
const rounds = 400;
const rowsInTransaction = 20_000;
/** A row takes a page of 4 KiB and its entries in the indexes. */
const bytesForEach = 6_000;

/** What the due query costs with a thousand and with a million open tickets, of which a hundred are due. */
export async function benchDue(print: (line: string) => void): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    await refuseSmallDisk(folder);
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

/** Through the library itself in large transactions without syncs: what is measured is the reading. */
async function fill(path: string, count: number): Promise<Filled> {
  const store = await openSqliteStore({ path });
  await store.collection(ticketCollection);
  await store.close();
  const database = new Database(path);
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -200000');
  const insert = database.prepare('INSERT INTO tickets (id, version, body) VALUES (?, ?, ?)');
  let rows = 0;
  database.exec('BEGIN');
  for (const ticket of openTickets({ count, due, now })) {
    insert.run(ticket.id, String(rows), JSON.stringify(ticket));
    rows += 1;
    if (rows % rowsInTransaction > 0) continue;
    database.exec('COMMIT');
    process.stderr.write(`\r  ${label(rows)} of ${label(count)} tickets written`);
    // Lets Ctrl-C be heard.
    await afterInputAndOutput();
    database.exec('BEGIN');
  }
  database.exec('COMMIT');
  database.pragma('wal_checkpoint(TRUNCATE)');
  if (rows >= rowsInTransaction) process.stderr.write('\n');
  database.close();
  return { path, count };
}

async function withTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'campusdesk-due-'));
  const giveUp = (): void => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  try {
    await work(folder);
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
    await rm(folder, { recursive: true });
  }
}

/** @throws Error with one line that says what to do */
async function refuseSmallDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const needed = Math.max(...sizes) * bytesForEach;
  if (bavail * bsize > needed) return;
  throw new Error(`${folder} has no ${(needed / 1e9).toFixed(0)} GB free: let TMPDIR name another folder`);
}

function label(count: number): string {
  return count.toLocaleString('en').padStart(9);
}
