import { draftCard } from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import { titleOf, type Understanding } from '../intake/index.js';
import { AlreadyExists } from '../store/index.js';
import { draftView, newDraft, newTicketId, textLimit, type Report, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';

/**
 * Makes a draft of what somebody wrote and shows it within the turn. The document is there before its card, so that
 * the draft's id can become the ticket's.
 * @param follows the ticket that this report continues, or null
 */
export async function startDraft(
  turn: Turn,
  parts: BotParts,
  text: string,
  understanding: Understanding,
  follows: string | null = null,
): Promise<void> {
  const report = reportOf(turn, parts, text, understanding);
  const draft = await createDraft(turn, parts, report, follows);
  if (text.length > textLimit) await turn.reply(words(turn.t.chat.tooLong(textLimit)));
  await turn.reply(draftMessage(turn, parts, draft));
  const draftWithoutSchool = report.schoolId === null ? draft.id : null;
  if (draftWithoutSchool !== turn.profile.draftWithoutSchool) {
    await parts.profiles.choose(turn.person.id, { draftWithoutSchool });
  }
}

/** The draft as a message; `problem` tells why the last submit was refused. */
export function draftMessage(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  problem: string | null = null,
): OutgoingMessage {
  return {
    summary: turn.t.chat.draftSummary(draft.report.title),
    card: draftCard(draftView(draft, parts.directory.current(), problem), turn.language),
  };
}

function reportOf(turn: Turn, parts: BotParts, text: string, understanding: Understanding): Report {
  const { category, alternatives, room, deviceTag, scope, blocked, language } = understanding;
  const directory = parts.directory.current();
  const schoolId =
    turn.profile.schoolId !== null && directory.school(turn.profile.schoolId) ? turn.profile.schoolId : null;
  const sites = schoolId === null ? [] : directory.sitesOf(schoolId);
  const siteId =
    sites.find(({ id }) => id === turn.profile.siteId)?.id ?? (sites.length === 1 ? sites[0]?.id : null);
  return {
    category,
    alternatives,
    title: titleOf(text, language, category),
    description: text.slice(0, textLimit),
    room,
    deviceTag,
    scope,
    blocked,
    schoolId,
    siteId: siteId ?? null,
    bestTime: null,
    phone: null,
  };
}

async function createDraft(
  turn: Turn,
  parts: BotParts,
  report: Report,
  follows: string | null,
): Promise<Ticket> {
  const requester = { ...turn.person, language: turn.language };
  for (;;) {
    const draft = newDraft({ id: newTicketId(parts.randomByte), requester, report, follows }, turn.now);
    try {
      return (await parts.tickets.create(draft)).document;
    } catch (error) {
      // An id that is taken: the next one is drawn.
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
}
