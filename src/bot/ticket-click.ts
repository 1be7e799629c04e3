import { discardedCard, noticeCard, type Card } from '../cards/index.js';
import { find } from '../store/index.js';
import {
  formatTicketId,
  type CardRef,
  type IncidentLink,
  type Outcome,
  type Ticket,
  type TicketRequest,
} from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { carriedPhotos, giveCarried } from './carried-photos.js';
import { continueInDraft, draftMessage } from './drafts.js';
import { readReport, ticketForms } from './forms.js';
import { sameDeviceAs } from './known-reports.js';
import { clickOrder } from './order.js';
import type { BotParts } from './parts.js';
import { doneCard, isHidden, placeClicked, shownTo } from './reading.js';
import { rememberSchool } from './school-choice.js';
import { entryOf } from './table-entry.js';
import { inLanguage, words, type Turn } from './turn.js';
import { withVisit } from './visits.js';

/** What a click is answered with: the card as it is now, or a sentence under the card. */
export type ClickAnswer = { readonly card: Card } | { readonly text: string };

/** Handles a button of a ticket's or draft's card. Null where the button is none of these. */
export async function clickTicket(
  caller: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  const isSubmit = click.verb === 'draft.submit';
  const form = entryOf(ticketForms, click.verb);
  if (!isSubmit && !form) return null;
  const target = readTicketData(click.data);
  if (!target) return { text: caller.t.chat.unreadable };
  const ticket = (await find(parts.tickets, target.ticketId))?.document;
  if (!ticket || isHidden(caller, parts, ticket)) return notFound(caller, click);
  const turn = inLanguageOf(ticket, caller);
  if (isSubmit) return submitDraft(turn, parts, click, ticket);
  const request = form?.(click.data, ticket);
  if (!request) return { text: turn.t.chat.unreadable };
  if ('wrong' in request) return { text: wrongInputs(turn, request.wrong, click) };
  const outcome = await parts.desk.execute(
    ticket.id,
    clickOrder(turn, click, target, withVisit(turn, parts, ticket, request.value)),
    turn.now,
  );
  return answer(
    turn,
    parts,
    click,
    await withCarriedPhotos(turn, parts, click, seen(outcome, ticket, request.value)),
  );
}

/** A stranger who presses a button of a card that stands there hears who may; for anybody else there is no such ticket. */
function seen(outcome: Outcome, ticket: Ticket, { verb }: TicketRequest): Outcome {
  const isStranger = outcome.kind === 'refused' && outcome.refusal.code === 'not-found';
  return isStranger && ticket.state !== 'draft'
    ? { kind: 'refused', refusal: { code: 'not-allowed', verb }, ticket }
    : outcome;
}

/** "It is still broken" may have come with a photo. */
async function withCarriedPhotos(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
  outcome: Outcome,
): Promise<Outcome> {
  const photos = click.verb === 'ticket.reopen' ? carriedPhotos(click) : [];
  if (photos.length === 0 || (outcome.kind !== 'accepted' && outcome.kind !== 'replayed')) return outcome;
  await giveCarried(turn, parts, outcome.ticket, photos);
  return { ...outcome, ticket: (await find(parts.tickets, outcome.ticket.id))?.document ?? outcome.ticket };
}

/** The card is written in the language of the report, and so is the answer to a click on it. */
function inLanguageOf({ requester }: Ticket, turn: Turn): Turn {
  return requester.id === turn.person.id ? inLanguage(turn, requester.language) : turn;
}

/**
 * A draft becomes a ticket, with what its card's inputs say; what is missing is said on the draft.
 * @param incident the known incident that the person recognised in it
 */
export async function submitDraft(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
  draft: Ticket,
  incident: IncidentLink | null = null,
): Promise<ClickAnswer> {
  const target = readTicketData(click.data);
  if (!target || draft.requester.id !== turn.person.id) return notFound(turn, click);
  if (draft.state !== 'draft') return { card: cardFor(turn, parts, draft) };
  const report = readReport(click.data, draft.report);
  if ('wrong' in report) return { text: wrongInputs(turn, report.wrong, click) };
  const order = clickOrder(turn, click, target, {
    verb: 'submit',
    report: report.value,
    card: cardInChat(turn),
    incident,
    sameDeviceAs: await sameDeviceAs(parts, draft, report.value),
  });
  const outcome = await parts.desk.execute(draft.id, order, turn.now);
  if (outcome.kind === 'refused' && outcome.ticket?.state === 'draft') {
    const problem = turn.t.refusals.sentence(outcome.refusal);
    return { card: cardOf(await draftMessage(turn, parts, { ...draft, report: report.value }, problem)) };
  }
  if (outcome.kind === 'accepted') await rememberReport(turn, parts, outcome.ticket);
  return answer(turn, parts, click, outcome);
}

/** The next report begins with this one's school, and the next word is answered in its language. */
async function rememberReport(turn: Turn, parts: BotParts, { report, requester }: Ticket): Promise<void> {
  if (report.schoolId === null) return;
  const spokenLanguage = requester.language;
  await rememberSchool(turn, parts, report.schoolId, report.siteId, { spokenLanguage });
}

/** The clicked message, to show the ticket from now on. Not in a channel: others' cards stand there. */
function cardInChat({ incoming: { conversation, cardActivityId } }: Turn): CardRef | null {
  if (cardActivityId === null || conversation.kind !== 'personal') return null;
  const { serviceUrl, conversationId } = conversation;
  return { conversation: { serviceUrl, conversationId }, activityId: cardActivityId };
}

async function answer(turn: Turn, parts: BotParts, click: CardClick, outcome: Outcome): Promise<ClickAnswer> {
  switch (outcome.kind) {
    case 'accepted':
    case 'replayed':
      return { card: cardFor(turn, parts, outcome.ticket) };
    case 'gone':
      return { card: discardedCard(turn.language) };
    case 'refused':
      if (outcome.refusal.code === 'reopen-too-late' && isOwnInChat(turn, outcome.ticket)) {
        return continueInNewDraft(turn, parts, outcome.ticket, click);
      }
      return refused(turn, parts, click, outcome);
  }
}

/** A draft holds a telephone number and belongs in nobody's channel. */
function isOwnInChat({ incoming, person }: Turn, ticket: Ticket | null): ticket is Ticket {
  return ticket?.requester.id === person.id && incoming.conversation.kind === 'personal';
}

async function continueInNewDraft(
  turn: Turn,
  parts: BotParts,
  closed: Ticket,
  { data }: CardClick,
): Promise<ClickAnswer> {
  await turn.reply(words(turn.t.chat.continued(formatTicketId(closed.id))));
  await continueInDraft(turn, parts, closed, typeof data['text'] === 'string' ? data['text'].trim() : '');
  return { card: cardFor(turn, parts, closed) };
}

function refused(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
  { refusal, ticket }: Extract<Outcome, { kind: 'refused' }>,
): ClickAnswer {
  if (refusal.code === 'not-found') return notFound(turn, click);
  // An old card whose button is over: the card as it is now says more than a sentence.
  const isOutdated = refusal.code === 'wrong-state' && ticket !== null && !isHidden(turn, parts, ticket);
  return isOutdated ? { card: cardFor(turn, parts, ticket) } : { text: turn.t.refusals.sentence(refusal) };
}

/** The card of the place that was clicked, drawn for whoever reads there; else the ticket as this person may see it. */
export function cardFor(turn: Turn, parts: BotParts, ticket: Ticket): Card {
  const place = placeClicked(turn, ticket);
  const message = place
    ? parts.renderer.card(ticket, place, turn.now, turn.language)
    : shownTo(turn, parts, ticket);
  return message === null ? doneCard(turn) : cardOf(message);
}

function cardOf(message: { readonly card?: Card; readonly summary: string }): Card {
  return message.card ?? {};
}

function notFound(turn: Turn, click: CardClick): ClickAnswer {
  const { chat, refusals } = turn.t;
  if (click.verb.startsWith('draft.')) return { card: noticeCard(chat.draftGone, turn.language) };
  return { text: refusals.sentence({ code: 'not-found' }) };
}

/** For each wrong input what it is called and what to correct. */
function wrongInputs(turn: Turn, wrong: readonly string[], { data }: CardClick): string {
  const { labels, errors } = turn.t.cards;
  const sentences = wrong.map((input) => {
    const said = data[input];
    const isTooLong = typeof said === 'string' && said.trim().length > longestLine;
    const error = isTooLong ? errors.tooLong : (wordOf(errors, input) ?? turn.t.chat.wrongInput);
    const label = wordOf(labels, input);
    if (label === null) return error;
    return label.endsWith('?') ? `${label} ${error}` : `${label}: ${error}`;
  });
  return sentences.length === 0 ? turn.t.chat.unreadable : sentences.join(' ');
}

function wordOf(words: Readonly<Record<string, unknown>>, input: string): string | null {
  const word = entryOf(words, input);
  return typeof word === 'string' ? word : null;
}

/** What is longer is wrong for that reason. */
const longestLine = 200;
