import { z } from 'zod';
import { isDate, schoolHolidayRegions } from '../sla/index.js';
import { categories } from '../tickets/index.js';
import { termKinds } from './terms.js';

/** More inputs than this nobody fills in on a phone. */
export const mostItems = 12;
const mostKinds = 20;

/** No visit is on another day. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
export const nths = ['1', '2', '3', '4', 'last'] as const;

/** Stands in ids of documents and in names of inputs. */
const key = z
  .string({ message: 'must be a text' })
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 small letters, digits or hyphens');
const label = z
  .string({ message: 'must be a text' })
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'is too long');
const words = z.strictObject({ de: label, en: label });
/** Planned dates are counted from day to day: a mistyped year would have to be counted to, or past the last date there is. */
const firstDay = '2000-01-01';
const lastDay = '2199-12-31';
const day = z
  .string({ message: 'must be a day, YYYY-MM-DD' })
  .refine(isDate, 'must be a day that exists, written YYYY-MM-DD')
  .refine(
    (date) => !isDate(date) || (firstDay <= date && date <= lastDay),
    `must lie from ${firstDay} to ${lastDay}`,
  );
/** Numbers are read as the texts that were typed, see plan-file.ts. */
const number = z
  .string({ message: 'must be a number' })
  .regex(/^-?\d{1,9}([.]\d{1,6})?$/, 'must be a number')
  .transform(Number);
const whole = (least: number, most: number) =>
  z
    .string({ message: 'must be a whole number' })
    .regex(/^\d{1,4}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least} to ${most}`);

const choice = z.strictObject({ id: key, text: words, fault: z.boolean().default(false) });

const item = z.discriminatedUnion('kind', [
  z.strictObject({ id: key, text: words, kind: z.literal('tick') }),
  z.strictObject({
    id: key,
    text: words,
    kind: z.literal('value'),
    unit: z.string({ message: 'must be a text' }).trim().max(20, 'is too long').default(''),
    min: number.nullable().default(null),
    max: number.nullable().default(null),
  }),
  z.strictObject({
    id: key,
    text: words,
    kind: z.literal('choice'),
    choices: z.array(choice).min(2, 'needs at least two choices').max(8, 'has too many choices'),
  }),
]);

const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('nth-weekday'),
    nth: z.enum(nths, { message: `must be one of ${nths.join(', ')}` }),
    weekday: z.enum(weekdays, { message: `must be one of ${weekdays.join(', ')}` }),
    everyMonths: whole(1, 60),
  }),
  z.strictObject({ kind: z.literal('weeks'), every: whole(1, 200) }),
  z.strictObject({ kind: z.literal('months'), every: whole(1, 60) }),
  z.strictObject({
    kind: z.literal('term'),
    begins: z.enum(termKinds, { message: `must be one of ${termKinds.join(', ')}` }),
  }),
]);

const siteChoice = z.union(
  [
    z.literal('all'),
    z.strictObject({ list: z.array(z.string()).min(1) }),
    z.strictObject({ schoolTypes: z.array(z.string()).min(1) }),
  ],
  {
    errorMap: () => ({ message: 'write "all", {list: [site, ...]} or {schoolTypes: [kind of school, ...]}' }),
  },
);

const checkKind = z.strictObject({
  id: key,
  name: words,
  checklist: z
    .array(item)
    .min(1, 'needs at least one item')
    .max(mostItems, `has more than ${mostItems} items; make two checks of it`),
  recurrence,
  startingOn: day.nullable().default(null),
  earlyDays: whole(0, 90).default('7'),
  graceDays: whole(0, 90).default('0'),
  durationMinutes: whole(1, 480),
  bring: z.array(words).max(8, 'names too many things').default([]),
  categoryOfFault: z
    .enum(categories, { message: `must be one of ${categories.join(', ')}` })
    .refine((category) => category !== 'smalltalk', 'makes no ticket'),
  sites: siteChoice.default('all'),
});

/** The file that administrators write: what is checked where, and how often. Documented in docs/maintenance.md. */
export const planSchema = z.strictObject({
  schoolHolidays: z
    .enum(schoolHolidayRegions, { message: `must be one of ${schoolHolidayRegions.join(', ')}` })
    .default('DE-NW'),
  joined: z.array(z.strictObject({ site: z.string(), on: day })).default([]),
  kinds: z.array(checkKind).max(mostKinds, `has more than ${mostKinds} kinds of checks`),
});

/** What stands in the file, checked for its shape alone. */
export type PlanFile = Readonly<z.infer<typeof planSchema>>;

type Kind = PlanFile['kinds'][number];

/** One kind of check. `startingOn` is the first day that may be a planned date; wall minutes and days throughout. */
export type CheckKind = Readonly<Omit<Kind, 'startingOn'>> & { readonly startingOn: string };

/** The plan in force: each kind has a beginning. */
export type MaintenancePlan = Readonly<Omit<PlanFile, 'kinds'>> & { readonly kinds: readonly CheckKind[] };

export type ChecklistItem = Kind['checklist'][number];
export type Recurrence = Kind['recurrence'];
/** A text in both languages, as the plan has it. */
export type Words = Kind['name'];

/** What is planned before a plan was applied. */
export const emptyPlan: MaintenancePlan = { schoolHolidays: 'DE-NW', joined: [], kinds: [] };

/**
 * The plan in force from a file on: a kind without `startingOn` keeps the beginning that it had, a new one begins today.
 * @param today YYYY-MM-DD in the service's time zone
 */
export function planFrom(file: PlanFile, before: MaintenancePlan, today: string): MaintenancePlan {
  const known = new Map(before.kinds.map(({ id, startingOn }) => [id, startingOn]));
  return {
    ...file,
    kinds: file.kinds.map((kind) => ({
      ...kind,
      startingOn: kind.startingOn ?? known.get(kind.id) ?? today,
    })),
  };
}
