import { plainLine, relatedCard, withToldLine } from '../cards/index.js';
import { find } from '../store/index.js';
import { formatTicketId, mayRead, partOfReport, type Ticket, type TicketRequest } from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { chosenTicket, saidPart, saidPriority, saidTicket, type Said } from './manage-forms.js';
import { arrangingCard, goesOnAs, relatedTo } from './manage-view.js';
import { arranged, type Arranged } from './manage-told.js';
import { clickOrder } from './order.js';
import type { BotParts } from './parts.js';
import { idOfPart } from './split-id.js';
import { entryOf } from './table-entry.js';
import { cardFor, type ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

interface Clicked {
  readonly click: CardClick;
  readonly target: NonNullable<ReturnType<typeof readTicketData>>;
  readonly ticket: Ticket;
}

type Handler = (turn: Turn, parts: BotParts, clicked: Clicked) => Promise<ClickAnswer>;

const handlers: Readonly<Record<string, Handler>> = {
  'ticket.manage': async (turn, parts, { ticket }) => ({ card: await arrangingCard(turn, parts, ticket) }),
  'ticket.related': showRelated,
  'ticket.merge': mergeInto,
  'ticket.unmerge': separate,
  'ticket.split': splitOff,
  'ticket.link': linkWith,
  'ticket.unlink': async (turn, parts, clicked) =>
    withSaid(turn, chosenTicket(clicked.click.data), async (ticketId) =>
      order(turn, parts, clicked, { verb: 'unlink', ticketId }),
    ),
  'ticket.set-priority': async (turn, parts, clicked) =>
    withSaid(turn, saidPriority(clicked.click.data), async (request) => order(turn, parts, clicked, request)),
  'ticket.take-back': async (turn, parts, clicked) =>
    order(turn, parts, clicked, { verb: 'set-priority', priority: null, reason: '' }),
};

/**
 * Handles what the staff do to arrange a ticket: merge, separate, split, link, and its priority. Null where the button is
 * none of these. Whoever may not read the ticket as the staff do gets a sentence.
 */
export async function clickManage(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  const handle = entryOf(handlers, click.verb);
  if (!handle) return null;
  const target = readTicketData(click.data);
  if (!target) return { text: turn.t.chat.unreadable };
  const ticket = await readable(turn, parts, target.ticketId);
  if (!ticket) return { text: turn.t.refusals.sentence({ code: 'not-allowed', verb: 'merge' }) };
  return handle(turn, parts, { click, target, ticket });
}

/** The ticket, where this person may see it as the staff do; null also where there is none. */
async function readable(turn: Turn, parts: BotParts, ticketId: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, ticketId))?.document;
  if (!ticket || ticket.state === 'draft') return null;
  const reader = mayRead(turn.person.id, ticket, parts.directory.current(), turn.now);
  return reader === 'staff' ? ticket : null;
}

async function showRelated(turn: Turn, parts: BotParts, { click, ticket }: Clicked): Promise<ClickAnswer> {
  return withSaid(turn, chosenTicket(click.data), async (ticketId) => {
    const related = (await relatedTo(turn, parts, ticket)).find((each) => each.ticket.id === ticketId);
    if (!related) return { text: turn.t.together.notRelated };
    const arranged = { id: ticket.id, revision: ticket.revision };
    return { card: relatedCard(related, arranged, turn.language) };
  });
}

/** A number of what has become a duplicate itself means the one that goes on for it. */
async function mergeInto(turn: Turn, parts: BotParts, clicked: Clicked): Promise<ClickAnswer> {
  return withSaid(turn, saidTicket(clicked.click.data), async (ticketId) => {
    const into = await goesOnAs(parts, ticketId);
    if (!into) return unknown(turn, ticketId);
    return order(turn, parts, clicked, { verb: 'merge', into: into.id });
  });
}

/** From the card of a duplicate, or of the one that goes on for it: it is the duplicate's command. */
async function separate(turn: Turn, parts: BotParts, clicked: Clicked): Promise<ClickAnswer> {
  return withSaid(turn, chosenTicket(clicked.click.data), async (ticketId) => {
    const { ticket } = clicked;
    const isMember = ticketId === ticket.id || ticket.absorbed.some(({ id }) => id === ticketId);
    if (!isMember) return { text: turn.t.together.notRelated };
    const request = { verb: 'unmerge', text: '' } as const;
    const outcome = await parts.desk.execute(
      ticketId,
      clickOrder(turn, clicked.click, clicked.target, request),
      turn.now,
    );
    if (outcome.kind === 'refused') return { text: turn.t.refusals.sentence(outcome.refusal) };
    const shown = (await find(parts.tickets, ticket.id))?.document ?? ticket;
    const told = turn.t.together.done.separated(plainLine(formatTicketId(ticketId)));
    return toldCard(turn, parts, { ticket: shown, told });
  });
}

async function splitOff(turn: Turn, parts: BotParts, clicked: Clicked): Promise<ClickAnswer> {
  return withSaid(turn, saidPart(clicked.click.data), async (part) => {
    const { ticket } = clicked;
    const report = partOfReport(ticket.report, part);
    const ticketId = await idOfPart(parts, ticket, [turn.person.id, clicked.target.drawn, part]);
    return order(turn, parts, clicked, { verb: 'split', ticketId, report });
  });
}

async function linkWith(turn: Turn, parts: BotParts, clicked: Clicked): Promise<ClickAnswer> {
  return withSaid(turn, saidTicket(clicked.click.data), async (ticketId) => {
    const other = (await find(parts.tickets, ticketId))?.document;
    if (!other || other.state === 'draft') return unknown(turn, ticketId);
    return order(turn, parts, clicked, { verb: 'link', ticketId });
  });
}

async function order(
  turn: Turn,
  parts: BotParts,
  { click, target, ticket }: Clicked,
  request: TicketRequest,
): Promise<ClickAnswer> {
  const outcome = await parts.desk.execute(ticket.id, clickOrder(turn, click, target, request), turn.now);
  if (outcome.kind === 'refused') return { text: turn.t.refusals.sentence(outcome.refusal) };
  if (outcome.kind === 'gone') return { card: cardFor(turn, parts, ticket) };
  return toldCard(turn, parts, await arranged(turn, parts, outcome.ticket, request));
}

function toldCard(turn: Turn, parts: BotParts, { ticket, told, isRefused = false }: Arranged): ClickAnswer {
  const card = cardFor(turn, parts, ticket);
  return { card: told === null ? card : withToldLine(card, told, isRefused ? 'warning' : 'good') };
}

async function withSaid<T>(
  { t }: Turn,
  said: Said<T>,
  go: (value: T) => Promise<ClickAnswer>,
): Promise<ClickAnswer> {
  return 'wrong' in said ? { text: t.together.errors[said.wrong] } : go(said.value);
}

function unknown({ t }: Turn, ticketId: string): ClickAnswer {
  return { text: t.together.unknown(plainLine(formatTicketId(ticketId))) };
}
