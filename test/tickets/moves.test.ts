import { describe, expect, it } from 'vitest';
import {
  roles,
  ticketStates,
  type Role,
  type Ticket,
  type TicketState,
  type Verb,
} from '../../src/tickets/index.js';
import { isoOf } from '../../src/sla/index.js';
import { at } from '../sla/berlin.js';
import { allows, mayGoTo } from './design-table.js';
import { assignTo, day, hour, south, Story, wednesday, type Somebody } from './given.js';
import { plausible, verbs } from './plausible.js';

const visit = { verb: 'plan-visit', until: '2026-11-23T06:30:00.000Z', note: '' } as const;
const question = {
  verb: 'hold',
  waitingFor: 'requester',
  until: '2026-11-23T06:30:00.000Z',
  note: 'Which one?',
} as const;
const vendor = { ...question, waitingFor: 'vendor' } as const;
const offer = { verb: 'offer', to: south, note: '' } as const;
const attach = {
  verb: 'attach',
  incident: { id: 'S7M3QX', title: 'No WLAN', status: '', statusAt: '2026-11-18T08:00:00.000Z' },
} as const;

/** Nobody who answers for it has responded yet, so that reminders are still due. */
const assigned = () => Story.submitted().by('manager', assignTo('deputy'));
const solved = () => Story.submitted().by('manager', { verb: 'resolve', solution: 'Replaced.' });

/** Put on hold for the requester by a colleague, and reminded after 3 days. */
const silent = (hold: { readonly until: string | null }) =>
  assigned()
    .by('manager', { ...question, ...hold })
    .at('2026-11-24 07:30')
    .by('system', { verb: 'remind', stage: 'requester-silent', dueAt: isoOf(at('2026-11-24 07:30')) });

/** One ticket in each situation, at a time at which everything that the clock may want is due. */
const situations: Readonly<Record<string, Story>> = {
  draft: Story.draft().later(8 * day),
  new: Story.submitted().later(30 * day),
  'part of an incident': Story.submitted()
    .by('dispatcher', attach)
    .later(30 * day),
  'new and offered': Story.submitted()
    .by('manager', offer)
    .later(30 * day),
  claimed: assigned().later(30 * day),
  'claimed and offered': assigned()
    .by('deputy', offer)
    .later(30 * day),
  'waiting for the requester': silent({ until: '2026-12-11T06:30:00.000Z' }).later(30 * day),
  'waiting for the vendor': assigned()
    .by('deputy', vendor)
    .later(30 * day),
  'waiting for a visit, offered': Story.submitted()
    .by('manager', visit)
    .by('manager', offer)
    .later(30 * day),
  resolved: solved().later(10 * day),
  'closed as solved': solved().by('dispatcher', { verb: 'close' }).later(hour),
  'closed without an answer': silent({ until: null })
    .at('2026-12-02 07:30')
    .by('system', { verb: 'close-for-silence' })
    .later(hour),
  withdrawn: Story.submitted().by('requester', { verb: 'withdraw', text: '' }).later(hour),
  'merging and linked': Story.submitted()
    .by('manager', { verb: 'link', ticketId: '0THER2' })
    .by('manager', { verb: 'merge', into: '0THER2' })
    .later(30 * day),
  'going on for another': Story.submitted()
    .by('system', plausible('absorb', Story.submitted().ticket, wednesday))
    .later(30 * day),
  'closed as a duplicate': Story.submitted()
    .by('manager', { verb: 'merge', into: '0THER2' })
    .by('system', plausible('merged', Story.submitted().ticket, wednesday))
    .later(hour),
};

const notOffered = { accept: 'nobody-to-offer-to', decline: 'nobody-to-offer-to' } as const;

/** What needs something that a ticket seldom has, and what comes where it has not. */
const without: Readonly<Partial<Record<Verb, string>>> = {
  detach: 'nothing-to-do',
  'incident-status': 'nothing-to-do',
  unlink: 'nothing-to-do',
  informed: 'nothing-to-do',
  merged: 'nothing-to-do',
  'merge-refused': 'nothing-to-do',
  expel: 'nothing-to-do',
  news: 'nothing-to-do',
  'comment-of-duplicate': 'nothing-to-do',
  unmerge: 'wrong-state',
};

/** What the table allows and a further rule of the situation refuses. */
const furtherRules: Readonly<Record<string, Readonly<Partial<Record<Verb, string>>>>> = {
  draft: { tried: 'nothing-to-do' },
  'part of an incident': {
    accept: 'nobody-to-offer-to',
    decline: 'nobody-to-offer-to',
    attach: 'in-incident',
    // The incident's one clock reminds for all of its tickets.
    remind: 'wrong-state',
  },
  new: notOffered,
  claimed: notOffered,
  'waiting for the requester': notOffered,
  'waiting for the vendor': {
    accept: 'nobody-to-offer-to',
    decline: 'nobody-to-offer-to',
    'close-for-silence': 'wrong-state',
  },
  'waiting for a visit, offered': { 'close-for-silence': 'wrong-state' },
  // Only a duplicate has somebody who still works on it.
  'closed as solved': { comment: 'wrong-state' },
  'closed without an answer': { rate: 'wrong-state', comment: 'wrong-state' },
  withdrawn: { reopen: 'wrong-state', rate: 'wrong-state', comment: 'wrong-state' },
  'merging and linked': {
    ...notOffered,
    merge: 'merging',
    absorb: 'merging',
    link: 'nothing-to-do',
    unlink: 'accepted',
    merged: 'accepted',
    'merge-refused': 'accepted',
  },
  'going on for another': {
    ...notOffered,
    // It is about to be told that it goes on for that one.
    merge: 'nothing-to-do',
    expel: 'accepted',
    'comment-of-duplicate': 'accepted',
  },
  'closed as a duplicate': {
    reopen: 'wrong-state',
    rate: 'wrong-state',
    unmerge: 'accepted',
    news: 'accepted',
  },
};

const cases = Object.entries(situations).flatMap(([name, story]) =>
  roles.flatMap((role) => verbs.map((verb) => ({ name, story, role, verb }))),
);

describe('the table of roles, commands and states', () => {
  it.each(cases)('$name: $role, $verb', ({ name, story, role, verb }) => {
    const decision = story.ask(role, plausible(verb, story.ticket, story.now));
    const came = decision.kind === 'refused' ? decision.refusal.code : decision.kind;
    expect(came).toBe(expected(name, role, verb, story.ticket));
    if (decision.kind === 'accepted') {
      expect(mayGoTo(verb, story.ticket.state, decision.ticket.state)).toBe(true);
    }
  });

  it('is tried in every state', () => {
    const tried = new Set(Object.values(situations).map(({ ticket }) => ticket.state));
    expect(tried).toEqual(new Set(ticketStates));
  });
});

function expected(name: string, role: Role, verb: Verb, ticket: Ticket): string {
  if (allows(role, verb, ticket.state)) {
    if (role === 'system' && verb === 'resolve') return ticket.incident ? 'accepted' : 'nothing-to-do';
    // None of these waits for a visit of the rota.
    if (role === 'system' && verb === 'plan-visit') return 'nothing-to-do';
    const lacking = ticket.incident === null || !['detach', 'incident-status'].includes(verb);
    const removes = verb === 'discard' || verb === 'expire';
    const usual = removes ? 'gone' : 'accepted';
    return furtherRules[name]?.[verb] ?? (lacking ? (without[verb] ?? usual) : usual);
  }
  if (!ticketStates.some((state) => allows(role, verb, state))) return 'not-allowed';
  const isHeld = (['claimed', 'waiting'] satisfies TicketState[]).some((state) => state === ticket.state);
  return verb === 'claim' && isHeld ? 'taken' : 'wrong-state';
}

describe('a manager', () => {
  const elsewhere = assignTo('dispatcher', { ...southCampus(), person: null });
  it('assigns within the campus only; a dispatcher and an administrator assign anywhere', () => {
    const ask = (who: Somebody) => Story.submitted().refusal(who, elsewhere);
    expect(ask('manager')).toBe('not-allowed');
    expect(ask('dispatcher')).toBe('accepted');
    expect(ask('administrator')).toBe('accepted');
    expect(Story.submitted().refusal('manager', assignTo('deputy'))).toBe('accepted');
  });
});

function southCampus() {
  return { ...south, reason: { code: 'handed-over', by: 'Dispatcher' } } as const;
}
