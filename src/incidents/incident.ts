import type { StoredDocument } from '../store/index.js';
import type { ConversationKey } from '../tickets/outbox.js';
import type { Lease, PersonRef } from '../tickets/ticket.js';
import type { Priority, Scope } from '../tickets/vocabulary.js';
import type { IncidentCommand } from './commands.js';
import type { Fault } from './fault.js';

/** Which command may be given in which state: `moves` in changes.ts. */
export const incidentStates = ['suspected', 'open', 'resolved', 'dismissed'] as const;
export type IncidentState = (typeof incidentStates)[number];

/**
 * One fault that several tickets tell of. Which tickets are a part of it, only they themselves say
 * (`ticket.incident`); the list is a query.
 */
export interface Incident extends StoredDocument {
  readonly schemaVersion: 1;
  /**
   * suspected: several tickets look alike. open: somebody said that it is one. dismissed: somebody said that it is
   * none; it is suspected again where as many new tickets come as made it suspected at first.
   */
  readonly state: IncidentState;
  readonly fault: Fault;
  /** The school where it is; null where it is in several. */
  readonly schoolId: string | null;
  /** What is disturbed, in the words of whoever made it an incident; empty before. */
  readonly title: string;
  /** The state of things for all requesters; empty until somebody wrote it. */
  readonly status: string;
  /** When the status was last written (ISO); when it became an incident where there is none. Empty before. */
  readonly statusAt: string;
  /** What was said when it was resolved; empty before. */
  readonly solution: string;
  /** Tickets that look like it and are no part of it, in the order in which they came. */
  readonly suspects: readonly Suspect[];
  /** Tickets that were looked at when it was dismissed: they make it suspected no more. */
  readonly dismissedIds: readonly string[];
  readonly suspectedAt: string;
  readonly openedAt: string | null;
  readonly resolvedAt: string | null;
  /** When the first of its tickets was submitted (ISO): from then on its one clock runs. */
  readonly startedAt: string;
  /** The highest of its tickets. */
  readonly priority: Priority;
  /** When its solution is promised (ISO); null unless it is open. */
  readonly resolutionDueAt: string | null;
  /** The stages that the clock has said, each once for each deadline. */
  readonly reminded: readonly SaidReminder[];
  /** One entry for each accepted command, oldest first; the last 100. */
  readonly history: readonly IncidentEntry[];
  /** Ids of the last 50 accepted commands. */
  readonly commandIds: readonly string[];
  /** Grows by one with each accepted command; its card remembers which one it shows. */
  readonly revision: number;
  /** Commands to tickets that are still to be given, in this order. */
  readonly followUps: readonly FollowUp[];
  /** Reminders that are still to be said in the help desk's channel. */
  readonly calls: readonly IncidentCall[];
  /** Where its card stands; null before it was posted. */
  readonly card: IncidentPlace | null;
  /** Rounds in which nothing could be sent, since the last in which something was. */
  readonly attempts: number;
  readonly lease: Lease | null;
  readonly wakeAt: string | null;
}

/** A ticket that looks like a part of it. */
export interface Suspect {
  readonly ticketId: string;
  readonly requesterId: string;
  readonly schoolId: string | null;
  readonly scope: Scope | null;
  readonly submittedAt: string;
  readonly priority: Priority;
}

export interface IncidentEntry {
  readonly id: string;
  readonly at: string;
  /** Null where nobody pressed anything. */
  readonly by: PersonRef | null;
  readonly command: IncidentCommand;
}

/**
 * A command to each of several tickets. `seq` is the incident's revision that asked for it, so that the tickets know a
 * repeated one. `ticketIds` are those that are still to be attached; `after` is the id of the last ticket that was done
 * with, null at the beginning.
 */
export type FollowUp =
  | {
      readonly verb: 'attach';
      readonly seq: number;
      readonly by: PersonRef;
      readonly ticketIds: readonly string[];
    }
  | {
      readonly verb: 'incident-status' | 'resolve';
      readonly seq: number;
      readonly by: PersonRef;
      readonly after: string | null;
    };

export interface SaidReminder {
  readonly stage: IncidentStage;
  readonly dueAt: string;
  readonly at: string;
}

/** A reminder that goes under the incident's card. */
export interface IncidentCall {
  readonly key: string;
  readonly stage: IncidentStage;
  readonly dueAt: string;
}

/** From the lowest to the highest. */
export const incidentStages = ['resolution-75', 'resolution-100'] as const;
export type IncidentStage = (typeof incidentStages)[number];

export interface IncidentPlace {
  readonly conversation: ConversationKey;
  readonly activityId: string;
  readonly shownRevision: number;
}
