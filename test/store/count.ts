/** A process of its own that adds one to a counter, as often as asked: `count.ts DATABASE TIMES`. */
import { AlreadyExists, openSqliteStore, VersionMismatch } from '../../src/store/index.js';
import { note, noteSpec } from './notes.js';

const [path = '', times = '0'] = process.argv.slice(2);
const store = await openSqliteStore({ path });
const counters = await store.collection(noteSpec);
await ignoring(AlreadyExists, counters.create(note('counter', { total: 0 })));
for (let done = 0; done < Number(times);) {
  const { document, version } = await counters.get('counter');
  const next = { ...document, total: Number(document['total']) + 1 };
  if (await ignoring(VersionMismatch, counters.replace(next, version))) done += 1;
}
await store.close();

async function ignoring(expected: new (message: string) => Error, write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof expected) return false;
    throw error;
  }
}
