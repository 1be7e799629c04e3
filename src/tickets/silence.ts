import { instantOf, type Instant } from '../sla/index.js';
import type { Rules } from './rules.js';
import { isOfSchool } from './school-voice.js';
import type { HistoryEntry, Ticket } from './ticket.js';

/** How long the requester has owed us an answer, and what comes of it. */
export interface RequesterSilence {
  /** The last question, or the requester's last word if that came later. */
  readonly since: Instant;
  /** The opening after so many school days, when the requester is reminded; null where the ladder does not remind. */
  readonly remindAt: Instant | null;
  /** When the ticket is closed; null until the requester was reminded, and where the ladder does not close. */
  readonly closesAt: Instant | null;
}

/**
 * The silence of a requester for whom the ticket waits, whatever date the waiting has; null for any other ticket. Only
 * days on which there are service and school count. Nothing is closed without a reminder, and the days until then
 * count from when it was really given.
 */
export function requesterSilence(ticket: Ticket, rules: Rules): RequesterSilence | null {
  if (ticket.state !== 'waiting' || ticket.waitingFor !== 'requester') return null;
  const { remindAfterDays, closeAfterDays } = rules.policy.ladder.requesterSilent;
  const asked = ticket.history.findLastIndex(({ command }) => command.verb === 'hold');
  const words = ticket.history.slice(Math.max(asked, 0));
  const since = instantOf(words.findLast(isQuestionOrWord)?.at ?? ticket.createdAt);
  const days = rules.schoolDaysOf(ticket.report.schoolId);
  const opening = (from: Instant, after: number): Instant =>
    rules.calendar.nextOpening(days.afterServiceDays(from, after));
  const remindAt = remindAfterDays === null ? null : opening(since, remindAfterDays);
  const remindedAt = remindAt === null ? null : remindedSince(remindAt, words);
  const closesAt =
    remindedAt === null || closeAfterDays === null ? null : opening(remindedAt, closeAfterDays);
  return { since, remindAt, closesAt };
}

/** A resolved ticket is closed after some service days in which the requester said nothing: closing time of the last. */
export function solutionConfirmedAt(ticket: Ticket, rules: Rules): Instant {
  const words = ticket.history.filter(({ actor, command }) => {
    return command.verb === 'resolve' || command.verb === 'comment-of-duplicate' || isOfSchool(actor);
  });
  const lastWord = words.at(-1)?.at ?? ticket.resolvedAt ?? ticket.createdAt;
  return rules.calendar.afterServiceDays(instantOf(lastWord), rules.policy.ladder.resolvedClosesAfterDays);
}

/** A question asks anew, and any word of the requester shows that somebody is there. */
function isQuestionOrWord({ actor, command: { verb } }: HistoryEntry): boolean {
  if (verb === 'hold') return true;
  return isOfSchool(actor) || (actor.kind === 'person' && verb === 'comment');
}

function remindedSince(remindAt: Instant, history: readonly HistoryEntry[]): Instant | null {
  const entry = history.findLast(
    ({ at, command }) =>
      command.verb === 'remind' && command.stage === 'requester-silent' && instantOf(at) >= remindAt,
  );
  return entry ? instantOf(entry.at) : null;
}
