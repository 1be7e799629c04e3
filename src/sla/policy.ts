import { z } from 'zod';
import { parseDefinition } from './definition-error.js';
import { defaultLadder, ladderFile, serviceMinutes, type Ladder } from './ladder.js';
import type { Category, Priority } from '../tickets/vocabulary.js';

/**
 * The categories that make a ticket, in a list of their own: the room of tickets is built on this one, so only types can
 * come from there. A test compares them.
 */
const ticketCategories = [
  'ipad-hardware',
  'ipad-software',
  'app-request',
  'network',
  'display',
  'computer',
  'printer',
  'account',
  'loss',
  'lending',
  'workshop',
  'other',
] as const satisfies readonly Category[];

const targets = z
  .object({
    /** Service minutes from submit to the first response. */
    firstResponse: serviceMinutes,
    /** Service minutes from submit to the solution. */
    resolution: serviceMinutes,
  })
  .strict();

const byPriority = z.object({ P1: targets, P2: targets, P3: targets, P4: targets }).strict();

const anyOf = z.array(z.string().min(1)).nonempty().optional();

const override = z
  .object({
    /** All that is named must hold; within each, one of the list. */
    when: z
      .object({
        category: z.array(z.enum(ticketCategories)).nonempty().optional(),
        schoolType: anyOf,
        campus: anyOf,
      })
      .strict()
      .refine((when) => Object.values(when).some((list) => list !== undefined), {
        message: 'must name a category, schoolType or campus',
      }),
    targets: z
      .object({ P1: targets.partial(), P2: targets.partial(), P3: targets.partial(), P4: targets.partial() })
      .partial()
      .strict()
      .default({}),
    nextUpdate: serviceMinutes.optional(),
  })
  .strict();

/** Service minutes after which the requester hears from us again, at the latest. */
const defaultNextUpdate = 960;

const policyFile = z
  .object({
    targets: byPriority,
    nextUpdate: serviceMinutes.default(defaultNextUpdate),
    overrides: z.array(override).default([]),
    ladder: ladderFile.default({}),
  })
  .strict()
  .superRefine(refuseResponseAfterResolution)
  .superRefine(refuseOverridesThatNeverCount);

/** What is promised for one priority, in service minutes. */
export type Targets = Readonly<z.output<typeof targets>>;

/** What is left out counts as by default. */
type OtherTargets = Readonly<Partial<Record<keyof Targets, number | undefined>>>;

/** Other promises for some tickets. Of several that fit, the first in the file counts. */
export interface Override {
  readonly when: {
    readonly category?: readonly Category[] | undefined;
    readonly schoolType?: readonly string[] | undefined;
    readonly campus?: readonly string[] | undefined;
  };
  readonly targets: Readonly<Partial<Record<Priority, OtherTargets | undefined>>>;
  readonly nextUpdate?: number | undefined;
}

type PolicyFile = Pick<Policy, 'targets' | 'overrides'>;

/** What is promised, and what the clock does to keep it. */
export interface Policy {
  readonly targets: Readonly<Record<Priority, Targets>>;
  /** The requester hears from us at least every so many service minutes while the ticket is open. */
  readonly nextUpdate: number;
  readonly overrides: readonly Override[];
  readonly ladder: Ladder;
}

/** What of a ticket decides which promises count for it. */
export interface PromiseGrounds {
  readonly priority: Priority;
  readonly category: Category;
  /** The kind of school as the register has it; null where no school is known. */
  readonly schoolType: string | null;
  /** The campus of the ticket's site, whoever handles it; null where there is none. */
  readonly campusId: string | null;
}

/** The promises for one ticket, in service minutes, and where they come from. */
export interface Promises extends Targets {
  readonly nextUpdate: number;
  /**
   * The override of the policy that counts, the first of the file being 1, even where it leaves the promises of this
   * priority as they are; null where none fits.
   */
  readonly overrideNumber: number | null;
}

/**
 * Checks a policy that was read from a file (JSON, already parsed). What it leaves out is as by default.
 * @throws DefinitionError naming each wrong place: unknown keys and names, amounts that are none, a first response
 * promised later than the resolution, an override behind one that fits all that it fits, rungs that could never be said
 */
export function parsePolicy(value: unknown): Policy {
  const withTargets = isRecord(value) ? { targets: defaultTargets, ...value } : value;
  return parseDefinition('policy', policyFile, withTargets);
}

/** Which promises count for a ticket: those of its priority, unless the first override that fits says otherwise. */
export function promisesFor(policy: Policy, grounds: PromiseGrounds): Promises {
  const index = policy.overrides.findIndex(({ when }) => fits(when, grounds));
  const found = policy.overrides[index];
  return {
    ...withOthers(policy.targets[grounds.priority], found?.targets[grounds.priority]),
    nextUpdate: found?.nextUpdate ?? policy.nextUpdate,
    overrideNumber: found ? index + 1 : null,
  };
}

function fits({ category, schoolType, campus }: Override['when'], grounds: PromiseGrounds): boolean {
  return (
    (category?.includes(grounds.category) ?? true) &&
    (schoolType === undefined || (grounds.schoolType !== null && schoolType.includes(grounds.schoolType))) &&
    (campus === undefined || (grounds.campusId !== null && campus.includes(grounds.campusId)))
  );
}

/** What an override leaves out counts as by default, so it can contradict that. */
function refuseResponseAfterResolution(policy: PolicyFile, context: z.RefinementCtx): void {
  const check = (path: (string | number)[], { firstResponse, resolution }: Targets): void => {
    // What is no amount has been refused by itself.
    if (firstResponse <= resolution || resolution <= 0) return;
    const message = `the first response would be promised later (${firstResponse}) than the resolution (${resolution})`;
    context.addIssue({ code: 'custom', path, message });
  };
  for (const priority of byPriority.keyof().options) {
    const usual = policy.targets[priority];
    check(['targets', priority], usual);
    for (const [i, { targets: others }] of policy.overrides.entries()) {
      const other = others[priority];
      if (other) check(['overrides', i, 'targets', priority], withOthers(usual, other));
    }
  }
}

/** Only the first override that fits counts. */
function refuseOverridesThatNeverCount({ overrides }: PolicyFile, context: z.RefinementCtx): void {
  for (const [i, { when }] of overrides.entries()) {
    const earlier = overrides.slice(0, i).findIndex((other) => fitsWhereverFits(other.when, when));
    if (earlier === -1) continue;
    const message = `never counts: overrides[${earlier}] stands before it and fits all that it fits`;
    context.addIssue({ code: 'custom', path: ['overrides', i, 'when'], message });
  }
}

/** Whether one condition holds wherever the other one does. */
function fitsWhereverFits(one: Override['when'], other: Override['when']): boolean {
  const holdsAll = (list?: readonly string[], ofOther?: readonly string[]): boolean =>
    list === undefined || (ofOther?.every((name) => list.includes(name)) ?? false);
  return (
    holdsAll(one.category, other.category) &&
    holdsAll(one.schoolType, other.schoolType) &&
    holdsAll(one.campus, other.campus)
  );
}

function withOthers(usual: Targets, other: OtherTargets | undefined): Targets {
  return {
    firstResponse: other?.firstResponse ?? usual.firstResponse,
    resolution: other?.resolution ?? usual.resolution,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const defaultTargets: Policy['targets'] = {
  P1: { firstResponse: 30, resolution: 240 },
  P2: { firstResponse: 120, resolution: 480 },
  P3: { firstResponse: 240, resolution: 1440 },
  P4: { firstResponse: 480, resolution: 2400 },
};

/** The promises and the ladder of the help desk (docs/rules.md, "Targets" and "Reminders"). */
export const defaultPolicy: Policy = {
  targets: defaultTargets,
  nextUpdate: defaultNextUpdate,
  overrides: [],
  ladder: defaultLadder,
};
