import { isoOf } from '../sla/index.js';
import { checkText, commentLimit, type Calling, type Change, type ChangeOf } from './change.js';
import type { ReminderStage } from './commands.js';
import { isDue } from './deadlines.js';
import type { Refusal } from './decision.js';
import { checkReport } from './draft-changes.js';
import { movedCard, withoutOffer } from './handover-changes.js';
import { isSameParty, isTaken } from './party.js';
import type { PlaceName } from './outbox.js';
import { priorityWith } from './priority-changes.js';
import { isOfSchool } from './school-voice.js';
import type { Report, Ticket } from './ticket.js';
import { isUrgent } from './vocabulary.js';

/** From the school: calls whoever has it, and ends the waiting for an answer. By the staff: calls the requester. */
export const comment: ChangeOf<'comment'> = (ticket, { text }, { actor }) => {
  const problem = checkText(text, { required: true }) ?? checkRoom(ticket);
  if (problem) return problem;
  if (ticket.state === 'closed') return commentOnDuplicate(ticket, text);
  if (!isOfSchool(actor)) return { patch: {}, calls: [{ to: 'requester', about: 'comment' }] };
  const wasAwaited = ticket.state === 'waiting' && ticket.waitingFor === 'requester';
  return {
    patch: wasAwaited
      ? { state: isTaken(ticket) ? 'claimed' : 'new', waitingFor: null, waitingUntil: null, visit: null }
      : {},
    calls: [{ to: 'channel', about: 'requester-comment' }],
  };
};

/** Whoever works on the ticket that goes on for it shall read it. */
function commentOnDuplicate({ id, followed, requester }: Ticket, text: string): Change | Refusal {
  if (!followed) return { code: 'wrong-state', verb: 'comment', state: 'closed' };
  const { name } = requester;
  const command = { verb: 'comment-of-duplicate', ticketId: id, name, text } as const;
  return { patch: {}, shows: ['requester'], orders: [{ target: followed.id, command }] };
}

/** Among the staff; the requester neither sees it nor is told. */
export const note: ChangeOf<'note'> = (ticket, { text }) =>
  checkText(text, { required: true }) ?? checkRoom(ticket) ?? { patch: {}, shows: ['channel'] };

const mostStars = 5;

/** Whole stars, once for each solution. */
export const rate: ChangeOf<'rate'> = (ticket, { stars, text }) => {
  if (!hasSolutionToRate(ticket)) return { code: 'wrong-state', verb: 'rate', state: 'closed' };
  if (ticket.rating) return { code: 'already-rated' };
  if (!Number.isInteger(stars) || stars < 1 || stars > mostStars) {
    return { code: 'stars-out-of-range', most: mostStars };
  }
  return checkText(text, { required: false }) ?? { patch: { rating: { stars, text } } };
};

/** Whether there is a solution that the requester has not rated; the table of moves says when it may be. */
export function mayBeRated(ticket: Ticket): boolean {
  return hasSolutionToRate(ticket) && ticket.rating === null;
}

function hasSolutionToRate({ state, closedAs }: Ticket): boolean {
  return state !== 'closed' || closedAs === 'solved';
}

/** Everything until somebody has it, afterwards the description and the room. A new school moves the card. */
export const edit: ChangeOf<'edit'> = (ticket, { changes, handledBy, grounds = ticket.grounds }) => {
  const report: Report = { ...ticket.report, ...changes };
  const problem = checkReport(report);
  if (problem) return problem;
  if (isTaken(ticket)) {
    const others = { ...changes };
    delete others.description;
    delete others.room;
    if (differs(others, ticket.report)) return { code: 'only-description-and-room' };
    return { patch: { report } };
  }
  const priority = priorityWith(report, ticket.prioritySet);
  if (priority === null) return { code: 'no-ticket-needed' };
  const calls = isUrgent(priority) && !isUrgent(ticket.priority) ? [examNow] : [];
  const patch = { report, priority, grounds };
  if (!handledBy || isSameParty(handledBy, ticket.handledBy)) return { patch, calls };
  return { ...movedCard(ticket, { ...patch, handledBy, offer: null }), calls };
};

export const withdraw: ChangeOf<'withdraw'> = (ticket, { text }, { now }) =>
  checkText(text, { required: false }) ?? {
    ...withoutOffer(ticket, {
      state: 'closed',
      closedAs: 'withdrawn',
      closedAt: isoOf(now),
      waitingFor: null,
      waitingUntil: null,
      visit: null,
    }),
    calls: isTaken(ticket) ? [{ to: 'channel', about: 'withdrawn' }] : [],
  };

/** "An exam now": raises the priority until somebody has it, afterwards it only alerts that person. */
export const escalate: ChangeOf<'escalate'> = (ticket, { text }) => {
  const problem = checkText(text, { required: false });
  if (problem) return problem;
  if (isTaken(ticket)) return { patch: {}, calls: [examNow] };
  const report = { ...ticket.report, blocked: true };
  return { patch: { report, priority: priorityWith(report, ticket.prioritySet) }, calls: [examNow] };
};

/** The clock reminds, if there is still reason to; an unanswered offer goes to the help desk's channel, once. */
export const remind: ChangeOf<'remind'> = (ticket, command, { rules, clockNow }) => {
  const { stage } = command;
  if (!isDue(ticket, command, rules, clockNow))
    return { code: 'wrong-state', verb: 'remind', state: ticket.state };
  const calls = calledAt(stage, ticket);
  if (stage !== 'offer-unanswered') return { patch: {}, calls, shows: shownAt(stage) };
  if (!ticket.offer) return { code: 'nobody-to-offer-to' };
  return { patch: { offer: { ...ticket.offer, reminded: true } }, calls };
};

/** Whom a stage of the ladder calls. The channel of what the help desk handles is the help desk's: it is called once. */
function calledAt(stage: ReminderStage, { handledBy }: Ticket): readonly Calling[] {
  switch (stage) {
    case 'first-response-75':
    case 'first-response-100':
    case 'resolution-75':
    case 'last-visit':
    case 'next-update':
      return [{ to: 'channel', about: stage }];
    case 'resolution-100':
      return handledBy?.party === 'helpdesk'
        ? [{ to: 'channel', about: stage }]
        : [
            { to: 'channel', about: stage },
            { to: 'helpdesk', about: stage },
          ];
    case 'first-response-helpdesk':
    case 'offer-unanswered':
      return [{ to: 'helpdesk', about: stage }];
    case 'first-response-at-risk':
    case 'resolution-at-risk':
    case 'requester-silent':
      return [{ to: 'requester', about: stage }];
  }
}

/** A reminder is for the channel's eyes, unless the requester is called, or a promise that they were given is broken. */
function shownAt(stage: ReminderStage): readonly PlaceName[] {
  switch (stage) {
    case 'first-response-75':
    case 'resolution-75':
    case 'first-response-helpdesk':
    case 'last-visit':
    case 'next-update':
      return ['channel'];
    default:
      return ['requester', 'channel'];
  }
}

const examNow: Calling = { to: 'channel', about: 'exam-now' };

function checkRoom(ticket: Ticket): Refusal | null {
  const said = ticket.history.filter(({ command: { verb } }) => verb === 'comment' || verb === 'note').length;
  return said >= commentLimit ? { code: 'too-many-comments', limit: commentLimit } : null;
}

function differs(changes: Partial<Report>, report: Report): boolean {
  const now: Partial<Record<string, unknown>> = { ...report };
  return Object.entries(changes).some(
    ([field, value]) => JSON.stringify(now[field]) !== JSON.stringify(value),
  );
}
