import { instantOf, isoOf, type Instant } from '../sla/index.js';
import type { ReminderStage, TicketCommand } from './commands.js';
import type { Rules } from './rules.js';
import type { HistoryEntry } from './ticket.js';

/** What the clock will do with a ticket, and when. */
export interface Deadline {
  readonly at: Instant;
  readonly command: TicketCommand;
}

/** A reminder that the clock will give. */
export interface Reminder extends Deadline {
  readonly command: Extract<TicketCommand, { verb: 'remind' }>;
  /** From then on it is pointless and not given any more; always worth it where nothing is said. */
  readonly until?: Instant;
}

/**
 * A stage of the ladder before anybody asked whether it was said: null where it is never reached or switched off, and from
 * when on it is pointless, where there is such a time.
 */
export type Rung = readonly [stage: ReminderStage, reachedAt: Instant | null, until?: Instant];

/**
 * The reminders that one clock still has to give about a deadline, from the lowest stage to the highest. They are given
 * in service hours only; what is reached outside of them waits for the next opening. A stage counts as said
 * - by the same or a higher stage about the same deadline, so that no reminder comes twice, and
 * - by one about another deadline that was given when the stage was reached already, as it is computed now: what was
 *   said then is still true, so that a recomputation resends nothing.
 *
 * @param rungs all stages of the clock, ascending
 */
export function stillToSay(
  rungs: readonly Rung[],
  dueAt: Instant,
  history: readonly HistoryEntry[],
  { calendar }: Rules,
): readonly Reminder[] {
  const about = isoOf(dueAt);
  const order = rungs.map(([stage]) => stage);
  return rungs.flatMap(([stage, reachedAt, until], rank) => {
    if (reachedAt === null) return [];
    const at = calendar.nextOpening(reachedAt);
    const isSaid = history.some(
      (entry) =>
        entry.command.verb === 'remind' &&
        order.indexOf(entry.command.stage) >= rank &&
        (entry.command.dueAt === about || at <= instantOf(entry.at)),
    );
    if (isSaid) return [];
    return [
      {
        at,
        command: { verb: 'remind', stage, dueAt: about },
        ...(until !== undefined && { until }),
      } as const,
    ];
  });
}

/** The last time that the clock gave this reminder; null where it never did. */
export function lastReminder(history: readonly HistoryEntry[], stage: ReminderStage): Instant | null {
  const entry = history.findLast(({ command }) => command.verb === 'remind' && command.stage === stage);
  return entry ? instantOf(entry.at) : null;
}
