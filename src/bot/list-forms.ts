import { z } from 'zod';
import type { ListTarget } from '../cards/index.js';
import { categories, listedStates, priorities, type ListFilter } from '../tickets/index.js';
import { ticketId, toggle, type CardClick } from './card-click.js';

const state = z.enum(listedStates);
const category = z.enum(categories);
const priority = z.enum(['urgent', ...priorities]);
const short = z.string().min(1).max(120);
const filterSchema = z.object({
  mine: z.boolean(),
  party: short.nullable(),
  schoolId: short.nullable(),
  state: state.nullable(),
  // Cards of earlier releases do not hold these two.
  category: category.nullable().default(null),
  priority: priority.nullable().default(null),
  overdue: z.boolean(),
});

/** Where the pages of a list begin, as the store named them: no more than any card leads to. */
export const pagesSchema = z.array(z.string().min(1).max(600)).max(50);

/** What a list's card was drawn from, as a client sends it back: it may be anything, and says nothing about rights. */
const targetSchema = z.union([
  z.object({ filter: filterSchema, pages: pagesSchema }),
  z.object({ search: z.string().trim().min(1).max(200) }),
]);

export function readTarget(data: unknown): ListTarget | null {
  const read = targetSchema.safeParse(data);
  return read.success ? read.data : null;
}

/** The row that was pressed. */
export function readRow(data: CardClick['data']): string | null {
  const read = z.object({ ticketId }).safeParse(data);
  return read.success ? read.data.ticketId : null;
}

const orAny = <T extends z.ZodTypeAny>(schema: T) => z.union([z.literal('any'), schema]).nullish();

const inputs = z.object({
  state: orAny(state),
  category: orAny(category),
  priority: orAny(priority),
  party: orAny(short),
  school: z.string().trim().max(200).nullish(),
  overdue: toggle,
});

/** What was chosen to narrow a list; the school as it was typed. What was not asked stays as it was. */
export function readChoices(
  data: CardClick['data'],
  before: ListFilter,
): { readonly filter: ListFilter; readonly school: string } | null {
  const read = inputs.safeParse(data);
  if (!read.success) return null;
  const { school, overdue, ...chosen } = read.data;
  const filter = {
    ...before,
    overdue,
    schoolId: null,
    state: choiceOr(chosen.state, before.state),
    category: choiceOr(chosen.category, before.category),
    priority: choiceOr(chosen.priority, before.priority),
    party: choiceOr(chosen.party, before.party),
  };
  return { filter, school: school ?? '' };
}

function choiceOr<T>(chosen: T | 'any' | null | undefined, before: T | null): T | null {
  return chosen === 'any' ? null : (chosen ?? before);
}
