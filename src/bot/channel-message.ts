import { commandsCard, noteOrCommentCard } from '../cards/index.js';
import { campusOfTarget, isSameConversation, type OutgoingMessage } from '../delivery/index.js';
import { findAll, type Condition } from '../store/index.js';
import { formatTicketId, mayRead, textLimit, unclosedStates, type Ticket } from '../tickets/index.js';
import { offerAbsences } from './absence-click.js';
import { askedTicket } from './asked-ticket.js';
import { offerLink } from './channel-link.js';
import { readChatCommand, type ChatCommand } from './chat-command.js';
import { staffChannel } from './linked-channel.js';
import type { BotParts } from './parts.js';
import { answerStaffCommand, helpRows, searchFor } from './staff-commands.js';
import { words, type Turn } from './turn.js';

/** Answers a mention of the bot in a channel: a command, or in a ticket's thread a text for the teacher or the staff. */
export async function answerChannel(turn: Turn, parts: BotParts): Promise<void> {
  const text = spokenText(turn);
  const command = readChatCommand(text);
  if (command?.kind === 'link') {
    await offerLink(turn, parts);
    return;
  }
  if (command?.kind === 'absence') {
    await answerAbsence(turn, parts);
    return;
  }
  if (text === '' || command?.kind === 'help') {
    await turn.reply(channelHelp(turn, parts));
    return;
  }
  // Only who is in the directory can have a say in a ticket; nobody else shall make us look for one.
  if (!parts.directory.current().person(turn.person.id)) {
    await turn.reply(words(turn.t.refusals.sentence({ code: 'not-allowed', verb: 'comment' })));
    return;
  }
  const ticket = await ticketOfThread(turn, parts);
  if (ticket) await askForWhom(turn, parts, ticket, text);
  else if (!(await answerCommand(turn, parts, text, command)))
    await turn.reply(isUnderOther(turn) ? words(turn.t.chat.notATicketThread) : channelHelp(turn, parts));
}

/** Who is away the provider does not read, nor whoever is in a channel that nobody has linked. */
async function answerAbsence(turn: Turn, parts: BotParts): Promise<void> {
  const channel = await staffChannel(turn, parts);
  if (channel === null) return;
  if (channel === 'provider') await turn.reply(words(turn.t.lists.onlyInChat));
  else if (!(await offerAbsences(turn, parts))) await turn.reply(words(turn.t.absences.notAllowed));
}

/** What can be written here, by whoever asks. */
function channelHelp(turn: Turn, parts: BotParts): OutgoingMessage {
  const rows = helpRows(turn, parts);
  const help = words(turn.t.chat.channelHelp);
  return rows.length === 0 ? help : { ...help, card: commandsCard(rows, turn.language) };
}

/**
 * A command of the staff, or a ticket's number alone. False where the words are neither. Everybody in the channel reads the
 * answer, so that a number is answered with a line, which each opens for themselves.
 */
async function answerCommand(
  turn: Turn,
  parts: BotParts,
  text: string,
  command: ChatCommand | null,
): Promise<boolean> {
  if (await answerStaffCommand(turn, parts, text)) return true;
  return command?.kind === 'status' && searchFor(turn, parts, formatTicketId(command.ticketId));
}

/** Whether it was said under another message; the thread that a new message begins bears its own id. */
function isUnderOther({ incoming: { threadRoot, id } }: Turn): boolean {
  return threadRoot !== null && threadRoot !== id;
}

/** Without the bot's own mention; a colleague's stays as the name. */
function spokenText({ incoming }: Turn): string {
  return incoming.text
    .replaceAll(`<at>${incoming.conversation.botName}</at>`, ' ')
    .replace(/<at>([^<]*)<\/at>/g, '$1')
    .replaceAll('&nbsp;', ' ')
    .trim();
}

async function askForWhom(turn: Turn, parts: BotParts, ticket: Ticket, text: string): Promise<void> {
  if (mayRead(turn.person.id, ticket, parts.directory.current(), turn.now) !== 'staff') {
    await turn.reply(words(turn.t.refusals.sentence({ code: 'not-allowed', verb: 'comment' })));
    return;
  }
  if (text.length > textLimit) {
    await turn.reply(words(turn.t.refusals.sentence({ code: 'too-long', limit: textLimit })));
    return;
  }
  await turn.reply({
    summary: turn.t.chat.askThreadSummary,
    card: noteOrCommentCard(text, askedTicket(ticket), turn.language),
  });
}

/** The ticket whose card stands at the root of the thread, among those that the channel's target handles. */
async function ticketOfThread(turn: Turn, parts: BotParts): Promise<Ticket | null> {
  const { conversation, threadRoot } = turn.incoming;
  if (!isUnderOther(turn)) return null;
  const where = [{ field: 'state', in: unclosedStates }, ...(await handledHere(turn, parts))];
  for await (const { document: ticket } of findAll(parts.tickets, { where, pageSize: 200 })) {
    const hasItsCardHere = ticket.places.some(
      (place) => place.activityId === threadRoot && isSameConversation(place.conversation, conversation),
    );
    if (hasItsCardHere) return ticket;
  }
  return null;
}

/** A campus' channel shows that campus' tickets; the help desk's may show any. */
async function handledHere(turn: Turn, parts: BotParts): Promise<readonly Condition[]> {
  const link = await parts.conversations.linkOf(turn.incoming.conversation);
  const campusId = link ? campusOfTarget(link.target) : null;
  return campusId === null ? [] : [{ field: 'handledBy.campusId', equals: campusId }];
}
