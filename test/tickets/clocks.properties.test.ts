import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, type Instant } from '../../src/sla/index.js';
import { clockFacts } from '../../src/tickets/clocks.js';
import { ladderLines } from '../../src/tickets/ladder.js';
import { measured } from '../../src/tickets/measure.js';
import {
  clocksOf,
  decide,
  dueCommand,
  nextDeadline,
  type Rules,
  type Ticket,
} from '../../src/tickets/index.js';
import { delivered, minute, rules, rulesWith, Story, wednesday } from './given.js';
import { play, sequences, written, type Step } from './sequences.js';

/** Whatever people and the clock do, in any order. */
function always(holds: (sequence: readonly Step[]) => void): void {
  fc.assert(fc.property(sequences, holds), { numRuns: 300 });
}

function everyTicket(holds: (ticket: Ticket, now: Instant) => void): void {
  always((sequence) => {
    for (const { ticket, now } of written(sequence)) holds(ticket, now);
  });
}

const each = { firstResponse: 45, resolution: 300 };
const stricter = rulesWith({
  targets: { P1: each, P2: each, P3: each, P4: each },
  nextUpdate: 120,
  ladder: { requesterSilent: { remindAfterDays: 1, closeAfterDays: 2 }, offerAnswerAfter: 10 },
});

describe('the clocks of any ticket', () => {
  it('never go backwards while only time passes, and promise the same', () => {
    fc.assert(
      fc.property(sequences, fc.nat(30 * 24 * 60), (sequence, minutes) => {
        const last = written(sequence).at(-1);
        if (!last) return;
        const before = clocksOf(last.ticket, rules, last.now);
        const after = clocksOf(last.ticket, rules, last.now + minutes * 60_000);
        if (!before || !after) return;
        for (const of of ['firstResponse', 'resolution'] as const) {
          expect(after[of].usedServiceMinutes).toBeGreaterThanOrEqual(before[of].usedServiceMinutes);
          expect(after[of].leftServiceMinutes).toBeLessThanOrEqual(before[of].leftServiceMinutes);
          expect(after[of].dueAt).toBe(before[of].dueAt);
        }
        expect(after.nextUpdate).toEqual(before.nextUpdate);
      }),
      { numRuns: 300 },
    );
  });

  it('are never shortened by a pause', () => {
    everyTicket((ticket) => {
      const facts = clockFacts(ticket, rules);
      if (!facts) return;
      const unpaused = facts.resolutionWith([]).dueAt ?? Number.NaN;
      expect(facts.resolution.dueAt ?? Infinity).toBeGreaterThanOrEqual(unpaused);
    });
  });

  it('judge a promise by what was used of it, never by more than passed', () => {
    everyTicket(({ results, submittedAt }) => {
      for (const result of [results.firstResponse, results.resolution]) {
        if (!result) continue;
        expect(result.met).toBe(result.used <= result.target);
        expect(result.used).toBeGreaterThanOrEqual(0);
        expect(result.used).toBeLessThanOrEqual(
          (Date.parse(result.at) - Date.parse(submittedAt ?? '')) / 60_000,
        );
      }
    });
  });

  it('promise nothing more once the ticket is over', () => {
    everyTicket(({ state, nextPromiseAt, nextUpdateDueAt, resolutionDueAt }) => {
      if (state !== 'closed' && state !== 'resolved') return;
      expect([nextPromiseAt, nextUpdateDueAt, resolutionDueAt]).toEqual([null, null, null]);
    });
  });
});

describe('a recomputation of any ticket', () => {
  it('changes nothing where the rules are the same', () => {
    everyTicket((ticket) => {
      expect(measured(ticket, rules)).toEqual(ticket);
    });
  });

  it('changes nothing the second time', () => {
    everyTicket((ticket) => {
      const once = measured(ticket, stricter);
      expect(measured(once, stricter)).toEqual(once);
    });
  });

  it('keeps the results that were frozen', () => {
    everyTicket((ticket) => {
      expect(measured(ticket, stricter).results).toEqual(ticket.results);
    });
  });
});

describe('the ladder of any ticket', () => {
  it('has no instant outside of service hours', () => {
    everyTicket((ticket, now) => {
      if (ticket.state === 'new' || ticket.state === 'claimed' || ticket.state === 'waiting') {
        for (const { at } of ladderLines(ticket, rules).flat()) expect(rules.calendar.isOpen(at)).toBe(true);
        const next = nextDeadline(delivered(ticket, now), rules, -Infinity);
        expect(next === null || rules.calendar.isOpen(next)).toBe(true);
      }
    });
  });

  it('has none outside of service hours whenever it was reported, even where a target is used up at closing time', () => {
    const quarters = fc.nat(14 * 24 * 4);
    fc.assert(
      fc.property(quarters, fc.boolean(), (quarter, blocked) => {
        const story = Story.submitted({ blocked }, wednesday + quarter * 15 * minute);
        for (const { at } of ladderLines(story.ticket, rules).flat()) {
          expect(rules.calendar.isOpen(at)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives at most one reminder for each key', () => {
    let given = 0;
    always((sequence) => {
      const keys = new Set<string>();
      for (const { before, decision, envelope } of play(sequence)) {
        if (decision.kind !== 'accepted' || envelope.command.verb !== 'remind') continue;
        const known = new Set(before.outbox.map(({ key }) => key));
        for (const { kind, key } of decision.ticket.outbox) {
          if (kind === 'show' || known.has(key)) continue;
          expect(keys).not.toContain(key);
          keys.add(key);
          given += 1;
        }
      }
    });
    expect(given, 'reminders that were looked at').toBeGreaterThan(100);
  });

  it('says nothing twice and comes to an end, however often the rules change', () => {
    fc.assert(
      fc.property(sequences, fc.array(fc.nat(4 * 24 * 60), { maxLength: 6 }), (sequence, waits) => {
        const last = written(sequence).at(-1);
        if (!last) return;
        let { ticket, now } = last;
        for (const [index, minutes] of waits.entries()) {
          now += minutes * 60_000;
          const inForce = index % 2 === 0 ? stricter : rules;
          ticket = afterClock(recomputed(ticket, inForce, now), inForce, now);
        }
        const said = ticket.history.flatMap(({ command }) =>
          command.verb === 'remind' ? [`${command.stage} ${command.dueAt}`] : [],
        );
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 300 },
    );
  });
});

function recomputed(ticket: Ticket, inForce: Rules, now: Instant): Ticket {
  const command = { verb: 'recompute', rulesVersion: inForce.version, grounds: ticket.grounds } as const;
  const envelope = { id: `job at ${isoOf(now)}`, actor: { kind: 'system' }, command } as const;
  const decision = decide(ticket, envelope, inForce, now);
  return decision.kind === 'accepted' ? decision.ticket : ticket;
}

/** The ticket after everything that the clock has to do now. */
function afterClock(start: Ticket, inForce: Rules, now: Instant): Ticket {
  let ticket = delivered(start, now, inForce);
  for (let given = 0; given < 20; given += 1) {
    const due = dueCommand(ticket, inForce, now);
    if (!due) return ticket;
    const decision = decide(ticket, { ...due, actor: { kind: 'system' } }, inForce, now);
    if (decision.kind !== 'accepted') {
      expect(decision.kind).toBe('gone');
      return ticket;
    }
    ticket = delivered(decision.ticket, now, inForce);
  }
  throw new Error('the clock spins');
}
