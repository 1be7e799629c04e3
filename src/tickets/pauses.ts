import { instantOf, type Instant, type Pause } from '../sla/index.js';
import { isOfSchool } from './school-voice.js';
import { endedUnsolved } from './followed.js';
import type { HistoryEntry } from './ticket.js';

/** What a ticket stands in, as far as clocks are concerned: somebody works on it, it waits for somebody, or it is over. */
export type PhaseName = 'work' | 'requester' | 'vendor' | 'visit' | 'resolved' | 'closed';

/** A stretch of one ticket's life. The next phase begins where it ends. */
export interface Phase {
  readonly name: PhaseName;
  readonly from: Instant;
  /** Null for the phase in which the ticket is. */
  readonly to: Instant | null;
  /** The last date that was named, if there was one: of the visit, or of an end of the waiting. */
  readonly until: Instant | null;
}

/** A stretch in which the clock of the resolution stands still, and why. */
export interface TicketPause extends Pause {
  readonly why: PauseReason;
}

/** `resolved` and `closed` are pauses because a ticket can be reopened. */
export type PauseReason = Exclude<PhaseName, 'work' | 'visit'>;

/** The phases from submit on, oldest first; none for a draft. Phases without length are left out, except for the last. */
export function phasesOf(history: readonly HistoryEntry[]): readonly Phase[] {
  const phases: Phase[] = [];
  for (const entry of history) {
    const last = phases.at(-1);
    const next = phaseAfter(entry, last);
    if (!next) continue;
    const at = instantOf(entry.at);
    if (last?.name === next.name) {
      phases.splice(-1, 1, { ...last, until: next.until });
      continue;
    }
    if (last) phases.splice(-1, 1, ...(last.from < at ? [{ ...last, to: at }] : []));
    phases.push({ name: next.name, from: at, to: null, until: next.until });
  }
  return phases;
}

/**
 * When the clock of the resolution stood or stands still: waiting for requester or vendor, and from the solution or the
 * closing until it is reopened. A visit is no pause. In order; some may touch.
 */
export function resolutionPauses(phases: readonly Phase[]): readonly TicketPause[] {
  return phases.flatMap(({ name, from, to }) => {
    return name === 'work' || name === 'visit' ? [] : [{ why: name, from, to }];
  });
}

/** When nobody expects to hear from us: while we wait for the requester, and until the date of a planned visit. */
export function updatePauses(phases: readonly Phase[]): readonly Pause[] {
  return phases.flatMap(({ name, from, to, until }) => {
    if (name === 'work' || name === 'vendor') return [];
    if (name === 'visit' && until !== null) return [{ from, to: Math.min(to ?? until, until) }];
    return [{ from, to }];
  });
}

type PhaseChange = Pick<Phase, 'name' | 'until'>;

const work: PhaseChange = { name: 'work', until: null };
const over: PhaseChange = { name: 'closed', until: null };

/** Where an accepted command leads; null where the ticket stays in its phase (`src/tickets/decide.ts` is the truth). */
function phaseAfter({ actor, command }: HistoryEntry, last: Phase | undefined): PhaseChange | null {
  switch (command.verb) {
    case 'submit':
    case 'release':
    case 'resume':
    case 'reopen':
    case 'unmerge':
      return work;
    case 'news':
      return endedUnsolved(command.followed) ? work : null;
    case 'assign':
      return command.handledBy.person === null ? work : null;
    case 'comment': {
      const isAnswer = isOfSchool(actor) && last?.name === 'requester';
      return isAnswer ? work : null;
    }
    case 'hold':
      return { name: command.waitingFor, until: command.until === null ? null : instantOf(command.until) };
    case 'plan-visit':
      return { name: 'visit', until: instantOf(command.until) };
    case 'resolve':
      return { name: 'resolved', until: null };
    case 'close':
    case 'close-for-silence':
    case 'withdraw':
    case 'merged':
      return over;
    default:
      return null;
  }
}
