import { instantOf, type Instant } from '../sla/index.js';
import type { PrioritySet, Ticket } from './ticket.js';
import type { CommentView } from './ticket-facts.js';
import type { Closing, TicketState, WaitingReason } from './vocabulary.js';

/** How a ticket belongs together with others, by their ids; for the staff. */
export interface TogetherView {
  /** The one that was asked to go on for both and has not answered yet. */
  readonly mergingInto: string | null;
  /** The one that goes on for this duplicate. */
  readonly goesOnIn: string | null;
  /** Duplicates for which this one goes on. */
  readonly goesOnFor: readonly string[];
  /** Others that somebody put in relation to it, what was split off among them. */
  readonly linked: readonly string[];
  readonly splitFrom: string | null;
  readonly prioritySet: PrioritySet | null;
}

export function togetherView(ticket: Ticket): TogetherView {
  const { merging, followed, absorbed, links, splitFrom, prioritySet } = ticket;
  return {
    mergingInto: merging?.into ?? null,
    goesOnIn: followed?.id ?? null,
    goesOnFor: absorbed.map(({ id }) => id),
    linked: links.filter((id) => id !== splitFrom),
    splitFrom,
    prioritySet,
  };
}

/** How far the ticket is that goes on for a duplicate, for whoever reported that: without its id and its people. */
export interface OtherView {
  readonly state: TicketState;
  readonly closedAs: Closing | null;
  readonly waitingFor: WaitingReason | null;
  readonly waitingUntil: Instant | null;
}

/** Null for a ticket that is no duplicate. */
export function otherView({ followed }: Ticket): OtherView | null {
  if (!followed) return null;
  const { state, closedAs, waitingFor, waitingUntil } = followed;
  return {
    state,
    closedAs,
    waitingFor,
    waitingUntil: waitingUntil === null ? null : instantOf(waitingUntil),
  };
}

/** What the requester of a duplicate said; null for any other entry. */
export function saidByDuplicate({ at, command }: Ticket['history'][number]): CommentView | null {
  if (command.verb !== 'comment-of-duplicate') return null;
  return { by: command.name, fromRequester: true, text: command.text, at: instantOf(at) };
}
