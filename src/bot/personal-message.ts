import { excerpt, helpCard, languageCard, plainLine } from '../cards/index.js';
import { texts, type Language } from '../i18n/index.js';
import { formatTicketId } from '../tickets/index.js';
import { offerAbsences } from './absence-click.js';
import { answerArticleSearch } from './article-search.js';
import { readChatCommand, type ChatCommand } from './chat-command.js';
import { answerWords } from './conversation.js';
import { listTickets } from './own-list.js';
import type { BotParts } from './parts.js';
import { readableTicket, shownTo } from './reading.js';
import { listSchoolTickets } from './school-list.js';
import { placePhotos, receivePhotos } from './photos.js';
import { askSchool, continueWithSchool, schoolNamed, takeSchool, type NamedSchool } from './school-choice.js';
import { answerStaffCommand, helpRows } from './staff-commands.js';
import { inLanguage, words, type Turn } from './turn.js';
import { isVisible } from './visible.js';

/** Answers what a person writes in the personal chat: a command, the name of a school, an answer, or a report. */
export async function answerMessage(turn: Turn, parts: BotParts): Promise<void> {
  const text = readable(turn.incoming.text);
  await receivePhotos(turn, parts);
  if (isVisible(text)) await answerText(turn, parts, text);
  else if (turn.incoming.files.length === 0) await turn.reply(words(turn.t.chat.emptyMessage));
  await placePhotos(turn, parts);
}

async function answerText(turn: Turn, parts: BotParts, text: string): Promise<void> {
  const command = readChatCommand(text);
  if (command && (await answerCommand(speakingAs(turn, command.spoken), parts, command))) return;
  if (await answerStaffCommand(turn, parts, text)) return;
  if (await answerArticleSearch(turn, parts, text)) return;
  if (await continueWithSchool(turn, parts, text)) return;
  await answerWords(turn, parts, text, parts.understand(text));
}

function speakingAs(turn: Turn, language: Language | null): Turn {
  return language === null ? turn : inLanguage(turn, language);
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
      await turn.reply({ summary: t.chat.helpSummary, card: helpCard(language, helpRows(turn, parts)) });
      return true;
    case 'link':
      await turn.reply(words(t.chat.link.notHere));
      return true;
    case 'absence':
      return offerAbsences(turn, parts);
    case 'myTickets':
      await listTickets(turn, parts);
      return true;
    case 'mySchool':
      return listSchoolTickets(turn, parts);
    case 'status':
      return showStatus(turn, parts, command);
    case 'language':
      await (command.chosen === null
        ? turn.reply({ summary: t.cards.lines.languageWord, card: languageCard(language) })
        : chooseLanguage(turn, parts, command.chosen));
      return true;
    case 'school':
      await changeSchool(turn, parts, command.typed);
      return true;
  }
}

/** From now on the person is spoken to in this language. */
async function chooseLanguage(turn: Turn, parts: BotParts, language: Turn['language']): Promise<void> {
  await parts.profiles.choose(turn.person.id, { language });
  await turn.reply(words(texts(language).chat.languageSet));
}

async function showStatus(
  turn: Turn,
  parts: BotParts,
  { ticketId, certain }: Extract<ChatCommand, { kind: 'status' }>,
): Promise<boolean> {
  const ticket = await readableTicket(turn, parts, ticketId);
  const shown = ticket && shownTo(turn, parts, ticket);
  if (!shown && !certain) return false;
  await turn.reply(shown ?? words(turn.t.chat.unknownTicket(formatTicketId(ticketId))));
  return true;
}

async function changeSchool(turn: Turn, parts: BotParts, typed: string): Promise<void> {
  const { chat } = turn.t;
  const { schools } = parts.directory.current();
  const named: NamedSchool = typed === '' ? { kind: 'several', schools } : schoolNamed(typed, parts);
  if (named.kind === 'one') {
    const { school } = named;
    const isTold = await takeSchool(turn, parts, school, null);
    if (!isTold) await turn.reply(words(chat.schoolSet(plainLine(school.name))));
    return;
  }
  if (named.kind === 'none') await turn.reply(words(chat.schoolNotFound(plainLine(excerpt(typed, 60)))));
  await askSchool(turn, named.kind === 'several' ? named.schools : schools);
}
