import { instantOf, isoOf, millisecondsPerDay, type Instant } from '../sla/index.js';
import {
  checkText,
  commentLimit,
  type Calling,
  type Change,
  type ChangeOf,
  type Ordering,
} from './change.js';
import { endedUnsolved, goesOn, isSolved } from './followed.js';
import { movedCard, withoutOffer } from './handover-changes.js';
import { isSameParty } from './party.js';
import { startedAtOf } from './start.js';
import type { FollowedTicket, HandledBy, Ticket, TicketGrounds } from './ticket.js';

const undoDays = 7;
const mostAbsorbed = 50;

/** Asks the other ticket to go on for both; until it has answered this one stays as it is. */
export const merge: ChangeOf<'merge'> = (ticket, { into }, { actor, now }) => {
  if (actor.kind !== 'person') return { code: 'not-allowed', verb: 'merge' };
  if (into === ticket.id) return { code: 'same-ticket' };
  if (ticket.merging) return { code: 'merging' };
  // It goes on for that one already, which is about to hear it.
  if (ticket.absorbed.some(({ id }) => id === into)) return { code: 'nothing-to-do' };
  const anywhere = actor.role === 'dispatcher' || actor.role === 'administrator';
  return {
    patch: { merging: { into, by: { id: actor.id, name: actor.name }, at: isoOf(now) } },
    shows: ['channel'],
    orders: [absorbOrder(ticket, into, anywhere, now)],
  };
};

/**
 * Goes on for both, with the earlier start of the two. A ticket that is merging itself takes none, so that two never end
 * in one another.
 */
export const absorb: ChangeOf<'absorb'> = (ticket, { ticket: other, from, anywhere }) => {
  if (ticket.merging || other.id === ticket.id) return { code: 'merging' };
  if (!anywhere && !isSameParty(from, ticket.handledBy)) return { code: 'other-party' };
  const others = ticket.absorbed.filter(({ id }) => id !== other.id);
  if (others.length >= mostAbsorbed) return { code: 'too-many-tickets', limit: mostAbsorbed };
  const submittedAt = startedAtOf(ticket, [...others, other]);
  return { patch: { submittedAt, absorbed: [...others, other] } };
};

/**
 * The other ticket has taken it: closed as a duplicate, whose requester goes on hearing of it. What belonged to its own way
 * is over: the offer, the visit, the incident, and what was to be told of them by phone.
 */
export const merged: ChangeOf<'merged'> = (ticket, { followed }, { now }) => {
  if (ticket.merging?.into !== followed.id || endedUnsolved(followed)) return { code: 'nothing-to-do' };
  const change = withoutOffer(ticket, {
    state: 'closed',
    closedAs: 'duplicate',
    closedAt: isoOf(now),
    waitingFor: null,
    waitingUntil: null,
    visit: null,
    incident: null,
    toInform: ticket.toInform.filter(({ about }) => about === 'comment'),
    followed,
  });
  return {
    ...change,
    calls: [{ to: 'requester', about: 'merged' }, ...newsCalls(null, followed)],
    checks: ticket.incident ? ['likeness'] : [],
  };
};

/** The other ticket has not taken it; whoever wanted that is told why. It may have been asked without an answer. */
export const mergeRefused: ChangeOf<'merge-refused'> = (ticket, { into, refusal }) => {
  if (ticket.merging?.into !== into) return { code: 'nothing-to-do' };
  return {
    patch: { merging: null },
    calls: [{ to: 'channel', about: 'merge-refused' }],
    orders: refusal === 'no-answer' ? [expelOrder(into, ticket)] : [],
  };
};

/** The duplicate is open again, and the other ticket forgets it. Its requester says so, or hears of it. */
export const unmerge: ChangeOf<'unmerge'> = (ticket, command, { actor, now }) => {
  const { text, assigneeInForce, grounds, handledBy = null } = command;
  const { followed } = ticket;
  if (!followed) return { code: 'wrong-state', verb: 'unmerge', state: 'closed' };
  if (now >= (undoUntil(ticket) ?? now)) return { code: 'undo-too-late', days: undoDays };
  const byRequester = actor.kind === 'person' && actor.role === 'requester';
  const calling: Calling = byRequester
    ? { to: 'channel', about: isSolved(followed) ? 'reopened' : 'unmerged' }
    : { to: 'requester', about: 'unmerged' };
  return (
    checkText(text, { required: false }) ?? {
      ...openAgain(ticket, { keepsAssignee: assigneeInForce, grounds, handledBy }),
      calls: [calling],
      orders: [expelOrder(followed.id, ticket)],
    }
  );
};

/**
 * Until when a duplicate can be separated: 7 calendar days from the merge, or from when the other ticket was solved; null
 * where it is none.
 */
export function undoUntil({ followed, closedAt, history }: Ticket): Instant | null {
  if (!followed || closedAt === null) return null;
  const solvedAt = history.findLast(
    ({ command }, index) =>
      command.verb === 'news' && isSolved(command.followed) && !wasSolvedBefore(history, index),
  )?.at;
  return Math.max(instantOf(closedAt), solvedAt ? instantOf(solvedAt) : 0) + undoDays * millisecondsPerDay;
}

/** A wrong merge was undone: what the clock counts from is what it was without the other one. */
export const expel: ChangeOf<'expel'> = (ticket, { ticketId }, { now }) => {
  if (!ticket.absorbed.some(({ id }) => id === ticketId)) return { code: 'nothing-to-do' };
  const absorbed = ticket.absorbed.filter(({ id }) => id !== ticketId);
  const changed = { ...ticket, absorbed, submittedAt: startedAtOf(ticket, absorbed) };
  const isOtherStart = changed.submittedAt !== ticket.submittedAt;
  return {
    patch: { absorbed, submittedAt: changed.submittedAt },
    // The one that goes on for this one, too, counted from the earlier start.
    orders: ticket.followed && isOtherStart ? [absorbOrder(changed, ticket.followed.id, true, now)] : [],
  };
};

/**
 * Only what is newer than what is known; the requester is called where a visit was set or the problem is solved. What ends
 * without a solution (it was withdrawn, or nobody answered) has solved nothing here: the duplicate goes its own way again.
 */
export const news: ChangeOf<'news'> = (ticket, { followed, grounds = ticket.grounds, handledBy = null }) => {
  const known = ticket.followed;
  if (known?.id !== followed.id || known.revision >= followed.revision) return { code: 'nothing-to-do' };
  if (endedUnsolved(followed)) {
    return {
      ...openAgain(ticket, { keepsAssignee: false, grounds, handledBy }),
      calls: [
        { to: 'requester', about: 'unmerged' },
        { to: 'channel', about: 'unmerged' },
      ],
      orders: [expelOrder(followed.id, ticket)],
    };
  }
  return { patch: { followed }, shows: ['requester'], calls: newsCalls(known, followed) };
};

/** Called like a comment of its own requester; handed on where it has become a duplicate itself. */
export const commentOfDuplicate: ChangeOf<'comment-of-duplicate'> = (ticket, command) => {
  if (!ticket.absorbed.some(({ id }) => id === command.ticketId)) return { code: 'nothing-to-do' };
  const said = ticket.history.filter((entry) => entry.command.verb === command.verb).length;
  if (said >= commentLimit) return { code: 'too-many-comments', limit: commentLimit };
  if (ticket.followed) {
    const handedOn: Ordering = {
      target: ticket.followed.id,
      command: { ...command, ticketId: ticket.id },
    };
    return { patch: {}, shows: [], orders: [handedOn] };
  }
  return { patch: {}, shows: ['channel'], calls: [{ to: 'channel', about: 'requester-comment' }] };
};

/** What has to be told of the other ticket, beyond what the card shows. */
function newsCalls(known: FollowedTicket | null, followed: FollowedTicket): readonly Calling[] {
  if (isSolved(followed) && !(known && isSolved(known))) return [{ to: 'requester', about: 'resolved' }];
  const { waitingFor, waitingUntil } = followed;
  const hasOtherVisit =
    goesOn(followed) &&
    waitingFor === 'visit' &&
    (known?.waitingFor !== 'visit' || known.waitingUntil !== waitingUntil);
  return hasOtherVisit ? [{ to: 'requester', about: 'visit' }] : [];
}

function wasSolvedBefore(history: Ticket['history'], index: number): boolean {
  const before = history.slice(0, index).findLast(({ command }) => {
    return command.verb === 'news' || command.verb === 'merged';
  })?.command;
  return (before?.verb === 'news' || before?.verb === 'merged') && isSolved(before.followed);
}

/**
 * Whoever had it goes on, where that is known to be possible; else it is as new. Where another party answers for it by now,
 * there: what is closed is passed over when the directory changes.
 */
function openAgain(
  ticket: Ticket,
  today: {
    readonly keepsAssignee: boolean;
    readonly grounds: TicketGrounds;
    readonly handledBy: HandledBy | null;
  },
): Pick<Change, 'patch' | 'shows'> {
  const { handledBy, grounds } = today;
  const person = today.keepsAssignee && !handledBy ? (ticket.handledBy?.person ?? null) : null;
  const patch: Partial<Ticket> = {
    state: person ? 'claimed' : 'new',
    closedAs: null,
    closedAt: null,
    followed: null,
    grounds,
    handledBy: handledBy ?? (ticket.handledBy && { ...ticket.handledBy, person }),
  };
  return handledBy ? movedCard(ticket, patch) : { patch };
}

function absorbOrder(ticket: Ticket, into: string, anywhere: boolean, now: Instant): Ordering {
  const { id, submittedAt, createdAt, requester, handledBy } = ticket;
  const absorbed = {
    id,
    submittedAt: submittedAt ?? createdAt,
    absorbedAt: isoOf(now),
    requesterName: requester.name,
  };
  const from = handledBy && { party: handledBy.party, campusId: handledBy.campusId };
  return { target: into, command: { verb: 'absorb', ticket: absorbed, from, anywhere } };
}

function expelOrder(target: string, { id }: Ticket): Ordering {
  return { target, command: { verb: 'expel', ticketId: id } };
}
