import type { Refusal } from './decision.js';
import type { ConversationKey } from './outbox.js';
import type { Party } from './party.js';
import type {
  AbsorbedTicket,
  Actor,
  DraftReading,
  FollowedTicket,
  HandledBy,
  IncidentLink,
  Offer,
  PersonRef,
  PlannedVisit,
  Report,
  TicketGrounds,
  TicketPhoto,
} from './ticket.js';
import type { Priority } from './vocabulary.js';

/**
 * Everything that can be asked of a ticket. A click, a typed word and the clock all become one of these.
 * `system` commands carry what the clock or the directory found out.
 */
export type TicketCommand =
  /** `card` is the message that shows the draft and shall show the ticket from now on, where it is known. */
  | {
      readonly verb: 'submit';
      readonly report: Report;
      readonly handledBy: HandledBy;
      readonly card: CardRef | null;
      /** Tickets of earlier versions hold none. */
      readonly grounds?: TicketGrounds;
      /** The known incident that the requester recognised in it. */
      readonly incident?: IncidentLink | null;
      /** The open ticket of the same device, where there is one: for whoever handles it. */
      readonly sameDeviceAs?: string | null;
      /** When its requester began to wait, where that was earlier: it was a part of another report (ISO). */
      readonly since?: string | null;
    }
  /** `reading`: what else is known since then; what it leaves out stays as it is. */
  | { readonly verb: 'revise'; readonly report: Report; readonly reading?: Partial<DraftReading> }
  /** The self-help article was tried and did not help. */
  | { readonly verb: 'tried'; readonly articleId: string }
  | { readonly verb: 'photo'; readonly photo: TicketPhoto }
  | { readonly verb: 'discard' }
  | { readonly verb: 'expire' }
  | { readonly verb: 'claim' }
  | { readonly verb: 'release' }
  /**
   * `handledBy.person` is the assignee, null where a whole party gets it. The party differs from the ticket's only where
   * a dispatcher assigns. Tickets of earlier versions hold no `note`.
   */
  | { readonly verb: 'assign'; readonly handledBy: HandledBy; readonly note?: string }
  | { readonly verb: 'offer'; readonly to: Offer['to']; readonly note: string }
  /** `handledBy` is who takes it over: the accepting person for the party it was offered to. */
  | { readonly verb: 'accept'; readonly handledBy: HandledBy }
  | { readonly verb: 'decline'; readonly note: string }
  | { readonly verb: 'comment'; readonly text: string }
  | { readonly verb: 'note'; readonly text: string }
  | {
      readonly verb: 'hold';
      readonly waitingFor: 'requester' | 'vendor';
      readonly until: string | null;
      readonly note: string;
    }
  /** `visit` where it is one of the rota; then `until` is its beginning. */
  | {
      readonly verb: 'plan-visit';
      readonly until: string;
      readonly note: string;
      readonly visit?: PlannedVisit | null;
    }
  | { readonly verb: 'resume' }
  /** `incident` where the incident that it is a part of was resolved, and by whom. */
  | {
      readonly verb: 'resolve';
      readonly solution: string;
      readonly incident?: { readonly id: string; readonly by: PersonRef };
    }
  | { readonly verb: 'attach'; readonly incident: IncidentLink }
  /** "Mine is something else", or "mine is still broken": the ticket goes its own way again. */
  | { readonly verb: 'detach'; readonly incidentId: string }
  /** What is now said to all requesters of the incident. */
  | { readonly verb: 'incident-status'; readonly incident: IncidentLink }
  /**
   * `assigneeInForce`: whether the last assignee is at work today, by the directory. `grounds`, and `handledBy` where it is
   * another party's by now: since a ticket that was solved meanwhile was passed over when the directory changed. Tickets of
   * earlier versions hold neither.
   */
  | {
      readonly verb: 'reopen';
      readonly text: string;
      readonly assigneeInForce: boolean;
      readonly grounds?: TicketGrounds;
      readonly handledBy?: HandledBy | null;
    }
  | { readonly verb: 'close' }
  | { readonly verb: 'close-for-silence' }
  /** `grounds` comes with another school or site. */
  | {
      readonly verb: 'edit';
      readonly changes: Partial<Report>;
      readonly handledBy: HandledBy | null;
      readonly grounds?: TicketGrounds;
    }
  | { readonly verb: 'withdraw'; readonly text: string }
  | { readonly verb: 'rate'; readonly stars: number; readonly text: string }
  | { readonly verb: 'escalate'; readonly text: string }
  | { readonly verb: 'remind'; readonly stage: ReminderStage; readonly dueAt: string }
  /** By hand, with a reason; null takes it back, so that it follows from the report again. */
  | { readonly verb: 'set-priority'; readonly priority: Priority | null; readonly reason: string }
  /** It shall become one with the ticket `into`, which is asked. */
  | { readonly verb: 'merge'; readonly into: string }
  /** To the ticket that goes on for both. `from` is who handles the other one; only the help desk merges `anywhere`. */
  | {
      readonly verb: 'absorb';
      readonly ticket: AbsorbedTicket;
      readonly from: Party | null;
      readonly anywhere: boolean;
    }
  /** Its answer: it goes on for both, or why not. */
  | { readonly verb: 'merged'; readonly followed: FollowedTicket }
  | { readonly verb: 'merge-refused'; readonly into: string; readonly refusal: RefusalCode }
  /**
   * A wrong merge is undone, or what solved the other one did not solve this one: the duplicate goes its own way again, and
   * the other one forgets it. `assigneeInForce`, `grounds` and `handledBy` as with a reopening.
   */
  | {
      readonly verb: 'unmerge';
      readonly text: string;
      readonly assigneeInForce: boolean;
      readonly grounds: TicketGrounds;
      readonly handledBy?: HandledBy | null;
    }
  | { readonly verb: 'expel'; readonly ticketId: string }
  /**
   * How far the ticket is that goes on for this duplicate. `grounds` and `handledBy` as with a reopening, where the duplicate
   * goes its own way again because of it.
   */
  | {
      readonly verb: 'news';
      readonly followed: FollowedTicket;
      readonly grounds?: TicketGrounds;
      readonly handledBy?: HandledBy | null;
    }
  /** What a duplicate's requester says, for whoever works on the ticket that goes on for it; `name` is that person's. */
  | {
      readonly verb: 'comment-of-duplicate';
      readonly ticketId: string;
      readonly name: string;
      readonly text: string;
    }
  /** What this ticket wanted of another one was refused, and why. `said` is what the other one did not take in. */
  | {
      readonly verb: 'order-refused';
      readonly order: 'link' | 'submit' | 'comment-of-duplicate';
      readonly target: string;
      readonly refusal: RefusalCode;
      readonly said: { readonly name: string; readonly text: string } | null;
    }
  /** A part of the report becomes a ticket of its own, whose id was drawn before. */
  | {
      readonly verb: 'split';
      readonly ticketId: string;
      readonly report: Report;
      readonly handledBy: HandledBy;
    }
  | { readonly verb: 'link'; readonly ticketId: string }
  | { readonly verb: 'unlink'; readonly ticketId: string }
  /** The requester was told by phone; of these entries of the history. */
  | { readonly verb: 'informed'; readonly entryIds: readonly string[] }
  /**
   * The directory, or the day, has changed, and this is what it comes to for the ticket as it was found: handled by `from`,
   * the assignee among it. `handledBy` is whose it is by the directory of today. `away` is the assignee, where that person
   * is away today or has left, and `standIn` who stands in.
   */
  | {
      readonly verb: 'reroute';
      readonly does: Rerouting;
      readonly from: HandledBy;
      readonly handledBy: HandledBy;
      readonly grounds: TicketGrounds;
      readonly away: PersonRef | null;
      readonly standIn: PersonRef | null;
    }
  /** The rules or the directory have changed; everything that is computed is computed anew. */
  | { readonly verb: 'recompute'; readonly rulesVersion: string; readonly grounds: TicketGrounds };

export type Verb = TicketCommand['verb'];

/**
 * `move` to another party, where nobody has it; `free` it from an assignee who is away; `offer` it to whoever stands in;
 * `end-offer` since the assignee is back; keep the `reason` up to date.
 */
export type Rerouting = 'move' | 'free' | 'offer' | 'end-offer' | 'reason';

type RefusalCode = Refusal['code'];

/** A message that can be edited. */
export interface CardRef {
  readonly conversation: ConversationKey;
  readonly activityId: string;
}

/** The stages of the ladder; a later stage makes the earlier ones pointless. */
export type ReminderStage =
  | 'first-response-75'
  | 'first-response-100'
  | 'first-response-helpdesk'
  | 'first-response-at-risk'
  | 'resolution-75'
  | 'resolution-100'
  | 'resolution-at-risk'
  | 'last-visit'
  | 'next-update'
  | 'requester-silent'
  | 'offer-unanswered';

/** A command with who gives it. The same id twice is a replay and changes nothing. */
export interface CommandEnvelope {
  readonly id: string;
  readonly actor: Actor;
  readonly command: TicketCommand;
}
