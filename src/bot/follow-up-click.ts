import { z } from 'zod';
import { discardedCard, noticeCard, roomAddedCard } from '../cards/index.js';
import { find } from '../store/index.js';
import { formatTicketId, scopes, type Report, type Ticket, type TicketRequest } from '../tickets/index.js';
import { readTicketData, toggle, type CardClick, type TicketData } from './card-click.js';
import { carriedPhotos, giveCarried } from './carried-photos.js';
import { cardOfDraft, draftMessage, ownDraft, rememberCard, reviseDraft } from './drafts.js';
import { withRoom } from './follow-up-changes.js';
import { pointDown, showDiscarded } from './old-cards.js';
import { clickOrder } from './order.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import { cardFor, type ClickAnswer } from './ticket-click.js';
import { inLanguage, type Turn } from './turn.js';

type Handler = (turn: Turn, parts: BotParts, click: CardClick, asked: Asked) => Promise<ClickAnswer>;

interface Asked {
  readonly target: TicketData;
  readonly ticket: Ticket;
}

/** Handles the buttons under a follow-up: which report it belongs to. Null where the button is none of these. */
export async function clickFollowUp(
  caller: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  if (click.verb === 'follow.keep') return { card: noticeCard(caller.t.dialog.kept, caller.language) };
  const handler = entryOf(handlers, click.verb);
  if (!handler) return null;
  const target = readTicketData(click.data);
  if (!target) return { text: caller.t.chat.unreadable };
  const ticket = (await find(parts.tickets, target.ticketId))?.document;
  if (ticket?.requester.id !== caller.person.id) return gone(caller);
  return handler(inLanguage(caller, ticket.requester.language), parts, click, { target, ticket });
}

const discard: Handler = async (turn, parts, click, { target, ticket }) => {
  if (ticket.state !== 'draft') return { card: cardFor(turn, parts, ticket) };
  const outcome = await parts.desk.execute(
    ticket.id,
    clickOrder(turn, click, target, { verb: 'discard' }),
    turn.now,
  );
  if (outcome.kind !== 'gone') return gone(turn);
  const shown = await cardOfDraft(turn, parts, ticket.id);
  if (shown !== null && shown !== turn.incoming.cardActivityId) await showDiscarded(turn, parts, shown);
  return { card: discardedCard(turn.language) };
};

const line = z.string().trim().min(1).max(200);
const changeSchema = z.object({
  text: z.string().trim().min(1).max(500),
  also: line.optional(),
  room: line.optional(),
  scope: z.enum(scopes).optional(),
  blocked: toggle.optional(),
});
type Change = z.output<typeof changeSchema>;

const change: Handler = async (turn, parts, click, asked) => {
  const read = changeSchema.safeParse(click.data);
  if (!read.success) return { text: turn.t.chat.unreadable };
  const { ticket, target } = asked;
  const changes = changesOf(ticket.report, read.data);
  if (ticket.state !== 'draft') return changeTicket(turn, parts, click, asked, read.data);
  const request = { verb: 'revise', report: { ...ticket.report, ...changes } } as const;
  const { id } = clickOrder(turn, click, target, request);
  const changed = await reviseDraft(turn, parts, ticket, id, changes);
  if (!changed) return gone(turn);
  await giveCarried(turn, parts, changed, carriedPhotos(click));
  const here = turn.incoming.cardActivityId;
  const before = await rememberCard(turn, parts, changed, here);
  if (before !== null && before !== here) await pointDown(turn, parts, before);
  const shown = (await ownDraft(turn, parts, changed.id)) ?? changed;
  return { card: (await draftMessage(turn, parts, shown)).card ?? {} };
};

const handlers: Readonly<Record<string, Handler>> = { 'follow.discard': discard, 'follow.change': change };

/**
 * The report is changed as far as it still may be, and an urgent one is told to whoever has it; what was said stands there
 * in any case.
 */
async function changeTicket(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
  { ticket, target }: Asked,
  said: Change,
): Promise<ClickAnswer> {
  const give = async (request: TicketRequest) =>
    parts.desk.execute(ticket.id, clickOrder(turn, click, target, request), turn.now);
  const { blocked, ...others } = changesOf(ticket.report, said);
  const changes = { ...others, ...(blocked === false && { blocked }) };
  if (Object.keys(changes).length > 0) {
    const edited = await give({ verb: 'edit', changes });
    const isTaken = edited.kind === 'refused' && edited.refusal.code === 'only-description-and-room';
    const { room } = changes;
    if (isTaken && room !== undefined) await give({ verb: 'edit', changes: { room } });
  }
  if (blocked === true) await give({ verb: 'escalate', text: '' });
  const outcome = await give({ verb: 'comment', text: said.text });
  if (outcome.kind === 'refused') return { text: turn.t.refusals.sentence(outcome.refusal) };
  if (outcome.kind !== 'gone') await giveCarried(turn, parts, outcome.ticket, carriedPhotos(click));
  const id = formatTicketId(ticket.id);
  if (said.also === undefined) return { card: noticeCard(turn.t.chat.answered(id), turn.language) };
  return { card: roomAddedCard(said.also, id, turn.language) };
}

function changesOf(report: Report, { also, room, scope, blocked }: Change): Partial<Report> {
  return {
    ...(also !== undefined && withRoom(report, also)),
    ...(room !== undefined && { room }),
    ...(scope !== undefined && { scope }),
    ...(blocked !== undefined && { blocked }),
  };
}

function gone(turn: Turn): ClickAnswer {
  return { card: noticeCard(turn.t.chat.draftGone, turn.language) };
}
