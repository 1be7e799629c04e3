import { instantOf, isoOf, type Instant } from '../sla/index.js';
import { resolutionRuns } from './clocks.js';
import { tellsOfPerson } from './orders.js';
import { isSolved } from './followed.js';
import { hasHeardSince } from './update-clock.js';
import { withWake } from './wake.js';
import type { Rules } from './rules.js';
import type { CallIntention, Call, OutboxEntry, Place } from './outbox.js';
import type { Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

/**
 * What delivery writes into a ticket. These are facts about messages, not commands: they leave no history entry,
 * are never refused and can be applied again to a newer version of the ticket.
 */

/** A card shows this ticket. The intention stays where the ticket has moved on since the card was drawn. */
export function recordShown(
  ticket: Ticket,
  shown: { readonly key: string; readonly place: Place },
  rules: Rules,
  now: Instant,
): Ticket {
  const { key, place } = shown;
  const known = ticket.places.find(({ name }) => name === place.name);
  const newest =
    known?.activityId === place.activityId && known.shownRevision > place.shownRevision ? known : place;
  const places = known
    ? ticket.places.map((each) => (each.name === place.name ? newest : each))
    : [...ticket.places, place];
  const settled = newest.shownRevision >= ticket.revision;
  return withWake(
    { ...ticket, places, outbox: settled ? without(ticket.outbox, key) : ticket.outbox },
    rules,
    now,
  );
}

/** A message called somebody. */
export function recordCalled(
  ticket: Ticket,
  called: { readonly key: string; readonly to: 'requester' | 'channel' | 'helpdesk'; readonly call: Call },
  rules: Rules,
  now: Instant,
): Ticket {
  const calls = called.to === 'helpdesk' ? ticket.calls : { ...ticket.calls, [called.to]: called.call };
  return withWake({ ...ticket, calls, outbox: without(ticket.outbox, called.key) }, rules, now);
}

/** The intention has become pointless, or failed for good. */
export function dropIntention(ticket: Ticket, key: string, rules: Rules, now: Instant): Ticket {
  return withWake({ ...ticket, outbox: without(ticket.outbox, key) }, rules, now);
}

/** One more attempt failed. */
export function countAttempt(ticket: Ticket, key: string, rules: Rules, now: Instant): Ticket {
  const outbox = ticket.outbox.map((entry) =>
    entry.key === key ? { ...entry, attempts: entry.attempts + 1 } : entry,
  );
  return withWake({ ...ticket, outbox }, rules, now);
}

/** Whether an intention still makes sense for the ticket as it is now. A card that shall be up to date always does. */
export function stillMatters(entry: OutboxEntry, ticket: Ticket): boolean {
  if (entry.kind === 'show' || entry.kind === 'check' || entry.kind === 'order') return true;
  return callStillMatters(entry, ticket);
}

/** Whether what a call is about is still so. */
export function callStillMatters(
  { about, at }: Pick<CallIntention, 'about' | 'at'>,
  ticket: Ticket,
): boolean {
  const open = isOpen(ticket.state);
  // The incident reminds for all of its tickets.
  const isAlone = ticket.incident === null;
  switch (about) {
    case 'first-response-75':
    case 'first-response-100':
    case 'first-response-helpdesk':
    case 'first-response-at-risk':
      return isAlone && open && ticket.firstRespondedAt === null;
    case 'resolution-75':
    case 'resolution-100':
      return isAlone && resolutionRuns(ticket);
    case 'resolution-at-risk':
      return isAlone && resolutionRuns(ticket) && ticket.waitingFor !== 'visit';
    case 'next-update':
      return isAlone && open && ticket.waitingFor !== 'requester' && !hasHeardSince(ticket, instantOf(at));
    case 'waiting-over':
      return open;
    case 'requester-silent':
      return ticket.state === 'waiting' && ticket.waitingFor === 'requester';
    case 'visit':
      return (ticket.followed ?? ticket).waitingFor === 'visit';
    case 'resolved':
      return ticket.followed ? isSolved(ticket.followed) : ticket.state === 'resolved';
    case 'last-visit':
      return isAlone && resolutionRuns(ticket) && ticket.waitingFor !== 'visit';
    case 'offer':
    case 'offer-absence':
    case 'offer-unanswered':
      return ticket.offer !== null;
    case 'reopened':
    case 'exam-now':
    case 'assigned':
    case 'offer-declined':
    case 'priority-raised':
    case 'unmerged':
      return open;
    case 'merged':
      return ticket.followed !== null;
    case 'closed-for-silence':
    case 'withdrawn':
      return ticket.state === 'closed';
    case 'comment':
    case 'requester-comment':
    case 'merge-refused':
    case 'order-refused':
    case 'split-off':
      return true;
  }
}

/**
 * Whether an intention is to wait until the service opens: what the clock says by itself disturbs nobody outside of
 * service hours, however late it was noticed, or sent. What a person does is told at once.
 */
export function waitsForOpening(
  entry: OutboxEntry,
  ticket: Ticket,
  { calendar }: Rules,
  now: Instant,
): boolean {
  if (entry.kind !== 'call' || calendar.isOpen(now)) return false;
  const about = ticket.history.find(({ id }) => id === entry.entryId);
  return about?.actor.kind === 'system' && !tellsOfPerson(about.command);
}

/** Nothing but what waits for the opening is left to be sent: nobody needs a lease until then. */
export function restUntilOpening(ticket: Ticket, rules: Rules, now: Instant): Ticket {
  const { outbox } = ticket;
  const rests = outbox.length > 0 && outbox.every((entry) => waitsForOpening(entry, ticket, rules, now));
  return rests ? { ...ticket, lease: null, wakeAt: isoOf(rules.calendar.nextOpening(now)) } : ticket;
}

/** Two calls for one person within this time become one message. */
const callWindowWallMilliseconds = 60_000;

/**
 * The message that a new call to this person is added to, where one went out less than 60 s ago. An edit notifies
 * nobody, so that whoever has done something since is called anew: the earlier message is behind them.
 */
export function recentCall(
  ticket: Ticket,
  to: 'requester' | 'channel' | 'helpdesk',
  now: Instant,
): Call | null {
  const last = to === 'helpdesk' ? undefined : ticket.calls[to];
  const age = last && now - instantOf(last.at);
  // A call of the future was sent by a clock that was ahead: for as long nobody would be called.
  const isRecent = last && age !== undefined && age >= 0 && age < callWindowWallMilliseconds;
  return isRecent && !haveActedSince(ticket, to, last) ? last : null;
}

function haveActedSince(ticket: Ticket, to: 'requester' | 'channel' | 'helpdesk', last: Call): boolean {
  const told = ticket.history.findIndex(({ id }) => id === last.told.at(-1)?.entryId);
  const toTell = new Set(ticket.outbox.map((each) => each.kind === 'call' && each.to === to && each.entryId));
  return ticket.history
    .slice(told + 1)
    .some(
      ({ id, at, actor }) =>
        at >= last.at &&
        actor.kind === 'person' &&
        (actor.role === 'requester') === (to === 'requester') &&
        !toTell.has(id),
    );
}

function without(outbox: readonly OutboxEntry[], key: string): OutboxEntry[] {
  return outbox.filter((entry) => entry.key !== key);
}
