import { TicketOrders } from '../../src/delivery/ticket-orders.js';
import type { Collection, DocumentStore } from '../../src/store/index.js';
import {
  dropIntention,
  newDraft,
  ticketCollection,
  TicketDesk,
  type OrderIntention,
  type Outcome,
  type Report,
  type Ticket,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { directory, leaseMs, people, report, rules } from './city.js';
import { FakeClock } from './fake-clock.js';

interface Pending {
  readonly giver: string;
  readonly order: OrderIntention;
}

/** Several tickets that have orders for one another, which are given when a test says so, by whichever process. */
export class Town {
  readonly clock = new FakeClock('2026-03-03T09:00:00.000Z');
  readonly ids: string[] = [];
  #orders = 0;

  private constructor(
    private readonly store: DocumentStore,
    readonly tickets: Collection<Ticket>,
  ) {}

  static async on(store: DocumentStore): Promise<Town> {
    return new Town(store, await store.collection(ticketCollection));
  }

  /** Reported by a person of its own, a minute after the one before. */
  async submit(id: string, changes: Partial<Report> = {}): Promise<void> {
    this.clock.skip(60_000);
    const requester = { id: `teacher-${id}`, name: `Teacher ${id}`, language: 'en' } as const;
    const begun = { id, requester, report: { ...report, ...changes }, follows: null };
    await this.tickets.create(newDraft(begun, this.clock.now()));
    await this.does(id, requester.id, { verb: 'submit', report: begun.report, card: null });
    this.ids.push(id);
  }

  async does(id: string, personId: string, command: TicketRequest): Promise<Outcome> {
    this.#orders += 1;
    this.clock.skip(1_000);
    const actor = { kind: 'person', personId, name: personId } as const;
    return deskOn(this.tickets).execute(id, { id: `o${this.#orders}`, actor, command }, this.clock.now());
  }

  async merge(id: string, into: string, by: keyof typeof people = 'dispatcher'): Promise<Outcome> {
    return this.does(id, people[by], { verb: 'merge', into });
  }

  async ticket(id: string): Promise<Ticket> {
    return (await this.tickets.get(id)).document;
  }

  /** What tickets still want of one another. */
  async pending(): Promise<readonly Pending[]> {
    const all = await Promise.all(this.ids.map((id) => this.ticket(id)));
    return all.flatMap((ticket) =>
      ticket.outbox.flatMap((order) => (order.kind === 'order' ? [{ giver: ticket.id, order }] : [])),
    );
  }

  /**
   * One process gives an order and writes down that it did.
   * @param seen the data as that process sees it, if it may die or be slow
   */
  async give({ giver, order }: Pending, seen: DocumentStore = this.store): Promise<void> {
    const tickets = await seen.collection(ticketCollection);
    const orders = new TicketOrders({ tickets, desk: () => deskOn(tickets), clock: this.clock });
    const { document } = await tickets.get(giver);
    if (!document.outbox.some(({ key }) => key === order.key)) return;
    await orders.give(document, order);
    await this.#drop(giver, order, tickets);
  }

  /** Gives all orders, and those that come of them, until there are none. */
  async settle(): Promise<void> {
    for (let round = 0; round < 50; round += 1) {
      const [first] = await this.pending();
      if (!first) return;
      await this.give(first);
    }
    throw new Error('orders never come to an end');
  }

  async #drop(giver: string, { key }: OrderIntention, tickets: Collection<Ticket>): Promise<void> {
    for (;;) {
      const { document, version } = await tickets.get(giver);
      try {
        await tickets.replace(dropIntention(document, key, rules, this.clock.now()), version);
        return;
      } catch (error) {
        if (!(error instanceof Error && error.name === 'VersionMismatch')) throw error;
      }
    }
  }
}

function deskOn(tickets: Collection<Ticket>): TicketDesk {
  return new TicketDesk({
    tickets,
    directory: () => directory,
    rules,
    lease: { owner: 'one', milliseconds: leaseMs },
    onWritten: () => undefined,
  });
}
