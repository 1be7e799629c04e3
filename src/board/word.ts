import type { Ticket } from '../tickets/index.js';
import type { Board, BoardItem } from './board.js';
import { byNextPromise } from './digest.js';
import { reminders, type Reminded } from './reminders.js';
import { isWorthTelling, type WeeklySummary } from './weekly-summary.js';

/** What a board is decided with: everything as it is now. */
export interface BoardFacts {
  /** The tickets that the items are about; those that are gone are missing. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** The party's open tickets, where the digest is due. */
  readonly open: readonly Ticket[] | null;
  readonly summary: WeeklySummary | null;
}

/** What a board says in one message. */
export interface BoardMessage {
  readonly target: Board['target'];
  readonly reminders: readonly Reminded[];
  /** All open tickets of the party, by deadline as the reminders are, where the digest is due and there are any. */
  readonly open: readonly Ticket[] | null;
  readonly summary: WeeklySummary | null;
}

/** What is to be done with what is due. */
export type BoardWord =
  | { readonly kind: 'nothing' }
  /** All of it is about one ticket, so that it belongs under that ticket's card. */
  | { readonly kind: 'hand-back'; readonly ticketId: string; readonly items: readonly BoardItem[] }
  | { readonly kind: 'message'; readonly message: BoardMessage };

/** Decides what the board says of its items, together with digest and summary where these are due. */
export function wordOf(board: Board, facts: BoardFacts): BoardWord {
  const told = byNextPromise(reminders(board.items, facts.tickets), ({ ticket }) => ticket);
  const open = facts.open && facts.open.length > 0 ? byNextPromise(facts.open, (ticket) => ticket) : null;
  const summary = facts.summary && isWorthTelling(facts.summary) ? facts.summary : null;
  const [first, second] = told;
  if (open || summary || second) {
    return { kind: 'message', message: { target: board.target, reminders: told, open, summary } };
  }
  if (!first) return { kind: 'nothing' };
  return { kind: 'hand-back', ticketId: first.ticket.id, items: first.items };
}
