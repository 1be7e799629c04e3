import type { Clock } from '../clock.js';
import type { Ticket } from '../tickets/index.js';

/** How long what failed for good is left alone, unless a channel is linked before. */
const parkedForMs = 15 * 60_000;

/**
 * Intentions that no conversation takes as things are: tried again now and then, after the next change of the ticket
 * (which may belong elsewhere then), and when a channel is linked.
 */
export class Parking {
  readonly #parked = new Map<string, { readonly revision: number; readonly until: number }>();

  constructor(private readonly clock: Clock) {}

  park(ticket: Ticket, key: string): void {
    const now = this.clock.monotonic();
    for (const [name, { until }] of this.#parked) if (until <= now) this.#parked.delete(name);
    this.#parked.set(nameOf(ticket, key), { revision: ticket.revision, until: now + parkedForMs });
  }

  holds(ticket: Ticket, key: string): boolean {
    const parked = this.#parked.get(nameOf(ticket, key));
    return parked?.revision === ticket.revision && parked.until > this.clock.monotonic();
  }

  /** Everything may be tried again. */
  clear(): void {
    this.#parked.clear();
  }
}

function nameOf({ id }: Ticket, key: string): string {
  return `${id} ${key}`;
}
