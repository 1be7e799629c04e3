import type { Instant } from '../sla/index.js';
import type { ConversationKey } from '../tickets/index.js';
import type { Board } from './board.js';
import { withBoardWake, type BoardRules } from './due.js';

/** A campus in which nobody is in force. */
export interface Unattended {
  /** The last day on which that is so (YYYY-MM-DD); null where nobody knows. */
  readonly until: string | null;
}

/** What a channel reads of that. */
export interface Banner extends Unattended {
  /** The message that says so; null where the channel could not be reached. */
  readonly card: { readonly conversation: ConversationKey; readonly activityId: string } | null;
}

/** Whether the campus has somebody in force, as the directory of the day has it; the same board where that is known. */
export function unattend(
  board: Board,
  unattended: Unattended | null,
  rules: BoardRules,
  now: Instant,
): Board {
  const known = board.unattended ?? null;
  if (known?.until === unattended?.until && (known === null) === (unattended === null)) return board;
  return withBoardWake({ ...board, unattended }, rules, now);
}

/** The channel reads this now, null once it reads that somebody is there again. */
export function bannerShown(board: Board, banner: Banner | null, rules: BoardRules, now: Instant): Board {
  return withBoardWake({ ...board, banner }, rules, now);
}
