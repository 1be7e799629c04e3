import { rmSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as afterInputAndOutput } from 'node:timers/promises';
import Database from 'libsql';
import { openSqliteStore } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';

const rowsInTransaction = 20_000;

/** Fills a new SQLite file through the library itself, in large transactions without syncs: what is measured is the reading. */
export async function fillTickets(path: string, count: number, tickets: Iterable<Ticket>): Promise<void> {
  const store = await openSqliteStore({ path });
  await store.collection(ticketCollection);
  await store.close();
  const database = new Database(path);
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -200000');
  const insert = database.prepare('INSERT INTO tickets (id, version, body) VALUES (?, ?, ?)');
  let rows = 0;
  database.exec('BEGIN');
  for (const ticket of tickets) {
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
}

/** A folder that is gone afterwards, also where the run is interrupted. */
export async function withTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'campusdesk-bench-'));
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
export async function refuseSmallDisk(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > neededBytes) return;
  throw new Error(
    `${folder} has no ${(neededBytes / 1e9).toFixed(1)} GB free: let TMPDIR name another folder`,
  );
}

export function label(count: number): string {
  return count.toLocaleString('en').padStart(9);
}
