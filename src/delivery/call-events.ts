import { plainLine, type CallingMessage } from '../cards/index.js';
import { texts, type Language } from '../i18n/index.js';
import { instantOf } from '../sla/index.js';
import type { TicketCommand, Call, CallSubject, Ticket, Surroundings } from '../tickets/index.js';

type Told = Call['told'][number];

/** One event as a sentence with the words that its author wrote, from the ticket's history. */
export function eventOf(
  ticket: Ticket,
  { about, entryId }: Told,
  reader: CallingMessage['reader'],
  surroundings: Surroundings,
  language: Language,
): CallingMessage['events'][number] {
  const { calls } = texts(language);
  const entry = ticket.history.find(({ id }) => id === entryId);
  const who = entry?.actor.kind === 'person' ? plainLine(entry.actor.name) : calls.somebody;
  const until = untilWords(ticket, about, entry?.command, surroundings, language);
  const sentences = reader === 'requester' ? calls.toRequester : calls.toChannel;
  const quote = entry ? wordsOf(entry.command) : '';
  const asksWithoutWords = about === 'comment' && quote === '';
  return {
    sentence: asksWithoutWords ? calls.waitsForAnswer(who) : sentences[about]({ who, until }),
    quote,
    solved: about === 'resolved',
  };
}

/** Icon and tone of a message by its subject. */
export function callLook(about: CallSubject): Pick<CallingMessage, 'icon' | 'tone'> {
  switch (about) {
    case 'resolved':
      return { icon: 'resolved', tone: 'good' };
    case 'closed-for-silence':
    case 'withdrawn':
      return { icon: 'closed', tone: 'emphasis' };
    case 'exam-now':
    case 'first-response-100':
    case 'first-response-helpdesk':
    case 'resolution-100':
    case 'reopened':
      return { icon: 'urgent', tone: 'attention' };
    case 'visit':
    case 'first-response-75':
    case 'first-response-at-risk':
    case 'resolution-75':
    case 'resolution-at-risk':
    case 'next-update':
    case 'waiting-over':
    case 'requester-silent':
    case 'offer-unanswered':
      return { icon: 'waiting', tone: 'warning' };
    case 'offer':
    case 'offer-declined':
    case 'assigned':
      return { icon: 'moved', tone: 'accent' };
    case 'comment':
    case 'requester-comment':
      return { icon: 'message', tone: 'accent' };
  }
}

/** What the person who gave the command wrote with it; internal notes never call anybody. */
function wordsOf(command: TicketCommand): string {
  switch (command.verb) {
    case 'comment':
    case 'reopen':
    case 'withdraw':
    case 'escalate':
      return command.text;
    case 'resolve':
      return command.solution;
    case 'offer':
    case 'decline':
    case 'hold':
    case 'plan-visit':
      return command.note;
    case 'assign':
      return command.note ?? '';
    default:
      return '';
  }
}

function untilWords(
  ticket: Ticket,
  about: CallSubject,
  command: TicketCommand | undefined,
  { now, rules }: Surroundings,
  language: Language,
): string {
  const { times } = texts(language);
  const { timeZone } = rules.calendar;
  switch (about) {
    case 'visit': {
      const day = command?.verb === 'plan-visit' ? command.until : ticket.waitingUntil;
      return day === null ? '' : times.day(instantOf(day), now, timeZone);
    }
    case 'offer':
      return ticket.offer ? times.until(instantOf(ticket.offer.answerDueAt), now, timeZone) : '';
    case 'first-response-75':
    case 'first-response-100': {
      const dueAt = command?.verb === 'remind' ? command.dueAt : ticket.firstResponseDueAt;
      if (dueAt === null) return '';
      const words = about === 'first-response-75' ? times.until : times.since;
      return words(instantOf(dueAt), now, timeZone);
    }
    default:
      return '';
  }
}
