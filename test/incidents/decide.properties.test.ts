import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentCommand } from '../../src/incidents/commands.js';
import { decideIncident, newIncident } from '../../src/incidents/decide.js';
import type { Incident, IncidentState, Suspect } from '../../src/incidents/incident.js';
import { isoOf, type Instant } from '../../src/sla/index.js';
import { bodyOf } from '../../src/store/body.js';
import { textLimit } from '../../src/tickets/index.js';
import { minute, rules, wednesday } from '../tickets/given.js';

const suspect = (number: number): Suspect => ({
  ticketId: `T${String(number)}`,
  requesterId: `person-${String(number)}`,
  schoolId: '1',
  scope: null,
  submittedAt: isoOf(wednesday + number * minute),
  priority: number % 2 === 0 ? 'P3' : 'P2',
});
const dispatcher = { id: 'dispatcher', name: 'Dispatcher' };

const suspected = (): Incident =>
  newIncident(
    'network:1:2026-11-18:1',
    { fault: { kind: 'network' }, schoolId: '1', tickets: [suspect(1), suspect(2), suspect(3)] },
    rules,
    wednesday,
  );

const number = fc.integer({ min: 1, max: 12 });
const commands: fc.Arbitrary<IncidentCommand> = fc.oneof(
  fc.record({
    verb: fc.constant('suspect' as const),
    tickets: fc.array(number.map(suspect), { maxLength: 4 }),
  }),
  fc.record({
    verb: fc.constant('declare' as const),
    title: fc.constantFrom('', 'No network'),
    status: fc.constantFrom('', 'On it'),
  }),
  fc.constant({ verb: 'dismiss' as const }),
  fc.record({
    verb: fc.constant('lapse' as const),
    ticketIds: fc.constantFrom(['T1', 'T2', 'T3'], ['T1']),
  }),
  fc.record({ verb: fc.constant('tell' as const), status: fc.constantFrom('', 'On it', 'Soon') }),
  fc.record({ verb: fc.constant('resolve' as const), solution: fc.constantFrom('', 'Replaced') }),
  fc.constant({ verb: 'add' as const }),
  fc.record({ verb: fc.constant('joined' as const), ticket: number.map(suspect) }),
  fc.record({ verb: fc.constant('left' as const), ticketId: number.map((each) => `T${String(each)}`) }),
);

const next: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  suspected: ['suspected', 'open', 'dismissed'],
  open: ['open', 'resolved'],
  resolved: ['resolved'],
  dismissed: ['dismissed', 'suspected'],
};

/** Each command in turn, by the dispatcher; `check` sees what it was before and is after. */
function played(
  list: readonly IncidentCommand[],
  check: (before: Incident, after: Incident, id: string, now: Instant) => void,
): void {
  let incident = suspected();
  for (const [index, command] of list.entries()) {
    const now = wednesday + index * minute;
    const order = { id: `order-${String(index)}`, by: dispatcher, command };
    const decision = decideIncident(incident, order, rules, now);
    if (decision.kind !== 'accepted') continue;
    check(incident, decision.incident, order.id, now);
    incident = decision.incident;
    expect(decideIncident(incident, order, rules, now).kind).toBe('replayed');
  }
}

describe('whatever is asked of an incident in whichever order', () => {
  it('goes only from state to state as the rules say, one entry and one revision for each command', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25 }), (list) => {
        played(list, (before, after, id) => {
          expect(next[before.state]).toContain(after.state);
          expect(after.revision).toBe(before.revision + 1);
          expect(after.history.at(-1)?.id).toBe(id);
        });
      }),
    );
  });

  it('never starts later and never loses priority while it is open', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25 }), (list) => {
        played(list, (before, after) => {
          if (after.state !== 'open' || before.state !== 'open') return;
          expect(after.startedAt <= before.startedAt).toBe(true);
          expect(after.priority <= before.priority).toBe(true);
        });
      }),
    );
  });

  it('has a title and a promise exactly while it is open, and wakes for its card', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25 }), (list) => {
        played(list, (_before, after, _id, now) => {
          expect(after.resolutionDueAt !== null).toBe(after.state === 'open');
          if (after.state === 'open') expect(after.title).not.toBe('');
          // What came to nothing before it was posted needs no card.
          const isMoot = after.state === 'dismissed' && after.card === null;
          expect(after.wakeAt !== null && after.wakeAt <= isoOf(now)).toBe(!isMoot);
        });
      }),
    );
  });

  it('ends no suspicion to which a ticket came that was not looked at', () => {
    const lapses = (...ticketIds: string[]): string => {
      const order = { id: 'lapse:0', by: null, command: { verb: 'lapse', ticketIds } as const };
      return decideIncident(suspected(), order, rules, wednesday).kind;
    };
    expect([lapses('T1', 'T2'), lapses('T1', 'T2', 'T3')]).toEqual(['refused', 'accepted']);
  });

  it('asks at most one status of its tickets at a time, and nothing after their solution', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25 }), (list) => {
        played(list, (_before, { followUps }) => {
          const verbs = followUps.map(({ verb }) => verb);
          expect(verbs.filter((verb) => verb === 'incident-status').length).toBeLessThanOrEqual(1);
          if (verbs.includes('resolve')) expect(verbs.at(-1)).toBe('resolve');
        });
      }),
    );
  });
});

describe('an incident that was dismissed', () => {
  const dismissed = (): Incident => {
    const order = { id: 'dismiss', by: dispatcher, command: { verb: 'dismiss' } } as const;
    const decision = decideIncident(suspected(), order, rules, wednesday);
    if (decision.kind !== 'accepted') throw new Error('a suspicion can be dismissed');
    return decision.incident;
  };
  const again = (...numbers: readonly number[]) =>
    decideIncident(
      dismissed(),
      { id: 'again', by: null, command: { verb: 'suspect', tickets: numbers.map(suspect) } },
      rules,
      wednesday,
    );

  it('is silent until as many new tickets come as make a suspicion', () => {
    expect(again(1, 2, 3).kind).toBe('refused');
    expect(again(1, 2, 3, 4, 5).kind).toBe('refused');
    const decision = again(1, 2, 3, 4, 5, 6);
    expect(decision.kind).toBe('accepted');
    if (decision.kind !== 'accepted') return;
    expect(decision.incident.state).toBe('suspected');
    expect(decision.incident.suspects.map(({ ticketId }) => ticketId)).toEqual(['T4', 'T5', 'T6']);
    expect(decision.incident.card).toBeNull();
  });
});

describe('an incident that half of the city is a part of', () => {
  it('fits into a document, however many have reported it and however much was said', () => {
    const hundreds = Array.from({ length: 500 }, (_, index) => suspect(index));
    const longest = (index: number): string => `${String(index)} `.padEnd(textLimit, '\u20ac');
    const suspects = hundreds.map((each): IncidentCommand => ({ verb: 'suspect', tickets: [each] }));
    const statuses = Array.from({ length: 200 }, (_, index): IncidentCommand => ({
      verb: 'tell',
      status: longest(index),
    }));
    const declare: IncidentCommand = { verb: 'declare', title: 'No network', status: 'On it' };
    let last = suspected();
    played([...suspects, declare, ...suspects, ...statuses], (_before, after) => {
      last = after;
    });
    expect(last.suspects.length).toBe(500);
    expect(last.status).toBe(longest(199));
    expect(() => bodyOf(last)).not.toThrow();
  });
});
