import type { Clock } from '../clock.js';
import { AlreadyExists, type Collection } from '../store/index.js';
import { answerTo, newDraft, type OrderIntention, type Ticket, type TicketDesk } from '../tickets/index.js';

export interface TicketOrderParts {
  readonly tickets: Pick<Collection<Ticket>, 'create'>;
  readonly desk: () => Pick<TicketDesk, 'execute'>;
  readonly clock: Clock;
}

/**
 * Gives the commands that one ticket has for another, each under an id by which the other one knows it again. What the
 * other one answers comes back as a command. All of it may be done again after a crash in between.
 */
export class TicketOrders {
  constructor(private readonly parts: TicketOrderParts) {}

  /** @throws StoreError; the order is then given again later */
  async give(ticket: Ticket, order: OrderIntention): Promise<void> {
    const { desk, clock } = this.parts;
    const actor = { kind: 'system' } as const;
    await this.#begin(order);
    const { key: id, target, command } = order;
    const outcome = await desk().execute(target, { id, actor, command }, clock.now());
    const answer = answerTo(order, outcome);
    if (answer) await desk().execute(ticket.id, { id: `${id}:answer`, actor, command: answer }, clock.now());
  }

  /** The ticket that is to be made may have been made before a crash. */
  async #begin({ beginning }: OrderIntention): Promise<void> {
    if (!beginning) return;
    try {
      await this.parts.tickets.create(newDraft(beginning, this.parts.clock.now()));
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
}
