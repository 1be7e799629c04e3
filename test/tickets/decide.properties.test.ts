import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isoOf, type Instant } from '../../src/sla/index.js';
import { decide, dueCommand, nextDeadline, type Ticket } from '../../src/tickets/index.js';
import { firstRespondedAt } from '../../src/tickets/response.js';
import { allows, mayGoTo } from './design-table.js';
import { delivered, rules } from './given.js';
import { play, sequences, written, type Step } from './sequences.js';

/** Whatever people and the clock do, in any order. */
function always(holds: (sequence: readonly Step[]) => void): void {
  fc.assert(fc.property(sequences, holds), { numRuns: 300 });
}

/** The sentences about a ticket's fields that do not hold; none of these combinations may ever be. */
function forbidden(ticket: Ticket): string[] {
  const { state, closedAs, waitingFor, waitingUntil, handledBy, offer, places, outbox } = ticket;
  const isOpen = state === 'new' || state === 'claimed' || state === 'waiting';
  const isSolved = state === 'resolved' || closedAs === 'solved';
  const solution = ticket.history
    .map(({ command }) => command)
    .findLast((command) => command.verb === 'resolve');
  const rules: readonly (readonly [string, boolean])[] = [
    ['only who waits waits for somebody', (state === 'waiting') === (waitingFor !== null)],
    ['only who waits waits until a day', state === 'waiting' || waitingUntil === null],
    ['a visit has a day', waitingFor !== 'visit' || waitingUntil !== null],
    ['only what is closed has an ending', (state === 'closed') === (closedAs !== null)],
    ['only what is closed was closed at some time', (state === 'closed') === (ticket.closedAt !== null)],
    ['exactly what is solved was solved at some time', isSolved === (ticket.resolvedAt !== null)],
    ['only a draft is nobody’s', (state === 'draft') === (handledBy === null)],
    ['only a draft is without priority', (state === 'draft') === (ticket.priority === null)],
    ['only a draft was not submitted', (state === 'draft') === (ticket.submittedAt === null)],
    ['only a draft promises nothing', (state === 'draft') === (ticket.firstResponseDueAt === null)],
    ['nobody has what is new', state !== 'new' || handledBy?.person === null],
    ['somebody has what is claimed', state !== 'claimed' || !!handledBy?.person],
    [
      'somebody has what waits, unless the school has another campus since',
      state !== 'waiting' || !!handledBy?.person || wasRerouted(ticket),
    ],
    [
      'somebody, or its incident, solved what is solved',
      !isSolved || !!handledBy?.person || solution?.incident !== undefined,
    ],
    [
      'a campus is named by its id',
      (handledBy?.party === 'campus') === (typeof handledBy?.campusId === 'string'),
    ],
    ['only what is open is offered', isOpen || offer === null],
    [
      'nothing is offered to whoever has it, but to one of them who stands in',
      !offer || !handledBy || !isSame(offer.to, handledBy) || !!offer.to.person,
    ],
    [
      'no card asks for an answer to no offer',
      offer !== null || places.every(({ name }) => name !== 'offer'),
    ],
    ['each place is named once', isUnique(places.map(({ name }) => name))],
    ['each intention stands once', isUnique(outbox.map(({ key }) => key))],
    [
      'only what was solved is rated',
      ticket.rating === null || ticket.history.some((each) => each.command.verb === 'resolve'),
    ],
    ['a draft tells nobody', state !== 'draft' || outbox.length === 0],
  ];
  return rules.filter(([, holds]) => !holds).map(([sentence]) => sentence);
}

function wasRerouted({ history }: Ticket): boolean {
  return history.some(({ command }) => command.verb === 'reroute');
}

describe('any sequence of commands', () => {
  it('reaches no ticket that must not be', () => {
    always((sequence) => {
      for (const { ticket } of written(sequence)) expect(forbidden(ticket)).toEqual([]);
    });
  });

  it('goes only where the table leads, by whoever it allows', () => {
    always((sequence) => {
      for (const { before, envelope, decision } of play(sequence)) {
        if (decision.kind === 'refused' || decision.kind === 'replayed') continue;
        const { actor, command } = envelope;
        const role = actor.kind === 'system' ? 'system' : actor.role;
        expect(allows(role, command.verb, before.state)).toBe(true);
        if (decision.kind === 'gone') expect(before.state).toBe('draft');
        else expect(mayGoTo(command.verb, before.state, decision.ticket.state)).toBe(true);
      }
    });
  });

  it('leaves exactly one entry in the history for each accepted command', () => {
    always((sequence) => {
      for (const { before, envelope, decision, now } of play(sequence)) {
        if (decision.kind !== 'accepted') continue;
        const { ticket } = decision;
        expect(ticket.history).toEqual([...before.history, { ...envelope, at: isoOf(now) }]);
        expect(ticket.revision).toBe(before.revision + 1);
        expect(ticket.commandIds).toEqual(ticket.history.map(({ id }) => id).slice(-50));
      }
    });
  });

  it('changes nothing when a command comes again, however much later and whatever it says now', () => {
    always((sequence) => {
      const last = written(sequence).at(-1);
      if (!last) return;
      for (const { id, actor } of last.ticket.history) {
        const again = { id, actor, command: { verb: 'claim' } } as const;
        expect(decide(last.ticket, again, rules, last.now + 1)).toEqual({
          kind: 'replayed',
          ticket: last.ticket,
        });
      }
    });
  });

  it('changes nothing that was decided before: the ticket before is never touched', () => {
    always((sequence) => {
      const first = play(sequence).map(({ before }) => JSON.stringify(before));
      expect(play(sequence).map(({ before }) => JSON.stringify(before))).toEqual(first);
    });
  });

  it('never forgets what waits to be sent', () => {
    always((sequence) => {
      for (const { before, decision } of play(sequence)) {
        if (decision.kind !== 'accepted') continue;
        expect(decision.ticket.outbox).toEqual(expect.arrayContaining([...before.outbox]));
      }
    });
  });

  it('keeps the first response as the history tells it, and only a release or the directory takes one back', () => {
    always((sequence) => {
      for (const { before, envelope, decision } of play(sequence)) {
        if (decision.kind !== 'accepted') continue;
        const { ticket } = decision;
        expect(ticket.firstRespondedAt).toBe(firstRespondedAt(ticket.history));
        const isKept =
          before.firstRespondedAt === null || ticket.firstRespondedAt === before.firstRespondedAt;
        const { verb } = envelope.command;
        expect(isKept || verb === 'release' || verb === 'reroute').toBe(true);
        if (before.history.some(({ command: { verb } }) => verb === 'resolve' || verb === 'plan-visit')) {
          expect(ticket.firstRespondedAt).toBe(before.firstRespondedAt);
        }
      }
    });
  });
});

describe('the instant at which a ticket wakes', () => {
  it('is now, or the end of the lease, while something waits to be sent, else the next deadline', () => {
    always((sequence) => {
      for (const { ticket, now } of written(sequence)) {
        if (ticket.outbox.length > 0) expect(ticket.wakeAt).toBe(ticket.lease?.until ?? isoOf(now));
        const quiet = delivered(ticket, now);
        const next = nextDeadline(quiet, rules, -Infinity);
        expect(quiet).toMatchObject({ outbox: [], lease: null, wakeAt: next === null ? null : isoOf(next) });
        if (ticket.state === 'closed') expect(quiet.wakeAt).toBeNull();
        if (ticket.state === 'draft' || ticket.state === 'resolved') expect(quiet.wakeAt).not.toBeNull();
      }
    });
  });

  it('has something to do that is accepted, after which it wakes later or never', () => {
    always((sequence) => {
      for (const { ticket, now } of written(sequence)) {
        const wakesAt = wakeOf(delivered(ticket, now));
        if (wakesAt !== null) expectProgress(ticket, Math.max(now, wakesAt));
      }
    });
  });

  it('may come late: what is due then comes to an end, too', () => {
    fc.assert(
      fc.property(sequences, fc.nat(40 * 24 * 60), (sequence, minutes) => {
        const last = written(sequence).at(-1);
        if (last) expectProgress(last.ticket, last.now + minutes * 60_000);
      }),
    );
  });

  it('is never before what is due, and nothing is due before it', () => {
    always((sequence) => {
      for (const { ticket, now } of written(sequence)) {
        const wakesAt = wakeOf(delivered(ticket, now));
        if (wakesAt === null) expect(dueCommand(ticket, rules, now + 1e12)).toBeNull();
        else expect(dueCommand(ticket, rules, wakesAt - 1)).toBeNull();
      }
    });
  });
});

/** The lines of the ladder: of each, one reminder at most is given at one time. */
const lines: readonly (readonly string[])[] = [
  ['offer-unanswered'],
  ['first-response-75', 'first-response-100', 'first-response-helpdesk'],
  ['first-response-at-risk'],
  ['resolution-75', 'resolution-100'],
  ['resolution-at-risk'],
  ['next-update'],
  ['requester-silent'],
];

/** Several deadlines may fall on one opening; each is met once, and never a lower stage after a higher. */
function expectProgress(start: Ticket, now: Instant): void {
  let ticket = delivered(start, now);
  const given: string[] = [];
  for (let due = dueCommand(ticket, rules, now); due; due = dueCommand(ticket, rules, now)) {
    const decision = decide(ticket, { ...due, actor: { kind: 'system' } }, rules, now);
    expect(['accepted', 'gone']).toContain(decision.kind);
    if (decision.kind !== 'accepted') return;
    expect(given).not.toContain(due.id);
    given.push(due.id);
    ticket = delivered(decision.ticket, now);
  }
  const changes = given.filter((id) => !id.startsWith('clock:remind:'));
  expect(changes.length).toBeLessThanOrEqual(1);
  for (const line of lines) {
    const reminders = given.filter((id) => line.some((stage) => id.startsWith(`clock:remind:${stage}:`)));
    expect(reminders.length).toBeLessThanOrEqual(1);
  }
  expect(wakeOf(ticket) ?? Infinity).toBeGreaterThan(now);
}

function wakeOf({ wakeAt }: Ticket): Instant | null {
  return wakeAt === null ? null : instantOf(wakeAt);
}

function isSame(
  one: { party: string; campusId: string | null },
  other: { party: string; campusId: string | null },
) {
  return one.party === other.party && one.campusId === other.campusId;
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
