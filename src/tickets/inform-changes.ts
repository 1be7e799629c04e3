import type { ChangeOf } from './change.js';
import { callStillMatters, dropIntention } from './bookkeeping.js';
import { isSolved } from './followed.js';
import { showIntention } from './intentions.js';
import type { CallIntention, CallSubject } from './outbox.js';
import type { Rules } from './rules.js';
import type { Ticket, ToInform } from './ticket.js';
import type { Instant } from '../sla/index.js';

/** More of the same ticket is told in one telephone call. */
const mostToInform = 20;

/** What is worth a telephone call; the rest of what a chat would say changes nothing for the requester. */
const worthAPhoneCall: ReadonlySet<CallSubject> = new Set([
  'comment',
  'visit',
  'resolved',
  'closed-for-silence',
  'requester-silent',
  'first-response-at-risk',
  'resolution-at-risk',
]);

/** Somebody has told the requester by phone. */
export const informed: ChangeOf<'informed'> = ({ toInform }, { entryIds }) => {
  const left = toInform.filter(({ entryId }) => !entryIds.includes(entryId));
  return left.length === toInform.length
    ? { code: 'nothing-to-do' }
    : { patch: { toInform: left }, shows: ['channel'] };
};

/**
 * The bot does not reach the requester: what was to be told waits for somebody's call by phone, unless it is worth none. A fact
 * about a message, so that it is never refused and leaves no history entry; the channel's card shows it, hence the new revision.
 */
export function waitForPhone(ticket: Ticket, call: CallIntention, rules: Rules, now: Instant): Ticket {
  const entryId = call.entryId ?? call.key;
  const isKnown = ticket.toInform.some((each) => each.entryId === entryId);
  if (isKnown || !worthAPhoneCall.has(call.about)) return dropIntention(ticket, call.key, rules, now);
  const added = { entryId, about: call.about, at: call.at };
  const toInform = [...withoutOvertaken(ticket.toInform, call.about), added].slice(-mostToInform);
  const show = showIntention('channel');
  const outbox = [...ticket.outbox.filter(({ key }) => key !== show.key), show];
  return dropIntention({ ...ticket, toInform, outbox, revision: ticket.revision + 1 }, call.key, rules, now);
}

/**
 * The ticket without what is not true any more: a visit after a release, a solution after a reopening. A word that was said
 * stays to be told, and so does a solution that nobody contradicted.
 */
export function withoutPointless(ticket: Ticket): Ticket {
  const toInform = ticket.toInform.filter((call) =>
    call.about === 'resolved' ? isSolved(ticket.followed ?? ticket) : callStillMatters(call, ticket),
  );
  return toInform.length === ticket.toInform.length ? ticket : { ...ticket, toInform };
}

/** Each word counts, but of two visits only the later one is right. */
function withoutOvertaken(toInform: readonly ToInform[], about: CallSubject): readonly ToInform[] {
  return about === 'comment' ? toInform : toInform.filter((each) => each.about !== about);
}
