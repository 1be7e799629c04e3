import {
  firstResponseClock,
  instantOf,
  isoOf,
  millisecondsPerMinute,
  promisesFor,
  type Instant,
} from '../sla/index.js';
import type { ReminderStage, TicketCommand } from './commands.js';
import type { Rules } from './rules.js';
import type { Ticket } from './ticket.js';

const draftDays = 7;
const silentServiceDays = 3;
const dayInMinutes = 24 * 60;

/** What the clock will do with a ticket, and when. */
export interface Deadline {
  readonly at: Instant;
  readonly command: TicketCommand;
}

/** A draft that nobody submits is gone after 7 days. */
export function draftExpiresAt(createdAt: string): Instant {
  return instantOf(createdAt) + draftDays * dayInMinutes * millisecondsPerMinute;
}

/** When the first response is promised, computed afresh from submit time, priority and rules; null for a draft. */
export function firstResponseDueAt(ticket: Ticket, rules: Rules): string | null {
  const clock = responseClock(ticket, rules);
  return clock && isoOf(clock.dueAt);
}

/**
 * The command that the clock has to give now, or null. Of the reminders' stages only the highest that was reached is given.
 * Its id is kind, stage and deadline, so that a moved deadline makes a new reminder and the same one never comes twice.
 */
export function dueCommand(
  ticket: Ticket,
  rules: Rules,
  now: Instant,
): { readonly id: string; readonly command: TicketCommand } | null {
  const due = deadlines(ticket, rules).filter((deadline) => deadline.at <= now);
  const last = due.at(-1);
  if (!last) return null;
  return { id: deadlineId(ticket, last), command: last.command };
}

/**
 * Whether the clock has reason to give this command. It is asked again of the ticket as it is when the command is
 * decided: the date may have been moved, or somebody may have said something, since it was read.
 */
export function isDue(ticket: Ticket, command: TicketCommand, rules: Rules, now: Instant): boolean {
  return deadlines(ticket, rules).some(
    (deadline) => deadline.at <= now && isSameDeadline(deadline.command, command),
  );
}

/** The next instant at which the clock has something to do with this ticket, or null. */
export function nextDeadline(ticket: Ticket, rules: Rules): Instant | null {
  const instants = deadlines(ticket, rules).map((deadline) => deadline.at);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Ascending by stage within the reminders; a state change of the clock comes last, so that it wins. */
function deadlines(ticket: Ticket, rules: Rules): Deadline[] {
  switch (ticket.state) {
    case 'draft':
      return [{ at: draftExpiresAt(ticket.createdAt), command: { verb: 'expire' } }];
    case 'new':
    case 'claimed':
    case 'waiting':
      return [
        ...offerDeadline(ticket, rules),
        ...responseDeadlines(ticket, rules),
        ...(ticket.waitingUntil
          ? [{ at: instantOf(ticket.waitingUntil), command: { verb: 'resume' } as const }]
          : []),
      ];
    case 'resolved':
      return [{ at: silentSince(ticket, rules), command: { verb: 'close-for-silence' } }];
    case 'closed':
      return [];
  }
}

function offerDeadline(ticket: Ticket, rules: Rules): Deadline[] {
  if (!ticket.offer || ticket.offer.reminded) return [];
  const dueAt = ticket.offer.answerDueAt;
  return [
    {
      at: rules.calendar.nextOpening(instantOf(dueAt)),
      command: { verb: 'remind', stage: 'offer-unanswered', dueAt },
    },
  ];
}

function responseDeadlines(ticket: Ticket, rules: Rules): Deadline[] {
  const clock = responseClock(ticket, rules);
  if (!clock || ticket.firstRespondedAt !== null) return [];
  const dueAt = isoOf(clock.dueAt);
  const remind = (stage: ReminderStage, at: Instant): Deadline => ({
    at,
    command: { verb: 'remind', stage, dueAt },
  });
  if (wasReminded(ticket, 'first-response-100', dueAt)) return [];
  const overdue = remind('first-response-100', clock.overdueAt);
  if (wasReminded(ticket, 'first-response-75', dueAt)) return [overdue];
  return [remind('first-response-75', clock.warnAt), overdue];
}

function wasReminded(ticket: Ticket, stage: ReminderStage, dueAt: string): boolean {
  return ticket.history.some(
    ({ command }) => command.verb === 'remind' && command.stage === stage && command.dueAt === dueAt,
  );
}

function responseClock(ticket: Ticket, rules: Rules): ReturnType<typeof firstResponseClock> | null {
  if (!ticket.submittedAt || !ticket.priority) return null;
  return firstResponseClock({
    startedAt: instantOf(ticket.submittedAt),
    respondedAt: ticket.firstRespondedAt === null ? null : instantOf(ticket.firstRespondedAt),
    target: promisesFor(rules.policy, {
      priority: ticket.priority,
      category: ticket.report.category,
      ...ticket.grounds,
    }).firstResponse,
    calendar: rules.calendarOf(ticket.report.schoolId),
  });
}

/** A resolved ticket is closed after 3 service days in which the requester said nothing. */
function silentSince(ticket: Ticket, rules: Rules): Instant {
  const words = ticket.history.filter(({ actor, command }) => {
    return command.verb === 'resolve' || (actor.kind === 'person' && actor.role === 'requester');
  });
  const lastWord = words.at(-1)?.at ?? ticket.resolvedAt ?? ticket.createdAt;
  return rules.calendar.afterServiceDays(instantOf(lastWord), silentServiceDays);
}

function isSameDeadline(one: TicketCommand, other: TicketCommand): boolean {
  if (one.verb !== 'remind' || other.verb !== 'remind') return one.verb === other.verb;
  return one.stage === other.stage && one.dueAt === other.dueAt;
}

function deadlineId(ticket: Ticket, deadline: Deadline): string {
  const { command } = deadline;
  const about = command.verb === 'remind' ? `${command.stage}:${command.dueAt}` : isoOf(deadline.at);
  return `clock:${command.verb}:${about}:${ticket.id}`;
}
