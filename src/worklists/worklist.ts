import type { StoredDocument } from '../store/index.js';
import type { CardRef } from '../tickets/commands.js';
import type { ConversationKey } from '../tickets/outbox.js';
import type { Lease, PersonRef, PlannedVisit } from '../tickets/ticket.js';

/**
 * What one campus has to do on one day of visits. Which tickets and checks stand on it is read when it is drawn; here is
 * what became of the visits, and what is still to be told because of that.
 */
export interface Worklist extends StoredDocument {
  readonly schemaVersion: 1;
  readonly campusId: string;
  /** YYYY-MM-DD in the service's time zone. */
  readonly date: string;
  /** In order of time. */
  readonly sites: readonly WorklistSite[];
  /** Nobody of the campus is at work that day, so that all of its visits count as missed beforehand. */
  readonly isUnmanned: boolean;
  /** Whether whoever is in force was sent it, the evening before. Asked for earlier it stands where it was asked for. */
  readonly isSent: boolean;
  /** Who was in force when it was sent; null where nobody was. Missing before, and on lists of earlier releases. */
  readonly sentTo?: string | null;
  readonly card: WorklistPlace | null;
  /** The page on which somebody pressed last, and which its card goes on to show; the first one unless said. */
  readonly page?: number;
  /** Cards that stood before, whose buttons are still to be taken away. */
  readonly former: readonly CardRef[];
  /** Tickets that are still to be planned for a later visit. */
  readonly moves: readonly TicketMove[];
  /** Contacts of schools who are still to be told that nobody comes. */
  readonly tells: readonly ContactCall[];
  /** Contacts whom the bot does not reach: somebody has to call them. */
  readonly toInform: readonly ContactCall[];
  /** Whether the help desk's channel is still to be told that nobody is at work. */
  readonly announces: boolean;
  /** What its card showed in short when it was drawn, or somebody looked, last; null before. */
  readonly seen: string | null;
  /** When that is looked at again (ISO); null once the day is over. */
  readonly lookAt: string | null;
  /** Ids of the last 50 accepted commands. */
  readonly commandIds: readonly string[];
  /** Grows by one with each change; the card remembers which one it shows. */
  readonly revision: number;
  /** Rounds in which nothing could be sent, since the last in which something was. */
  readonly attempts: number;
  readonly lease: Lease | null;
  readonly wakeAt: string | null;
}

/** planned: still to come, or not ticked off yet. off: the rota was changed since, nobody was to come any more. */
export type VisitState = 'planned' | 'done' | 'missed' | 'off';

export interface WorklistSite {
  readonly siteId: string;
  readonly visitId: string;
  /** When somebody comes and goes (ISO). */
  readonly from: string;
  readonly to: string;
  readonly state: VisitState;
  /** Why it was missed, cancelled or moved; empty else, and where nobody is at work. */
  readonly reason: string;
  /** Who said so last, and when (ISO); null where nobody did. */
  readonly by: PersonRef | null;
  readonly at: string | null;
  /** The visit to which what was left went, or to which this one was moved; null where nothing was. */
  readonly movedTo: PlannedVisit | null;
  /** Tickets that could not be moved with the rest. Missing where none were, and on lists of earlier releases. */
  readonly notMoved?: readonly string[];
}

/** A ticket that shall be planned for another visit. */
export interface TicketMove {
  /** By which the ticket knows the command. */
  readonly key: string;
  readonly ticketId: string;
  readonly visit: PlannedVisit;
  /** For the requester; may be empty. */
  readonly note: string;
  /** Who pressed it, by whose rights the ticket decides; null for the clock. */
  readonly by: PersonRef | null;
  /** Its visit does not take place: it goes on whoever planned it, also where whoever pressed may not plan it. */
  readonly isMissed?: boolean;
}

/** A contact of a school where a visit was missed. */
export interface ContactCall {
  readonly personId: string;
  readonly siteId: string;
}

export interface WorklistPlace {
  readonly conversation: ConversationKey;
  readonly activityId: string;
  readonly shownRevision: number;
}
