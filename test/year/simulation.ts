import { ConversationBook, channelTarget, type Conversation } from '../../src/delivery/index.js';
import { AlreadyExists, find, type Collection, type DocumentStore } from '../../src/store/index.js';
import { isoOf, type Instant } from '../../src/sla/index.js';
import { ticketCollection, type Outcome, type Ticket } from '../../src/tickets/index.js';
import { Chance } from '../crash/chance.js';
import { Died } from '../delivery/mortal.js';
import { Earliest } from './earliest.js';
import { Fleet } from './fleet.js';
import { mishapsOf, type Mishap } from './mishaps.js';
import { draftOf, newLife, personFor, type Person } from './people.js';
import type { YearProcess } from './process.js';
import { minuteMs, reportTimes, schoolYear, yearEnd, yearStart, type SchoolYear } from './school-year.js';
import { YearTeams } from './teams.js';
import type { Planned, TicketLife } from './ticket-life.js';
import { Wakes } from './wakes.js';
import { YearClock } from './year-clock.js';

export interface SimulationOptions {
  readonly tickets: number;
  readonly seed: number;
  /** A store of its own. */
  readonly store: DocumentStore;
  /** Aborted: it ends at the next moment, and what was until then can be judged. */
  readonly signal?: AbortSignal;
  /** Told once a simulated week. */
  readonly onProgress?: (line: string) => void;
}

interface Act {
  readonly life: TicketLife;
  readonly planned: Planned;
  /** The same for each repetition, so that it counts once. */
  readonly orderId: string;
  readonly person: Person | null;
}

const weekMs = 7 * 24 * 60 * minuteMs;

/** A school year of the help desk: people, two processes that come and go, and a clock that jumps from event to event. */
export class Simulation {
  readonly clock = new YearClock(yearStart);
  readonly year: SchoolYear;
  readonly teams: YearTeams;
  readonly fleet: Fleet;
  readonly complaints: string[] = [];
  readonly outcomes = { accepted: 0, replayed: 0, refused: 0, gone: 0, repeated: 0, abandoned: 0 };
  readonly mishaps = { crash: 0, stall: 0, outage: 0, update: 0 };
  /** Tickets that were computed anew because a release counts with rules of another version. */
  recomputed = 0;
  readonly #chance: Chance;
  readonly #acts = new Earliest<Act>();
  readonly #mishaps: Mishap[];
  readonly #wakes = new Wakes();
  readonly #times: readonly Instant[];
  #orders = 0;
  #reported = 0;

  constructor(private readonly options: SimulationOptions) {
    const { seed, tickets } = options;
    this.#chance = new Chance(seed);
    this.year = schoolYear(new Chance(seed + 1));
    this.#times = reportTimes(tickets, new Chance(seed + 2));
    this.#mishaps = [...mishapsOf(new Chance(seed + 3))];
    this.teams = new YearTeams(this.clock, new Chance(seed + 4));
    const fleetChance = new Chance(seed + 5);
    this.fleet = new Fleet(
      {
        ...this.year,
        store: this.#wakes.watching(options.store),
        clock: this.clock,
        teams: this.teams,
        onComplaint: (complaint) => this.complaints.push(`${isoOf(this.clock.now())} ${complaint}`),
        onRecomputed: (count) => {
          this.recomputed += count;
        },
        random: () => fleetChance.next(),
      },
      fleetChance,
    );
  }

  /** Lets the year pass. */
  async run(): Promise<void> {
    const { store, signal, onProgress } = this.options;
    const tickets = await store.collection(ticketCollection);
    await this.#linkChannels();
    await this.fleet.start(2);
    let progressAt = yearStart + weekMs;
    while (signal?.aborted !== true) {
      const lookAt = this.fleet.nextLookAt(this.#wakes.nextAt);
      const at = this.#nextAt(lookAt);
      if (at >= yearEnd) break;
      await this.clock.goTo(at);
      await this.#moment(at, lookAt, tickets);
      if (at < progressAt) continue;
      onProgress?.(this.#progress());
      progressAt += weekMs;
      // Timers, signals and whatever else waits for the machine get their turn.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  #nextAt(lookAt: Instant): Instant {
    return Math.min(
      this.#times[this.#reported] ?? Infinity,
      this.#acts.at,
      this.#mishaps[0]?.at ?? Infinity,
      this.fleet.nextStartAt,
      this.fleet.nextAwakeningAt,
      this.clock.nextTimerAt,
      lookAt,
    );
  }

  async #moment(at: Instant, lookAt: Instant, tickets: Collection<Ticket>): Promise<void> {
    this.fleet.notice();
    if (this.fleet.nextStartAt <= at) await this.fleet.start();
    const [mishap] = this.#mishaps;
    if (mishap && mishap.at <= at) {
      this.#mishaps.shift();
      this.mishaps[mishap.kind] += 1;
      this.fleet.befall(mishap);
    }
    while ((this.#times[this.#reported] ?? Infinity) <= at) this.#report();
    while (this.#acts.at <= at) {
      const act = this.#acts.take();
      if (act) void this.#perform(act, tickets);
    }
    if (lookAt <= at) this.fleet.look();
    await this.clock.settle();
    // It may have died of what it was doing.
    this.fleet.notice();
  }

  #report(): void {
    this.#reported += 1;
    const life = newLife(this.#reported, this.year.directory, this.year.rules, this.#chance);
    const isAbandoned = this.#chance.is(0.01);
    if (isAbandoned) this.outcomes.abandoned += 1;
    const conversation = { serviceUrl: serviceUrl, conversationId: `chat-${life.teacherId}` };
    const card = { conversation, activityId: `draft-${life.number}` };
    const request = isAbandoned ? null : ({ verb: 'submit', report: life.report, card } as const);
    this.#acts.add(this.clock.now(), this.#act(life, { at: this.clock.now(), by: 'teacher', request }));
  }

  #act(life: TicketLife, planned: Planned): Act {
    this.#orders += 1;
    return { life, planned, orderId: `${life.id}-${this.#orders}`, person: null };
  }

  /** What somebody wants to do is done where there is a process to do it, now or as soon as there is one. */
  async #perform(act: Act, tickets: Collection<Ticket>): Promise<void> {
    const process = this.fleet.awake;
    if (!process) {
      this.#repeat(act, this.#chance.between(1, 40) * minuteMs);
      return;
    }
    let person = act.person;
    try {
      let ticket = (await find(tickets, act.life.id))?.document;
      if (!ticket) {
        ticket = draftOf(act.life, this.clock.now());
        await process.createDraft(ticket).catch(unlessThere);
      }
      person ??= personFor(act.planned.by, ticket, this.year.directory, this.clock.now(), this.#chance);
      this.#goOn(act.life, await this.#order(process, act, person, ticket));
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      // Its answer never came, so that the person tries again with the same button.
      this.outcomes.repeated += 1;
      this.#repeat({ ...act, person }, this.#chance.between(3_000, 60_000));
    }
  }

  async #order(process: YearProcess, act: Act, person: Person, ticket: Ticket): Promise<Ticket | null> {
    const { request } = act.planned;
    if (!request) return ticket;
    const order = { id: act.orderId, actor: { kind: 'person', ...person }, command: request } as const;
    const others = request.verb === 'claim' && this.#chance.is(0.1) ? this.#rival(act, ticket) : null;
    const outcome = await process.order(act.life.id, order);
    await others;
    this.outcomes[outcome.kind] += 1;
    return ticketAfter(outcome);
  }

  /** Somebody else who presses the same button in the same moment. */
  async #rival({ life, orderId }: Act, ticket: Ticket): Promise<void> {
    const person = personFor('dispatcher', ticket, this.year.directory, this.clock.now(), this.#chance);
    const order = {
      id: `${orderId}-rival`,
      actor: { kind: 'person', ...person },
      command: { verb: 'claim' },
    } as const;
    const outcome = await this.fleet.awake?.order(life.id, order).catch(() => null);
    if (outcome) this.outcomes[outcome.kind] += 1;
  }

  #goOn(life: TicketLife, ticket: Ticket | null): void {
    const next = ticket && life.next(ticket, this.clock.now());
    if (next) this.#acts.add(Math.max(next.at, this.clock.now() + 1), this.#act(life, next));
  }

  #repeat(act: Act, afterMs: number): void {
    this.#acts.add(this.clock.now() + Math.round(afterMs), act);
  }

  async #linkChannels(): Promise<void> {
    const book = await ConversationBook.open(this.options.store, this.clock);
    const { campuses, administrators } = this.year.directory;
    const by = administrators[0]?.id ?? '';
    const parties = [
      ...campuses.map(({ id }) => ({ party: 'campus' as const, campusId: id })),
      { party: 'helpdesk' as const, campusId: null },
    ];
    for (const target of parties.map(channelTarget)) {
      const channel: Conversation = {
        ...channelFacts,
        conversationId: `channel-${target}`,
        channelName: target,
      };
      await book.remember(channel, this.clock.now());
      await book.link(target, channel, by, this.clock.now());
    }
  }

  #progress(): string {
    const { posted, edited } = this.teams.counts;
    const day = isoOf(this.clock.now()).slice(0, 10);
    return `${day}: ${this.#reported} reported, ${posted} messages and ${edited} edits, ${this.fleet.all.size} processes so far`;
  }
}

const serviceUrl = 'https://teams.example/';
const channelFacts = {
  serviceUrl,
  kind: 'channel',
  personId: null,
  tenantId: null,
  teamId: null,
  botId: 'bot',
  botName: 'Campusdesk',
} as const;

function ticketAfter(outcome: Outcome): Ticket | null {
  return outcome.kind === 'gone' ? null : outcome.ticket;
}

function unlessThere(error: unknown): void {
  if (!(error instanceof AlreadyExists)) throw error;
}
