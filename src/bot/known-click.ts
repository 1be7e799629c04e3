import { z } from 'zod';
import { noticeCard, plainLine } from '../cards/index.js';
import { linkOf } from '../incidents/index.js';
import { find } from '../store/index.js';
import {
  formatTicketId,
  type Refusal,
  type Report,
  type Ticket,
  type TicketRequest,
} from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { draftMessage } from './drafts.js';
import { readReport } from './forms.js';
import { order } from './order.js';
import { ownTicket } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { addPhoto } from './photos-in-hand.js';
import { entryOf } from './table-entry.js';
import { submitDraft, type ClickAnswer } from './ticket-click.js';
import { inLanguage, type Turn } from './turn.js';

type Handler = (turn: Turn, parts: BotParts, click: CardClick) => Promise<ClickAnswer>;

/** Handles the buttons of what is known already on a draft. Null where the button is none of these. */
export async function clickKnown(turn: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer | null> {
  const handler = entryOf(handlers, click.verb);
  return handler ? handler(turn, parts, click) : null;
}

const joinSchema = z.object({ incidentId: z.string().min(1).max(255) });

/** "Yes, that is it": the draft becomes a ticket and a part of the incident, in one write. */
const join: Handler = async (caller, parts, click) => {
  const wanted = joinSchema.safeParse(click.data);
  const target = readTicketData(click.data);
  if (!wanted.success || !target) return { text: caller.t.chat.unreadable };
  const draft = await ownDraft(caller, parts, target.ticketId);
  if (!draft) return gone(caller);
  const turn = inLanguage(caller, draft.requester.language);
  const incident = (await find(parts.incidents, wanted.data.incidentId))?.document;
  const { schoolId } = typedReport(draft, click);
  const isHere = incident && (incident.schoolId === null || incident.schoolId === schoolId);
  if (draft.state === 'draft' && !(isHere && incident.state === 'open')) {
    return drawnAgain(turn, parts, draft, click, turn.t.known.incidentOver);
  }
  return submitDraft(turn, parts, click, draft, incident ? linkOf(incident) : null);
};

const addSchema = z.object({ reportId: z.string().max(6) });

/** "Add to that report": what the draft says becomes a comment on the earlier one, and the draft goes. */
const add: Handler = async (caller, parts, click) => {
  const wanted = addSchema.safeParse(click.data);
  const target = readTicketData(click.data);
  if (!wanted.success || !target) return { text: caller.t.chat.unreadable };
  const [draft, earlier] = await Promise.all([
    ownDraft(caller, parts, target.ticketId),
    ownTicket(caller, parts, wanted.data.reportId),
  ]);
  const isDone = earlier?.commandIds.includes(commandId('comment', target.ticketId)) ?? false;
  if (!earlier || !(draft?.state === 'draft' || isDone)) return gone(caller);
  const turn = inLanguage(caller, earlier.requester.language);
  const refusal = draft?.state === 'draft' ? await addTo(turn, parts, { draft, earlier, click }) : null;
  if (draft && refusal) return drawnAgain(turn, parts, draft, click, turn.t.refusals.sentence(refusal));
  const added = turn.t.known.added(formatTicketId(earlier.id), plainLine(earlier.report.title));
  return { card: noticeCard(added, turn.language) };
};

const handlers: Readonly<Record<string, Handler>> = { 'known.join': join, 'known.add': add };

/**
 * First the words, then that a lesson stands still, then the pictures, at last the draft goes: each is known by its id, so
 * that a press that is repeated goes on where the first one ended. What finds no place any more does not hold up the words.
 */
async function addTo(
  turn: Turn,
  parts: BotParts,
  { draft, earlier, click }: { readonly draft: Ticket; readonly earlier: Ticket; readonly click: CardClick },
): Promise<Refusal | null> {
  const give = async (ticketId: string, name: string, request: TicketRequest): Promise<Refusal | null> => {
    const outcome = await parts.desk.execute(
      ticketId,
      order(turn, commandId(name, draft.id), request),
      turn.now,
    );
    return outcome.kind === 'refused' ? outcome.refusal : null;
  };
  const { description, blocked } = typedReport(draft, click);
  const refusal = await give(earlier.id, 'comment', { verb: 'comment', text: description });
  if (refusal) return refusal;
  if (blocked && !earlier.report.blocked) await give(earlier.id, 'escalate', { verb: 'escalate', text: '' });
  for (const photo of draft.photos) {
    // Under a name of its own: the files of the draft go with it.
    const copy = await parts.photos.copy(photo);
    if (copy) await addPhoto(turn, parts, earlier.id, commandId(`photo-${photo.id}`, draft.id), copy);
  }
  await give(draft.id, 'discard', { verb: 'discard' });
  return null;
}

function commandId(name: string, draftId: string): string {
  return `known.add:${name}:${draftId}`;
}

/** One's own draft, or the ticket that it has become; null for anybody else, and where it is gone. */
async function ownDraft(turn: Turn, parts: BotParts, id: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, id))?.document;
  return ticket?.requester.id === turn.person.id ? ticket : null;
}

/** With everything as it was typed, and why the button did nothing. */
async function drawnAgain(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  click: CardClick,
  problem: string,
): Promise<ClickAnswer> {
  const report = typedReport(draft, click);
  const { card = {} } = await draftMessage(turn, parts, { ...draft, report }, problem);
  return { card };
}

/** The report as the card's inputs say it; as it was where they cannot be read. */
function typedReport({ report }: Ticket, { data }: CardClick): Report {
  const typed = readReport(data, report);
  return 'wrong' in typed ? report : typed.value;
}

function gone(turn: Turn): ClickAnswer {
  return { card: noticeCard(turn.t.chat.draftGone, turn.language) };
}
