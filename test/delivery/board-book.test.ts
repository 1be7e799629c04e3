import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardCollection, type Board, type BoardItem } from '../../src/board/index.js';
import { BoardBook } from '../../src/delivery/board-book.js';
import { Throttled, type Collection } from '../../src/store/index.js';
import { item } from '../board/given.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { gatherMs, leaseMs, rules } from './city.js';
import { FakeClock } from './fake-clock.js';

const target = 'campus-campus-7';
const many = Array.from({ length: 500 }, (_, index) => item(`T${index}`));
let test: TestStore;
let clock: FakeClock;
let boards: Collection<Board>;
let writes: number;
/** Asked before each write; an error it returns is thrown instead of writing. */
let disturbance: () => Error | undefined;

beforeEach(async () => {
  test = await openTestStore('sqlite');
  clock = new FakeClock('2026-03-03T09:00:00.000Z');
  boards = counting(await test.store.collection(boardCollection));
  writes = 0;
  disturbance = () => undefined;
});
afterEach(async () => {
  await test.close();
});

describe('500 tickets that come due at one opening', () => {
  it('reach the board of one channel in a few writes, each once', async () => {
    const book = bookOf('one');
    await clock.until(Promise.all(many.map((each) => book.takeIn(target, [each]))));
    expect(keys(await stored())).toEqual(many.map(({ key }) => key));
    expect(writes).toBeLessThanOrEqual(5);
  });

  it('reach it from two processes at once', async () => {
    const books = [bookOf('one'), bookOf('two')];
    await clock.until(
      Promise.all(many.map((each, index) => books[index % 2]?.takeIn(target, [each]) ?? Promise.resolve())),
    );
    expect(keys(await stored()).toSorted()).toEqual(many.map(({ key }) => key).toSorted());
  });

  it('are known again where a process died before its ticket knew that the board had it', async () => {
    const book = bookOf('one');
    for (const each of [many.slice(0, 1), many.slice(1), many.slice(0, 1)]) await book.takeIn(target, each);
    expect(keys(await stored())).toHaveLength(many.length);
  });
});

describe('a store that throttles', () => {
  it('is asked again after the pause that it names', async () => {
    let refusals = 3;
    disturbance = () => ((refusals -= 1) >= 0 ? new Throttled('slow down', 2_000) : undefined);
    await clock.until(bookOf('one').takeIn(target, [item('A')]));
    expect([keys(await stored()), clock.monotonic()]).toEqual([['A:first-response-75'], 6_000]);
  });

  it('and goes on to do so surfaces, and holds up nothing that comes later', async () => {
    const book = bookOf('one');
    disturbance = () => new Throttled('slow down', 2_000);
    await expect(clock.until(book.takeIn(target, [item('A')]))).rejects.toThrow(Throttled);
    disturbance = () => undefined;
    await clock.until(book.takeIn(target, [item('B')]));
    expect(keys(await stored())).toEqual(['B:first-response-75']);
  });
});

function bookOf(owner: string): BoardBook {
  const boardRules = { calendar: rules.calendar, gatherMs };
  return new BoardBook({ boards, boardRules, clock, lease: { owner, milliseconds: leaseMs } });
}

async function stored(): Promise<readonly BoardItem[]> {
  return (await boards.get(target)).document.items;
}

function keys(items: readonly BoardItem[]): string[] {
  return items.map(({ key }) => key);
}

function counting(collection: Collection<Board>): Collection<Board> {
  const write = async <T>(deed: () => Promise<T>): Promise<T> => {
    const error = disturbance();
    if (error) throw error;
    writes += 1;
    return deed();
  };
  return {
    get: (id) => collection.get(id),
    create: (document) => write(() => collection.create(document)),
    replace: (document, version) => write(() => collection.replace(document, version)),
    remove: (id, version) => collection.remove(id, version),
    query: (query) => collection.query(query),
    count: (where, upTo) => collection.count(where, upTo),
    due: (now, limit, continuation) => collection.due(now, limit, continuation),
  };
}
