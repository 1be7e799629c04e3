import {
  campusOfBoard,
  isOverdue,
  type BoardItem,
  type BoardMessage,
  type Reminded,
} from '../board/index.js';
import type { Directory } from '../campus/index.js';
import { boardCard, type BoardLine, type BoardMention } from '../cards/index.js';
import { channelLanguage, texts, type Language } from '../i18n/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import { channelView, type Surroundings, type Ticket } from '../tickets/index.js';
import { mentionsFor } from './mentions.js';
import type { OutgoingMessage } from './sender.js';
import type { TicketRendererOptions } from './ticket-renderer.js';

/** Turns what a channel's own document says into the one message that people see. */
export interface BoardRenderer {
  /** @param inChat whether it goes to somebody's personal chat in place of the channel; nobody is mentioned there */
  board(message: BoardMessage, place: { readonly inChat: boolean }, now: Instant): OutgoingMessage;
}

/** Draws a channel's own message in the channels' language: a list of what is to be done, and who has it. */
export function createBoardRenderer(options: TicketRendererOptions): BoardRenderer {
  const language = options.channelLanguage ?? channelLanguage;
  return {
    board: (message, { inChat }, now) => {
      const surroundings = { directory: options.directory(), now, rules: options.rules };
      return drawn(message, inChat ? [] : mentionsOf(message, surroundings), surroundings, language);
    },
  };
}

function drawn(
  { target, reminders, open, summary }: BoardMessage,
  mentions: readonly BoardMention[],
  surroundings: Surroundings,
  language: Language,
): OutgoingMessage {
  const { board } = texts(language);
  const reminded = new Set(reminders.map(({ ticket }) => ticket.id));
  const others = (open ?? []).filter(({ id }) => !reminded.has(id));
  const overdue = (open ?? []).filter((ticket) => isOverdue(ticket, surroundings.now)).length;
  const headline = board.headline({
    reminders: reminders.length,
    open: open?.length ?? 0,
    overdue,
    withSummary: summary !== null,
  });
  const card = boardCard(
    {
      headline,
      isUrgent: overdue > 0,
      withTeams: campusOfBoard(target) === null,
      mentions,
      reminders: reminders.map((each) => reminderLine(each, surroundings, language)),
      open: others.map((ticket) => openLine(ticket, surroundings, language)),
      summary: summary && {
        ...summary,
        teams: summary.teams.map((team) => ({
          ...team,
          name: teamName(team.target, surroundings.directory, language),
        })),
      },
      standIn: standInOf(reminders),
    },
    language,
  );
  const people = mentions.map(({ id, name }) => ({ id, name }));
  return { summary: headline, card, ...(people.length > 0 && { mentions: people }) };
}

/** What the message asks one person to take over in an absent colleague's place, where it is several. */
function standInOf(reminders: readonly Reminded[]): number | null {
  const asked = reminders.filter(({ items }) => items.some(({ about }) => about === 'offer-absence'));
  const people = new Set(asked.map(({ ticket }) => ticket.offer?.to.person?.id));
  return asked.length > 1 && people.size === 1 ? asked.length : null;
}

function reminderLine(
  { ticket, items }: Reminded,
  surroundings: Surroundings,
  language: Language,
): BoardLine {
  const words = items.map((item) => reasonOf(item, ticket, surroundings, language));
  return {
    view: channelView(ticket, surroundings),
    reason: words.map((word) => word.text).join(', '),
    isLate: words.some((word) => word.isLate),
  };
}

/** What the clock says, and since or until when, as things stand when it is said. */
function reasonOf(
  item: BoardItem,
  ticket: Ticket,
  { now, rules }: Surroundings,
  language: Language,
): { readonly text: string; readonly isLate: boolean } {
  const { calls, board, times } = texts(language);
  const { timeZone } = rules.calendar;
  const command = ticket.history.find(({ id }) => id === item.entryId)?.command;
  const dueAt = command?.verb === 'remind' ? instantOf(command.dueAt) : null;
  if (dueAt === null) return { text: calls.words[item.about], isLate: false };
  const isLate = dueAt <= now;
  const about = isLate ? overdueWord(item.about) : item.about;
  const when = isLate ? times.since(dueAt, now, timeZone) : times.until(dueAt, now, timeZone);
  return { text: board.reason(calls.words[about], when), isLate };
}

/** A warning may have waited until its promise was missed. */
function overdueWord(about: BoardItem['about']): BoardItem['about'] {
  if (about === 'first-response-75') return 'first-response-100';
  return about === 'resolution-75' ? 'resolution-100' : about;
}

function openLine(ticket: Ticket, surroundings: Surroundings, language: Language): BoardLine {
  const { calls, board, times } = texts(language);
  const view = channelView(ticket, surroundings);
  const { now } = surroundings;
  const { timeZone } = surroundings.rules.calendar;
  if (ticket.nextPromiseAt === null) return { view, reason: '', isLate: false };
  const dueAt = instantOf(ticket.nextPromiseAt);
  const isLate = isOverdue(ticket, now);
  const isAnswered = ticket.firstRespondedAt !== null;
  const reason = isLate
    ? board.reason(
        calls.words[isAnswered ? 'resolution-100' : 'first-response-100'],
        times.since(dueAt, now, timeZone),
      )
    : board.reason(isAnswered ? board.solution : board.firstResponse, times.until(dueAt, now, timeZone));
  return { view, reason, isLate };
}

/** Everybody whom one of the reminders would mention in this channel, each once; who stands in is named as deputy. */
function mentionsOf(
  { target, reminders }: BoardMessage,
  surroundings: Surroundings,
): readonly BoardMention[] {
  const people = new Map<string, BoardMention>();
  for (const { ticket, items } of reminders) {
    const own = items.filter((item) => item.target === target);
    const campusId = ticket.handledBy?.campusId ?? null;
    for (const to of ['channel', 'helpdesk'] as const) {
      const told = own.filter((item) => item.to === to);
      for (const { id, name } of told.length > 0 ? mentionsFor(ticket, to, told, surroundings) : []) {
        people.set(id, { id, name, standsIn: standsIn(id, campusId, surroundings) });
      }
    }
  }
  return [...people.values()];
}

function standsIn(personId: string, campusId: string | null, { directory, now }: Surroundings): boolean {
  if (campusId === null || !directory.campus(campusId)) return false;
  const { as, person } = directory.inForce(campusId, now);
  return as === 'deputy' && person?.id === personId;
}

function teamName(target: BoardMessage['target'], directory: Directory, language: Language): string {
  const campusId = campusOfBoard(target);
  if (target === 'provider') return directory.provider?.name ?? target;
  if (campusId === null) return texts(language).vocabulary.helpdesk;
  return directory.campus(campusId)?.name ?? campusId;
}
