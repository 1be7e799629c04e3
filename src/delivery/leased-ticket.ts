import type { Clock } from '../clock.js';
import type { Instant } from '../sla/index.js';
import { VersionMismatch, type Collection, type Versioned } from '../store/index.js';
import {
  holdsLongEnough,
  isLeasedByOther,
  releaseLease,
  takeLease,
  type LeaseTerms,
  type Rules,
  type Ticket,
} from '../tickets/index.js';
import { throughThrottling } from './throttled.js';

/** Something that happened, as a change which can be made again on a newer version of the ticket. */
export type Fact = (ticket: Ticket, rules: Rules, now: Instant) => Ticket;

/** Another process is sending for this ticket now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface LeaseParts {
  readonly tickets: Collection<Ticket>;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

/** A reading younger than this is as good as a new one: any other process may write right after either. */
const freshForMs = 250;

/** A ticket for which this process sends: read afresh before each message, written after each, one write at a time. */
export class LeasedTicket {
  #current: Versioned<Ticket>;
  /** By the monotonic clock: set back, the other one would keep a reading fresh for as long. */
  #readAt: number;
  #outdated = false;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    read: Versioned<Ticket>,
    private readonly parts: LeaseParts,
  ) {
    this.#current = read;
    this.#readAt = parts.clock.monotonic();
  }

  /** The ticket as it was last read or written. */
  get ticket(): Ticket {
    return this.#current.document;
  }

  /** Whether a newer version was announced that was not read yet. */
  get isOutdated(): boolean {
    return this.#outdated;
  }

  /** Somebody wrote a newer version. */
  markOutdated(): void {
    this.#outdated = true;
  }

  /**
   * The ticket as it is now, with a lease that lasts long enough for one message.
   * @throws LeaseLost, NotFound where the ticket was removed
   */
  async fresh(): Promise<Ticket> {
    return this.#oneAtATime(async () => {
      const { clock, lease, rules } = this.parts;
      if (this.#outdated || clock.monotonic() - this.#readAt > freshForMs) await this.#read();
      for (;;) {
        const now = clock.now();
        if (isLeasedByOther(this.ticket, lease, now)) throw new LeaseLost(this.ticket.id);
        if (this.ticket.outbox.length === 0 || holdsLongEnough(this.ticket, lease, now)) return this.ticket;
        await this.#tryWrite(takeLease(this.ticket, lease, rules, now));
      }
    });
  }

  /** Writes facts down, again on a newer version where somebody was faster. Nothing is decided again. */
  async record(facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    await this.#oneAtATime(async () => {
      const { rules, clock } = this.parts;
      for (;;) {
        const ticket = facts.reduce((each, fact) => fact(each, rules, clock.now()), this.ticket);
        if (ticket === this.ticket || (await this.#tryWrite(ticket))) return;
      }
    });
  }

  /** Gives the lease back, so that another process can go on at once. */
  async release(): Promise<void> {
    await this.record([(ticket, rules, now) => releaseLease(ticket, this.parts.lease.owner, rules, now)]);
  }

  /** False where somebody was faster; then the newer version was read. */
  async #tryWrite(ticket: Ticket): Promise<boolean> {
    const { tickets, clock } = this.parts;
    try {
      this.#keep(await throughThrottling(clock, async () => tickets.replace(ticket, this.#current.version)));
      return true;
    } catch (error) {
      if (!(error instanceof VersionMismatch)) throw error;
      await this.#read();
      return false;
    }
  }

  async #read(): Promise<void> {
    this.#outdated = false;
    this.#keep(await this.parts.tickets.get(this.ticket.id));
  }

  #keep(read: Versioned<Ticket>): void {
    this.#current = read;
    this.#readAt = this.parts.clock.monotonic();
  }

  async #oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#writing.then(work);
    this.#writing = mine.catch(() => undefined);
    return mine;
  }
}
