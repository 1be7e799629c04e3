import type { TicketCommand } from './commands.js';
import type { DraftBeginning } from './draft.js';

/** Where a ticket is shown. `channel` is the channel of whoever handles it; `former-…` were moved away. */
export type PlaceName = 'requester' | 'channel' | 'offer' | `former-${number}`;

export interface Place {
  readonly name: PlaceName;
  readonly conversation: ConversationKey;
  readonly activityId: string;
  /** The ticket's revision that the card shows; delivery edits where it is older. */
  readonly shownRevision: number;
  /** Why the card is here and not in the responsible channel, where that is so. */
  readonly detour: Detour | null;
  /** Set where a channel's card had to go to somebody's personal chat. */
  readonly inChat?: boolean;
  /** Set at a place that is left where the card only asked to take the ticket over: nothing was ever moved there. */
  readonly wasOffer?: boolean;
}

/** A card that could not go where it belongs says so. */
export type Detour = 'not-linked' | 'post-failed';

export interface ConversationKey {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/**
 * An intention: a place shall show the ticket as it is (`show`), or somebody is called by a new message (`call`).
 * Never a rendered card.
 */
export type OutboxEntry = ShowIntention | CallIntention | TellIntention | CheckIntention | OrderIntention;

export interface ShowIntention {
  readonly kind: 'show';
  readonly key: string;
  readonly place: PlaceName;
  /** Delivery attempts that failed so far. */
  readonly attempts: number;
}

export interface CallIntention {
  readonly kind: 'call';
  /** Ticket, kind, stage and deadline: the same call never goes twice in normal running. */
  readonly key: string;
  /** Who is called: the requester in personal chat, or the people of the responsible or the help desk's channel. */
  readonly to: 'requester' | 'channel' | 'helpdesk';
  readonly about: CallSubject;
  /** The history entry that the message tells of, where there is one. */
  readonly entryId: string | null;
  readonly at: string;
  readonly attempts: number;
}

/**
 * The clock has something to say in a channel. It goes to the channel's own document, which makes one message of what
 * comes together or outside of service hours, and hands back what stays alone, as a call.
 */
export interface TellIntention {
  readonly kind: 'tell';
  readonly key: string;
  readonly to: 'channel' | 'helpdesk';
  readonly about: CallSubject;
  readonly entryId: string | null;
  readonly at: string;
  readonly attempts: number;
}

/**
 * Something beside the ticket is to look at it once: whether other reports look like the same fault, or what the person
 * corrected in the draft. No message.
 */
export interface CheckIntention {
  readonly kind: 'check';
  readonly key: `check:${CheckSubject}`;
  readonly what: CheckSubject;
  readonly attempts: number;
}

/**
 * A command to another ticket, which is given under its key as an id until that ticket has accepted or refused it; the
 * answer comes back as a command. `beginning` where the target is to be made first.
 */
export interface OrderIntention {
  readonly kind: 'order';
  /** `ticketId:verb:target:revision`: the revision in which it was given tells repetitions of the same order apart. */
  readonly key: string;
  readonly target: string;
  readonly command: TicketCommand;
  readonly beginning?: DraftBeginning;
  readonly attempts: number;
}

/** For what a ticket is looked at beside its messages. */
export const checkSubjects = ['likeness', 'correction'] as const;
export type CheckSubject = (typeof checkSubjects)[number];

/** What a message can be about. */
export const callSubjects = [
  'comment',
  'visit',
  'resolved',
  'closed-for-silence',
  'requester-comment',
  'reopened',
  'withdrawn',
  'exam-now',
  'offer',
  'offer-declined',
  'offer-unanswered',
  'offer-absence',
  'merge-refused',
  'merged',
  'unmerged',
  'split-off',
  'order-refused',
  'priority-raised',
  'assigned',
  'first-response-75',
  'first-response-100',
  'first-response-helpdesk',
  'first-response-at-risk',
  'resolution-75',
  'resolution-100',
  'resolution-at-risk',
  'last-visit',
  'next-update',
  'waiting-over',
  'requester-silent',
] as const;
export type CallSubject = (typeof callSubjects)[number];

export interface Call {
  readonly at: string;
  readonly conversation: ConversationKey;
  readonly activityId: string;
  /** What the message tells so far, oldest first. */
  readonly told: readonly { readonly about: CallSubject; readonly entryId: string | null }[];
  /** Whom it mentioned when it was new, by id; nobody where earlier versions did not write it down. */
  readonly mentioned?: readonly string[];
}
