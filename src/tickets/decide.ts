import { instantOf, isoOf, type Instant } from '../sla/index.js';
import {
  gone,
  isRefusal,
  type Change,
  type ChangeOf,
  type ChangeResult,
  type Circumstances,
  type CommandByVerb,
} from './change.js';
import type { CommandEnvelope, Verb } from './commands.js';
import type { Decision, Refusal } from './decision.js';
import * as drafts from './draft-changes.js';
import * as handover from './handover-changes.js';
import * as incidents from './incident-changes.js';
import { intentions } from './intentions.js';
import { measured, showsOtherDeadline } from './measure.js';
import { mayEver, mayMove } from './moves.js';
import { informed, withoutPointless } from './inform-changes.js';
import { link, unlink } from './link-changes.js';
import { orderRefused } from './order-changes.js';
import { withLookup } from './lookup.js';
import * as merging from './merge-changes.js';
import { followedOf, tellsNews } from './followed.js';
import { photo } from './photo-changes.js';
import { setPriority } from './priority-changes.js';
import { reroute } from './reroute-changes.js';
import type { Rules } from './rules.js';
import { recompute } from './rules-changes.js';
import { split } from './split-changes.js';
import * as talk from './talk-changes.js';
import type { PlaceName } from './outbox.js';
import type { Actor, HistoryEntry, Ticket } from './ticket.js';
import { isOpen, type Role } from './vocabulary.js';
import { withWake } from './wake.js';
import * as work from './work-changes.js';

const rememberedCommands = 50;

/**
 * Decides a command on the ticket as it is now. Pure: the same four values give the same decision.
 * An accepted command leaves exactly one history entry; the same id again changes nothing. What happens is never earlier
 * than what happened before, even if the clock was set back meanwhile.
 */
export function decide(ticket: Ticket, envelope: CommandEnvelope, rules: Rules, now: Instant): Decision {
  if (isReplay(ticket, envelope.id)) return { kind: 'replayed', ticket };
  const refusal = checkMove(ticket, envelope);
  if (refusal) return { kind: 'refused', refusal };
  const at = Math.max(now, lastEntryAt(ticket));
  const result = change(envelope.command.verb, ticket, envelope.command, {
    actor: envelope.actor,
    now: at,
    clockNow: now,
    rules,
  });
  if (result === gone) return { kind: 'gone' };
  if (isRefusal(result)) return { kind: 'refused', refusal: result };
  const decided = accepted(ticket, envelope, result, rules, at);
  return { kind: 'accepted', ticket: withWake(decided, rules, now) };
}

function lastEntryAt({ history }: Ticket): Instant {
  const last = history.at(-1);
  return last ? instantOf(last.at) : -Infinity;
}

/** Whether this command was accepted before, as far as the ticket remembers. */
export function isReplay(ticket: Ticket, commandId: string): boolean {
  return ticket.commandIds.includes(commandId);
}

function checkMove(ticket: Ticket, { actor, command: { verb } }: CommandEnvelope): Refusal | null {
  const role = roleOf(actor);
  if (mayMove(role, verb, ticket.state)) return null;
  if (!mayEver(role, verb)) return { code: 'not-allowed', verb };
  const holder = ticket.state === 'claimed' || ticket.state === 'waiting' ? ticket.handledBy?.person : null;
  if (verb === 'claim' && holder) return { code: 'taken', by: holder.name };
  return { code: 'wrong-state', verb, state: ticket.state };
}

function roleOf(actor: Actor): Role {
  return actor.kind === 'system' ? 'system' : actor.role;
}

const changes: { readonly [V in Verb]: ChangeOf<V> } = {
  submit: drafts.submit,
  revise: drafts.revise,
  tried: drafts.tried,
  photo,
  discard: drafts.discard,
  expire: drafts.expire,
  claim: work.claim,
  release: work.release,
  assign: handover.assign,
  offer: handover.offer,
  accept: handover.accept,
  decline: handover.decline,
  comment: talk.comment,
  note: talk.note,
  hold: work.hold,
  'plan-visit': work.planVisit,
  resume: work.resume,
  resolve: work.resolve,
  attach: incidents.attach,
  detach: incidents.detach,
  'incident-status': incidents.incidentStatus,
  reopen: work.reopen,
  close: work.close,
  'close-for-silence': work.closeForSilence,
  edit: talk.edit,
  withdraw: talk.withdraw,
  rate: talk.rate,
  escalate: talk.escalate,
  remind: talk.remind,
  'set-priority': setPriority,
  merge: merging.merge,
  absorb: merging.absorb,
  merged: merging.merged,
  'merge-refused': merging.mergeRefused,
  unmerge: merging.unmerge,
  expel: merging.expel,
  news: merging.news,
  'comment-of-duplicate': merging.commentOfDuplicate,
  'order-refused': orderRefused,
  split,
  link,
  unlink,
  informed,
  reroute,
  recompute,
};

function change<V extends Verb>(
  verb: V,
  ticket: Ticket,
  command: CommandByVerb[V],
  circumstances: Circumstances,
): ChangeResult {
  return changes[verb](ticket, command, circumstances);
}

function accepted(
  ticket: Ticket,
  envelope: CommandEnvelope,
  result: Change,
  rules: Rules,
  at: Instant,
): Ticket {
  const entry: HistoryEntry = {
    id: envelope.id,
    at: isoOf(at),
    actor: envelope.actor,
    command: envelope.command,
  };
  const changed: Ticket = {
    ...ticket,
    ...result.patch,
    history: [...ticket.history, entry],
    commandIds: [...ticket.commandIds, envelope.id].slice(-rememberedCommands),
    revision: ticket.revision + 1,
  };
  const computed = withLookup(withoutPointless(measured(withoutMerging(changed), rules)));
  const shown = [withMovedDeadlines, withShorterCall, withIncidentCheck, withNews].reduce(
    (change, withMore) => withMore(ticket, computed, change),
    result,
  );
  return { ...computed, outbox: intentions(computed, shown, entry) };
}

/** What came to an end meanwhile becomes one with nothing. */
function withoutMerging(ticket: Ticket): Ticket {
  return isOpen(ticket.state) ? ticket : { ...ticket, merging: null };
}

/** The incident's one clock runs by the highest priority of its tickets. */
function withIncidentCheck(before: Ticket, after: Ticket, change: Change): Change {
  const isMoreUrgent = after.incident !== null && (after.priority ?? '') < (before.priority ?? '');
  return isMoreUrgent ? { ...change, checks: [...(change.checks ?? []), 'likeness'] } : change;
}

/** Requesters of duplicates hear how far it is. */
function withNews(before: Ticket, after: Ticket, change: Change): Change {
  if (!tellsNews(before, after)) return change;
  const followed = followedOf(after);
  const news = after.absorbed.map(({ id }) => ({
    target: id,
    command: { verb: 'news', followed } as const,
  }));
  return { ...change, orders: [...(change.orders ?? []), ...news] };
}

/** The channel's card shows what has to be told by phone. */
function withShorterCall(before: Ticket, after: Ticket, change: Change): Change {
  if (!change.shows || after.toInform.length === before.toInform.length) return change;
  return { ...change, shows: [...new Set<PlaceName>(['channel', ...change.shows])] };
}

/** A card that shows a deadline is brought up to date where it moved, whatever command moved it. */
function withMovedDeadlines(before: Ticket, after: Ticket, change: Change): Change {
  if (!change.shows || !showsOtherDeadline(before, after)) return change;
  return { ...change, shows: [...new Set<PlaceName>(['requester', 'channel', ...change.shows])] };
}
