import { z } from 'zod';

const yearAroundTheClock = 365 * 24 * 60;
const tooLong = 'is more than a year';

/** An amount of service of a file, in whole service minutes; so many that no answer takes long to compute. */
export const serviceMinutes = z.number().int().positive().max(yearAroundTheClock, tooLong);
const serviceMinutesOrNone = z.number().int().nonnegative().max(yearAroundTheClock, tooLong);
const days = z.number().int().positive().max(365, tooLong);

/** Share of a target, in percent, at which something is said; null switches it off. */
const percent = z.number().positive().max(100).nullable();
const percentBefore = z
  .number()
  .positive()
  .lt(100, 'must be below 100, before the promise is missed')
  .nullable();

const firstResponse = z
  .object({
    /** Under the ticket's card in the channel. */
    warnPercent: percent.default(75),
    /** At 100 %, naming manager and deputy. */
    overdue: z.boolean().default(true),
    /** To the help desk's channel, so many service minutes after the promise was missed. */
    helpdeskAfter: serviceMinutesOrNone.nullable().default(60),
    /** The requester is told that the promise is going to be missed. */
    atRiskPercent: percentBefore.default(90),
  })
  .strict()
  .superRefine(refuseRungsAtOnce);

const resolution = z
  .object({
    /** Before the last visit that could keep the promise, in the channel, where that is earlier than the warning. */
    lastVisit: z.boolean().default(true),
    /** To the assignee, in the channel. */
    warnPercent: percent.default(75),
    /** At 100 %, in the channel and in the help desk's channel. */
    overdue: z.boolean().default(true),
    atRiskPercent: percentBefore.default(90),
  })
  .strict()
  .superRefine(refuseRungsAtOnce);

const requesterSilent = z
  .object({ remindAfterDays: days.nullable().default(3), closeAfterDays: days.nullable().default(5) })
  .strict()
  .refine(({ remindAfterDays, closeAfterDays }) => remindAfterDays !== null || closeAfterDays === null, {
    path: ['closeAfterDays'],
    message:
      'counts from the reminder, which is switched off; switch this off, too (null), or set remindAfterDays',
  });

/** What the clock says when, and to whom (docs/rules.md, "Reminders"). Null or false switches a rung off. */
export const ladderFile = z
  .object({
    firstResponse: firstResponse.default({}),
    resolution: resolution.default({}),
    /** The channel is reminded when the requester has heard nothing for as long as the policy says. */
    nextUpdate: z.boolean().default(true),
    /** The help desk's channel is told of an offer that nobody answered for so many service minutes. */
    offerAnswerAfter: serviceMinutes.default(60),
    /** Waiting for the requester: days with both service and school without a word until a reminder, and from there until it is closed. */
    requesterSilent: requesterSilent.default({}),
    /** Service days of silence after which a solution counts as confirmed. */
    resolvedClosesAfterDays: days.default(3),
  })
  .strict();

type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type Ladder = DeepReadonly<z.output<typeof ladderFile>>;

/** The ladder of the help desk where no file says otherwise. */
export const defaultLadder: Ladder = ladderFile.parse({});

/** Of the rungs of one clock that are reached in the same moment only the last is said, so the others never were. */
function refuseRungsAtOnce(
  { warnPercent, overdue, helpdeskAfter = null }: Rungs,
  context: z.RefinementCtx,
): void {
  const atTheDeadline = [
    ...(warnPercent === 100 ? ['warnPercent'] : []),
    ...(overdue ? ['overdue'] : []),
    ...(helpdeskAfter === 0 ? ['helpdeskAfter'] : []),
  ];
  const [first, second] = atTheDeadline;
  if (first === undefined || second === undefined) return;
  const message = `comes in the same moment as ${second} and would never be said; move or switch off one of them`;
  context.addIssue({ code: 'custom', path: [first], message });
}

interface Rungs {
  readonly warnPercent: number | null;
  readonly overdue: boolean;
  readonly helpdeskAfter?: number | null;
}
