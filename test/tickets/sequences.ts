import fc from 'fast-check';
import type { Instant } from '../../src/sla/index.js';
import {
  decide,
  dueCommand,
  roles,
  type CommandEnvelope,
  type Decision,
  type Role,
  type Ticket,
  type Verb,
} from '../../src/tickets/index.js';
import { allows } from './design-table.js';
import { aDraft, actor, day, delivered, hour, minute, rules, wednesday } from './given.js';
import { plausible, verbs } from './plausible.js';

/** One thing that somebody tries, some time after the one before. */
export interface Step {
  readonly role: Role;
  /** Any verb; or one that the design allows the role now, so that long roads come about; or what the clock has to do. */
  readonly wish: { readonly any: Verb } | { readonly allowed: number } | 'clock';
  readonly choice: number;
  readonly later: number;
  /** Whether what waits to be sent arrives before. */
  readonly arrives: boolean;
}

export interface Moment {
  readonly before: Ticket;
  readonly envelope: CommandEnvelope;
  readonly now: Instant;
  readonly decision: Decision;
}

const steps: fc.Arbitrary<Step> = fc.record({
  role: fc.constantFrom<Role>(...roles),
  wish: fc.oneof(
    { weight: 6, arbitrary: fc.record({ allowed: fc.nat(999) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.constantFrom(...verbs) }) },
    { weight: 2, arbitrary: fc.constant('clock' as const) },
  ),
  choice: fc.nat(99),
  later: fc.oneof(
    fc.integer({ min: 1, max: minute }),
    fc.integer({ min: 1, max: 5 * hour }),
    fc.integer({ min: 1, max: 9 * day }),
  ),
  arrives: fc.boolean(),
});

/** A ticket and whatever its people and the clock do with it, up to forty times, from the draft on. */
export const sequences = fc.array(steps, { minLength: 1, maxLength: 39 }).map((rest): readonly Step[] => [
  {
    role: 'requester',
    wish: { any: 'submit' },
    choice: rest[0]?.choice ?? 0,
    later: minute,
    arrives: true,
  },
  ...rest,
]);

/** What happens, one moment after the other; ends with the document. */
export function play(sequence: readonly Step[]): Moment[] {
  const moments: Moment[] = [];
  let ticket = aDraft();
  let now = wednesday;
  for (const [index, step] of sequence.entries()) {
    now += step.later;
    if (step.arrives) ticket = delivered(ticket, now);
    const envelope = envelopeOf(step, ticket, now, `step-${index}`);
    if (!envelope) continue;
    const decision = decide(ticket, envelope, rules, now);
    moments.push({ before: ticket, envelope, now, decision });
    if (decision.kind === 'gone') break;
    if (decision.kind === 'accepted') ticket = decision.ticket;
  }
  return moments;
}

/** The tickets as they were written, with the instant of each. */
export function written(sequence: readonly Step[]): { readonly ticket: Ticket; readonly now: Instant }[] {
  return play(sequence).flatMap(({ decision, now }) =>
    decision.kind === 'accepted' ? [{ ticket: decision.ticket, now }] : [],
  );
}

function envelopeOf(step: Step, ticket: Ticket, now: Instant, id: string): CommandEnvelope | null {
  const { role, wish, choice } = step;
  if (wish === 'clock') {
    const due = dueCommand(ticket, rules, now);
    return due && { ...due, actor: { kind: 'system' } };
  }
  const allowed = verbs.filter((verb) => allows(role, verb, ticket.state));
  const verb = 'any' in wish ? wish.any : allowed[wish.allowed % allowed.length];
  if (!verb) return null;
  return { id, actor: actor(role), command: plausible(verb, ticket, now, choice) };
}
