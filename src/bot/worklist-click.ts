import { createHash } from 'node:crypto';
import { z } from 'zod';
import { find } from '../store/index.js';
import { mayRead, type Ticket } from '../tickets/index.js';
import type { Worklist, WorklistOutcome } from '../worklists/index.js';
import { longestNote } from '../visits/index.js';
import { ticketId, type CardClick } from './card-click.js';
import { checkCard } from './maintenance-cards.js';
import { order } from './order.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';
import { visitMessage } from './visit-list.js';
import { worklistMessage } from './worklist-message.js';

const siteId = z.string().min(1).max(40);
/** Longer than any limit, so that the worklist itself says what is too long. */
const text = z.string().trim().max(16_000);
const base = z.object({
  worklistId: z.string().regex(/^[\w.~-]{1,255}$/),
  drawn: z.coerce.number().int().min(0).max(1e9).catch(0),
  /** On which it was pressed: the answer shows the same one. */
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
const atSite = base.extend({ siteId });

/** What a press is handled with: somebody who may, and the worklist as it was stored. */
interface Asked {
  readonly worklist: Worklist;
  readonly page: number;
  /** By which the same press is known again. */
  readonly pressId: string;
}

type Handler = (turn: Turn, parts: BotParts, click: CardClick) => Promise<ClickAnswer>;

/** Handles a button of a worklist. Null where the button is none of these. */
export async function clickWorklist(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  const handle = entryOf(handlers, click.verb);
  return handle ? handle(turn, parts, click) : null;
}

const handlers: Readonly<Record<string, Handler>> = {
  'worklist.open': reading(base, async (turn, parts, { worklist, page }) => {
    const current = await parts.worklistDesk.followRota(worklist, turn.now);
    return { card: (await worklistMessage(turn, parts, current, page)).card };
  }),
  'worklist.resolve': reading(base.extend({ ticketId, solution: text }), solve),
  'worklist.ticket': reading(base.extend({ ticketId }), showTicket),
  'worklist.check': reading(base.extend({ siteId, kindId: z.string().max(40) }), showCheck),
  'worklist.visit': reading(atSite, showVisit),
  'worklist.done': reading(atSite, async (turn, parts, asked) =>
    shown(turn, parts, asked, await give(turn, parts, asked, { verb: 'done', siteId: asked.siteId })),
  ),
  'worklist.take-back': reading(atSite, async (turn, parts, asked) =>
    shown(turn, parts, asked, await give(turn, parts, asked, { verb: 'take-back', siteId: asked.siteId })),
  ),
  'worklist.informed': reading(
    atSite.extend({ personId: z.string().max(200) }),
    async (turn, parts, asked) => {
      const { personId } = asked;
      return shown(
        turn,
        parts,
        asked,
        await give(turn, parts, asked, { verb: 'informed', siteId: asked.siteId, personId }),
      );
    },
  ),
  'worklist.missed': reading(atSite.extend({ reason: text }), async (turn, parts, asked) => {
    const { worklist, pressId: id, page, reason } = asked;
    const by = personOf(turn);
    const outcome = await parts.worklistDesk.miss(worklist, asked.siteId, { id, by, page, reason }, turn.now);
    if (outcome.kind !== 'refused') await cancelAhead(turn, parts, asked, reason);
    return shown(turn, parts, asked, outcome);
  }),
  'worklist.move': reading(atSite.extend({ note: text }), async (turn, parts, asked) => {
    const { worklist, pressId: id, page, note } = asked;
    const by = personOf(turn);
    return shown(
      turn,
      parts,
      asked,
      await parts.worklistDesk.moveLeft(worklist, asked.siteId, { id, by, page, note }, turn.now),
    );
  }),
};

/** Reads what the button carries, of a worklist that this person may handle. */
function reading<T extends z.infer<typeof base>>(
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  handle: (turn: Turn, parts: BotParts, asked: T & Asked) => Promise<ClickAnswer>,
): Handler {
  return async (turn, parts, click) => {
    const read = schema.safeParse(click.data);
    if (!read.success) return { text: turn.t.chat.unreadable };
    const worklist = await parts.worklistDesk.find(read.data.worklistId);
    const { refusal } = turn.t.visits.worklist;
    const isTheirs = worklist !== null && parts.worklistDesk.mayHandle(turn.person.id, worklist, turn.now);
    // Whoever may not handle it does not learn whether there is one.
    if (!isTheirs) return { text: refusal({ code: 'not-allowed' }) };
    return handle(turn, parts, { ...read.data, worklist, pressId: pressId(turn, click.verb, read.data) });
  };
}

/** A visit that is missed before it begins is not to come any more: nobody shall read its date as that of the next visit. */
async function cancelAhead(
  turn: Turn,
  { rota }: BotParts,
  { worklist: { date }, siteId }: Asked & { readonly siteId: string },
  reason: string,
): Promise<void> {
  await rota.refresh();
  const [visit] = rota.current().visitsOn([siteId], date);
  if (!visit || visit.from <= turn.now) return;
  const note = reason.slice(0, longestNote);
  await rota.change({ kind: 'cancel', siteId, date, note }, { by: turn.person.id, at: turn.now });
}

function pressId(
  { person }: Turn,
  verb: string,
  { drawn, page: _page, ...inputs }: z.infer<typeof base>,
): string {
  const digest = createHash('sha256').update(JSON.stringify(inputs)).digest('base64url').slice(0, 16);
  return `${verb}:${String(drawn)}:${person.id}:${digest}`;
}

function personOf({ person: { id, name } }: Turn) {
  return { id, name };
}

type PlainCommand = Parameters<BotParts['worklistDesk']['execute']>[1]['command'];

async function give(
  turn: Turn,
  { worklistDesk }: BotParts,
  { worklist, pressId: id, page }: Asked,
  command: PlainCommand,
): Promise<WorklistOutcome> {
  return worklistDesk.execute(worklist.id, { id, by: personOf(turn), page, command }, turn.now);
}

async function shown(
  turn: Turn,
  parts: BotParts,
  { page }: Asked,
  outcome: WorklistOutcome,
): Promise<ClickAnswer> {
  if (outcome.kind === 'refused') return { text: turn.t.visits.worklist.refusal(outcome.refusal) };
  return { card: (await worklistMessage(turn, parts, outcome.worklist, page)).card };
}

/** The ticket decides by its own table of rights; the list is drawn anew. */
async function solve(
  turn: Turn,
  parts: BotParts,
  asked: Asked & { readonly ticketId: string; readonly solution: string },
): Promise<ClickAnswer> {
  const { ticketId, solution, pressId: id } = asked;
  if (solution === '') return { text: turn.t.visits.worklist.errors.solution };
  const outcome = await parts.desk.execute(
    ticketId,
    order(turn, id, { verb: 'resolve', solution }),
    turn.now,
  );
  if (outcome.kind === 'refused') return { text: turn.t.refusals.sentence(outcome.refusal) };
  return shown(
    turn,
    parts,
    asked,
    await give(turn, parts, { ...asked, pressId: `touch:${id}` }, { verb: 'touch' }),
  );
}

/** As a message of its own, so that the list stays where it is. */
async function showTicket(
  turn: Turn,
  parts: BotParts,
  { ticketId }: Asked & { readonly ticketId: string },
): Promise<ClickAnswer> {
  const { t, now, language } = turn;
  const ticket = (await find(parts.tickets, ticketId))?.document;
  if (!ticket || !isStaffReader(turn, parts, ticket))
    return { text: t.refusals.sentence({ code: 'not-found' }) };
  await turn.reply(
    parts.renderer.card(ticket, { name: 'channel', detour: null, inChat: true }, now, language),
  );
  return { text: t.visits.worklist.ticketBelow };
}

function isStaffReader({ person, now }: Turn, { directory }: BotParts, ticket: Ticket): boolean {
  return mayRead(person.id, ticket, directory.current(), now) === 'staff';
}

async function showCheck(
  turn: Turn,
  parts: BotParts,
  asked: Asked & { readonly siteId: string; readonly kindId: string },
): Promise<ClickAnswer> {
  const { maintenance, visits } = turn.t;
  const { campusId, sites } = asked.worklist;
  const site = parts.directory.current().site(asked.siteId);
  const isListed = sites.some((each) => each.siteId === asked.siteId);
  const card =
    site && isListed ? await checkCard(turn, parts, { site, kindId: asked.kindId, campusId }) : null;
  if (!card) return { text: maintenance.refusal({ code: 'not-found' }) };
  await turn.reply({ summary: maintenance.word, card });
  return { text: visits.worklist.checkBelow };
}

/** The visit as it stands in the rota, to be cancelled or moved; the list stays where it is. */
async function showVisit(
  turn: Turn,
  parts: BotParts,
  { worklist: { campusId, date }, siteId }: Asked & { readonly siteId: string },
): Promise<ClickAnswer> {
  const { change: w } = turn.t.visits;
  const isTheirs = parts.directory.current().site(siteId)?.campusId === campusId;
  const message = isTheirs
    ? await visitMessage(turn, parts, { campusId, schoolId: '' }, { siteId, date })
    : null;
  if (!message) return { text: w.refusal('no-visit', longestNote) };
  await turn.reply(message);
  return { text: w.below };
}
