import type { Role, TicketState, Verb } from '../../src/tickets/index.js';

const everyStaff = 'manager dispatcher administrator';
const everyWorker = `${everyStaff} provider`;
const arranging = 'set-priority, merge, split, link, unlink';
const writingDown = 'edit, escalate, photo';
const systemAnytime = 'merge-refused, expel, link, unlink, comment-of-duplicate, order-refused';
const systemWhileOpen = `absorb, merged, reroute, ${systemAnytime}`;

/**
 * "States and moves" and "who may" of docs/rules.md, said once more and independently of the code.
 * Each line: which roles, and what they or the clock may do in this state. Who has which role at a ticket is another table.
 */
const statement: Readonly<Record<TicketState, readonly (readonly [string, string])[]>> = {
  draft: [
    [`requester ${everyStaff}`, 'submit, revise, photo, discard'],
    ['requester', 'tried'],
    ['system', 'expire, submit'],
  ],
  new: [
    ['requester', 'comment, edit, withdraw, escalate, photo, attach, detach'],
    ['contact', 'comment, escalate, photo'],
    ['dispatcher administrator', 'attach, detach'],
    [everyStaff, `assign, ${arranging}, ${writingDown}`],
    [everyWorker, 'claim, offer, accept, decline, plan-visit, resolve, comment, note, informed'],
    ['system', systemWhileOpen],
    ['system', 'remind, recompute, resolve, attach, incident-status'],
  ],
  claimed: [
    ['requester', 'comment, edit, withdraw, escalate, photo, attach, detach'],
    ['contact', 'comment, escalate, photo'],
    ['dispatcher administrator', 'attach, detach'],
    [everyStaff, `assign, ${arranging}, ${writingDown}`],
    [everyWorker, 'release, hold, plan-visit, resolve, comment, note, informed'],
    [everyWorker, 'offer, accept, decline'],
    ['system', systemWhileOpen],
    ['system', 'remind, recompute, resolve, attach, incident-status'],
  ],
  waiting: [
    ['requester', 'comment, edit, withdraw, escalate, photo, attach, detach'],
    ['contact', 'comment, escalate, photo'],
    ['dispatcher administrator', 'attach, detach'],
    [everyStaff, `assign, ${arranging}, ${writingDown}`],
    [everyWorker, 'release, resume, plan-visit, resolve, comment, note, informed'],
    [everyWorker, 'offer, accept, decline'],
    ['system', systemWhileOpen],
    ['system', 'remind, recompute, resume, plan-visit, close-for-silence, resolve, attach, incident-status'],
  ],
  resolved: [
    ['requester', 'comment, reopen, rate, detach'],
    ['contact', 'comment'],
    ['dispatcher administrator', 'detach, close'],
    [everyStaff, 'link, unlink'],
    [everyWorker, 'comment, note, reopen, informed'],
    ['system', `recompute, close-for-silence, ${systemAnytime}`],
  ],
  closed: [
    ['requester', 'reopen, rate, comment, unmerge'],
    [everyStaff, 'unmerge, link, unlink'],
    [everyWorker, 'reopen, informed'],
    ['system', `news, ${systemAnytime}`],
  ],
};

/** Where a command that is accepted leads from each state; a command that is not named stays where it is. */
const leads: Readonly<Partial<Record<Verb, Readonly<Partial<Record<TicketState, readonly TicketState[]>>>>>> =
  {
    submit: { draft: ['new'] },
    claim: { new: ['claimed'] },
    assign: { new: ['claimed', 'new'], claimed: ['claimed', 'new'], waiting: ['waiting', 'new'] },
    accept: { new: ['claimed'] },
    'plan-visit': { new: ['waiting'], claimed: ['waiting'] },
    hold: { claimed: ['waiting'] },
    release: { claimed: ['new'], waiting: ['new'] },
    // What waits and has come to another campus meanwhile is nobody's there.
    resume: { waiting: ['claimed', 'new'] },
    comment: { waiting: ['waiting', 'claimed', 'new'] },
    resolve: { new: ['resolved'], claimed: ['resolved'], waiting: ['resolved'] },
    withdraw: { new: ['closed'], claimed: ['closed'], waiting: ['closed'] },
    reopen: { resolved: ['claimed', 'new'], closed: ['claimed', 'new'] },
    close: { resolved: ['closed'] },
    'close-for-silence': { resolved: ['closed'], waiting: ['closed'] },
    merged: { new: ['closed'], claimed: ['closed'], waiting: ['closed'] },
    unmerge: { closed: ['claimed', 'new'] },
    news: { closed: ['closed', 'new'] },
    reroute: { claimed: ['claimed', 'new'] },
  };

export function allows(role: Role, verb: Verb, state: TicketState): boolean {
  return statement[state].some(
    ([who, what]) => who.split(' ').includes(role) && what.split(', ').includes(verb),
  );
}

export function mayGoTo(verb: Verb, from: TicketState, to: TicketState): boolean {
  return (leads[verb]?.[from] ?? [from]).includes(to);
}
