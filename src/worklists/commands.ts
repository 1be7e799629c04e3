import type { PersonRef, PlannedVisit } from '../tickets/ticket.js';

/** A visit as the rota has it now. */
export interface ListedVisit {
  readonly id: string;
  readonly siteId: string;
  /** ISO. */
  readonly from: string;
  readonly to: string;
}

/** What can be asked of a worklist. What directory, rota and tickets know comes with the command. */
export type WorklistCommand =
  | { readonly verb: 'done'; readonly siteId: string }
  /** It was no visit that was ticked off: as if nobody had said anything. */
  | { readonly verb: 'take-back'; readonly siteId: string }
  /**
   * Nobody came, or comes. `ticketIds` were planned for this visit and go to the `next` one, where there is one.
   * `contacts` are those of the school.
   */
  | {
      readonly verb: 'missed';
      readonly siteId: string;
      readonly reason: string;
      readonly contacts: readonly string[];
      readonly ticketIds: readonly string[];
      readonly next: PlannedVisit | null;
    }
  /** What is left there goes to the next visit. */
  | {
      readonly verb: 'move-left';
      readonly siteId: string;
      readonly ticketIds: readonly string[];
      readonly next: PlannedVisit;
      readonly note: string;
    }
  /**
   * Somebody cancelled or moved the visit in the rota, or took that back. The `visit` stands on the list so; `movedTo` is where
   * it was moved, also on the same day. `contacts` are those of the school, who are told.
   */
  | {
      readonly verb: 'rota-changed';
      readonly visit: ListedVisit;
      readonly state: 'planned' | 'off';
      readonly movedTo: PlannedVisit | null;
      readonly reason: string;
      readonly contacts: readonly string[];
    }
  | { readonly verb: 'informed'; readonly siteId: string; readonly personId: string }
  /** A ticket or check on it was changed by a press on its card. */
  | { readonly verb: 'touch' }
  /** The rota was changed: these are the visits of the day. */
  | { readonly verb: 'follow-rota'; readonly visits: readonly ListedVisit[] }
  /** Nobody of the campus is at work that day: the help desk's channel is told. */
  | { readonly verb: 'unmanned' }
  /** It is the evening before, or somebody else is in force since: whoever that is (an id; null where nobody is) gets it. */
  | { readonly verb: 'send'; readonly to: string | null }
  /** What its card would show now in short, and when to look again (ISO). */
  | { readonly verb: 'look'; readonly seen: string; readonly lookAt: string | null };

/** A command with who gives it; null is the clock. The same id twice changes nothing. */
export interface WorklistOrder {
  readonly id: string;
  readonly by: PersonRef | null;
  /** The page of the card on which it was pressed. */
  readonly page?: number | undefined;
  readonly command: WorklistCommand;
}

/** Why a command was refused; the language files turn it into a sentence. */
export type WorklistRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-site' }
  /** Somebody has ticked it off already, or nobody comes any more. */
  | { readonly code: 'settled' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'nothing-left' }
  /** The rota has no later visit. */
  | { readonly code: 'no-next-visit' }
  | { readonly code: 'nothing-to-do' };
