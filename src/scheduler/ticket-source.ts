import type { Clock } from '../clock.js';
import { find, findAll, isOvertaken, type Collection, type Page, type Versioned } from '../store/index.js';
import {
  dueCommand,
  isLeasedByOther,
  lacksSender,
  takeLease,
  withWake,
  type LeaseTerms,
  type Rules,
  type Ticket,
  type TicketDesk,
} from '../tickets/index.js';
import type { DueSource } from './scheduler.js';

export interface TicketSourceParts {
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  readonly delivery: { deliver(written: Versioned<Ticket>): void };
  readonly rules: Rules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

const astrayPageSize = 100;

/** The document is due and yet nothing can be done with it. */
export class NothingToDo extends Error {
  override readonly name = 'NothingToDo';
}

/**
 * Tickets that are due: the clock's command first, and what waits to be sent goes to delivery under a fresh lease.
 * A deadline does not wait until an undeliverable message is delivered.
 */
export class TicketSource implements DueSource<Ticket> {
  readonly name = 'tickets';

  constructor(private readonly parts: TicketSourceParts) {}

  async due(now: string, limit: number, continuation?: string): Promise<Page<Ticket>> {
    return this.parts.tickets.due(now, limit, continuation);
  }

  /** Tickets with something to send for which nobody holds a lease, or one that is not believed. */
  async *astray(from: string, before: string): AsyncGenerator<Versioned<Ticket>, void, undefined> {
    const { tickets, lease, clock } = this.parts;
    const where = [{ field: 'wakeAt', from, before }];
    const orderBy = { field: 'wakeAt', direction: 'asc' } as const;
    for await (const found of findAll(tickets, { where, orderBy, pageSize: astrayPageSize })) {
      if (lacksSender(found.document, lease, clock.now())) yield found;
    }
  }

  /** @throws NothingToDo, StoreError. That another instance was faster is no error. */
  async handle(due: Versioned<Ticket>): Promise<void> {
    try {
      if (await this.#command(due.document)) return;
      if (due.document.outbox.length > 0) await this.#send(due);
      else await this.#correctWake(due);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }

  /** Gives the clock's command, if there is one; true where the ticket was changed by it. */
  async #command(ticket: Ticket): Promise<boolean> {
    const { desk, rules, clock } = this.parts;
    const now = clock.now();
    const due = dueCommand(ticket, rules, now);
    if (!due) return false;
    const outcome = await desk.execute(ticket.id, { ...due, actor: { kind: 'system' } }, now);
    return outcome.kind === 'accepted' || outcome.kind === 'gone';
  }

  async #send({ document: ticket, version }: Versioned<Ticket>): Promise<void> {
    const { tickets, delivery, rules, clock, lease } = this.parts;
    const now = clock.now();
    if (isLeasedByOther(ticket, lease, now)) return;
    delivery.deliver(await tickets.replace(takeLease(ticket, lease, rules, now), version));
  }

  /** It was woken too early: the deadline moved, or the command was given already. */
  async #correctWake({ document: ticket, version }: Versioned<Ticket>): Promise<void> {
    const corrected = withWake(ticket, this.parts.rules, this.parts.clock.now());
    if (corrected.wakeAt === ticket.wakeAt) {
      // Another instance may have given the command, or somebody changed the ticket, since it was read.
      const current = await find(this.parts.tickets, ticket.id);
      if (current?.version !== version) return;
      throw new NothingToDo(`ticket ${ticket.id} is due without a cause`);
    }
    await this.parts.tickets.replace(corrected, version);
  }
}
