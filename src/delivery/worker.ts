import {
  countAttempt,
  dropIntention,
  isOfferedWithin,
  restUntilOpening,
  stillMatters,
  tellTaken,
  waitForPhone,
  waitsForOpening,
  type CallIntention,
  type CheckIntention,
  type CheckSubject,
  type OrderIntention,
  type OutboxEntry,
  type Rules,
  type ShowIntention,
  type TellIntention,
  type Ticket,
} from '../tickets/index.js';
import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import type { Attempt } from './attempt.js';
import type { BoardDelivery } from './board-delivery.js';
import type { Calls } from './calls.js';
import { LeaseLost, type Fact, type LeasedTicket } from './leased-ticket.js';
import type { Parking } from './parking.js';
import type { Shows } from './shows.js';
import type { TicketOrders } from './ticket-orders.js';
import type { UndeliveredList, UndeliveredReason } from './undelivered.js';

export interface WorkerParts {
  readonly shows: Shows;
  readonly calls: Calls;
  readonly boards: Pick<BoardDelivery, 'tell'>;
  readonly parking: Parking;
  readonly checks: TicketChecks;
  readonly orders: Pick<TicketOrders, 'give' | 'giveUp'>;
  readonly undelivered: UndeliveredList;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * One step of the work: cards of several places at once, what the clock tells channels, or the calls for the same people
 * as one message.
 */
type Step =
  | { readonly kind: 'shows'; readonly entries: readonly ShowIntention[] }
  | { readonly kind: 'tells'; readonly entries: readonly TellIntention[] }
  | { readonly kind: 'calls'; readonly to: CallIntention['to']; readonly entries: readonly CallIntention[] }
  | { readonly kind: 'checks'; readonly entries: readonly CheckIntention[] }
  | { readonly kind: 'orders'; readonly entries: readonly OrderIntention[] };

/** What people get to see. */
type Message = Exclude<OutboxEntry, CheckIntention | OrderIntention>;

/** After so many rounds (one each time the lease has run out) what may pass is taken to be final: about an hour. */
const roundsBeforeGivingUp = 60;

/** What looks at a ticket beside it. It may be asked again about the same, after a crash in between. */
export interface TicketChecks {
  look(ticket: Ticket, what: CheckSubject): Promise<void>;
}

/** Works off the outbox of one ticket: cards first, since calls are answers below them. One for each ticket in a process. */
export class Worker {
  /** What failed in this round; the next one begins when the lease has run out. */
  readonly #setAside = new Set<string>();

  constructor(
    readonly leased: LeasedTicket,
    private readonly parts: WorkerParts,
  ) {}

  /**
   * Returns when nothing is left to do now, or when it shall stop.
   * @throws LeaseLost, NotFound, StoreError, AbortError
   */
  async run(): Promise<void> {
    while (!this.parts.signal.aborted) {
      const ticket = await this.leased.fresh();
      const pointless = ticket.outbox.filter((entry) => !isWanted(entry, ticket));
      await this.leased.record(pointless.map(dropped));
      const step = this.#nextStep(this.leased.ticket);
      if (!step) {
        await this.leased.record([restUntilOpening]);
        return;
      }
      await this.#do(step);
    }
  }

  #nextStep(ticket: Ticket): Step | undefined {
    const { parking, rules, clock } = this.parts;
    const now = clock.now();
    const entries = ticket.outbox.filter(
      (entry) =>
        !this.#setAside.has(entry.key) &&
        !parking.holds(ticket, entry.key) &&
        !waitsForOpening(entry, ticket, rules, now),
    );
    const shows = entries.filter((entry) => entry.kind === 'show');
    if (shows.length > 0) {
      return { kind: 'shows', entries: shows.filter((entry) => !waitsForNewCard(entry, shows, ticket)) };
    }
    const tells = entries.filter((entry) => entry.kind === 'tell');
    if (tells.length > 0) return { kind: 'tells', entries: tells };
    const calls = entries
      .filter((entry) => entry.kind === 'call')
      .filter((entry) => !waitsForCard(entry, ticket));
    const first = calls[0];
    if (first) return { kind: 'calls', to: first.to, entries: calls.filter(({ to }) => to === first.to) };
    const orders = entries.filter((entry) => entry.kind === 'order');
    if (orders.length > 0) return { kind: 'orders', entries: orders };
    const checks = entries.filter((entry) => entry.kind === 'check');
    return checks.length > 0 ? { kind: 'checks', entries: checks } : undefined;
  }

  async #do(step: Step): Promise<void> {
    const { shows, calls, boards, signal } = this.parts;
    if (step.kind === 'tells') {
      const told = await boards.tell(this.leased.ticket, step.entries);
      for (const entry of step.entries) if (!told.includes(entry)) this.#setAside.add(entry.key);
      await this.leased.record(told.map(taken));
      return;
    }
    if (step.kind === 'checks') {
      const { checks } = this.parts;
      await this.#beside(
        step.entries,
        async (entry, ticket) => checks.look(ticket, entry.what),
        nothingWaits,
      );
      return;
    }
    if (step.kind === 'orders') {
      const { orders } = this.parts;
      await this.#beside(
        step.entries,
        async (entry, ticket) => orders.give(ticket, entry),
        async (entry, ticket) => orders.giveUp(ticket, entry),
      );
      return;
    }
    if (step.kind === 'calls' && step.to === 'requester' && this.leased.ticket.requester.reach === 'phone') {
      await this.leased.record(step.entries.map(byPhone));
      return;
    }
    if (step.kind === 'calls') {
      const attempt = await calls.deliver(this.leased, step.to, step.entries, signal);
      await this.leased.record(await this.#settle(attempt, step.entries));
      return;
    }
    const attempts = await Promise.allSettled(
      step.entries.map((entry) => shows.deliver(this.leased, entry, signal)),
    );
    const facts: Fact[] = [];
    for (const [index, entry] of step.entries.entries()) {
      const attempt = attempts[index];
      if (attempt?.status === 'fulfilled') facts.push(...(await this.#settle(attempt.value, [entry])));
    }
    await this.leased.record(facts);
    const failed = attempts.find((attempt) => attempt.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Nobody waits for these, so that one that fails is tried again when the lease has run out. */
  async #beside<E extends CheckIntention | OrderIntention>(
    entries: readonly E[],
    doIt: (entry: E, ticket: Ticket) => Promise<void>,
    giveUp: (entry: E, ticket: Ticket) => Promise<void>,
  ): Promise<void> {
    for (const entry of entries) {
      const { ticket } = this.leased;
      try {
        await doIt(entry, ticket);
        await this.leased.record([dropped(entry)]);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        this.parts.log.warn(
          { ticketId: ticket.id, kind: entry.kind },
          'what a ticket gives to others could not be done',
          error,
        );
        this.#setAside.add(entry.key);
        const isGivenUp = entry.attempts + 1 >= roundsBeforeGivingUp;
        if (isGivenUp) await giveUp(entry, ticket);
        await this.leased.record([isGivenUp ? dropped(entry) : counted(entry)]);
      }
    }
  }

  async #settle(attempt: Attempt, entries: readonly Message[]): Promise<readonly Fact[]> {
    if (attempt.kind === 'done') {
      await this.#clearUndelivered(entries);
      return [attempt.fact];
    }
    if (attempt.kind === 'look-again') {
      const waiting = new Set(this.leased.ticket.outbox.map(({ key }) => key));
      await this.#clearUndelivered(entries.filter(({ key }) => !waiting.has(key)));
      return [];
    }
    const facts: Fact[] = [];
    for (const entry of entries) {
      const isGivenUp = attempt.kind === 'later' && entry.attempts + 1 >= roundsBeforeGivingUp;
      if (attempt.kind === 'undeliverable') facts.push(...(await this.#surface(entry, attempt.reason)));
      else if (isGivenUp) facts.push(...(await this.#surface(entry, 'gave-up')));
      else facts.push(counted(entry));
      this.#setAside.add(entry.key);
    }
    return facts;
  }

  /** Puts it on the list of what reached nobody. What is meant for a channel stays until one takes it. */
  async #surface(entry: Message, reason: UndeliveredReason): Promise<readonly Fact[]> {
    const { undelivered, parking, clock } = this.parts;
    const isFormerCard = entry.kind === 'show' && entry.place.startsWith('former-');
    if (isFormerCard || isCardOfStranger(entry, reason)) return [dropped(entry)];
    await undelivered.add(this.leased.ticket, entry, reason, clock.now());
    const isPersonal = (entry.kind === 'show' ? entry.place : entry.to) === 'requester';
    if (isPersonal) return [entry.kind === 'call' ? byPhone(entry) : dropped(entry)];
    parking.park(this.leased.ticket, entry.key);
    return entry.attempts === 0 ? [counted(entry)] : [];
  }

  /** Only what was tried before can be on the list. */
  async #clearUndelivered(entries: readonly Message[]): Promise<void> {
    for (const entry of entries) {
      if (entry.attempts > 0) await this.parts.undelivered.clear(this.leased.ticket, entry);
    }
  }
}

/** Whoever never wrote to the bot misses no card: it is shown once they do. What that person must hear, the staff tells. */
function isCardOfStranger(entry: Message, reason: UndeliveredReason): boolean {
  return entry.kind === 'show' && entry.place === 'requester' && reason === 'nowhere';
}

/** A card that the ticket left says where the new one stands, so that the new one comes first. */
function waitsForNewCard(
  { place }: ShowIntention,
  shows: readonly ShowIntention[],
  { places }: Ticket,
): boolean {
  const isComing =
    !places.some(({ name }) => name === 'channel') && shows.some((each) => each.place === 'channel');
  return isComing && place.startsWith('former-');
}

/** Calls below a card that is still to be posted come after it. */
function waitsForCard({ to }: CallIntention, ticket: Ticket): boolean {
  const hasCard = ticket.places.some(({ name }) => name === 'channel');
  const cardIsComing = ticket.outbox.some((entry) => entry.kind === 'show' && entry.place === 'channel');
  return to === 'channel' && !hasCard && cardIsComing;
}

/** Whether the intention has still something to do: a place without a card, and with nobody to show it to, has not. */
function isWanted(entry: OutboxEntry, ticket: Ticket): boolean {
  if (entry.kind !== 'show') return stillMatters(entry, ticket);
  if (ticket.places.some(({ name }) => name === entry.place)) return true;
  if (entry.place === 'offer') return ticket.offer !== null && !isOfferedWithin(ticket);
  if (entry.place === 'channel') return ticket.handledBy !== null;
  return entry.place === 'requester' && ticket.requester.reach !== 'phone';
}

/** Whatever looks at a ticket owes it no answer. */
async function nothingWaits(): Promise<void> {
  return Promise.resolve();
}

function dropped({ key }: OutboxEntry): Fact {
  return (ticket, rules, now) => dropIntention(ticket, key, rules, now);
}

/** The bot does not reach the requester; the staff calls. */
function byPhone(call: CallIntention): Fact {
  return (ticket, rules, now) => waitForPhone(ticket, call, rules, now);
}

/** It is the channel's own document's business now. */
function taken({ key }: TellIntention): Fact {
  return (ticket, rules, now) => tellTaken(ticket, key, rules, now);
}

function counted({ key }: OutboxEntry): Fact {
  return (ticket, rules, now) => countAttempt(ticket, key, rules, now);
}
