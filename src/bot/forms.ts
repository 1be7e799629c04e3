import { z } from 'zod';
import { isDate } from '../sla/index.js';
import {
  categories,
  scopes,
  waitingReasons,
  type Report,
  type Ticket,
  type TicketRequest,
} from '../tickets/index.js';
import { toggle } from './card-click.js';
import { optionalText as text, requiredText } from './text-inputs.js';
import { isVisible } from './visible.js';

/**
 * The inputs of each card, checked at the edge. The names are those of the cards' inputs. An input that a client left
 * out counts as empty; the limits are those of the domain, so that a longer text is refused and never cut.
 */
const line = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((value) => value || null);
const date = z
  .string()
  .trim()
  .nullish()
  .transform((value) => value || null)
  .refine((value) => value === null || isDate(value));

const reportInputs = z.object({
  category: z.enum(categories).optional().catch(undefined),
  otherCategory: z.enum(categories).optional().catch(undefined),
  title: z.string().trim().max(200).refine(isVisible).optional(),
  description: requiredText.optional(),
  room: line,
  deviceTag: line,
  scope: z.enum(scopes).nullish().catch(null),
  blocked: toggle,
  school: line,
  site: line,
  bestTime: line,
  phone: line,
});

/** What a form says, or the inputs that are wrong (their ids). */
export type FormResult<T> = { readonly value: T } | { readonly wrong: readonly string[] };

function read<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, data: unknown): FormResult<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data };
  return { wrong: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))] };
}

/** The report as the draft's or the edit form says it. An input that the card does not have keeps what was known. */
export function readReport(data: Readonly<Record<string, unknown>>, known: Report): FormResult<Report> {
  const result = read(reportInputs, data);
  if ('wrong' in result) return result;
  const said = result.value;
  const given = <T>(input: string, value: T, otherwise: T): T => (input in data ? value : otherwise);
  return {
    value: {
      ...known,
      category: said.otherCategory ?? said.category ?? known.category,
      title: said.title ?? known.title,
      description: said.description ?? known.description,
      room: given('room', said.room, known.room),
      deviceTag: given('deviceTag', said.deviceTag, known.deviceTag),
      scope: given('scope', said.scope ?? null, known.scope),
      blocked: given('blocked', said.blocked, known.blocked),
      ...schoolAndSite(said.school, said.site, known),
      bestTime: given('bestTime', said.bestTime, known.bestTime),
      phone: given('phone', said.phone, known.phone),
    },
  };
}

/**
 * A site belongs to its school: with another school the old site is void. Neither can be emptied, so an empty input
 * keeps what was known: the school may have been named in the chat since the card was drawn.
 */
function schoolAndSite(
  school: string | null,
  site: string | null,
  known: Report,
): Pick<Report, 'schoolId' | 'siteId'> {
  const schoolId = school ?? known.schoolId;
  return { schoolId, siteId: site ?? (schoolId === known.schoolId ? known.siteId : null) };
}

type Form = (data: Readonly<Record<string, unknown>>, ticket: Ticket) => FormResult<TicketRequest>;

/** A button without inputs. */
function plain(verb: 'discard' | 'claim' | 'release' | 'accept' | 'resume' | 'close'): Form {
  return () => ({ value: { verb } });
}

/** A form whose inputs make the request. */
function form<S extends z.ZodRawShape>(
  inputs: S,
  toRequest: (said: z.output<z.ZodObject<S>>) => TicketRequest,
): Form {
  const schema = z.object(inputs);
  return (data) => {
    const result = read(schema, data);
    return 'wrong' in result ? result : { value: toRequest(result.value) };
  };
}

/** `visit` is the day of one of the visits that the card offers; a day that was typed beside it counts more. */
const holdForm = z.object({ waitingFor: z.enum(waitingReasons), visit: date, until: date, note: text });
const visitForm = holdForm.omit({ waitingFor: true });

const hold: Form = (data) => {
  const result = read(holdForm, data);
  if ('wrong' in result) return result;
  const { waitingFor, visit: visitDay, until, note } = result.value;
  if (waitingFor === 'requester' && !isVisible(note)) return { wrong: ['holdNote'] };
  if (waitingFor !== 'visit') return { value: { verb: 'hold', waitingFor, untilDate: until, note } };
  return visit(until ?? visitDay, note);
};

const planVisit: Form = (data) => {
  const result = read(visitForm, data);
  return 'wrong' in result ? result : visit(result.value.until ?? result.value.visit, result.value.note);
};

function visit(until: string | null, note: string): FormResult<TicketRequest> {
  return until === null ? { wrong: ['until'] } : { value: { verb: 'plan-visit', untilDate: until, note } };
}

const edit: Form = (data, ticket) => {
  const result = readReport(data, ticket.report);
  if ('wrong' in result) return result;
  return { value: { verb: 'edit', changes: changed(result.value, ticket.report) } };
};

function changed(report: Report, known: Report): Partial<Report> {
  const before: Readonly<Record<string, unknown>> = { ...known };
  return Object.fromEntries(Object.entries(report).filter(([field, value]) => before[field] !== value));
}

/** "Still broken" of a duplicate, which another ticket has solved, makes it one of its own again. */
const reopen: Form = (data, { followed }) => {
  const result = read(z.object({ text }), data);
  if ('wrong' in result) return result;
  return { value: { verb: followed ? 'unmerge' : 'reopen', text: result.value.text } };
};

/** As long as an id may be in the store. */
const incidentId = z.string().min(1).max(255);

const helpdesk = { party: 'helpdesk', campusId: null } as const;
const provider = { party: 'provider', campusId: null } as const;

/** What the choice of somebody to hand a ticket to means: a person's id, `campus:<id>`, `helpdesk` or `provider`. */
export function handOver(
  assignee: string,
  note: string,
): Extract<TicketRequest, { readonly verb: 'assign' | 'offer' }> {
  if (assignee === 'helpdesk') return { verb: 'offer', to: helpdesk, note };
  if (assignee === 'provider') return { verb: 'offer', to: provider, note };
  const campusId = /^campus:(.+)$/.exec(assignee)?.[1];
  if (campusId === undefined) return { verb: 'assign', personId: assignee, note };
  return { verb: 'offer', to: { party: 'campus', campusId }, note };
}

/** Which request each button of a ticket's card makes. A draft's submit has a road of its own. */
export const ticketForms: Readonly<Record<string, Form>> = {
  'draft.discard': plain('discard'),
  'ticket.claim': plain('claim'),
  'ticket.release': plain('release'),
  'ticket.resume': plain('resume'),
  'ticket.close': plain('close'),
  'ticket.accept': plain('accept'),
  'ticket.comment': form({ text: requiredText }, ({ text: said }) => ({ verb: 'comment', text: said })),
  'ticket.note': form({ text: requiredText }, ({ text: said }) => ({ verb: 'note', text: said })),
  'ticket.resolve': form({ solution: requiredText }, ({ solution }) => ({ verb: 'resolve', solution })),
  'ticket.reopen': reopen,
  'ticket.separate': form({ text: requiredText }, ({ text: said }) => ({ verb: 'unmerge', text: said })),
  'ticket.withdraw': form({ text }, ({ text: said }) => ({ verb: 'withdraw', text: said })),
  'ticket.escalate': form({ text }, ({ text: said }) => ({ verb: 'escalate', text: said })),
  'ticket.decline': form({ note: text }, ({ note }) => ({ verb: 'decline', note })),
  'ticket.informed': form({ entryIds: z.array(z.string().min(1).max(1_000)).min(1).max(20) }, (said) => ({
    verb: 'informed',
    ...said,
  })),
  'ticket.detach': form({ incidentId }, (said) => ({ verb: 'detach', ...said })),
  'ticket.rate': form(
    { stars: z.enum(['1', '2', '3', '4', '5']).transform(Number), text },
    ({ stars, text: said }) => ({
      verb: 'rate',
      stars,
      text: said,
    }),
  ),
  'ticket.assign': form({ assignee: z.string().min(1).max(200), note: text }, ({ assignee, note }) =>
    handOver(assignee, note),
  ),
  'ticket.hold': hold,
  'ticket.plan-visit': planVisit,
  'ticket.edit': edit,
};
