import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentStore, StoredDocument, Collection } from '../../src/store/index.js';
import { followedOf, type Ticket, type TicketRequest } from '../../src/tickets/index.js';
import { MemoryDatabase } from '../year/memory-store.js';
import { people } from './city.js';
import { Died, Life, storeDuring } from './mortal.js';
import { Town } from './town.js';

const ids = ['AAAAA1', 'BBBBB2', 'CCCCC3', 'DDDDD4'] as const;
type Id = (typeof ids)[number];

/** What people do with the tickets, and how far processes come that give orders meanwhile, several at once. */
type Deed =
  | { readonly kind: 'merge'; readonly id: Id; readonly into: Id }
  | { readonly kind: 'ask'; readonly id: Id; readonly what: keyof typeof asked }
  | { readonly kind: 'give'; readonly which: readonly { readonly order: number; readonly steps: number }[] };

const asked = {
  unmerge: [people.dispatcher, { verb: 'unmerge', text: '' }],
  'is not the same': ['own', { verb: 'unmerge', text: 'Mine is green.' }],
  resolve: [people.dispatcher, { verb: 'resolve', solution: 'Replaced.' }],
  close: [people.dispatcher, { verb: 'close' }],
  withdraw: ['own', { verb: 'withdraw', text: '' }],
  reopen: ['own', { verb: 'reopen', text: '' }],
  comment: ['own', { verb: 'comment', text: 'Still.' }],
} as const satisfies Readonly<Record<string, readonly [string, TicketRequest]>>;
const whats = Object.keys(asked).filter((what): what is keyof typeof asked => what in asked);

const anId = fc.constantFrom(...ids);
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('merge' as const), id: anId, into: anId }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('ask' as const), id: anId, what: fc.constantFrom(...whats) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('give' as const),
        which: fc.array(fc.record({ order: fc.nat(9), steps: fc.integer({ min: 1, max: 40 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    },
  ),
  { minLength: 2, maxLength: 14 },
);

it('whoever merges and separates what, and whatever dies in between, nobody is lost and nothing goes in a circle', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, fc.scheduler(), async (story, scheduler) => {
      const store = new MemoryDatabase().connect();
      const town = await Town.on(store);
      for (const id of ids) await town.submit(id);
      for (const deed of story) await act(town, deed, store, scheduler);
      await town.settle();
      const tickets = new Map(
        await Promise.all(ids.map(async (id) => [id as string, await town.ticket(id)] as const)),
      );
      for (const ticket of tickets.values()) expect(faultsOf(ticket, tickets)).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 120_000);

async function act(town: Town, deed: Deed, store: DocumentStore, scheduler: fc.Scheduler): Promise<void> {
  if (deed.kind === 'merge') {
    await town.merge(deed.id, deed.into);
    return;
  }
  if (deed.kind === 'ask') {
    const [who, request] = asked[deed.what];
    await town.does(deed.id, who === 'own' ? `teacher-${deed.id}` : who, request);
    return;
  }
  const pending = await town.pending();
  const giving = deed.which.flatMap(({ order, steps }) => {
    const one = pending[order % Math.max(1, pending.length)];
    const seen = storeDuring(new Life(steps), inTurn(store, scheduler));
    return one ? [town.give(one, seen).catch(onlyDying)] : [];
  });
  await scheduler.waitFor(Promise.all(giving));
}

function onlyDying(error: unknown): void {
  if (!(error instanceof Died)) throw error;
}

/** Each reading and writing takes its turn, in any order. */
function inTurn(store: DocumentStore, scheduler: fc.Scheduler): DocumentStore {
  const turn = async <T>(deed: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve());
    return deed();
  };
  return {
    ...store,
    collection: async (spec) => {
      const inner = await store.collection(spec);
      return slowed(inner, turn);
    },
  };
}

function slowed<T extends StoredDocument>(
  inner: Collection<T>,
  turn: <R>(deed: () => Promise<R>) => Promise<R>,
): Collection<T> {
  return {
    get: (id) => turn(() => inner.get(id)),
    create: (document) => turn(() => inner.create(document)),
    replace: (document, version) => turn(() => inner.replace(document, version)),
    remove: (id, version) => turn(() => inner.remove(id, version)),
    query: (query) => turn(() => inner.query(query)),
    count: (where, upTo) => turn(() => inner.count(where, upTo)),
    due: (now, limit, continuation) => turn(() => inner.due(now, limit, continuation)),
  };
}

/** The sentences about several tickets that do not hold once everything is given. */
function faultsOf(ticket: Ticket, all: ReadonlyMap<string, Ticket>): string[] {
  const { id, followed, absorbed, merging, closedAs, history } = ticket;
  const other = followed ? all.get(followed.id) : undefined;
  const own = history.find(({ command }) => command.verb === 'submit')?.at ?? '';
  const starts = [own, ...absorbed.map(({ submittedAt }) => submittedAt)].toSorted();
  const sentences: readonly (readonly [string, boolean])[] = [
    ['nothing waits for an answer for ever', merging === null],
    ['exactly a duplicate follows another one', (closedAs === 'duplicate') === (followed !== null)],
    ['what a duplicate follows knows it', !other || other.absorbed.some((each) => each.id === id)],
    [
      'what a ticket knows as its duplicate follows it',
      absorbed.every((each) => all.get(each.id)?.followed?.id === id),
    ],
    ['the way from duplicate to duplicate ends', endOf(ticket, all) !== null],
    ['whoever waits waits for what goes on, or is solved', !endedUnsolved(endOf(ticket, all), ticket)],
    ['a duplicate has heard how far the other one is', !other || sameNews(ticket, other)],
    ['the clock counts from the first report', ticket.submittedAt === starts[0]],
  ];
  return sentences.filter(([, holds]) => !holds).map(([sentence]) => sentence);
}

/** The ticket that goes on at the end; null where there is a circle. */
function endOf(ticket: Ticket, all: ReadonlyMap<string, Ticket>): Ticket | null {
  const seen = new Set<string>();
  let current: Ticket | undefined = ticket;
  while (current?.followed) {
    if (seen.has(current.id)) return null;
    seen.add(current.id);
    current = all.get(current.followed.id);
  }
  return current ?? null;
}

function endedUnsolved(end: Ticket | null, ticket: Ticket): boolean {
  return ticket.followed !== null && end?.state === 'closed' && end.closedAs !== 'solved';
}

function sameNews({ followed }: Ticket, other: Ticket): boolean {
  return (
    JSON.stringify({ ...followed, revision: 0 }) === JSON.stringify({ ...followedOf(other), revision: 0 })
  );
}
