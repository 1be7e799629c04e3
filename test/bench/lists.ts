import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/index.js';
import { fillTickets, label, refuseSmallDisk, withTemporaryFolder } from './database.js';
import { median } from './driver.js';
import { printCosmosLists } from './lists-cosmos.js';
import { listQuestions, now, pageLength, searchQuestions, type Question } from './lists-questions.js';
import { worklistQuestions } from './lists-worklist.js';
import { manyTickets, type Stock } from './many-tickets.js';

/** Thirty open tickets for each campus: the work of the day is the same, only the history is longer. */
const few: Stock = { count: 1_000, open: 390 };
const many: Stock = { count: 100_000, open: 390 };
/** A help desk that has fallen far behind. */
const behind: Stock = { count: 100_000, open: 5_000 };
const goal = 1.3;
const rounds = 300;
/** Wall milliseconds for one question; what is slow is known after fewer rounds. */
const longestMs = 6_000;
const bytesForEach = 10_000;

/** What the worklist, lists and the search over tickets cost with a thousand and with a hundred thousand tickets in the store. */
export async function benchLists(print: (line: string) => void): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    await refuseSmallDisk(folder, (many.count + behind.count) * bytesForEach);
    for (const stock of [few, many, behind]) {
      await fillTickets(pathOf(folder, stock), stock.count, manyTickets(stock, now));
    }
    print(
      `worklist, lists and search on SQLite, pages of ${pageLength}, median of up to ${rounds} rounds in turns`,
    );
    await measure(folder, [...worklistQuestions, ...listQuestions, ...searchQuestions], many, print);
    print('the same lists where thirteen times as many are open');
    await measure(folder, listQuestions, behind, print);
  });
  await printCosmosLists([...worklistQuestions, ...listQuestions, ...searchQuestions], few.open, print);
}

async function measure(
  folder: string,
  questions: readonly Question[],
  large: Stock,
  print: (line: string) => void,
): Promise<void> {
  const stocks = [few, large];
  const stores = await Promise.all(
    stocks.map(async (stock) => openSqliteStore({ path: pathOf(folder, stock) })),
  );
  print(
    `  ${stocks.map(({ count }) => `${label(count)} tickets`).join('  ')}  ratio (goal: at most ${goal})`,
  );
  print(`  ${stocks.map(({ open }) => `${label(open)} of them open`.padStart(17)).join('  ')}`);
  for (const { name, prepare } of questions) {
    const asks = await Promise.all(stores.map(async (store) => prepare(store)));
    const medians = await timesOf(name, asks);
    const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    const times = medians.map((each) => `${each.toFixed(3).padStart(14)} ms`).join('  ');
    print(`  ${times}  ${ratio.toFixed(2)}${ratio > goal ? ' !' : '  '} ${name}`);
  }
  for (const store of stores) await store.close();
}

/** In turns, so that whatever else the machine does falls on all alike; the first rounds only warm up. */
async function timesOf(name: string, asks: readonly (() => Promise<number>)[]): Promise<number[]> {
  const times = asks.map((): number[] => []);
  const founds = new Set<number>();
  const until = performance.now() + longestMs;
  for (let round = -20; round < rounds && (round < 1 || performance.now() < until); round += 1) {
    for (const [index, ask] of asks.entries()) {
      const begun = performance.now();
      founds.add(await ask());
      if (round >= 0) times[index]?.push(performance.now() - begun);
    }
  }
  if (founds.size > 1) throw new Error(`${name}: answers of ${[...founds].join(' and ')} lines say nothing`);
  return times.map((each) => median(each));
}

function pathOf(folder: string, { count, open }: Stock): string {
  return join(folder, `${count}-${open}.db`);
}
