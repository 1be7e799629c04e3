import type { Calling, Change, Ordering } from './change.js';
import { tellsOfPerson } from './orders.js';
import { isOfferedWithin } from './party.js';
import type {
  CallIntention,
  CheckIntention,
  CheckSubject,
  OrderIntention,
  OutboxEntry,
  PlaceName,
  ShowIntention,
  TellIntention,
} from './outbox.js';
import type { HistoryEntry, Ticket } from './ticket.js';

/** The outbox after a change: cards to bring up to date, each once, and the calls of this change after those before. */
export function intentions(
  ticket: Ticket,
  { calls = [], shows, checks = [], orders = [] }: Change,
  entry: HistoryEntry,
): readonly OutboxEntry[] {
  const places = shows ?? defaultShows(ticket);
  const waiting = new Set(ticket.outbox.map(({ key }) => key));
  const added = [
    ...places.map(showIntention),
    ...calls.map((calling) => callIntention(ticket, calling, entry)),
    ...checks.map(checkIntention),
    ...orders.map((order) => orderIntention(ticket, order)),
  ];
  return [...ticket.outbox, ...added.filter(({ key }) => !waiting.has(key))];
}

/** A place shall show the ticket as it then is, so one intention for each place is enough. */
export function showIntention(place: PlaceName): ShowIntention {
  return { kind: 'show', key: `show:${place}`, place, attempts: 0 };
}

function checkIntention(what: CheckSubject): CheckIntention {
  return { kind: 'check', key: `check:${what}`, what, attempts: 0 };
}

/** The revision tells the same order apart that is given again later. */
function orderIntention({ id, revision }: Ticket, order: Ordering): OrderIntention {
  const key = `${id}:${order.command.verb}:${order.target}:${revision}`;
  return { kind: 'order', key, ...order, attempts: 0 };
}

function defaultShows(ticket: Ticket): PlaceName[] {
  const isAskedElsewhere = ticket.offer !== null && !isOfferedWithin(ticket);
  return isAskedElsewhere ? ['requester', 'channel', 'offer'] : ['requester', 'channel'];
}

/**
 * A call by a new message. What the clock has to say in a channel is told to the channel's own document instead, which
 * makes one message of what comes together.
 * The key holds ticket, subject and what it is about: a reminder's deadline, or the entry that it tells of.
 */
function callIntention(
  ticket: Ticket,
  { to, about }: Calling,
  entry: HistoryEntry,
): CallIntention | TellIntention {
  const subject = entry.command.verb === 'remind' ? entry.command.dueAt : entry.id;
  // One command may call the channel and the help desk about the same.
  const key = `${ticket.id}:${about}:${subject}${to === 'helpdesk' ? ':helpdesk' : ''}`;
  const rest = { key, about, entryId: entry.id, at: entry.at, attempts: 0 };
  const isOfClock = entry.actor.kind === 'system' && !tellsOfPerson(entry.command);
  if (isOfClock && to !== 'requester') return { kind: 'tell', to, ...rest };
  return { kind: 'call', to, ...rest };
}
