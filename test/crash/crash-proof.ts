import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DirectoryBook, storeSample } from '../../src/campus/index.js';
import { systemClock } from '../../src/clock.js';
import { ConversationBook, undeliveredCollection } from '../../src/delivery/index.js';
import { openSqliteStore, NotFound, type Collection, type DocumentStore } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { Activities, channelConversation } from '../activities.js';
import { Chance } from './chance.js';
import { Client } from './client.js';
import { Fleet } from './fleet.js';
import { Killer } from './killer.js';
import { campuses, teacher, type Campus } from './people.js';
import { Story } from './story.js';
import { Teams } from './teams.js';
import { judge, type Verdict } from './verdict.js';

export interface RoundOptions {
  /** The compiled service. */
  readonly main: string;
  readonly seed: number;
  readonly leaseSeconds: number;
  /** Aborted: no more kills or stops; what was begun is brought to its end and judged. */
  readonly signal?: AbortSignal;
  /** Told what happens, one line each. */
  readonly onProgress?: (line: string) => void;
}

export interface RoundResult extends Verdict {
  readonly seed: number;
  /** How many processes were killed or stopped. */
  readonly ends: number;
  readonly commands: number;
  readonly tickets: number;
  readonly repeated: number;
  /** What the instances complained of; for whoever has to find out what went wrong. */
  readonly complaints: string;
}

/** Tickets that are worked on at the same time. */
const storiesAtOnce = 12;
/** Generous: the longest lease here, several times over. */
const settleLimitMs = 60_000;

/** Kill -9 so many times in the middle of traffic, and then judges what is left. */
export async function killInTraffic(
  options: RoundOptions & { readonly kills: number },
): Promise<RoundResult> {
  return inTraffic(options, async (world) => {
    const killer = new Killer(world);
    await killer.killTimes(options.kills, options.signal);
    const moments = Object.entries(killer.kills).map(([moment, times]) => `${times} ${moment}`);
    options.onProgress?.(`killed: ${moments.join(', ')}`);
    return killer.total;
  });
}

/** Stops instances in the middle of traffic as an update does: nothing may be sent twice then, and no turn cut off. */
export async function stopInTraffic(
  options: RoundOptions & { readonly stops: number },
): Promise<RoundResult> {
  const faults: string[] = [];
  const result = await inTraffic(options, async ({ fleet, client, chance, teams, tickets }) => {
    // So slow that at each stop messages are on their way and others wait behind them.
    teams.pace = () => chance.between(300, 1_000);
    while (fleet.stopped.size < options.stops && options.signal?.aborted !== true) {
      await fleet.both();
      await sleep(chance.between(0, 500));
      const instance = await fleet.one();
      await sending(teams, instance.name);
      await fleet.stop(instance);
      for (const { id, lease } of (await allTickets(tickets)).values()) {
        if (lease?.owner === instance.name) faults.push(`${id}: ${instance.name} kept the lease`);
      }
    }
    for (const [name, code] of fleet.stopped) if (code !== 0) faults.push(`${name} exited with ${code}`);
    faults.push(...client.cutOff.map((name) => `${name} cut a turn off`));
    return fleet.stopped.size;
  });
  return { ...result, faults: [...faults, ...result.faults] };
}

/** Resolves in the instant in which the instance sends, so that something is on its way and more is waiting. */
async function sending(teams: Teams, name: string): Promise<void> {
  const seen = new Promise<void>((resolve) => {
    teams.watch = (sender) => {
      if (sender === name) resolve();
    };
  });
  await Promise.race([seen, sleep(3_000)]);
  teams.watch = () => undefined;
}

/** One line about a round. */
export function summary(result: RoundResult): string {
  const { seed, ends, tickets, commands, repeated, messages, duplicatesInWindow, lost } = result;
  return (
    `seed ${seed}: ${ends} processes ended, ${tickets} tickets, ${commands} commands accepted, ` +
    `${repeated} requests repeated, ${messages} messages sent, ${duplicatesInWindow} duplicates within the window, ` +
    `lost ${lost}`
  );
}

/** One line about several rounds. */
export function total(results: readonly RoundResult[]): string {
  const sum = (of: (result: RoundResult) => number): number =>
    results.reduce((all, each) => all + of(each), 0);
  return (
    `rounds ${results.length}, processes ended ${sum(({ ends }) => ends)}, ` +
    `commands accepted ${sum(({ commands }) => commands)}, messages sent ${sum(({ messages }) => messages)}, ` +
    `duplicates within the window ${sum(({ duplicatesInWindow }) => duplicatesInWindow)}, ` +
    `lost ${sum(({ lost }) => lost)}`
  );
}

interface World {
  readonly chance: Chance;
  readonly teams: Teams;
  readonly fleet: Fleet;
  readonly client: Client;
  readonly tickets: Collection<Ticket>;
}

async function inTraffic(
  options: RoundOptions,
  ends: (world: World) => Promise<number>,
): Promise<RoundResult> {
  const folder = await mkdtemp(join(tmpdir(), 'campusdesk-crash-'));
  const sqlitePath = join(folder, 'tickets.sqlite');
  const store = await openSqliteStore({ path: sqlitePath });
  const teams = await Teams.start();
  const chance = new Chance(options.seed);
  const city = campuses(Date.now());
  await prepare(store, city, teams.serviceUrl);
  const tickets = await store.collection(ticketCollection);
  teams.leaseOwner = (id) => leaseOwner(tickets, id);
  const { main, leaseSeconds } = options;
  const fleet = await Fleet.start({ main, sqlitePath, leaseSeconds }, chance);
  try {
    const world = { chance, teams, fleet, client: new Client(fleet), tickets };
    return await run(options, world, city, store, ends);
  } finally {
    await fleet.end();
    await teams.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function run(
  options: RoundOptions,
  world: World,
  city: readonly Campus[],
  store: DocumentStore,
  ends: (world: World) => Promise<number>,
): Promise<RoundResult> {
  const { tickets, teams, fleet, client } = world;
  const traffic = new Traffic(world, city);
  const [ended] = await Promise.all([ends(world).finally(() => traffic.stop()), traffic.run()]);
  await settle(tickets, teams);
  const { stories } = traffic;
  const verdict = judge({ stories, tickets: await allTickets(tickets), teams, killed: fleet.killed });
  const lists = await store.collection(undeliveredCollection);
  const undelivered = (await lists.query({ limit: 100 })).items.map(({ document }) => document);
  const faults = undelivered.map((each) => `on the list of what reached nobody: ${JSON.stringify(each)}`);
  return {
    ...verdict,
    faults: [...verdict.faults, ...faults],
    seed: options.seed,
    ends: ended,
    commands: stories.reduce((total, { accepted }) => total + accepted.length, 0),
    tickets: stories.length,
    repeated: client.repeated,
    complaints: fleet.complaints(),
  };
}

/** People who report and work on tickets, each ticket in its turn, until no new one is wanted. */
class Traffic {
  readonly stories: Story[] = [];
  readonly #activities: Activities;
  #isOver = false;

  constructor(
    private readonly world: World,
    private readonly city: readonly Campus[],
  ) {
    this.#activities = new Activities(world.teams.serviceUrl);
  }

  async run(): Promise<void> {
    try {
      await Promise.all(Array.from({ length: storiesAtOnce }, () => this.#oneAfterTheOther()));
    } finally {
      this.stop();
    }
  }

  /** The tickets that were begun are brought to their end. */
  stop(): void {
    this.#isOver = true;
  }

  async #oneAfterTheOther(): Promise<void> {
    while (!this.#isOver) {
      const number = this.stories.length + 1;
      const campus = this.city[number % this.city.length];
      if (!campus) throw new Error('the sample has no campus');
      const parts = { ...this.world, activities: this.#activities };
      const story = new Story(number, teacher(number), campus, parts);
      this.stories.push(story);
      await story.live();
    }
  }
}

async function prepare(store: DocumentStore, city: readonly Campus[], serviceUrl: string): Promise<void> {
  const now = Date.now();
  await storeSample(await DirectoryBook.open(store), now);
  const conversations = await ConversationBook.open(store, systemClock);
  for (const { id, channel, manager } of city) {
    const conversation = channelConversation(channel, serviceUrl);
    await conversations.remember(conversation, now);
    await conversations.link(`campus-${id}`, conversation, manager.id, now);
  }
}

/** Waits until nothing is left to be sent, and then until nothing more comes. What never settles is judged as it is. */
async function settle(tickets: Collection<Ticket>, teams: Teams): Promise<void> {
  for (const until = Date.now() + settleLimitMs; Date.now() < until; await sleep(100)) {
    const all = await allTickets(tickets);
    if ([...all.values()].every(({ outbox, lease }) => outbox.length === 0 && lease === null)) break;
  }
  for (let seen = -1; seen !== teams.messages.length + teams.edits; await sleep(1_000)) {
    seen = teams.messages.length + teams.edits;
  }
}

async function allTickets(tickets: Collection<Ticket>): Promise<Map<string, Ticket>> {
  const all = new Map<string, Ticket>();
  let continuation: string | undefined;
  do {
    const page = await tickets.query({
      where: [{ field: 'state', in: ['new', 'claimed', 'waiting', 'resolved', 'closed'] }],
      limit: 500,
      ...(continuation !== undefined && { continuation }),
    });
    for (const { document } of page.items) all.set(document.id, document);
    continuation = page.continuation;
  } while (continuation !== undefined);
  return all;
}

async function leaseOwner(tickets: Collection<Ticket>, id: string): Promise<string | null> {
  try {
    return (await tickets.get(id)).document.lease?.owner ?? null;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
