import { instantOf, isoOf, millisecondsPerDay, type Instant } from '../sla/index.js';
import type { TicketCommand } from './commands.js';
import { ladderLines } from './ladder.js';
import type { Rules } from './rules.js';
import { requesterSilence, solutionConfirmedAt } from './silence.js';
import type { Deadline, Reminder } from './stages.js';
import type { Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

const draftDays = 7;

/** A draft that nobody submits is gone after 7 days. */
export function draftExpiresAt(createdAt: string): Instant {
  return instantOf(createdAt) + draftDays * millisecondsPerDay;
}

/**
 * The command that the clock has to give now, or null; asked again until nothing is due. What was due first comes first.
 * Of one clock's reminders only the highest stage that was reached is given, and none that a change of the state, due as
 * well, makes pointless. The id is kind, stage and deadline, so that a moved deadline makes a new reminder and the same
 * one never comes twice.
 */
export function dueCommand(
  ticket: Ticket,
  rules: Rules,
  now: Instant,
): { readonly id: string; readonly command: TicketCommand } | null {
  const change = earliest(stateChanges(ticket, rules).filter(({ at }) => at <= now));
  const reminders = reached(ticket, rules, now).filter(
    ({ command }) => !change || !makesPointless(change.command, command),
  );
  const first = earliest(change ? [change, ...reminders] : reminders);
  return first && { id: deadlineId(ticket, first), command: first.command };
}

/**
 * Whether the clock has reason to give this command. It is asked again of the ticket as it is when the command is
 * decided: the date may have been moved, or somebody may have said something, since it was read.
 */
export function isDue(ticket: Ticket, command: TicketCommand, rules: Rules, now: Instant): boolean {
  if (command.verb === 'remind') {
    return reached(ticket, rules, now).some((reminder) => isSameDeadline(reminder.command, command));
  }
  return stateChanges(ticket, rules).some((each) => each.at <= now && each.command.verb === command.verb);
}

/** The next instant at which the clock has something to do with this ticket, or null; what is pointless by `now` is left out. */
export function nextDeadline(ticket: Ticket, rules: Rules, now: Instant): Instant | null {
  const lines = isOpen(ticket.state) ? ladderLines(ticket, rules).flat() : [];
  const reminders = lines.filter((reminder) => isWorthwhile(reminder, now));
  return earliest([...stateChanges(ticket, rules), ...reminders])?.at ?? null;
}

/** Of each line of the ladder the highest stage that was reached and is still to be said. */
function reached(ticket: Ticket, rules: Rules, now: Instant): Deadline[] {
  if (!isOpen(ticket.state)) return [];
  return ladderLines(ticket, rules).flatMap(
    (line) => line.findLast((reminder) => reminder.at <= now && isWorthwhile(reminder, now)) ?? [],
  );
}

function isWorthwhile({ until = Infinity }: Reminder, now: Instant): boolean {
  return now < until;
}

/** What the clock changes by itself. It calls somebody by a message in service hours only; else nobody hears of it. */
function stateChanges(ticket: Ticket, rules: Rules): Deadline[] {
  switch (ticket.state) {
    case 'draft':
      return [{ at: draftExpiresAt(ticket.createdAt), command: { verb: 'expire' } }];
    case 'waiting':
      return [...endOfWaiting(ticket, rules), ...closingForSilence(ticket, rules)];
    case 'resolved':
      return [{ at: solutionConfirmedAt(ticket, rules), command: { verb: 'close-for-silence' } }];
    case 'new':
    case 'claimed':
    case 'closed':
      return [];
  }
}

function endOfWaiting({ waitingUntil }: Ticket, { calendar }: Rules): Deadline[] {
  if (waitingUntil === null) return [];
  return [{ at: calendar.nextOpening(instantOf(waitingUntil)), command: { verb: 'resume' } }];
}

function closingForSilence(ticket: Ticket, rules: Rules): Deadline[] {
  const closesAt = requesterSilence(ticket, rules)?.closesAt ?? null;
  return closesAt === null ? [] : [{ at: closesAt, command: { verb: 'close-for-silence' } }];
}

/** Nobody is reminded of what is closed in the same moment, nor of an answer that is not waited for any more. */
function makesPointless(change: TicketCommand, reminder: TicketCommand): boolean {
  if (change.verb !== 'resume') return true;
  return reminder.verb === 'remind' && reminder.stage === 'requester-silent';
}

/** Of several at one instant the first of the list. */
function earliest(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.reduce<Deadline | null>(
    (first, each) => (first && first.at <= each.at ? first : each),
    null,
  );
}

function isSameDeadline(one: TicketCommand, other: TicketCommand): boolean {
  if (one.verb !== 'remind' || other.verb !== 'remind') return one.verb === other.verb;
  return one.stage === other.stage && one.dueAt === other.dueAt;
}

function deadlineId(ticket: Ticket, { at, command }: Deadline): string {
  const about = command.verb === 'remind' ? `${command.stage}:${command.dueAt}` : isoOf(at);
  return `clock:${command.verb}:${about}:${ticket.id}`;
}
