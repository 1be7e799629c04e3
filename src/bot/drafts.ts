import { createHash } from 'node:crypto';
import type { WaitingDraft } from '../campus/index.js';
import { draftCard, questionCard } from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import { isSure, titleOf, type Understanding } from '../intake/index.js';
import { AlreadyExists, find } from '../store/index.js';
import {
  draftView,
  newDraft,
  newTicketId,
  textLimit,
  type DraftBeginning,
  type DraftReading,
  type Report,
  type Ticket,
} from '../tickets/index.js';
import { draftExtras } from './draft-extras.js';
import { pointDown } from './old-cards.js';
import { order } from './order.js';
import { ownOpen } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { putPhotos } from './photos-in-hand.js';
import { countShown, helpFor } from './self-help.js';
import { typedCommandId, words, type Turn } from './turn.js';
import { beginningOf } from './visible.js';

/**
 * Makes a draft of what somebody wrote and shows it within the turn. The document is there before its card, so that
 * the draft's id can become the ticket's.
 */
export async function startDraft(
  turn: Turn,
  parts: BotParts,
  text: string,
  understanding: Understanding,
): Promise<void> {
  const { alternatives: _, ...understood } = understanding;
  await showNewDraft(turn, parts, text, {
    report: reportOf(turn, parts, text, understanding),
    understood,
    help: helpFor(turn, parts, text, understanding),
    question: isSure(understanding) && understanding.category !== 'smalltalk' ? null : 'category',
  });
}

/** A ticket that was closed too long ago goes on in a draft that names it; `text` is what the person says now. */
export async function continueInDraft(
  turn: Turn,
  parts: BotParts,
  closed: Ticket,
  text: string,
): Promise<void> {
  const said = [text, closed.report.description].filter((each) => each !== '').join('\n\n');
  const report = {
    ...closed.report,
    description: beginningOf(said, textLimit),
    blocked: false,
    bestTime: null,
  };
  await showNewDraft(turn, parts, said, { report, follows: closed.id });
}

type Beginning = Pick<DraftBeginning, 'report' | 'understood' | 'question' | 'help'> & {
  readonly follows?: string;
};

async function showNewDraft(turn: Turn, parts: BotParts, text: string, beginning: Beginning): Promise<void> {
  const waiting = await photosWithoutWords(turn, parts, text, beginning);
  const draft = await putPhotos(turn, parts, waiting ?? (await createDraft(turn, parts, text, beginning)));
  if (text.length > textLimit) await turn.reply(words(turn.t.chat.tooLong(textLimit)));
  await showDraft(turn, parts, draft);
}

/** A draft of photos alone, which asks what is wrong with what they show. */
export async function startWithPhotos(turn: Turn, parts: BotParts): Promise<void> {
  const report = { ...reportOf(turn, parts, '', parts.understand('')), title: '', alternatives: [] };
  const draft = await createDraft(turn, parts, '', { report });
  await showDraft(turn, parts, await putPhotos(turn, parts, draft));
}

/**
 * What is said after photos alone belongs to them: their draft, with this report and reading from now on, also where the
 * channel service repeats the message. Null where there is none.
 */
async function photosWithoutWords(
  turn: Turn,
  parts: BotParts,
  text: string,
  { report, follows, understood = null, question = null, help = null }: Beginning,
): Promise<Ticket | null> {
  if (follows !== undefined) return null;
  // One message may tell of several problems.
  const part = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  const id = typedCommandId(turn, `describe-${part}`);
  const { drafts } = await ownOpen(turn, parts);
  const described = drafts.find(({ commandIds }) => commandIds.includes(id));
  if (described) return described;
  const waiting = drafts.find(({ photos, report: said }) => photos.length > 0 && said.description === '');
  return waiting ? reviseDraft(turn, parts, waiting, id, report, { understood, question, help }) : null;
}

const rememberedCards = 5;

/**
 * Shows a draft below everything that was said, with its usual summary unless told otherwise. The card that showed it
 * before only says where it went on.
 */
export async function showDraft(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  summary: string | null = null,
): Promise<void> {
  const message = await draftMessage(turn, parts, draft);
  const activityId = (await turn.reply(summary === null ? message : { ...message, summary })) || null;
  const before = await rememberCard(turn, parts, draft, activityId);
  if (before !== null && before !== activityId) await pointDown(turn, parts, before);
}

/** Notes which message shows a draft from now on; returns the one that showed it before, if any is known. */
export async function rememberCard(
  turn: Turn,
  parts: BotParts,
  { id, report }: Ticket,
  activityId: string | null,
): Promise<string | null> {
  const now = { ticketId: id, activityId };
  const shown = (await parts.profiles.get(turn.person.id)).shownDrafts ?? [];
  const others = shown.filter(({ ticketId }) => ticketId !== id);
  await parts.profiles.choose(turn.person.id, {
    shownDrafts: [...others, now].slice(-rememberedCards),
    draftWithoutSchool: report.schoolId === null ? now : null,
  });
  return cardAmong(shown, id);
}

/** The message that shows a draft, where it is known. */
export async function cardOfDraft(turn: Turn, parts: BotParts, id: string): Promise<string | null> {
  return cardAmong((await parts.profiles.get(turn.person.id)).shownDrafts ?? [], id);
}

function cardAmong(shown: readonly WaitingDraft[], id: string): string | null {
  return shown.find(({ ticketId }) => ticketId === id)?.activityId ?? null;
}

/** What was asked is answered. */
export const answered: Partial<DraftReading> = { question: null };

/**
 * Changes the report of one's own draft, and what is known of it beside.
 * @param id the command's id, by which a repetition is known
 * @returns the draft as it is then; null where it is none any more
 */
export async function reviseDraft(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  id: string,
  changes: Partial<Report>,
  reading: Partial<DraftReading> = {},
): Promise<Ticket | null> {
  const request = { verb: 'revise', report: { ...draft.report, ...changes }, reading } as const;
  const outcome = await parts.desk.execute(draft.id, order(turn, id, request), turn.now);
  // A question hid the article until now, or it fits what was only said now.
  const isNew = draft.question !== null || draft.help === null;
  if (outcome.kind === 'accepted' && isNew) await countShown(turn, parts, outcome.ticket);
  return outcome.kind === 'accepted' || outcome.kind === 'replayed' ? outcome.ticket : null;
}

/** The draft, or what has to be asked first, as a message; `problem` tells why the last submit was refused. */
export async function draftMessage(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  problem: string | null = null,
): Promise<OutgoingMessage> {
  const view = draftView(draft, parts.directory.current(), problem);
  const { title } = draft.report;
  if (draft.question !== null && problem === null) {
    return { summary: turn.t.dialog.questionSummary(title), card: questionCard(view, turn.language) };
  }
  return {
    summary: turn.t.chat.draftSummary(title),
    card: draftCard(view, turn.language, await draftExtras(turn, parts, draft)),
  };
}

function reportOf(turn: Turn, parts: BotParts, text: string, understanding: Understanding): Report {
  const { alternatives, room, deviceTag, scope, blocked, language } = understanding;
  // Whoever insists on a report gets one, even of small talk.
  const category = alternatives.find((each) => each !== 'smalltalk') ?? 'other';
  const directory = parts.directory.current();
  const { profile } = turn;
  const school = profile.schoolId === null ? undefined : directory.school(profile.schoolId);
  return {
    category,
    alternatives,
    title: titleOf(text, language, category),
    description: beginningOf(text, textLimit),
    room,
    deviceTag,
    scope,
    blocked,
    schoolId: school?.id ?? null,
    siteId: (school && directory.siteMeant(school.id, profile.siteId)?.id) ?? null,
    bestTime: null,
    phone: null,
  };
}

/**
 * The first id is drawn from what was said and where, so that a turn that the channel service repeats finds the draft
 * that it made.
 */
async function createDraft(turn: Turn, parts: BotParts, text: string, beginning: Beginning): Promise<Ticket> {
  const requester = { ...turn.person, language: turn.language };
  const firstBytes = bytesOf(turn, text);
  for (let id = newTicketId(firstBytes); ; id = newTicketId(parts.randomByte)) {
    try {
      const draft = newDraft({ follows: null, ...beginning, id, requester }, turn.now);
      const { document } = await parts.tickets.create(draft);
      await countShown(turn, parts, document);
      return document;
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
      const known = await ownDraft(turn, parts, id);
      if (known) return known;
    }
  }
}

function bytesOf({ incoming, person }: Turn, text: string): () => number {
  const source = incoming.type === 'message' ? incoming.id : (incoming.cardActivityId ?? incoming.id);
  const said = JSON.stringify([incoming.conversation.conversationId, source, person.id, text]);
  const bytes = createHash('sha256').update(said).digest().values();
  return () => bytes.next().value ?? 0;
}

/** One's own draft; null where there is none of this id, or it is a ticket by now, or somebody else's. */
export async function ownDraft(turn: Turn, parts: BotParts, id: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, id))?.document;
  return ticket?.state === 'draft' && ticket.requester.id === turn.person.id ? ticket : null;
}
