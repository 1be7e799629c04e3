import { expect, it } from 'vitest';
import { ConversationBook, type Sender } from '../../src/delivery/index.js';
import { isoOf } from '../../src/sla/index.js';
import { find, type DocumentStore } from '../../src/store/index.js';
import {
  newDraft,
  plannedVisit,
  ticketCollection,
  TicketDesk,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { worklistCollection, type Worklist } from '../../src/worklists/index.js';
import { openTestStore } from '../store/fixtures.js';
import { chat, leaseMs, people, report, rules } from './city.js';
import { FakeClock } from './fake-clock.js';
import { Died, Life, senderDuring, storeDuring } from './mortal.js';
import { PostOffice } from './post-office.js';
import { date, directory, listId, rota, worklistProcess } from './worklist-process.js';

/** More than a process needs for all of it. */
const mostSteps = 600;
/** Every step holds; so many at once keep the test short. */
const stepsAtOnce = 5;

const ids = ['AAAAA1', 'AAAAA2', 'AAAAA3'];
const evening = '2026-11-25T15:00:05.000Z';

const manager = { id: people.manager, name: 'manager' };

it('wherever a process dies between the list and the missed visit, all is told once, or once more where it was not written down', async () => {
  let isOver = false;
  for (let steps = 1; steps < mostSteps && !isOver; steps += stepsAtOnce) {
    const fate = await lived(steps);
    isOver = fate.survived;
    expect({ steps, planned: fate.planned }).toEqual({ steps, planned: ids.map(() => ['2026-12-03']) });
    const mostCards = fate.last.startsWith('Visit list') ? 2 : 1;
    expect({ steps, cards: fate.cards }).toSatisfy(() => fate.cards >= 1 && fate.cards <= mostCards);
    const mostCalls = fate.last.startsWith('Visit cancelled') ? 2 : 1;
    expect({ steps, told: fate.told }).toSatisfy(() => fate.told >= 1 && fate.told <= mostCalls);
    expect({ steps, left: fate.left }).toEqual({ steps, left: [0, 0, 0] });
  }
  expect(isOver).toBe(true);
}, 120_000);

interface Fate {
  readonly survived: boolean;
  /** For which days each ticket was planned after the first time. */
  readonly planned: readonly (readonly string[])[];
  readonly cards: number;
  readonly told: number;
  readonly left: readonly number[];
  /** What the process sent last, which it may not have written down when it died. */
  readonly last: string;
}

/** A process sends the list, and is told that the visit is missed; it dies after so many steps, and another one goes on. */
async function lived(steps: number): Promise<Fate> {
  const stored = await openTestStore('sqlite');
  const clock = new FakeClock(evening);
  const office = new PostOffice();
  try {
    await prepare(stored.store, clock);
    const life = new Life(steps);
    const dying = senderDuring(life, office, () => undefined);
    const survived = await untilDead(life, async () =>
      story(storeDuring(life, stored.store), dying, clock, 'dying'),
    );
    // All before it was written down before it was sent.
    const last = survived ? '' : (office.attempts.at(-1)?.message.summary ?? '');
    if (!survived) {
      clock.skip(2 * leaseMs);
      await story(stored.store, office, clock, 'heir');
    }
    return await fateOf(stored.store, office, { survived, last });
  } finally {
    await stored.close();
  }
}

async function untilDead(life: Life, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Died)) throw error;
  }
  return !life.isOver;
}

/** Three tickets are planned for the visit, and both chats are known. */
async function prepare(store: DocumentStore, clock: FakeClock): Promise<void> {
  const tickets = await store.collection(ticketCollection);
  const book = await ConversationBook.open(store, clock);
  for (const who of ['manager', 'teacher'] as const) await book.remember(chat(who), clock.now());
  const desk = new TicketDesk({
    tickets,
    directory: () => directory,
    rules,
    lease: { owner: 'first', milliseconds: leaseMs },
    onWritten: () => undefined,
  });
  const [visit] = rota.visitsOn(['n1'], date);
  if (!visit) throw new Error('nobody comes on that day');
  for (const id of ids) {
    const requester = { id: `requester-${id}`, name: id, language: 'en' as const };
    await tickets.create(newDraft({ id, requester, report, follows: null }, clock.now()));
    const by = (personId: string, command: TicketRequest) =>
      desk.execute(
        id,
        { id: command.verb, actor: { kind: 'person', personId, name: '' }, command },
        clock.now(),
      );
    await by(requester.id, { verb: 'submit', report, card: null });
    await by(people.manager, { verb: 'plan-visit', untilDate: date, note: '', visit: plannedVisit(visit) });
  }
}

/** What a process does by itself and is asked: each step of it may have been done before. */
async function story(store: DocumentStore, sender: Sender, clock: FakeClock, owner: string): Promise<void> {
  const { worklistDesk, delivery, source } = await worklistProcess(store, sender, clock, owner);
  const rest = async (): Promise<void> => {
    await delivery.settled();
    for (const due of (await source.due(isoOf(clock.now()), 10)).items) await source.handle(due);
    await delivery.settled();
  };
  await worklistDesk.send('north', date, clock.now());
  await rest();
  const list = await worklistDesk.find(listId);
  if (!list) throw new Error('the list is missing');
  await worklistDesk.miss(
    list,
    'n1',
    { id: 'press', by: manager, reason: 'The car broke down.' },
    clock.now(),
  );
  await rest();
  await rest();
}

async function fateOf(
  store: DocumentStore,
  { messages }: PostOffice,
  { survived, last }: Pick<Fate, 'survived' | 'last'>,
): Promise<Fate> {
  const tickets = await store.collection(ticketCollection);
  const list = await find<Worklist>(await store.collection(worklistCollection), listId);
  const planned = ids.map(async (id) => {
    const { history } = (await tickets.get(id)).document;
    const visits = history.flatMap(({ command }) =>
      command.verb === 'plan-visit' ? [command.visit?.date ?? ''] : [],
    );
    return visits.slice(1);
  });
  const begin = (words: string): number => messages.filter(({ shown }) => shown[0]?.startsWith(words)).length;
  const { moves, tells, toInform } = list?.document ?? { moves: [], tells: [], toInform: [] };
  return {
    survived,
    last,
    planned: await Promise.all(planned),
    cards: begin('Visit list'),
    told: begin('Visit cancelled'),
    left: [moves.length, tells.length, toInform.length],
  };
}
