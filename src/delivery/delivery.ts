import { setMaxListeners } from 'node:events';
import type { Board, BoardRules, Unattended } from '../board/index.js';
import type { Directory } from '../campus/index.js';
import type { Incident } from '../incidents/index.js';
import type { Log } from '../logging.js';
import { NotFound, type Collection, type Versioned } from '../store/index.js';
import type { Ticket, TicketDesk } from '../tickets/index.js';
import type { Worklist } from '../worklists/index.js';
import { BoardDelivery } from './board-delivery.js';
import type { BannerRenderer } from './board-banner.js';
import type { BoardRenderer } from './board-renderer.js';
import { Calls } from './calls.js';
import type { ConversationBook } from './conversation-book.js';
import type { ChannelTarget } from './conversation-records.js';
import { LeasedTicket, LeaseLost, type LeaseParts } from './leased-ticket.js';
import { IncidentDelivery, type IncidentDeliveryParts } from './incident-delivery.js';
import { ConversationLimits } from './limits.js';
import { noMetrics, type DeliveryMetrics } from './metrics.js';
import { Parking } from './parking.js';
import type { Renderer } from './renderer.js';
import { rerouteTickets } from './rerouting.js';
import { Routing } from './routing.js';
import type { Sender } from './sender.js';
import { Shows } from './shows.js';
import { TicketOrders } from './ticket-orders.js';
import { Transport } from './transport.js';
import { UndeliveredList, type Undelivered } from './undelivered.js';
import { Worker, type TicketChecks } from './worker.js';
import { WorklistDelivery, type WorklistDeliveryParts } from './worklist-delivery.js';
import { worklistRenderer } from './worklist-renderer.js';

const noChecks: TicketChecks = { look: async () => Promise.resolve() };

export interface DeliveryParts extends LeaseParts {
  readonly undelivered: Collection<Undelivered>;
  readonly boards: Collection<Board>;
  readonly boardRules: BoardRules;
  readonly boardRenderer: BoardRenderer;
  /** Tells channels that nobody is in force; without it nobody does. */
  readonly bannerRenderer?: BannerRenderer;
  readonly book: ConversationBook;
  readonly directory: () => Directory;
  readonly renderer: Renderer;
  readonly sender: Sender;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly metrics?: DeliveryMetrics;
  /** Looks at tickets beside their cards; nothing does unless told. */
  readonly checks?: TicketChecks;
  /** What gives the commands that a ticket has for another one. */
  readonly desk: () => Pick<TicketDesk, 'execute'>;
  /** What incidents need beside that; none are worked on unless told. */
  readonly incidents?: Pick<IncidentDeliveryParts, 'incidents' | 'desk' | 'renderer'>;
  /** What worklists need beside that; none are worked on unless told. */
  readonly worklists?: WorklistNeeds;
  readonly limits?: ConversationLimits;
}

/** What only worklists need. */
export type WorklistNeeds = Pick<
  WorklistDeliveryParts,
  'worklists' | 'worklistDesk' | 'maintenance' | 'nextVisits' | 'photoUrl' | 'languageOf'
>;

/**
 * Brings to people what the outboxes of tickets intend, through stored conversation references and outside of any turn.
 * At least once: an intention leaves the outbox only after its message was sent.
 *
 *     const delivery = new Delivery({ tickets, book, renderer, sender, … });
 *     const desk = new TicketDesk({ …, onWritten: (written) => { delivery.deliver(written); } });
 */
export class Delivery {
  readonly #workers = new Map<string, { readonly worker: Worker; readonly running: Promise<void> }>();
  readonly #stop = new AbortController();
  readonly #parking: Parking;
  readonly #routing: Routing;
  readonly #boards: BoardDelivery;
  readonly #incidents: IncidentDelivery | null;
  readonly #worklists: WorklistDelivery | null;
  readonly #newWorker: (leased: LeasedTicket) => Worker;

  constructor(private readonly parts: DeliveryParts) {
    const { clock, sender, random, renderer, log, metrics = noMetrics, checks = noChecks } = parts;
    const limits = parts.limits ?? new ConversationLimits(clock);
    const transport = new Transport({ sender, limits, clock, random, metrics });
    const undelivered = new UndeliveredList(parts.undelivered, log, metrics);
    const parking = new Parking(clock);
    const routing = new Routing(parts.book, parts.directory);
    const shows = new Shows({
      transport,
      routing,
      renderer,
      clock,
      languageIn: async (chat) => {
        const reader = (await parts.book.reference(chat))?.personId ?? null;
        return reader === null ? undefined : parts.worklists?.languageOf(reader);
      },
    });
    const calls = new Calls({ transport, routing, renderer, clock });
    const orders = new TicketOrders(parts);
    const { signal } = this.#stop;
    // Each message on its way waits with it; more than the ten of Node's warning for a leak.
    setMaxListeners(0, signal);
    const boards = new BoardDelivery({
      ...parts,
      channels: parts.book,
      routing,
      transport,
      renderer: parts.boardRenderer,
      signal,
      deliver: (written) => {
        this.deliver(written);
      },
    });
    this.#boards = boards;
    const shared = { ...parts, routing, transport, undelivered, signal };
    this.#incidents = parts.incidents ? new IncidentDelivery({ ...shared, ...parts.incidents }) : null;
    this.#worklists = parts.worklists
      ? new WorklistDelivery({
          ...shared,
          ...parts.worklists,
          conversations: parts.book,
          renderer: worklistRenderer,
        })
      : null;
    this.#parking = parking;
    this.#routing = routing;
    this.#newWorker = (leased) =>
      new Worker(leased, { ...parts, shows, calls, boards, checks, orders, parking, undelivered, signal });
  }

  /** Works off the outbox of a ticket for which this process holds the lease. Returns at once; never throws. */
  deliver(written: Versioned<Ticket>): void {
    const { id } = written.document;
    const busy = this.#workers.get(id);
    if (busy) {
      busy.worker.leased.markOutdated();
      return;
    }
    const worker = this.#newWorker(new LeasedTicket(written, this.parts));
    this.#workers.set(id, { worker, running: this.#work(worker, id) });
  }

  /** A campus has somebody in force, or nobody until a day; its channel is told with the next opening. @throws StoreError */
  async unattend(campusId: string, unattended: Unattended | null): Promise<void> {
    await this.#boards.unattend(campusId, unattended);
  }

  /** Says what is due in a channel whose board this process holds the lease of. Returns at once; never throws. */
  deliverBoard(written: Versioned<Board>): void {
    this.#boards.deliver(written);
  }

  /** Works on an incident for which this process holds the lease. Returns at once; never throws. */
  deliverIncident(written: Versioned<Incident>): void {
    this.#incidents?.deliver(written);
  }

  /** Works on a worklist for which this process holds the lease. Returns at once; never throws. */
  deliverWorklist(written: Versioned<Worklist>): void {
    this.#worklists?.deliver(written);
  }

  /**
   * Moves the cards of tickets that are not closed to the channels that are linked now. To be called after a channel was linked
   * (with its target), and once at start, since a process may have died in the middle of it. Sees to it that the linked
   * channels have their own documents, too.
   * @returns how many tickets were moved
   */
  async reroute(linked?: ChannelTarget): Promise<number> {
    this.#parking.clear();
    await this.#boards.open(linked);
    const deliver = (written: Versioned<Ticket>) => {
      this.deliver(written);
    };
    const moved = await rerouteTickets({ ...this.parts, routing: this.#routing, deliver }, linked);
    const ofIncidents = (await this.#incidents?.reroute(linked)) ?? 0;
    if (moved + ofIncidents > 0)
      this.parts.log.info({ moved, incidents: ofIncidents }, 'cards move to the channels linked now');
    return moved;
  }

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    while (this.#workers.size + this.#boards.busy + this.#busyIncidents() + this.#busyWorklists() > 0) {
      await Promise.all([...this.#workers.values()].map(({ running }) => running));
      await this.#boards.settled();
      await this.#incidents?.settled();
      await this.#worklists?.settled();
    }
  }

  /**
   * Finishes the messages that are on their way and gives the leases of all others back. A message that is on its way
   * for longer than `limitMs` is left to its lease, so that no other process sends it while it may yet arrive.
   */
  async stop(limitMs: number): Promise<void> {
    this.#stop.abort();
    const enough = new AbortController();
    const limit = this.parts.clock.wait(limitMs, enough.signal).catch(() => undefined);
    await Promise.race([this.settled(), limit]);
    enough.abort();
    const [tickets, boards] = [this.#workers.size, this.#boards.busy];
    const [incidents, worklists] = [this.#busyIncidents(), this.#busyWorklists()];
    if (tickets + boards + incidents + worklists > 0)
      this.parts.log.warn({ tickets, boards, incidents, worklists }, 'messages still on their way at stop');
  }

  #busyIncidents(): number {
    return this.#incidents?.busy ?? 0;
  }

  #busyWorklists(): number {
    return this.#worklists?.busy ?? 0;
  }

  async #work(worker: Worker, id: string): Promise<void> {
    // The caller puts the worker into the map before anything of it runs.
    await Promise.resolve();
    try {
      do await worker.run();
      while (worker.leased.isOutdated && !this.#stop.signal.aborted);
    } catch (error) {
      this.#report(error, id);
    }
    if (this.#stop.signal.aborted) await this.#giveBack(worker.leased);
    this.#workers.delete(id);
  }

  async #giveBack(leased: LeasedTicket): Promise<void> {
    try {
      await leased.release();
    } catch (error) {
      this.#report(error, leased.ticket.id);
    }
  }

  #report(error: unknown, ticketId: string): void {
    const isAborted = this.#stop.signal.aborted && error instanceof Error && error.name === 'AbortError';
    if (isAborted || error instanceof NotFound) return;
    if (error instanceof LeaseLost)
      this.parts.log.info({ ticketId }, 'another process delivers for this ticket');
    else
      this.parts.log.error(
        { ticketId },
        'delivery was interrupted; it goes on when the lease has run out',
        error,
      );
  }
}
