import { z } from 'zod';
import { noticeCard, plainLine, schoolPickerCard } from '../cards/index.js';
import { languages, texts } from '../i18n/index.js';
import { formatTicketId, textLimit, type TicketRequest } from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { beginWithCarried, carriedPhotos, giveCarried } from './carried-photos.js';
import { startDraft } from './drafts.js';
import { clickOrder } from './order.js';
import type { BotParts } from './parts.js';
import { readableTicket } from './reading.js';
import { takeSchool } from './school-choice.js';
import { entryOf } from './table-entry.js';
import { cardFor, type ClickAnswer } from './ticket-click.js';
import { inLanguage, type Turn } from './turn.js';

type Handler = (turn: Turn, parts: BotParts, click: CardClick) => Promise<ClickAnswer>;

const textSchema = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .max(textLimit * 4),
});

/** Handles a button of the bot's questions and lists. Null where the button is none of these. */
export async function clickChat(turn: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer | null> {
  const handler = entryOf(handlers, click.verb);
  return handler ? handler(turn, parts, click) : null;
}

/** The text belongs to a ticket: what the request says is given to it, and the question card says so. */
function tellTicket(
  toRequest: (text: string) => TicketRequest,
  done: (turn: Turn, id: string) => string,
): Handler {
  return async (caller, parts, click) => {
    const said = textSchema.safeParse(click.data);
    const target = readTicketData(click.data);
    if (!said.success || !target) return { text: caller.t.chat.unreadable };
    // In the language in which it was asked: that of the text.
    const turn = inLanguage(caller, parts.understand(said.data.text).language);
    const order = clickOrder(turn, click, target, toRequest(said.data.text));
    const outcome = await parts.desk.execute(target.ticketId, order, turn.now);
    if (outcome.kind === 'refused') return { text: turn.t.refusals.sentence(outcome.refusal) };
    if (outcome.kind !== 'gone') await giveCarried(turn, parts, outcome.ticket, carriedPhotos(click));
    return { card: noticeCard(done(turn, formatTicketId(target.ticketId)), turn.language) };
  };
}

const newReport: Handler = async (turn, parts, click) => {
  const said = textSchema.safeParse(click.data);
  if (!said.success) return { text: turn.t.chat.unreadable };
  const understanding = parts.understand(said.data.text);
  const speaking = inLanguage(turn, understanding.language);
  const begin = async (): Promise<void> => startDraft(speaking, parts, said.data.text, understanding);
  if (!(await beginWithCarried(speaking, parts, carriedPhotos(click), begin))) await begin();
  return { card: noticeCard(speaking.t.chat.draftContinuesBelow, speaking.language) };
};

const showSchema = z.object({ ticketId: z.string().max(6) });

const showTicket: Handler = async (turn, parts, click) => {
  const wanted = showSchema.safeParse(click.data);
  if (!wanted.success) return { text: turn.t.chat.unreadable };
  const ticket = await readableTicket(turn, parts, wanted.data.ticketId);
  if (ticket) return { card: cardFor(turn, parts, ticket) };
  return { text: turn.t.chat.unknownTicket(plainLine(formatTicketId(wanted.data.ticketId))) };
};

const schoolSchema = z.object({ school: z.string().max(20), site: z.string().max(60).nullish() });

const chooseSchool: Handler = async (turn, parts, click) => {
  const chosen = schoolSchema.safeParse(click.data);
  const directory = parts.directory.current();
  const school = chosen.success ? directory.school(chosen.data.school) : undefined;
  if (!chosen.success || !school) return { text: turn.t.cards.errors.school };
  const sites = directory.sitesOf(school.id);
  const site = sites.find(({ id }) => id === chosen.data.site);
  if (sites.length > 1 && !site) {
    return { card: schoolPickerCard(directory.schools, turn.language, { schoolId: school.id, sites }) };
  }
  await takeSchool(turn, parts, school, site?.id ?? null);
  return { card: noticeCard(turn.t.chat.schoolSet(plainLine(school.name)), turn.language) };
};

const languageSchema = z.object({ language: z.enum(languages) });

const chooseLanguage: Handler = async (turn, parts, click) => {
  const chosen = languageSchema.safeParse(click.data);
  if (!chosen.success) return { text: turn.t.chat.unreadable };
  await parts.profiles.choose(turn.person.id, chosen.data);
  return { card: noticeCard(texts(chosen.data.language).chat.languageSet, chosen.data.language) };
};

const comment = (text: string): TicketRequest => ({ verb: 'comment', text });
const note = (text: string): TicketRequest => ({ verb: 'note', text });

const handlers: Readonly<Record<string, Handler>> = {
  'chat.answer': tellTicket(comment, (turn, id) => turn.t.chat.answered(id)),
  'chat.new': newReport,
  'thread.comment': tellTicket(comment, (turn, id) => turn.t.chat.threadCommented(id)),
  'thread.note': tellTicket(note, (turn, id) => turn.t.chat.threadNoted(id)),
  'ticket.show': showTicket,
  'school.choose': chooseSchool,
  'language.choose': chooseLanguage,
};
