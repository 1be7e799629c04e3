import type { Directory } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import { NotFound, TooLarge, VersionMismatch, type Collection, type Versioned } from '../store/index.js';
import type { CommandEnvelope, TicketCommand, Verb } from './commands.js';
import { decide, isReplay } from './decide.js';
import type { Decision, Refusal } from './decision.js';
import { newDraft, type DraftBeginning } from './draft.js';
import { isTooFull } from './fullness.js';
import { isLeasedByOther, takeLease, type LeaseTerms } from './lease.js';
import { actingRole, mayRead, rolesOf } from './people.js';
import { toCommand, withDirectory, type TicketRequest } from './requests.js';
import { reroutingOf } from './rerouting.js';
import type { Rules } from './rules.js';
import type { Ticket } from './ticket.js';

/** A command on its way to a ticket: from a person, who only says what is wanted, or from the clock. */
export type Order = PersonOrder | SystemOrder;

export interface PersonOrder {
  readonly id: string;
  readonly actor: Caller;
  readonly command: TicketRequest;
}

export interface SystemOrder {
  readonly id: string;
  readonly actor: { readonly kind: 'system' };
  readonly command: TicketCommand;
}

/** Who is calling, as the Teams edge made sure. */
export interface Caller {
  readonly kind: 'person';
  readonly personId: string;
  readonly name: string;
}

/** What became of an order; a refusal comes with the ticket as it is, for whoever may see it. */
export type Outcome =
  | { readonly kind: 'accepted' | 'replayed'; readonly ticket: Ticket }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly ticket: Ticket | null };

export interface TicketDeskParts {
  readonly tickets: Collection<Ticket>;
  readonly directory: () => Directory;
  readonly rules: Rules;
  readonly lease: LeaseTerms;
  /** Hears of each write with something to send, for which this process holds the lease. */
  readonly onWritten: (written: Versioned<Ticket>) => void;
  /**
   * Hears of each draft that is gone, so that what lies outside of its document can go, too. Only afterwards: where a submit
   * was faster, the ticket still needs it. What a crash in between leaves behind is for whoever sweeps.
   */
  readonly onGone?: (ticket: Ticket) => Promise<void>;
  /** Counts what became of each order. */
  readonly onDecided?: (verb: Verb, outcome: Outcome['kind']) => void;
}

const attempts = 25;

const full: Refusal = { code: 'ticket-full' };

/**
 * The one road on which tickets change: read, decide, one conditional write; on a version conflict all of it again.
 * Every refusal rests on a fresh read.
 */
export class TicketDesk {
  constructor(private readonly parts: TicketDeskParts) {}

  /** @throws StoreError where the store fails, VersionMismatch after many conflicts in a row */
  async execute(ticketId: string, order: Order, now: Instant): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const outcome = await this.attempt(ticketId, order, now);
        this.parts.onDecided?.(order.command.verb, outcome.kind);
        return outcome;
      } catch (error) {
        if (error instanceof NotFound)
          return { kind: 'refused', refusal: { code: 'not-found' }, ticket: null };
        if (!(error instanceof VersionMismatch) || attempt >= attempts) throw error;
      }
    }
  }

  /**
   * Makes a ticket that is sent at once, in one write, so that nobody ever sees a draft of it: for whoever writes a report
   * down for somebody else. The order submits it.
   * @throws AlreadyExists where there is a document of this id, StoreError
   */
  async open(beginning: DraftBeginning, order: PersonOrder, now: Instant): Promise<Outcome> {
    const draft = newDraft(beginning, now);
    const decision = this.decide(draft, order, now);
    const outcome =
      decision.kind === 'accepted' ? await this.create(decision.ticket, now) : { ...decision, ticket: draft };
    this.parts.onDecided?.(order.command.verb, outcome.kind);
    return outcome;
  }

  private async attempt(ticketId: string, order: Order, now: Instant): Promise<Outcome> {
    const { document: ticket, version } = await this.parts.tickets.get(ticketId);
    // Before rights and directory are asked: what was accepted once may have ended the right to ask for it again.
    if (isReplay(ticket, order.id)) return { kind: 'replayed', ticket };
    const decision = this.decide(ticket, order, now);
    switch (decision.kind) {
      case 'replayed':
        return decision;
      case 'refused':
        return { ...decision, ticket: decision.refusal.code === 'not-found' ? null : ticket };
      case 'gone':
        await this.parts.tickets.remove(ticketId, version);
        await this.parts.onGone?.(ticket);
        return decision;
      case 'accepted':
        if (saysSomething(order) && isTooFull(decision.ticket, order.command.verb)) {
          return { kind: 'refused', refusal: full, ticket };
        }
        return await this.write(
          this.withStandIn(decision.ticket, order, now),
          { document: ticket, version },
          now,
        );
    }
  }

  private decide(ticket: Ticket, order: Order, now: Instant): Decision {
    const envelope = this.envelope(ticket, order, now);
    if ('code' in envelope) return { kind: 'refused', refusal: envelope };
    return decide(ticket, envelope, this.parts.rules, now);
  }

  /**
   * An offer to another party goes before the one to whoever stands in for an absent assignee: once it is declined, that one
   * is made in the same write. The job on open tickets has passed by for this day.
   */
  private withStandIn(decided: Ticket, { id, command }: Order, now: Instant): Ticket {
    const next = command.verb === 'decline' ? reroutingOf(decided, this.parts.directory(), now) : null;
    if (next?.does !== 'offer') return decided;
    const envelope = { id: `${id}:stand-in`, actor: { kind: 'system' }, command: next } as const;
    const decision = decide(decided, envelope, this.parts.rules, now);
    return decision.kind === 'accepted' ? decision.ticket : decided;
  }

  private async create(decided: Ticket, now: Instant): Promise<Outcome> {
    const { lease, rules, tickets, onWritten } = this.parts;
    const ticket = takeLease(decided, lease, rules, now);
    onWritten(await tickets.create(ticket));
    return { kind: 'accepted', ticket };
  }

  private async write(decided: Ticket, before: Versioned<Ticket>, now: Instant): Promise<Outcome> {
    const { lease, rules, tickets, onWritten } = this.parts;
    const sends = decided.outbox.length > 0 && !isLeasedByOther(decided, lease, now);
    const ticket = sends ? takeLease(decided, lease, rules, now) : decided;
    try {
      const written = await tickets.replace(ticket, before.version);
      if (sends) onWritten(written);
      return { kind: 'accepted', ticket };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return { kind: 'refused', refusal: full, ticket: before.document };
    }
  }

  private envelope(ticket: Ticket, order: Order, now: Instant): CommandEnvelope | Refusal {
    const { rules } = this.parts;
    const directory = this.parts.directory();
    if (isSystemOrder(order))
      return { ...order, command: withDirectory(order.command, ticket, { directory, now }) };
    const { id, actor, command: request } = order;
    const roles = rolesOf(actor.personId, ticket, request.verb, directory, now);
    const role = actingRole(roles, request.verb, ticket);
    if (role === undefined) return refusedTo(actor.personId, ticket, request.verb, directory, now);
    const name = directory.person(actor.personId)?.name ?? actor.name;
    const person = { id: actor.personId, name };
    const command = toCommand(request, ticket, person, { directory, rules, now });
    return 'code' in command ? command : { id, actor: { kind: 'person', ...person, role }, command };
  }
}

/** Only who may see the ticket, and the staff, hear that there is one; a draft is nobody else's business at all. */
function refusedTo(
  personId: string,
  ticket: Ticket,
  verb: Verb,
  directory: Directory,
  now: Instant,
): Refusal {
  const mayKnow = ticket.state !== 'draft' && directory.isStaff(personId);
  const isHidden = !mayKnow && mayRead(personId, ticket, directory, now) === null;
  return isHidden ? { code: 'not-found' } : { code: 'not-allowed', verb };
}

/** Whether an order brings words of people: also the system's that passes on what was said at another ticket. */
function saysSomething({ actor, command }: Order): boolean {
  return actor.kind === 'person' || command.verb === 'comment-of-duplicate';
}

function isSystemOrder(order: Order): order is SystemOrder {
  return order.actor.kind === 'system';
}
