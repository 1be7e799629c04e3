import {
  explain,
  instantOf,
  type Explanation,
  type ExplanationStep,
  type Instant,
  type Pause,
} from '../sla/index.js';
import { clocksOf, type PromiseState, type TicketClocks } from './clocks.js';
import { lastVisitOf } from './last-visit.js';
import { phasesOf, updatePauses, type PhaseName } from './pauses.js';
import { promiseView } from './promise-view.js';
import { ownStart, startAsOf } from './start.js';
import type { PrioritySet, PromiseResult, Ticket } from './ticket.js';
import type { Surroundings } from './ticket-facts.js';
import type { VisitWindow } from './visit-times.js';
import type { Category, Priority } from './vocabulary.js';

/** Why a clock of a ticket stood still. */
export type StillBecause = Exclude<PhaseName, 'work'>;

/** How the deadlines of a ticket came about. Holds no text of a person but the title, so that every reader may see it. */
export interface WhyView {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly category: Category;
  readonly priority: Priority;
  /** The one that counts next or counted last. */
  readonly counts: PromiseName;
  /** Set while the priority was decided by hand. */
  readonly prioritySet: PrioritySet | null;
  /** Whether the clocks count from another report that became one with this one, and was earlier. */
  readonly isFromEarlierReport: boolean;
  readonly deadlines: readonly DeadlineWhy[];
  /** The last visit before the promised solution, whether it is reminded of or not; null where none is known. */
  readonly lastVisit: VisitWindow | null;
  readonly now: Instant;
  readonly timeZone: string;
}

export type PromiseName = 'first-response' | 'resolution' | 'next-update';

export interface DeadlineWhy {
  readonly of: PromiseName;
  /** What the promise comes from; null where the rules of today promise something else than what was frozen. */
  readonly source: PromiseSource | null;
  readonly explanation: Explanation<StillBecause>;
  readonly result: KeptView | null;
  /** Whether the frozen deadline was made by other rules, so that today's windows do not explain it. */
  readonly isByFormerRules: boolean;
}

/** The usual promise, or the exception of the policy that counts instead: its number and for what it was made. */
export type PromiseSource = { readonly kind: 'usual' } | ExceptionSource;

interface ExceptionSource {
  readonly kind: 'exception';
  readonly number: number;
  readonly categories: readonly Category[];
  readonly schoolTypes: readonly string[];
  /** Names as the directory has them. */
  readonly campuses: readonly string[];
}

/** How a promise was kept, frozen when it happened. */
export interface KeptView {
  readonly at: Instant;
  readonly dueAt: Instant | null;
  readonly used: number;
  readonly met: boolean;
}

/** Explains every deadline of a ticket, closed ones too; null for a draft, to which nothing is promised yet. */
export function whyView(ticket: Ticket, surroundings: Surroundings): WhyView | null {
  const { rules, now } = surroundings;
  const clocks = clocksOf(ticket, rules, now);
  if (!clocks || ticket.priority === null) return null;
  return {
    id: ticket.id,
    revision: ticket.revision,
    title: ticket.report.title,
    category: ticket.report.category,
    priority: ticket.priority,
    counts: promiseView(ticket, rules, now)?.of ?? 'resolution',
    prioritySet: ticket.prioritySet,
    isFromEarlierReport: ticket.submittedAt !== (ownStart(ticket.history) ?? ticket.submittedAt),
    deadlines: [
      firstResponseWhy(ticket, clocks, surroundings),
      resolutionWhy(ticket, clocks, surroundings),
      ...nextUpdateWhy(ticket, clocks, surroundings),
    ],
    lastVisit: lastVisitOf(ticket, rules),
    now,
    timeZone: rules.calendar.timeZone,
  };
}

function firstResponseWhy(
  ticket: Ticket,
  { firstResponse, promises }: TicketClocks,
  surroundings: Surroundings,
): DeadlineWhy {
  const { target, result } = firstResponse;
  const startedAt = startedAtFor(ticket, firstResponse);
  const explanation = explained(ticket, { startedAt, target, pauses: [] }, surroundings);
  return deadlineWhy(ticket, 'first-response', promises, { explanation, result }, surroundings);
}

/** What was frozen is explained by what had happened until then. */
function resolutionWhy(
  ticket: Ticket,
  { resolution, promises }: TicketClocks,
  surroundings: Surroundings,
): DeadlineWhy {
  const { target, result } = resolution;
  const startedAt = startedAtFor(ticket, resolution);
  const pauses = result ? pausesUntil(result, resolution.pauses) : resolution.pauses;
  const explanation = explained(ticket, { startedAt, target, pauses }, surroundings);
  return deadlineWhy(ticket, 'resolution', promises, { explanation, result }, surroundings);
}

/** What was frozen counted from what had become one with the ticket until then. */
function startedAtFor(ticket: Ticket, { startedAt, result }: PromiseState): Instant {
  const then = result && startAsOf(ticket, result.at);
  return then ? instantOf(then) : startedAt;
}

function nextUpdateWhy(
  ticket: Ticket,
  { nextUpdate, promises }: TicketClocks,
  surroundings: Surroundings,
): DeadlineWhy[] {
  if (!nextUpdate) return [];
  const phases = phasesOf(ticket.history);
  const pauses = updatePauses(phases).flatMap((pause) => {
    const name = phases.find(({ from }) => from === pause.from)?.name;
    return name === undefined || name === 'work' ? [] : [{ ...pause, why: name }];
  });
  const facts = { startedAt: nextUpdate.since, target: promises.nextUpdate, pauses };
  const explanation = explained(ticket, facts, surroundings);
  return [deadlineWhy(ticket, 'next-update', promises, { explanation, result: null }, surroundings)];
}

type ExplainedPause = Pause & { readonly why: StillBecause };

/** The pauses before it happened; where the clock stood still then, as if it never ran again. */
function pausesUntil({ at, dueAt }: PromiseResult, pauses: readonly ExplainedPause[]): ExplainedPause[] {
  const happenedAt = instantOf(at);
  return pauses
    .filter(({ from }) => from < happenedAt)
    .map((pause) => {
      const stoodStill = dueAt === null && (pause.to ?? happenedAt) >= happenedAt;
      return stoodStill ? { ...pause, to: null } : pause;
    });
}

function explained(
  { report }: Ticket,
  facts: {
    readonly startedAt: Instant;
    readonly target: number;
    readonly pauses: readonly ExplainedPause[];
  },
  { rules }: Surroundings,
): Explanation<StillBecause> {
  return explain({
    ...facts,
    calendar: rules.calendarOf(report.schoolId),
    definition: rules.definitionOf(report.schoolId),
  });
}

function deadlineWhy(
  { priority }: Ticket,
  of: PromiseName,
  promises: TicketClocks['promises'],
  { explanation, result }: Pick<DeadlineWhy, 'explanation'> & { readonly result: PromiseResult | null },
  surroundings: Surroundings,
): DeadlineWhy {
  const kept = result && keptView(result);
  const frozen = kept?.dueAt ?? null;
  const isByFormerRules = frozen !== null && frozen !== explanation.dueAt;
  return {
    of,
    source:
      promised(promises, of) === explanation.target
        ? sourceOf(of, priority, promises.overrideNumber, surroundings)
        : null,
    explanation: isByFormerRules ? { ...explanation, dueAt: frozen, steps: noSteps } : explanation,
    result: kept,
    isByFormerRules,
  };
}

const noSteps: readonly ExplanationStep<StillBecause>[] = [];

function keptView({ at, dueAt, used, met }: PromiseResult): KeptView {
  return { at: instantOf(at), dueAt: dueAt === null ? null : instantOf(dueAt), used, met };
}

function promised(promises: TicketClocks['promises'], of: PromiseName): number {
  if (of === 'first-response') return promises.firstResponse;
  return of === 'resolution' ? promises.resolution : promises.nextUpdate;
}

/** An exception of the policy that says nothing of this promise leaves the usual one. */
function sourceOf(
  of: PromiseName,
  priority: Priority | null,
  overrideNumber: number | null,
  { rules: { policy }, directory }: Surroundings,
): PromiseSource {
  const override = overrideNumber === null ? undefined : policy.overrides[overrideNumber - 1];
  const targets = priority === null ? undefined : override?.targets[priority];
  const changes = {
    'first-response': targets?.firstResponse,
    resolution: targets?.resolution,
    'next-update': override?.nextUpdate,
  };
  if (overrideNumber === null || !override || changes[of] === undefined) return { kind: 'usual' };
  const { category = [], schoolType = [], campus = [] } = override.when;
  return {
    kind: 'exception',
    number: overrideNumber,
    categories: category,
    schoolTypes: schoolType,
    campuses: campus.map((id) => directory.campus(id)?.name ?? id),
  };
}
