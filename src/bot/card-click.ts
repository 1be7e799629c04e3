import { z } from 'zod';

const clickSchema = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.string().min(1).max(64),
    data: z.record(z.unknown()).nullish(),
  }),
});

/** A toggle, which clients send as a text. */
export const toggle = z.preprocess((value) => value === true || value === 'true', z.boolean());

/** A pressed button: what it is called, and what the card and its inputs say. All of it is the client's word. */
export interface CardClick {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The click that an invoke's value holds, or null where it holds none. */
export function readClick(value: unknown): CardClick | null {
  const parsed = clickSchema.safeParse(value);
  if (!parsed.success) return null;
  const { verb, data } = parsed.data.action;
  return { verb, data: plainNames(data ?? {}) };
}

/** Each form's inputs carry its name, because phones refuse two inputs of one id in a card: `comment.text` is `text`. */
function plainNames(data: CardClick['data']): CardClick['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name.slice(name.lastIndexOf('.') + 1), value]),
  );
}

/** A ticket's id as cards hold it. */
export const ticketId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/);

const ticketDataSchema = z.object({
  ticketId,
  /** The ticket's revision when the card was drawn. */
  drawn: z.union([z.number(), z.string().regex(/^\d{1,9}$/)]).pipe(z.coerce.number().int().min(0).max(1e9)),
});

export type TicketData = z.infer<typeof ticketDataSchema>;

/** Which ticket a card is about and how old the card is, or null where the card does not say. */
export function readTicketData(data: CardClick['data']): TicketData | null {
  const parsed = ticketDataSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
