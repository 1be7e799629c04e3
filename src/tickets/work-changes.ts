import { instantOf, isoOf, millisecondsPerDay, type Instant } from '../sla/index.js';
import { checkText, type ChangeOf, type Circumstances } from './change.js';
import { clockFacts } from './clocks.js';
import { isDue } from './deadlines.js';
import { movedCard, withoutOffer } from './handover-changes.js';
import { isOfferedWithin, isTaken } from './party.js';
import { resolutionPauses } from './pauses.js';
import type { Rules } from './rules.js';
import type { HandledBy, PersonRef, PlannedVisit, Ticket } from './ticket.js';

const reopenDays = 7;
const notWaiting = { waitingFor: null, waitingUntil: null, visit: null } as const;

export const claim: ChangeOf<'claim'> = (ticket, _command, circumstances) => ({
  patch: { state: 'claimed', handledBy: takenBy(ticket, circumstances) },
});

export const release: ChangeOf<'release'> = (ticket) => ({
  patch: {
    state: 'new',
    ...notWaiting,
    handledBy: ticket.handledBy && { ...ticket.handledBy, person: null },
    // Nobody has to be stood in for any more.
    ...(isOfferedWithin(ticket) && { offer: null }),
  },
});

/** Whoever waits for the requester has to ask something. */
export const hold: ChangeOf<'hold'> = (_ticket, { waitingFor, until, note }, { now }) => {
  if (until !== null && instantOf(until) <= now) return { code: 'date-in-past' };
  return (
    checkText(note, { required: waitingFor === 'requester' }) ?? {
      patch: { state: 'waiting', waitingFor, waitingUntil: until },
      calls: waitingFor === 'requester' ? [{ to: 'requester', about: 'comment' }] : [],
    }
  );
};

/**
 * A visit was promised; planning it again moves it. The resolution clock runs on, so that a visit after the promised
 * solution needs a reason, which the requester reads with the date. Only the system needs none: it moves what waits for a
 * visit that does not take place, and nothing else.
 */
export const planVisit: ChangeOf<'plan-visit'> = (ticket, { until, note, visit = null }, circumstances) => {
  const { now, rules, actor } = circumstances;
  const isOfSystem = actor.kind === 'system';
  if (instantOf(until) <= now) return { code: 'date-in-past' };
  if (isOfSystem && (!ticket.visit || isSameVisit(ticket.visit, visit))) return { code: 'nothing-to-do' };
  if (!isOfSystem && note.trim() === '' && isAfterPromise(ticket, instantOf(until), rules, now))
    return { code: 'reason-missing' };
  return (
    checkText(note, { required: false }) ?? {
      patch: {
        state: 'waiting',
        waitingFor: 'visit',
        waitingUntil: until,
        visit,
        handledBy: isTaken(ticket) || isOfSystem ? ticket.handledBy : takenBy(ticket, circumstances),
      },
      calls: [{ to: 'requester', about: 'visit' }],
    }
  );
};

function isSameVisit(one: PlannedVisit, other: PlannedVisit | null): boolean {
  return one.id === other?.id && one.from === other.from && one.to === other.to;
}

/**
 * By the staff at any time; by the clock when the date is reached, and not where it was moved meanwhile. Nobody but the
 * clock has to tell whoever goes on.
 */
export const resume: ChangeOf<'resume'> = (ticket, command, { actor, rules, clockNow }) => {
  if (actor.kind === 'system' && !isDue(ticket, command, rules, clockNow)) {
    return { code: 'wrong-state', verb: 'resume', state: ticket.state };
  }
  return {
    patch: { state: isTaken(ticket) ? 'claimed' : 'new', ...notWaiting },
    calls: actor.kind === 'system' ? [{ to: 'channel', about: 'waiting-over' }] : [],
  };
};

/** By whoever solved it, who has had it then; or by the incident that it is a part of, which changes nothing about who has it. */
export const resolve: ChangeOf<'resolve'> = (ticket, { solution, incident }, circumstances) => {
  const isOfIncident = incident !== undefined && ticket.incident?.id === incident.id;
  if (!isOfIncident && (incident !== undefined || circumstances.actor.kind === 'system'))
    return { code: 'nothing-to-do' };
  return (
    checkText(solution, { required: true }) ?? {
      ...withoutOffer(ticket, {
        state: 'resolved',
        ...notWaiting,
        resolvedAt: isoOf(circumstances.now),
        handledBy: isTaken(ticket) || isOfIncident ? ticket.handledBy : takenBy(ticket, circumstances),
      }),
      calls: [{ to: 'requester', about: 'resolved' }],
    }
  );
};

/**
 * Back to the last assignee where that person is at work, else to whoever comes first; where another party answers for the
 * school by now, there. Final closings stay final.
 * The next solution may be rated anew; what was said of this one stays in the history. What is promised from now on is
 * measured by the directory of today.
 */
export const reopen: ChangeOf<'reopen'> = (ticket, command, { now }) => {
  const { text, assigneeInForce, grounds = ticket.grounds, handledBy = null } = command;
  if (ticket.closedAs === 'withdrawn' || ticket.closedAs === 'duplicate') {
    return { code: 'wrong-state', verb: 'reopen', state: 'closed' };
  }
  if (!mayStillReopen(ticket, now)) {
    return { code: 'reopen-too-late', days: reopenDays };
  }
  const keeps = assigneeInForce && !handledBy && ticket.handledBy?.person;
  const patch: Partial<Ticket> = {
    state: keeps ? 'claimed' : 'new',
    closedAs: null,
    closedAt: null,
    resolvedAt: null,
    // What solved the others did not solve this one.
    incident: null,
    rating: null,
    grounds,
    handledBy:
      handledBy ??
      (ticket.handledBy && { ...ticket.handledBy, person: keeps ? ticket.handledBy.person : null }),
  };
  return (
    checkText(text, { required: false }) ?? {
      ...(handledBy ? movedCard(ticket, patch) : { patch }),
      calls: [{ to: 'channel', about: 'reopened' }],
    }
  );
};

/** A dispatcher confirms that a resolved ticket is done. */
export const close: ChangeOf<'close'> = (_ticket, _command, { now }) => ({
  patch: { state: 'closed', closedAs: 'solved', closedAt: isoOf(now) },
});

/** The requester has been silent: solved where there was a solution, no-reply where we were waiting for an answer. */
export const closeForSilence: ChangeOf<'close-for-silence'> = (ticket, command, { rules, now, clockNow }) => {
  const closedAt = isoOf(now);
  if (!isDue(ticket, command, rules, clockNow)) {
    return { code: 'wrong-state', verb: 'close-for-silence', state: ticket.state };
  }
  if (ticket.state === 'resolved') return { patch: { state: 'closed', closedAs: 'solved', closedAt } };
  return {
    ...withoutOffer(ticket, { state: 'closed', closedAs: 'no-reply', closedAt, ...notWaiting }),
    calls: [{ to: 'requester', about: 'closed-for-silence' }],
  };
};

/** A closed ticket can be reopened for 7 calendar days, unless it was withdrawn or is a duplicate. */
export function mayStillReopen(ticket: Ticket, now: Instant): boolean {
  if (ticket.closedAs === 'withdrawn' || ticket.closedAs === 'duplicate') return false;
  const until = reopensUntil(ticket);
  return until === null || now < until;
}

/** When a closed ticket can be reopened no more; null where it is not closed. */
export function reopensUntil({ closedAt }: Ticket): Instant | null {
  return closedAt === null ? null : instantOf(closedAt) + reopenDays * millisecondsPerDay;
}

/** Whether a visit would be later than the solution is promised, if the clock went on now. */
function isAfterPromise(ticket: Ticket, until: Instant, rules: Rules, now: Instant): boolean {
  const facts = clockFacts(ticket, rules);
  const dueAt =
    facts?.resolutionWith(resolutionPauses(facts.phases).map((pause) => ({ ...pause, to: pause.to ?? now })))
      .dueAt ?? null;
  return dueAt !== null && until > dueAt;
}

function takenBy(ticket: Ticket, { actor }: Circumstances): HandledBy | null {
  const person: PersonRef | null = actor.kind === 'person' ? { id: actor.id, name: actor.name } : null;
  return ticket.handledBy && { ...ticket.handledBy, person };
}
