import { z } from 'zod';
import { categories, scopes, textLimit } from '../tickets/index.js';
import { toggle } from './card-click.js';

/** What the dialog's button holds: which one it is and what it began with. Like the inputs, it is the client's word. */
const dataSchema = z.object({
  kind: z.enum(['message', 'call']),
  /** Made when the dialog was drawn: the same dialog sent twice makes one ticket. */
  nonce: z.string().regex(/^[0-9a-f]{24}$/),
  /** Whom it is for, where that is not who sends it. */
  requester: z
    .object({ id: z.string().regex(/^[\w-]{1,64}$/), name: z.string().max(256) })
    .nullish()
    .transform((value) => value ?? null),
  /** The school that stood in the dialog, so that it need not be looked for again. */
  schoolId: z
    .string()
    .max(64)
    .nullish()
    .transform((value) => value ?? null),
  /** The name for which schools were offered: once another one is typed, what was chosen among them is void. */
  asked: z
    .string()
    .max(200)
    .nullish()
    .transform((value) => value ?? null),
});

const line = (longest: number): z.ZodType<string, z.ZodTypeDef, unknown> =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((value) => value ?? '');
const choice = z
  .string()
  .max(255)
  .nullish()
  .transform((value) => value || null);

const inputsSchema = dataSchema.extend({
  callerName: line(100),
  phone: line(40),
  school: line(200),
  schoolChoice: choice,
  site: choice,
  description: line(textLimit),
  category: z
    .enum(categories)
    .nullish()
    .catch(null)
    .transform((value) => (value === 'smalltalk' ? null : (value ?? null))),
  room: line(60),
  scope: z
    .enum(scopes)
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  blocked: toggle,
});

export type DialogData = z.output<typeof dataSchema>;
export type DialogInputs = z.output<typeof inputsSchema>;

/** What a dialog was sent with; null where it is none of ours, or an input is longer than its field takes. */
export function readInputs(data: unknown): DialogInputs | null {
  const parsed = inputsSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
