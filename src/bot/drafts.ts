import { createHash } from 'node:crypto';
import { draftCard } from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import { titleOf, type Understanding } from '../intake/index.js';
import { AlreadyExists, find } from '../store/index.js';
import { draftView, newDraft, newTicketId, textLimit, type Report, type Ticket } from '../tickets/index.js';
import { draftExtras } from './draft-extras.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';
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
  await showNewDraft(turn, parts, text, reportOf(turn, parts, text, understanding));
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
  await showNewDraft(turn, parts, said, report, closed.id);
}

async function showNewDraft(
  turn: Turn,
  parts: BotParts,
  text: string,
  report: Report,
  follows: string | null = null,
): Promise<void> {
  const draft = await createDraft(turn, parts, report, { text, follows });
  if (text.length > textLimit) await turn.reply(words(turn.t.chat.tooLong(textLimit)));
  const activityId = (await turn.reply(await draftMessage(turn, parts, draft))) || null;
  const draftWithoutSchool = report.schoolId === null ? { ticketId: draft.id, activityId } : null;
  if (draftWithoutSchool || turn.profile.draftWithoutSchool) {
    await parts.profiles.choose(turn.person.id, { draftWithoutSchool });
  }
}

/** The draft as a message; `problem` tells why the last submit was refused. */
export async function draftMessage(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  problem: string | null = null,
): Promise<OutgoingMessage> {
  const view = draftView(draft, parts.directory.current(), problem);
  return {
    summary: turn.t.chat.draftSummary(draft.report.title),
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
async function createDraft(
  turn: Turn,
  parts: BotParts,
  report: Report,
  { text, follows }: { readonly text: string; readonly follows: string | null },
): Promise<Ticket> {
  const requester = { ...turn.person, language: turn.language };
  const firstBytes = bytesOf(turn, text);
  for (let id = newTicketId(firstBytes); ; id = newTicketId(parts.randomByte)) {
    try {
      return (await parts.tickets.create(newDraft({ id, requester, report, follows }, turn.now))).document;
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

async function ownDraft(turn: Turn, parts: BotParts, id: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, id))?.document;
  return ticket?.state === 'draft' && ticket.requester.id === turn.person.id ? ticket : null;
}
