import { join } from 'node:path';
import { sampleDirectory } from '../../src/campus/index.js';
import { instantOf } from '../../src/sla/index.js';
import { openSqliteStore, type Collection } from '../../src/store/index.js';
import {
  everyOpen,
  findTickets,
  formatTicketId,
  readTicketList,
  ticketCollection,
  type ListFilter,
  type Ticket,
} from '../../src/tickets/index.js';
import { fillTickets, label, refuseSmallDisk, withTemporaryFolder } from './database.js';
import { median } from './driver.js';
import { printCosmosLists } from './lists-cosmos.js';
import { asked, manyTickets } from './many-tickets.js';

const now = instantOf('2026-11-18T09:00:00.000Z');
const sizes = [1_000, 100_000] as const;
const goal = 1.3;
const rounds = 300;
const pageLength = 10;
const bytesForEach = 8_000;
const directory = sampleDirectory();

/** A question that somebody asks, and how many tickets come back. */
export interface Question {
  readonly name: string;
  readonly ask: (tickets: Collection<Ticket>) => Promise<number>;
}

/** What lists and the search over tickets cost with a thousand and with a hundred thousand tickets in the store. */
export async function benchLists(print: (line: string) => void): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    await refuseSmallDisk(folder, Math.max(...sizes) * bytesForEach);
    for (const count of sizes) await fillTickets(pathOf(folder, count), count, manyTickets(count, now));
    await measure(folder, print);
  });
  await printCosmosLists(questions, now, print);
}

const { dispatcherId, managerId, party, schoolId, schoolName } = asked;

const questions: readonly Question[] = [
  list('open in the city', dispatcherId, {}),
  list('open in the city, second page', dispatcherId, {}, 2),
  list('late in the city', dispatcherId, { overdue: true }),
  list('waiting in the city', dispatcherId, { state: 'waiting' }),
  list('open of a campus', managerId, { party }),
  list('late of a campus', managerId, { party, overdue: true }),
  list('claimed by a manager', managerId, { mine: true }),
  list('open of a school', managerId, { schoolId }),
  search('a common word', dispatcherId, 'beamer'),
  search('the beginning of a word', dispatcherId, 'beam'),
  search('two words', dispatcherId, 'drucker flackert'),
  search('a school', dispatcherId, schoolName),
  search('a common word, for a manager', managerId, 'beamer'),
  search('a ticket’s number', dispatcherId, formatTicketId([...manyTickets(1, now)][0]?.id ?? '')),
];

function list(name: string, readerId: string, filter: Partial<ListFilter>, pages = 1): Question {
  return {
    name: `list: ${name}`,
    ask: async (tickets) => {
      let after: string | null = null;
      let found = 0;
      for (let page = 0; page < pages; page += 1) {
        const asking = { filter: { ...everyOpen, ...filter }, after, length: pageLength };
        const read = await readTicketList({ tickets, directory, now }, readerId, asking);
        after = read?.next ?? null;
        found = read?.tickets.length ?? 0;
      }
      return found;
    },
  };
}

function search(name: string, readerId: string, typed: string): Question {
  return {
    name: `search: ${name}`,
    ask: async (tickets) =>
      (await findTickets({ tickets, directory, now }, { typed, readerId, limit: pageLength })).length,
  };
}

async function measure(folder: string, print: (line: string) => void): Promise<void> {
  const stores = await Promise.all(
    sizes.map(async (count) => openSqliteStore({ path: pathOf(folder, count) })),
  );
  const collections = await Promise.all(stores.map(async (store) => store.collection(ticketCollection)));
  print(`lists and search on SQLite, pages of ${pageLength}, median of ${rounds} rounds in turns`);
  print(`  ${sizes.map((count) => `${label(count)} tickets`).join('  ')}  ratio (goal: at most ${goal})`);
  for (const question of questions) {
    const medians = await timesOf(question, collections);
    const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    const times = medians.map((each) => `${each.toFixed(3).padStart(14)} ms`).join('  ');
    print(`  ${times}  ${ratio.toFixed(2)}  ${question.name}`);
  }
  for (const store of stores) await store.close();
}

/** In turns, so that whatever else the machine does falls on all alike; the first rounds only warm up. */
async function timesOf(
  { name, ask }: Question,
  collections: readonly Collection<Ticket>[],
): Promise<number[]> {
  const times = collections.map((): number[] => []);
  const founds = new Set<number>();
  for (let round = -20; round < rounds; round += 1) {
    for (const [index, tickets] of collections.entries()) {
      const begun = performance.now();
      founds.add(await ask(tickets));
      if (round >= 0) times[index]?.push(performance.now() - begun);
    }
  }
  if (founds.size > 1) throw new Error(`${name}: pages of ${[...founds].join(' and ')} tickets say nothing`);
  return times.map((each) => median(each));
}

function pathOf(folder: string, count: number): string {
  return join(folder, `${count}.db`);
}
