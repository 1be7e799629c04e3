import { z } from 'zod';

/** Share of a target, in percent, at which something is said; null switches it off. */
const percent = z.number().positive().max(100).nullable();
const serviceMinutes = z.number().int().nonnegative().nullable();
const days = z.number().int().positive().nullable();

/** What the clock says when, and to whom (docs/rules.md, "Reminders"). Null switches a rung off. */
export const ladderFile = z
  .object({
    firstResponse: z
      .object({
        /** Under the ticket's card in the channel. */
        warnPercent: percent.default(75),
        /** At 100 %, naming manager and deputy. */
        overdue: z.boolean().default(true),
        /** To the help desk's channel, so many service minutes after the promise was missed. */
        helpdeskAfter: serviceMinutes.default(60),
        /** The requester is told that the promise is going to be missed. */
        atRiskPercent: percent.default(90),
      })
      .strict()
      .default({}),
    resolution: z
      .object({
        /** To the assignee, in the channel. */
        warnPercent: percent.default(75),
        /** At 100 %, in the channel and in the help desk's channel. */
        overdue: z.boolean().default(true),
        atRiskPercent: percent.default(90),
      })
      .strict()
      .default({}),
    /** The channel is reminded when the requester has heard nothing for as long as the policy says. */
    nextUpdate: z.boolean().default(true),
    /** The help desk's channel is told of an offer that nobody answered for so many service minutes. */
    offerAnswerAfter: z.number().int().positive().default(60),
    /** Waiting for the requester: days with both service and school without a word until a reminder, and from there until it is closed. */
    requesterSilent: z
      .object({ remindAfterDays: days.default(3), closeAfterDays: days.default(5) })
      .strict()
      .default({}),
    /** Service days of silence after which a solution counts as confirmed. */
    resolvedClosesAfterDays: z.number().int().positive().default(3),
  })
  .strict();

type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type Ladder = DeepReadonly<z.output<typeof ladderFile>>;

/** The ladder of the help desk where no file says otherwise. */
export const defaultLadder: Ladder = ladderFile.parse({});
