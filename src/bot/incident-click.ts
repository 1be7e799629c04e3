import { createHash } from 'node:crypto';
import { z } from 'zod';
import { incidentCard, plainLine } from '../cards/index.js';
import { readIncidentView } from '../delivery/index.js';
import { linkOf, mayHandleIncidents, type Incident, type IncidentCommand } from '../incidents/index.js';
import { find } from '../store/index.js';
import { formatTicketId, parseTicketId, type Outcome, type TicketRequest } from '../tickets/index.js';
import type { CardClick } from './card-click.js';
import { order } from './order.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

const dataSchema = z.object({
  /** What every incident's id is made of. */
  incidentId: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[\w:.%~!*'()-]+$/),
  drawn: z.coerce.number().int().min(0).max(1e9),
});

/** Longer than any limit, so that the incident itself says what is too long. */
const text = z.string().max(16_000);
const optional = text.nullish().transform((value) => value ?? '');

const forms: Readonly<Record<string, z.ZodType<IncidentCommand, z.ZodTypeDef, unknown>>> = {
  'incident.declare': z
    .object({ title: text, status: optional })
    .transform(({ title, status }) => ({ verb: 'declare', title, status })),
  'incident.dismiss': z.object({}).transform(() => ({ verb: 'dismiss' })),
  'incident.tell': z.object({ status: text }).transform(({ status }) => ({ verb: 'tell', status })),
  'incident.resolve': z
    .object({ solution: text })
    .transform(({ solution }) => ({ verb: 'resolve', solution })),
  'incident.add': z.object({}).transform(() => ({ verb: 'add' })),
};

/** Handles a button of an incident's card. Null where the button is none of these. */
export async function clickIncident(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  const isMember = click.verb === 'incident.attach' || click.verb === 'incident.detach';
  const form = entryOf(forms, click.verb);
  if (!isMember && !form) return null;
  const data = dataSchema.safeParse(click.data);
  if (!data.success) return { text: turn.t.chat.unreadable };
  if (isMember) return changeMember(turn, parts, click, data.data.incidentId);
  const command = form?.safeParse(click.data);
  if (!command?.success) return { text: turn.t.chat.unreadable };
  const { incidentId, drawn } = data.data;
  const { id, name } = turn.person;
  const inputs = createHash('sha256').update(JSON.stringify(command.data)).digest('base64url').slice(0, 16);
  const outcome = await parts.incidentDesk.execute(
    incidentId,
    { id: `${click.verb}:${String(drawn)}:${id}:${inputs}`, by: { id, name }, command: command.data },
    turn.now,
  );
  if (outcome.kind === 'refused') return { text: turn.t.incidents.refusal(outcome.refusal) };
  return { card: await cardFor(turn, parts, outcome.incident) };
}

const memberSchema = z.object({ ticket: z.string().min(1).max(12) });

/** One ticket joins or leaves. It says so itself, and the incident's card follows. */
async function changeMember(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
  incidentId: string,
): Promise<ClickAnswer> {
  const { incidents: words } = turn.t;
  const typed = memberSchema.safeParse(click.data);
  if (!typed.success) return { text: words.errors.ticket };
  const ticketId = parseTicketId(typed.data.ticket);
  if (ticketId === null) return { text: words.errors.ticket };
  if (!mayHandleIncidents(turn.person.id, parts.directory.current(), turn.now)) {
    return { text: words.refusal({ code: 'not-allowed' }) };
  }
  const incident = (await find(parts.incidents, incidentId))?.document;
  if (!incident) return { text: words.refusal({ code: 'not-found' }) };
  if (incident.state !== 'open') {
    return { text: words.refusal({ code: 'wrong-state', state: incident.state }) };
  }
  const isAttach = click.verb === 'incident.attach';
  const request: TicketRequest = isAttach
    ? { verb: 'attach', incident: linkOf(incident) }
    : { verb: 'detach', incidentId };
  const id = `${click.verb}:${incidentId}:${String(incident.revision)}:${turn.person.id}`;
  const outcome = await parts.desk.execute(ticketId, order(turn, id, request), turn.now);
  return { text: memberAnswer(turn, outcome, ticketId, isAttach) };
}

function memberAnswer({ t }: Turn, outcome: Outcome, ticketId: string, isAttach: boolean): string {
  const shown = plainLine(formatTicketId(ticketId));
  if (outcome.kind !== 'refused') return isAttach ? t.incidents.attached(shown) : t.incidents.detached(shown);
  const isUnknown = outcome.refusal.code === 'not-found';
  return isUnknown ? t.incidents.unknownTicket(shown) : t.refusals.sentence(outcome.refusal);
}

async function cardFor(turn: Turn, parts: BotParts, incident: Incident) {
  const { tickets, rules } = parts;
  const directory = () => parts.directory.current();
  const view = await readIncidentView(incident, { tickets, directory, rules }, turn.now);
  return incidentCard(view, turn.language);
}
