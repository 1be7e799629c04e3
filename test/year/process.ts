import { boardCollection } from '../../src/board/index.js';
import { ConversationBook, Delivery, undeliveredCollection } from '../../src/delivery/index.js';
import type { Log } from '../../src/logging.js';
import { BoardSource, jobCollection, Scheduler, TicketSource } from '../../src/scheduler/index.js';
import { createServiceJobs } from '../../src/service-jobs.js';
import type { DocumentStore } from '../../src/store/index.js';
import {
  TicketDesk,
  ticketCollection,
  type Order,
  type Outcome,
  type Ticket,
} from '../../src/tickets/index.js';
import { senderDuring, storeDuring } from '../delivery/mortal.js';
import { Fate } from './fate.js';
import { minuteMs, type SchoolYear } from './school-year.js';
import type { YearTeams } from './teams.js';
import { plainWords } from './words.js';
import type { YearClock } from './year-clock.js';

/** Wall milliseconds: the lease, and how long a channel's own document gathers, as in service.ts. */
const leaseMs = 60_000;
const gatherMs = 20_000;
/** At the opening much is due at once; one look takes all of it. */
const batchSize = 500;

export interface ProcessParts extends SchoolYear {
  readonly name: string;
  /** Each release counts with rules of another version, though they say the same. */
  readonly release: number;
  /** Told how many tickets the job on open tickets has computed anew. */
  readonly onRecomputed: (tickets: number) => void;
  readonly store: DocumentStore;
  readonly clock: YearClock;
  readonly teams: YearTeams;
  /** Gets what it complains of while it is alive. */
  readonly onComplaint: (complaint: string) => void;
  readonly random: () => number;
}

/** One process of the service, which may die in the middle of anything. */
export class YearProcess {
  /** Wall milliseconds until another one takes its place, should it die. */
  downMs = 5 * minuteMs;
  #looking = false;

  private constructor(
    readonly name: string,
    readonly fate: Fate,
    private readonly desk: TicketDesk,
    private readonly scheduler: Scheduler,
    private readonly parts: ProcessParts,
    private readonly create: (draft: Ticket) => Promise<unknown>,
  ) {}

  /** Its parts, put together as in service.ts. */
  static async start(parts: ProcessParts): Promise<YearProcess> {
    const { name, clock, directory, teams, random, onComplaint } = parts;
    const rules = { ...parts.rules, version: `release ${parts.release}` };
    const fate = new Fate(clock);
    const store = storeDuring(fate, parts.store);
    const lease = { owner: name, milliseconds: leaseMs };
    const boardRules = { calendar: rules.calendar, gatherMs };
    const tickets = await store.collection(ticketCollection);
    const boards = await store.collection(boardCollection);
    const words = plainWords(directory, rules);
    const complain = (details: object, message: string, error?: unknown): void => {
      if (!fate.isOver) onComplaint(`${name}: ${message} ${JSON.stringify(details)} ${String(error)}`);
    };
    const log: Log = { info: () => undefined, warn: complain, error: complain, child: () => log };
    const delivery = new Delivery({
      tickets,
      desk: () => desk,
      undelivered: await store.collection(undeliveredCollection),
      boards,
      boardRules,
      boardRenderer: words,
      renderer: words,
      book: await ConversationBook.open(store, clock),
      directory: () => directory,
      sender: senderDuring(fate, teams.senderOf(name), () => undefined),
      ...{ rules, clock, lease, random, log },
    });
    const desk: TicketDesk = new TicketDesk({
      ...{ tickets, rules, lease },
      directory: () => directory,
      onWritten: (written) => {
        delivery.deliver(written);
      },
    });
    const jobs = createServiceJobs({
      jobs: await store.collection(jobCollection),
      ...{ tickets, desk, delivery, rules, clock, log, claimMs: leaseMs },
      directory: () => directory,
      metrics: {
        recomputed: (outcome, count) => {
          if (outcome === 'done') parts.onRecomputed(count);
        },
      },
    });
    const scheduler = new Scheduler({
      sources: [
        new TicketSource({ tickets, desk, delivery, rules, clock, lease }),
        new BoardSource({ boards, delivery, boardRules, clock, lease }),
        jobs.source,
      ],
      ...{ clock, log, batchSize },
    });
    const process = new YearProcess(name, fate, desk, scheduler, parts, (draft) => tickets.create(draft));
    jobs.starter.ensure().catch((error: unknown) => complain({}, 'the job was not begun', error));
    delivery.reroute().catch((error: unknown) => complain({}, 'cards were not moved', error));
    return process;
  }

  get release(): number {
    return this.parts.release;
  }

  /** Looks once for what is due, unless the look before has not ended. */
  look(): void {
    if (this.#looking) return;
    this.#looking = true;
    this.scheduler
      .look()
      .catch((error: unknown) => {
        if (!this.fate.isOver) this.parts.onComplaint(`${this.name}: ${String(error)}`);
      })
      .finally(() => {
        this.#looking = false;
      });
  }

  /** @throws Died, StoreError */
  async createDraft(draft: Ticket): Promise<void> {
    await this.create(draft);
  }

  /** @throws Died, StoreError */
  async order(ticketId: string, order: Order): Promise<Outcome> {
    return this.desk.execute(ticketId, order, this.parts.clock.now());
  }
}
