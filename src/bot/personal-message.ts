import {
  answerOrNewCard,
  helpCard,
  languageCard,
  plainLine,
  schoolPickerCard,
  stillBrokenCard,
  ticketListCard,
} from '../cards/index.js';
import { texts } from '../i18n/index.js';
import { formatTicketId, requesterView } from '../tickets/index.js';
import { readChatCommand, type ChatCommand } from './chat-command.js';
import { startDraft } from './drafts.js';
import { openTalk, ownTickets, type OpenTalk } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { continueWithSchool, rememberSchool, schoolNamed } from './school-choice.js';
import { inLanguage, words, type Turn } from './turn.js';

/** Answers what a person writes in the personal chat: a command, the name of a school, an answer, or a report. */
export async function answerMessage(turn: Turn, parts: BotParts): Promise<void> {
  const text = readable(turn.incoming.text);
  if (text === '') {
    await turn.reply(words(turn.t.chat.emptyMessage));
    return;
  }
  const command = readChatCommand(text);
  if (command && (await answerCommand(turn, parts, command))) return;
  if (await continueWithSchool(turn, parts, text)) return;
  const understanding = parts.understand(text);
  const speaking = inLanguage(turn, understanding.language);
  const talk = await openTalk(speaking, parts);
  if (talk) {
    await askWhatItBelongsTo(speaking, talk, text);
    return;
  }
  if (understanding.category === 'smalltalk') {
    await speaking.reply(words(speaking.t.chat.smalltalk));
    return;
  }
  await startDraft(speaking, parts, text, understanding);
}

async function askWhatItBelongsTo(turn: Turn, { kind, ticket }: OpenTalk, text: string): Promise<void> {
  const { askAnswerSummary, askStillBrokenSummary } = turn.t.chat;
  const asked = { id: ticket.id, revision: ticket.revision, title: ticket.report.title };
  await turn.reply(
    kind === 'answer'
      ? { summary: askAnswerSummary, card: answerOrNewCard(text, asked, turn.language) }
      : { summary: askStillBrokenSummary, card: stillBrokenCard(text, asked, turn.language) },
  );
}

/** Without what nobody can see: control and zero-width characters, and the bot's own mention. */
function readable(text: string): string {
  return text
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
      character === '\n' || character === '\u200D' ? character : ' ',
    )
    .trim();
}

/** False where the command turns out to be something to report after all. */
async function answerCommand(turn: Turn, parts: BotParts, command: ChatCommand): Promise<boolean> {
  const { t, language } = turn;
  switch (command.kind) {
    case 'help':
      await turn.reply({ summary: t.chat.helpSummary, card: helpCard(language) });
      return true;
    case 'link':
      await turn.reply(words(t.chat.link.notHere));
      return true;
    case 'myTickets':
      await listTickets(turn, parts);
      return true;
    case 'status':
      await showStatus(turn, parts, command.ticketId);
      return true;
    case 'language':
      await (command.language === null
        ? turn.reply({ summary: t.cards.lines.languageWord, card: languageCard(language) })
        : chooseLanguage(turn, parts, command.language));
      return true;
    case 'school':
      await changeSchool(turn, parts, command.typed);
      return true;
  }
}

/** From now on the person is spoken to in this language. */
export async function chooseLanguage(turn: Turn, parts: BotParts, language: Turn['language']): Promise<void> {
  await parts.profiles.choose(turn.person.id, { language });
  await turn.reply(words(texts(language).chat.languageSet));
}

async function listTickets(turn: Turn, parts: BotParts): Promise<void> {
  const tickets = await ownTickets(turn, parts);
  if (tickets.length === 0) {
    await turn.reply(words(turn.t.chat.noTickets));
    return;
  }
  const surroundings = { directory: parts.directory.current(), now: turn.now, timeZone: parts.timeZone };
  await turn.reply({
    summary: turn.t.chat.listSummary,
    card: ticketListCard(
      tickets.map((ticket) => requesterView(ticket, surroundings)),
      turn.language,
    ),
  });
}

async function showStatus(turn: Turn, parts: BotParts, ticketId: string): Promise<void> {
  const ticket = (await ownTickets(turn, parts)).find(({ id }) => id === ticketId);
  await turn.reply(
    ticket
      ? parts.renderer.card(ticket, { name: 'requester', detour: null }, turn.now)
      : words(turn.t.chat.unknownTicket(formatTicketId(ticketId))),
  );
}

async function changeSchool(turn: Turn, parts: BotParts, typed: string): Promise<void> {
  const { chat } = turn.t;
  const school = typed === '' ? null : schoolNamed(typed, parts);
  if (school) {
    await rememberSchool(turn, parts, school.id, null);
    await turn.reply(words(chat.schoolSet(school.name)));
    return;
  }
  if (typed !== '') await turn.reply(words(chat.schoolNotFound(plainLine(typed))));
  await turn.reply({
    summary: chat.pickSchoolSummary,
    card: schoolPickerCard(parts.directory.current().schools, turn.language),
  });
}
