import type { PersonRef } from '../tickets/ticket.js';
import type { ItemOutcome } from './maintenance-log.js';

/** What somebody says of one item. Whether a measured or chosen value is a fault, the plan says. */
export interface Finding {
  readonly itemId: string;
  readonly outcome: ItemOutcome;
  readonly value: number | string | null;
  readonly note: string;
}

/** Everything that can be asked of a site's log. `plannedOn` is what the card showed (YYYY-MM-DD). */
export type MaintenanceCommand =
  | {
      readonly verb: 'record';
      readonly kindId: string;
      readonly plannedOn: string;
      readonly visitId: string | null;
      readonly findings: readonly Finding[];
      readonly note: string;
    }
  /** Within a week. */
  | {
      readonly verb: 'correct';
      readonly resultId: string;
      readonly findings: readonly Finding[];
      readonly note: string;
    }
  /** This planned check is not done at all. */
  | {
      readonly verb: 'leave-out';
      readonly kindId: string;
      readonly plannedOn: string;
      readonly reason: string;
    }
  /**
   * The fault of an item shall become this ticket. The first id that is remembered stays, unless it turned out to be
   * another ticket's: then `insteadOf` names it.
   */
  | {
      readonly verb: 'remember-ticket';
      readonly resultId: string;
      readonly itemId: string;
      readonly ticketId: string;
      readonly insteadOf: string | null;
    }
  /** The ticket is there. */
  | {
      readonly verb: 'ticket-made';
      readonly resultId: string;
      readonly itemId: string;
      readonly ticketId: string;
    };

/** A command with who gives it. The same id twice changes nothing. */
export interface MaintenanceOrder {
  readonly id: string;
  readonly by: PersonRef;
  readonly command: MaintenanceCommand;
}

/** Why a command is not carried out. */
export type MaintenanceRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-site' }
  /** The plan has no such check at this site, or the log no such result. */
  | { readonly code: 'not-found' }
  | { readonly code: 'settled'; readonly by: string | null; readonly on: string | null }
  | { readonly code: 'too-early'; readonly from: string | null }
  | { readonly code: 'nothing-checked' }
  | { readonly code: 'incomplete' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'too-late-to-correct' }
  | { readonly code: 'no-fault' };
