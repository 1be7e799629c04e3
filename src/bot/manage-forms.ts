import { z } from 'zod';
import { categories, parseTicketId, priorities, textLimit, type TicketRequest } from '../tickets/index.js';
import { ticketId } from './card-click.js';
import { isVisible } from './visible.js';

/** What the forms of the arranging card say, checked at the edge; or the input that is wrong. */
export type Said<T> = { readonly value: T } | { readonly wrong: WrongInput };
type WrongInput =
  'number' | 'likely' | 'which' | 'priority' | 'reason' | 'title' | 'description' | 'category' | 'room';
type Data = Readonly<Record<string, unknown>>;

const typed = z
  .string()
  .max(40)
  .nullish()
  .transform((value) => value?.trim() ?? '');
const words = (most: number) => z.string().trim().max(most).refine(isVisible);

/** The number that was typed, else the ticket that was chosen; null where there is neither. */
export function saidTicket(data: Data): Said<string> {
  const number = typed.safeParse(data['number']);
  if (!number.success) return { wrong: 'number' };
  if (number.data !== '') {
    const read = parseTicketId(number.data);
    return read === null ? { wrong: 'number' } : { value: read };
  }
  const chosen = ticketId.safeParse(data['likely']);
  return chosen.success ? { value: chosen.data } : { wrong: 'likely' };
}

/** The ticket that was chosen from a list. */
export function chosenTicket(data: Data): Said<string> {
  const chosen = ticketId.safeParse(data['other']);
  return chosen.success ? { value: chosen.data } : { wrong: 'which' };
}

export function saidPriority(data: Data): Said<Extract<TicketRequest, { verb: 'set-priority' }>> {
  const priority = z.enum(priorities).safeParse(data['priority']);
  if (!priority.success) return { wrong: 'priority' };
  const reason = words(textLimit).safeParse(data['reason']);
  if (!reason.success) return { wrong: 'reason' };
  return { value: { verb: 'set-priority', priority: priority.data, reason: reason.data } };
}

const part = z.object({
  title: words(200),
  description: words(textLimit),
  category: z.enum(categories),
  room: z
    .string()
    .trim()
    .max(200)
    .nullish()
    .transform((value) => value || null),
});

/** The second problem of a report. */
export function saidPart(data: Data): Said<z.output<typeof part>> {
  const said = part.safeParse(data);
  if (said.success) return { value: said.data };
  const input = said.error.issues[0]?.path[0];
  return { wrong: input === 'title' || input === 'category' || input === 'room' ? input : 'description' };
}
