import type { Ticket } from './ticket.js';
import type { Verb } from './commands.js';
import type { TicketState } from './vocabulary.js';

/** What became of a command. */
export type Decision =
  | { readonly kind: 'accepted'; readonly ticket: Ticket }
  /** The command was accepted before; the ticket is as it is now. */
  | { readonly kind: 'replayed'; readonly ticket: Ticket }
  /** A draft was discarded or has expired: the document is to be removed. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Why a command was refused; the language files turn it into a sentence. */
export type Refusal =
  /** Somebody else has it: the person reads who. */
  | { readonly code: 'taken'; readonly by: string }
  | { readonly code: 'not-allowed'; readonly verb: Verb }
  | { readonly code: 'wrong-state'; readonly verb: Verb; readonly state: TicketState }
  | { readonly code: 'school-missing' }
  | { readonly code: 'site-missing' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'too-many-comments'; readonly limit: number }
  /** So much was written that the document takes no more; it can still be brought to its end. */
  | { readonly code: 'ticket-full' }
  | { readonly code: 'date-in-past' }
  /** A visit after the promised solution: the requester has to read why. */
  | { readonly code: 'reason-missing' }
  | { readonly code: 'no-ticket-needed' }
  | { readonly code: 'reopen-too-late'; readonly days: number }
  | { readonly code: 'only-description-and-room' }
  | { readonly code: 'already-rated' }
  | { readonly code: 'stars-out-of-range'; readonly most: number }
  | { readonly code: 'nobody-to-offer-to' }
  /** Everything was computed with these rules and grounds already. */
  | { readonly code: 'nothing-to-do' }
  | { readonly code: 'too-many-photos'; readonly limit: number }
  /** It is a part of another incident already. */
  | { readonly code: 'in-incident'; readonly title: string }
  /** It is becoming one with another ticket just now. */
  | { readonly code: 'merging' }
  | { readonly code: 'same-ticket' }
  /** So many tickets have become one with it, or are linked, that the document takes no more. */
  | { readonly code: 'too-many-tickets'; readonly limit: number }
  | { readonly code: 'undo-too-late'; readonly days: number }
  /** The two tickets are not handled by the same party, and only the help desk may merge them then. */
  | { readonly code: 'other-party' }
  /** The other ticket could not be asked for an hour. */
  | { readonly code: 'no-answer' }
  | { readonly code: 'not-found' };
