import { plainLine, type CallingMessage } from '../cards/index.js';
import { texts, type Language } from '../i18n/index.js';
import { instantOf, startOfDay, type Instant } from '../sla/index.js';
import {
  clocksOf,
  lastVisitOf,
  formatTicketId,
  requesterView,
  wordsOf,
  type VisitWindow,
  type TicketCommand,
  type Call,
  type CallSubject,
  type Ticket,
  type Surroundings,
} from '../tickets/index.js';

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
  const who = plainLine((entry && authorOf(entry)) ?? calls.somebody);
  const time = timeOf(ticket, { about, entryId }, surroundings, language);
  const sentences = reader === 'requester' ? calls.toRequester : calls.toChannel;
  const quote = entry ? wordsOf(entry.command) : '';
  const asksWithoutWords = about === 'comment' && quote === '';
  return {
    sentence: asksWithoutWords
      ? calls.waitsForAnswer(who)
      : [
          refusedWords(entry?.command, language) ??
            movedWords(entry, time, reader, language) ??
            sentences[about]({ who, ...time }),
          ...deputyWords(ticket, about, reader, surroundings, language),
        ].join(' '),
    quote,
    solved: about === 'resolved',
  };
}

/** Who did it, at this ticket or at another one that passed it on. Null for the clock, and for what names nobody. */
function authorOf({ actor, command }: Ticket['history'][number]): string | null {
  if (actor.kind === 'person') return actor.name;
  switch (command.verb) {
    case 'resolve':
      return command.incident?.by.name ?? null;
    case 'comment-of-duplicate':
      return command.name;
    case 'reroute':
      return command.away?.name ?? null;
    case 'order-refused':
      return command.said?.name ?? null;
    default:
      return null;
  }
}

/** Nobody moved the visit but the rota; null where somebody did, or nothing is told of a visit. */
function movedWords(
  entry: Ticket['history'][number] | undefined,
  { until }: TimeWords,
  reader: CallingMessage['reader'],
  language: Language,
): string | null {
  const isToRequester = reader === 'requester' && entry?.actor.kind === 'system';
  if (!isToRequester || entry.command.verb !== 'plan-visit') return null;
  const { visits } = texts(language);
  return entry.command.visit ? visits.movedByRota(until) : visits.cancelledByRota(until);
}

/** Which other ticket did not take part, and why; null where the command tells of none. */
function refusedWords(command: TicketCommand | undefined, language: Language): string | null {
  const { together } = texts(language);
  if (command?.verb === 'merge-refused')
    return together.mergeRefused(formatTicketId(command.into), command.refusal);
  if (command?.verb !== 'order-refused') return null;
  const { order, target, refusal } = command;
  if (order === 'link') return together.linkRefused(formatTicketId(target), refusal);
  return order === 'submit' ? together.splitRefused(refusal) : null;
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
    case 'priority-raised':
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
    case 'last-visit':
    case 'next-update':
    case 'waiting-over':
    case 'requester-silent':
    case 'offer-unanswered':
      return { icon: 'waiting', tone: 'warning' };
    case 'offer':
    case 'offer-absence':
    case 'offer-declined':
    case 'merged':
    case 'merge-refused':
    case 'unmerged':
    case 'order-refused':
    case 'split-off':
    case 'assigned':
      return { icon: 'moved', tone: 'accent' };
    case 'comment':
    case 'requester-comment':
      return { icon: 'message', tone: 'accent' };
  }
}

interface TimeWords {
  readonly until: string;
  readonly due?: string;
  readonly isLate: boolean;
}

const noTime: TimeWords = { until: '', isLate: false };

/** The time that a sentence names: a promise that is kept until then or broken since, a day, or nothing. */
function timeOf(
  ticket: Ticket,
  { about, entryId }: Told,
  surroundings: Surroundings,
  language: Language,
): TimeWords {
  const { now, rules } = surroundings;
  const { timeZone } = rules.calendar;
  const { times } = texts(language);
  const command = ticket.history.find(({ id }) => id === entryId)?.command;
  const day = (words: typeof times.day, at: Instant | null): TimeWords =>
    at === null ? noTime : { until: words(at, now, timeZone), isLate: at < now };
  switch (about) {
    case 'visit': {
      const visit = command?.verb === 'plan-visit' ? command.visit : null;
      if (visit) {
        const window = { from: instantOf(visit.from), to: instantOf(visit.to) };
        return visitTime(window, surroundings, language);
      }
      const until = visitOf(command) ?? ticket.waitingUntil;
      return day(times.day, until === null ? null : instantOf(until));
    }
    case 'last-visit': {
      const last = lastVisitOf(ticket, rules);
      if (last) {
        const { resolutionDueAt } = ticket;
        const due = resolutionDueAt === null ? '' : times.until(instantOf(resolutionDueAt), now, timeZone);
        return { ...visitTime(last, surroundings, language), due };
      }
      return day(times.at, promisedAt(ticket, about, command));
    }
    case 'offer':
    case 'offer-absence':
      return day(times.until, ticket.offer && instantOf(ticket.offer.answerDueAt));
    case 'requester-silent':
      return day(times.onDay, requesterView(ticket, surroundings).closesAt);
    case 'closed-for-silence':
      return day(times.until, requesterView(ticket, surroundings).reopensUntil);
    case 'next-update':
      return day(times.since, clocksOf(ticket, rules, now)?.nextUpdate?.since ?? null);
    default:
      return promiseTime(about, promisedAt(ticket, about, command), surroundings, language);
  }
}

function visitTime(
  { from, to }: VisitWindow,
  { now, rules: { calendar } }: Surroundings,
  language: Language,
): TimeWords {
  const { times, visits } = texts(language);
  const clock = (at: Instant): string => times.clock(at, now, calendar.timeZone);
  return {
    until: visits.between(times.day(from, now, calendar.timeZone), clock(from), clock(to)),
    isLate: from < now,
  };
}

/** The visit that was planned, here or at the ticket that goes on for this one. */
function visitOf(command: TicketCommand | undefined): string | null {
  if (command?.verb === 'plan-visit') return command.until;
  return command?.verb === 'news' || command?.verb === 'merged' ? command.followed.waitingUntil : null;
}

/** The deadline that a reminder is about: as it was when it was given, else as it is now. */
function promisedAt(ticket: Ticket, about: CallSubject, command: TicketCommand | undefined): Instant | null {
  if (command?.verb === 'remind') return instantOf(command.dueAt);
  const dueAt = about.startsWith('first-response')
    ? ticket.firstResponseDueAt
    : about.startsWith('resolution')
      ? ticket.resolutionDueAt
      : null;
  return dueAt === null ? null : instantOf(dueAt);
}

/** To the requester a broken promise is told by its time; the team reads since when it is overdue. */
function promiseTime(
  about: CallSubject,
  dueAt: Instant | null,
  { now, rules }: Surroundings,
  language: Language,
): TimeWords {
  if (dueAt === null) return noTime;
  const { times } = texts(language);
  const isLate = dueAt < now;
  const isToRequester = about === 'first-response-at-risk' || about === 'resolution-at-risk';
  const isOverdue = isLate || isOverdueStage(about);
  const words = isOverdue ? (isToRequester ? times.at : times.since) : times.until;
  return { until: words(dueAt, now, rules.calendar.timeZone), isLate };
}

/** These are told when the time is up; the sentence says since when, also at the very instant. */
function isOverdueStage(about: CallSubject): boolean {
  return about === 'first-response-100' || about === 'first-response-helpdesk' || about === 'resolution-100';
}

/** Who stands in, where a reminder reaches a team whose manager is away. */
function deputyWords(
  ticket: Ticket,
  about: CallSubject,
  reader: CallingMessage['reader'],
  surroundings: Surroundings,
  language: Language,
): readonly string[] {
  if (reader !== 'channel' || !isReminder(about)) return [];
  const { calls, times } = texts(language);
  const { directory, now, rules } = surroundings;
  const campus = directory.campus(ticket.handledBy?.campusId ?? '');
  const manager = campus && directory.person(campus.managerId);
  const inForce = campus && directory.inForce(campus.id, now);
  if (!manager || inForce?.as !== 'deputy' || !inForce.person) return [];
  const assignee = ticket.handledBy?.person?.id ?? manager.id;
  if (assignee !== manager.id) return [];
  const { timeZone } = rules.calendar;
  const until = inForce.until === null ? null : times.day(startOfDay(inForce.until, timeZone), now, timeZone);
  return [calls.deputy(plainLine(manager.name), plainLine(inForce.person.name), until)];
}

/** Whether the clock has something to say to a team. It stands far below the card on a phone. */
export function isReminder(about: CallSubject): boolean {
  switch (about) {
    case 'first-response-75':
    case 'first-response-100':
    case 'first-response-helpdesk':
    case 'resolution-75':
    case 'resolution-100':
    case 'last-visit':
    case 'next-update':
    case 'waiting-over':
      return true;
    default:
      return false;
  }
}
