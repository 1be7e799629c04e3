import { instantOf, isoOf, millisecondsPerDay } from '../sla/index.js';
import type { ChangeOf } from './change.js';
import { withoutOffer } from './handover-changes.js';
import { isTaken } from './party.js';
import type { FollowedTicket, Ticket } from './ticket.js';

const undoDays = 7;
const mostAbsorbed = 50;

/** Asks the other ticket to go on for both; until it has answered this one stays as it is. */
export const merge: ChangeOf<'merge'> = (ticket, { into }, { actor, now }) => {
  if (actor.kind !== 'person') return { code: 'not-allowed', verb: 'merge' };
  if (into === ticket.id) return { code: 'same-ticket' };
  if (ticket.merging) return { code: 'merging' };
  const { id, report, requester, submittedAt } = ticket;
  if (ticket.absorbed.length > 0) return { code: 'too-many-tickets', limit: 0 };
  const absorbed = {
    id,
    submittedAt: submittedAt ?? ticket.createdAt,
    absorbedAt: isoOf(now),
    requesterName: requester.name,
  };
  return {
    patch: { merging: { into, by: { id: actor.id, name: actor.name }, at: isoOf(now) }, report },
    shows: ['channel'],
    orders: [{ target: into, command: { verb: 'absorb', ticket: absorbed } }],
  };
};

/** Goes on for both, with the earlier start of the two. A ticket that is merging itself takes none. */
export const absorb: ChangeOf<'absorb'> = (ticket, { ticket: other }) => {
  if (ticket.merging) return { code: 'merging' };
  if (ticket.absorbed.length >= mostAbsorbed) return { code: 'too-many-tickets', limit: mostAbsorbed };
  const submittedAt =
    [ticket.submittedAt ?? ticket.createdAt, other.submittedAt].sort()[0] ?? other.submittedAt;
  return {
    patch: {
      submittedAt,
      absorbed: [...ticket.absorbed.filter(({ id }) => id !== other.id), other],
    },
  };
};

/** The other ticket has taken it: closed as a duplicate, whose requester goes on hearing of it. */
export const merged: ChangeOf<'merged'> = (ticket, { followed }, { now }) => {
  if (ticket.merging?.into !== followed.id) return { code: 'nothing-to-do' };
  return {
    ...withoutOffer(ticket, {
      state: 'closed',
      closedAs: 'duplicate',
      closedAt: isoOf(now),
      waitingFor: null,
      waitingUntil: null,
      visit: null,
      merging: null,
      followed,
    }),
    calls: [{ to: 'requester', about: 'merged' }],
  };
};

/** The other ticket has not taken it; whoever wanted that is told why. */
export const mergeRefused: ChangeOf<'merge-refused'> = (ticket, { into }) =>
  ticket.merging?.into === into
    ? { patch: { merging: null }, calls: [{ to: 'channel', about: 'merge-refused' }] }
    : { code: 'nothing-to-do' };

/** Within 7 calendar days. The duplicate is open again, and the other ticket forgets it. */
export const unmerge: ChangeOf<'unmerge'> = (ticket, _command, { now }) => {
  const { followed, closedAt } = ticket;
  if (!followed || closedAt === null) return { code: 'wrong-state', verb: 'unmerge', state: 'closed' };
  if (now >= instantOf(closedAt) + undoDays * millisecondsPerDay)
    return { code: 'undo-too-late', days: undoDays };
  return {
    patch: {
      state: isTaken(ticket) ? 'claimed' : 'new',
      closedAs: null,
      closedAt: null,
      followed: null,
    },
    orders: [{ target: followed.id, command: { verb: 'expel', ticketId: ticket.id } }],
  };
};

/** A wrong merge was undone. What the clock counted from stays, unless the start was the other's. */
export const expel: ChangeOf<'expel'> = (ticket, { ticketId }) => {
  if (!ticket.absorbed.some(({ id }) => id === ticketId)) return { code: 'nothing-to-do' };
  const absorbed = ticket.absorbed.filter(({ id }) => id !== ticketId);
  const own = ticket.history.find(({ command }) => command.verb === 'submit')?.at ?? ticket.createdAt;
  const submittedAt = [own, ...absorbed.map((each) => each.submittedAt)].sort()[0] ?? own;
  return { patch: { absorbed, submittedAt } };
};

/** Only what is newer than what is known; the requester is called where a visit was set or the problem is solved. */
export const news: ChangeOf<'news'> = (ticket, { followed }) => {
  const known = ticket.followed;
  if (known?.id !== followed.id || known.revision >= followed.revision) return { code: 'nothing-to-do' };
  const isSolved = followed.state === 'resolved' && known.state !== 'resolved';
  const hasVisit =
    followed.waitingFor === 'visit' &&
    (known.waitingFor !== 'visit' || known.waitingUntil !== followed.waitingUntil);
  const about = isSolved ? 'resolved' : hasVisit ? 'visit' : null;
  return {
    patch: { followed },
    shows: ['requester'],
    calls: about === null ? [] : [{ to: 'requester', about }],
  };
};

/** What a duplicate hears of the ticket that goes on for it. */
export function followedOf(ticket: Ticket): FollowedTicket {
  const { id, revision, state, waitingFor, waitingUntil } = ticket;
  const solved = ticket.history.findLast(({ command }) => command.verb === 'resolve')?.command;
  const isSolved = state === 'resolved' || ticket.closedAs === 'solved';
  const solution = isSolved && solved?.verb === 'resolve' ? solved.solution : null;
  return { id, revision, state, waitingFor, waitingUntil, solution };
}

/** Whether duplicates have something to hear. */
export function tellsNews(before: Ticket, after: Ticket): boolean {
  const one = { ...followedOf(before), revision: 0 };
  const other = { ...followedOf(after), revision: 0 };
  return JSON.stringify(one) !== JSON.stringify(other);
}
