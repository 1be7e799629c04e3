import { instantOf, promiseClock, type Instant } from '../sla/index.js';
import { updatePauses, type Phase } from './pauses.js';
import type { Rules } from './rules.js';
import { isOfSchool } from './school-voice.js';
import type { HistoryEntry, Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

/** What the clock of the next update is computed from, beside the ticket. */
export interface UpdateFacts {
  readonly phases: readonly Phase[];
  /** The service minutes after which the requester shall hear from us again. */
  readonly nextUpdate: number;
}

/**
 * The requester hears from us at least every so many service minutes while the ticket is open. The clock runs from the
 * first response on, never before; each word of the staff restarts it. Null where nobody waits for news.
 */
export function updateClock(
  ticket: Ticket,
  facts: UpdateFacts,
  rules: Rules,
): { readonly since: Instant; readonly dueAt: Instant | null } | null {
  if (!isOpen(ticket.state) || ticket.firstRespondedAt === null) return null;
  const since = Math.max(instantOf(ticket.firstRespondedAt), lastWordToRequester(ticket.history));
  return { since, dueAt: updateDueAfter(since, ticket, facts, rules) };
}

/** When an update is due where the last thing that was said was said then; null while the clock stands still before. */
export function updateDueAfter(
  since: Instant,
  { report }: Ticket,
  { phases, nextUpdate }: UpdateFacts,
  rules: Rules,
): Instant | null {
  const calendar = rules.calendarOf(report.schoolId);
  return promiseClock({ startedAt: since, pauses: updatePauses(phases), target: nextUpdate, calendar }).dueAt;
}

/** Whether the requester has heard from us at this instant or later. */
export function hasHeardSince({ history }: Ticket, at: Instant): boolean {
  return lastWordToRequester(history) >= at;
}

function lastWordToRequester(history: readonly HistoryEntry[]): Instant {
  const entry = history.findLast(reachesRequester);
  return entry ? instantOf(entry.at) : -Infinity;
}

/** Whether the requester has heard something by this. Whoever reopens begins anew, so that the solved time is no silence. */
function reachesRequester({ actor, command }: HistoryEntry): boolean {
  switch (command.verb) {
    case 'comment':
      return actor.kind === 'person' && !isOfSchool(actor);
    case 'hold':
      return command.note.trim() !== '';
    case 'plan-visit':
    case 'resolve':
    case 'reopen':
      return true;
    default:
      return false;
  }
}
