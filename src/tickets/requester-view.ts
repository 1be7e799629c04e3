import type { School, Site } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import type { Verb } from './commands.js';
import { sitesToChoose } from './draft-view.js';
import { mayMove } from './moves.js';
import { isTaken } from './party.js';
import type { Ticket } from './ticket.js';
import { mayBeRated } from './talk-changes.js';
import { facts, type Surroundings, type TicketFacts } from './ticket-facts.js';
import { goesOn, isSolved } from './followed.js';
import { undoUntil } from './merge-changes.js';
import { requesterSilence } from './silence.js';
import { otherView, type OtherView } from './together-view.js';
import { mayStillReopen, reopensUntil } from './work-changes.js';

/** What the person who reported it may see and do. */
export interface RequesterView extends TicketFacts {
  readonly reader: 'requester';
  /** The school that it is about, to be changed while nobody has claimed it; empty where none is known. */
  readonly schools: readonly School[];
  /** Sites of that school to choose from; empty where it has only one. */
  readonly sites: readonly Site[];
  readonly siteId: string | null;
  /** When it is closed unless the requester answers; null until they were reminded. */
  readonly closesAt: Instant | null;
  /** Until when a closed ticket can be reopened; null where that is over or was never possible. */
  readonly reopensUntil: Instant | null;
  /** How far the ticket is that goes on for this duplicate; null where it is none. */
  readonly other: OtherView | null;
  readonly can: {
    readonly comment: boolean;
    /** `all` until somebody claimed it, afterwards description and room. */
    readonly edit: 'all' | 'description-and-room' | 'nothing';
    readonly escalate: boolean;
    readonly withdraw: boolean;
    readonly reopen: boolean;
    readonly rate: boolean;
    /** To say that it is no part of the incident. */
    readonly detach: boolean;
    /** To say that it is not the same as the other report. */
    readonly separate: boolean;
  };
}

/** What the requester may see of a ticket. Internal notes never come here. */
export function requesterView(ticket: Ticket, surroundings: Surroundings): RequesterView {
  const may = (verb: Verb): boolean => mayMove('requester', verb, ticket.state);
  const { schoolId } = ticket.report;
  const known = facts(ticket, surroundings);
  const canReopen = mayReopen(ticket, surroundings.now);
  const { followed } = ticket;
  const school = schoolId === null ? undefined : surroundings.directory.school(schoolId);
  return {
    ...known,
    solution: followed ? followed.solution : known.solution,
    reader: 'requester',
    schools: school ? [school] : [],
    sites: sitesToChoose(schoolId, surroundings.directory),
    siteId: ticket.report.siteId,
    closesAt: requesterSilence(ticket, surroundings.rules)?.closesAt ?? null,
    reopensUntil: canReopen ? (undoUntil(ticket) ?? reopensUntil(ticket)) : null,
    other: otherView(ticket),
    can: {
      comment: may('comment') && (ticket.state !== 'closed' || (followed !== null && goesOn(followed))),
      edit: !may('edit') ? 'nothing' : isTaken(ticket) ? 'description-and-room' : 'all',
      escalate: may('escalate'),
      withdraw: may('withdraw'),
      reopen: canReopen,
      rate: may('rate') && mayBeRated(ticket),
      detach: may('detach') && known.incident !== null,
      separate: followed !== null && goesOn(followed) && mayUndo(ticket, surroundings.now),
    },
  };
}

/** "Still broken" of a duplicate, whose problem the other ticket has solved, makes it one of its own again. */
function mayReopen(ticket: Ticket, now: Instant): boolean {
  const { followed, state } = ticket;
  if (followed) return isSolved(followed) && mayUndo(ticket, now);
  return mayMove('requester', 'reopen', state) && mayStillReopen(ticket, now);
}

function mayUndo(ticket: Ticket, now: Instant): boolean {
  const until = undoUntil(ticket);
  return mayMove('requester', 'unmerge', ticket.state) && until !== null && now < until;
}
