import type { Clock } from '../clock.js';
import { AlreadyExists, find, type Collection } from '../store/index.js';
import {
  answerTo,
  followedOf,
  newDraft,
  type OrderIntention,
  type Outcome,
  type Ticket,
  type TicketCommand,
  type TicketDesk,
} from '../tickets/index.js';

export interface TicketOrderParts {
  readonly tickets: Collection<Ticket>;
  readonly desk: () => Pick<TicketDesk, 'execute'>;
  readonly clock: Clock;
}

const system = { kind: 'system' } as const;

/**
 * Gives the commands that one ticket has for another, each under an id by which the other one knows it again. What the
 * other one answers comes back as a command. All of it may be done again after a crash in between.
 */
export class TicketOrders {
  constructor(private readonly parts: TicketOrderParts) {}

  /** @throws StoreError; the order is then given again later */
  async give(ticket: Ticket, order: OrderIntention): Promise<void> {
    if (isOvertaken(ticket, order)) return;
    const outcome = await this.#outcome(ticket, order);
    await this.#answer(ticket, order, outcome);
    if (order.command.verb === 'absorb') await this.#agree(ticket, order);
  }

  /** The other ticket could not be asked for too long: whoever waits for its answer waits no more. @throws StoreError */
  async giveUp(ticket: Ticket, order: OrderIntention): Promise<void> {
    await this.#answer(ticket, order, null);
  }

  async #outcome(ticket: Ticket, order: OrderIntention): Promise<Outcome> {
    if (await this.#begin(ticket, order)) return this.#execute(order.target, order.key, order.command);
    return { kind: 'refused', refusal: { code: 'not-found' }, ticket: null };
  }

  async #answer(ticket: Ticket, order: OrderIntention, outcome: Outcome | null): Promise<void> {
    const answer = answerTo(ticket, order, outcome);
    if (answer) await this.#execute(ticket.id, `${order.key}:answer:${answer.verb}`, answer);
  }

  async #execute(ticketId: string, id: string, command: TicketCommand): Promise<Outcome> {
    const { desk, clock } = this.parts;
    return desk().execute(ticketId, { id, actor: system, command }, clock.now());
  }

  /**
   * Both are read again after both were written. What the other one told before this one followed it reached nobody, and
   * is told now; where this one came to its end before the answer, the other one forgets it.
   */
  async #agree({ id }: Ticket, { key, target }: OrderIntention): Promise<void> {
    const { tickets } = this.parts;
    const duplicate = (await find(tickets, id))?.document;
    if (duplicate?.followed?.id === target) {
      const other = (await find(tickets, target))?.document;
      if (!other || other.revision <= duplicate.followed.revision) return;
      const followed = followedOf(other);
      await this.#execute(id, `${key}:news:${other.revision}`, { verb: 'news', followed });
    } else if (duplicate?.merging?.into !== target) {
      await this.#execute(target, `${key}:expel`, { verb: 'expel', ticketId: id });
    }
  }

  /** Whether there is a ticket to give the order to. The one that is to be made may have been made before a crash. */
  async #begin(ticket: Ticket, { target, beginning }: OrderIntention): Promise<boolean> {
    if (!beginning) return true;
    const { tickets, clock } = this.parts;
    try {
      await tickets.create(newDraft(beginning, clock.now()));
      return true;
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
      // An id is drawn at random: it may be another's.
      return (await find(tickets, target))?.document.splitFrom === ticket.id;
    }
  }
}

/**
 * An order that could not be given for a while stands behind those that came after it: what the ticket wants by now is the
 * opposite, and was asked for already.
 */
function isOvertaken({ links, followed }: Ticket, { command: { verb }, target }: OrderIntention): boolean {
  if (verb === 'link') return !links.includes(target);
  if (verb === 'unlink') return links.includes(target);
  return verb === 'expel' && followed?.id === target;
}
