import { instantOf, isoOf, type Instant } from '../sla/index.js';
import { clocksOf } from './clocks.js';
import { endedUnsolved } from './followed.js';
import { takesClaim } from './party.js';
import { phasesOf, resolutionPauses } from './pauses.js';
import type { Rules } from './rules.js';
import type { HistoryEntry, Ticket } from './ticket.js';

/** What an entry of the history did to a clock. */
export type ClockEffect =
  'started' | 'answered' | 'told' | 'paused' | 'solved' | 'resumed' | 'changed' | 'recomputed';

/** An entry of the history that started, stopped, restarted or froze a clock. */
export interface ClockEvent {
  readonly at: Instant;
  /** Name of the person; null for the system. */
  readonly by: string | null;
  readonly effects: readonly ClockEffect[];
}

/** What moved the clocks of a ticket, oldest first; for the staff, as it names people. */
export function clockEvents(ticket: Ticket, rules: Rules, now: Instant): readonly ClockEvent[] {
  const since = clocksOf(ticket, rules, now)?.nextUpdate?.since;
  const toldAt = since === undefined ? null : isoOf(since);
  const toldBy = ticket.history.findLast(({ at }) => at === toldAt)?.id;
  const answeredBy = ticket.history.find(({ at }) => at === ticket.firstRespondedAt)?.id;
  let stoodStill = false;
  return ticket.history.flatMap((entry, index): ClockEvent[] => {
    const standsStill = isStill(ticket.history.slice(0, index + 1));
    const moved = stoodStill === standsStill ? null : standsStill ? 'paused' : 'resumed';
    stoodStill = standsStill;
    const effects: readonly (ClockEffect | null)[] = [
      effectOf(entry, ticket.history.slice(0, index)),
      entry.id === answeredBy ? 'answered' : null,
      entry.id === toldBy ? 'told' : null,
      moved,
    ];
    const actual = effects.filter((effect) => effect !== null);
    return actual.length === 0 ? [] : [{ at: instantOf(entry.at), by: nameOf(entry), effects: actual }];
  });
}

/** Whether the clock of the resolution stands still after these entries. */
function isStill(history: readonly HistoryEntry[]): boolean {
  return resolutionPauses(phasesOf(history)).at(-1)?.to === null;
}

/** What an entry does by its kind; which promises count hangs on category, scope, what is blocked, and the school. */
function effectOf({ command }: HistoryEntry, before: readonly HistoryEntry[]): ClockEffect | null {
  switch (command.verb) {
    case 'submit':
      return 'started';
    case 'resolve':
      return 'solved';
    case 'escalate':
      // Afterwards it only alerts whoever has it.
      return wasTaken(before) ? null : 'changed';
    case 'edit': {
      const { category, scope, blocked, schoolId, siteId } = command.changes;
      const deciding = [category, scope, blocked, schoolId, siteId];
      return deciding.some((change) => change !== undefined) ? 'changed' : null;
    }
    case 'set-priority':
    case 'absorb':
    case 'expel':
      return 'changed';
    case 'recompute':
      return 'recomputed';
    default:
      return null;
  }
}

/** Whether somebody had the ticket after these entries. */
function wasTaken(history: readonly HistoryEntry[]): boolean {
  return history.reduce((isTaken, { command }) => {
    switch (command.verb) {
      case 'claim':
      case 'accept':
      case 'plan-visit':
      case 'resolve':
        return true;
      case 'assign':
        return command.handledBy.person !== null;
      case 'release':
        return false;
      case 'reroute':
        return isTaken && !takesClaim(command.does);
      case 'reopen':
      case 'unmerge':
        return isTaken && command.assigneeInForce && !command.handledBy;
      case 'news':
        return isTaken && !endedUnsolved(command.followed);
      default:
        return isTaken;
    }
  }, false);
}

function nameOf({ actor }: HistoryEntry): string | null {
  return actor.kind === 'person' ? actor.name : null;
}
