import type { Instant } from '../sla/index.js';
import type { TicketCommand, Verb } from './commands.js';
import type { Refusal } from './decision.js';
import type { Rules } from './rules.js';
import type { CallIntention, CallSubject, CheckSubject, OrderIntention, PlaceName } from './outbox.js';
import type { Actor, Ticket } from './ticket.js';

/** What a change is decided with, beside the ticket and the command. */
export interface Circumstances {
  readonly actor: Actor;
  /** When it happens: never earlier than what happened before. */
  readonly now: Instant;
  /** What the clock shows, by which it is judged whether something is due; earlier than `now` where it was set back. */
  readonly clockNow: Instant;
  readonly rules: Rules;
}

/** Who is called by a new message; everything else is an edit of the cards. */
export interface Calling {
  readonly to: CallIntention['to'];
  readonly about: CallSubject;
}

/** What a command changes. Cards are brought up to date after every change, except where `shows` says which. */
export interface Change {
  readonly patch: Partial<Ticket>;
  readonly calls?: readonly Calling[];
  readonly shows?: readonly PlaceName[];
  readonly checks?: readonly CheckSubject[];
  readonly orders?: readonly Ordering[];
}

/** A command for another ticket. */
export type Ordering = Pick<OrderIntention, 'target' | 'command' | 'beginning'>;

/** The document is removed: a draft that was discarded or has expired. */
export const gone = Symbol('gone');

export type ChangeResult = Change | Refusal | typeof gone;

export type CommandByVerb = { readonly [V in Verb]: Extract<TicketCommand, { verb: V }> };

/** How one kind of command changes a ticket that is in a state, and given by a role, that the table of moves allows. */
export type ChangeOf<V extends Verb> = (
  ticket: Ticket,
  command: CommandByVerb[V],
  circumstances: Circumstances,
) => ChangeResult;

/** Tells a refusal from a change. */
export function isRefusal(result: Change | Refusal): result is Refusal {
  return 'code' in result;
}

/** Longest comment, note, solution or description, in characters. */
export const textLimit = 4_000;

/** Most comments and notes of one ticket. */
export const commentLimit = 200;

/** A refusal where a text is missing or too long, else null. */
export function checkText(text: string, { required }: { readonly required: boolean }): Refusal | null {
  if (required && text.trim() === '') return { code: 'text-missing' };
  if (text.length > textLimit) return { code: 'too-long', limit: textLimit };
  return null;
}
