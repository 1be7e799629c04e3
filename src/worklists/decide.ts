import { isoOf, type Instant } from '../sla/index.js';
import type { PlannedVisit } from '../tickets/ticket.js';
import type { ListedVisit, WorklistCommand, WorklistOrder, WorklistRefusal } from './commands.js';
import { withWorklistWake } from './wake.js';
import type { TicketMove, VisitState, Worklist, WorklistSite } from './worklist.js';

export type WorklistDecision =
  | { readonly kind: 'accepted' | 'replayed'; readonly worklist: Worklist }
  | { readonly kind: 'refused'; readonly refusal: WorklistRefusal };

/** Longest reason or note, in characters: requesters and contacts read it. */
export const reasonLimit = 500;
const rememberedCommands = 50;

/** Decides a command on the worklist as it is now. Pure; the same id again changes nothing. */
export function decideWorklist(worklist: Worklist, order: WorklistOrder, now: Instant): WorklistDecision {
  if (worklist.commandIds.includes(order.id)) return { kind: 'replayed', worklist };
  const patch = changed(worklist, order, now);
  if ('code' in patch) return { kind: 'refused', refusal: patch };
  const next: Worklist = {
    ...worklist,
    ...(order.page !== undefined && { page: order.page }),
    ...patch,
    commandIds: remembered(worklist, order),
  };
  return { kind: 'accepted', worklist: withWorklistWake(next, now) };
}

/** Looks are not: there are so many in a day that the presses of people would be forgotten, and one done again changes nothing. */
function remembered({ commandIds }: Worklist, { id, command }: WorklistOrder): readonly string[] {
  return command.verb === 'look' ? commandIds : [...commandIds, id].slice(-rememberedCommands);
}

type Patch = Partial<Worklist>;
type CommandOf<V extends WorklistCommand['verb']> = Extract<WorklistCommand, { verb: V }>;

function changed(worklist: Worklist, order: WorklistOrder, now: Instant): Patch | WorklistRefusal {
  const { command } = order;
  const revision = worklist.revision + 1;
  switch (command.verb) {
    case 'done':
      return ticked(worklist, order, command.siteId, ['planned'], { state: 'done' }, now);
    case 'take-back':
      return ticked(worklist, order, command.siteId, ['done'], { state: 'planned' }, now);
    case 'missed':
      return missed(worklist, order, command, now);
    case 'move-left':
      return moveLeft(worklist, order, command, now);
    case 'rota-changed':
      return rotaChanged(worklist, order, command, now);
    case 'informed':
      return informed(worklist, command);
    case 'touch':
      return { revision };
    case 'follow-rota':
      return followRota(worklist, command.visits);
    case 'unmanned':
      return { isUnmanned: true, announces: true, revision };
    case 'send':
      return isToBeSent(worklist, command.to)
        ? { ...reposted(worklist), isSent: true, sentTo: command.to, revision }
        : { code: 'nothing-to-do' };
    case 'look':
      return {
        lookAt: command.lookAt,
        ...(worklist.card !== null && { seen: command.seen }),
        ...(isOtherThanSeen(worklist, command.seen) && { revision }),
      };
  }
}

/** Whether its card would show something else. An edit closes a form in which somebody writes, so that none is done in doubt. */
function isOtherThanSeen({ card, seen }: Worklist, now: string): boolean {
  return card !== null && seen !== null && seen !== now;
}

/** Whether whoever is in force (an id; null where nobody is) was not sent it yet. */
export function isToBeSent({ isSent, sentTo }: Worklist, to: string | null): boolean {
  return !isSent || (sentTo !== undefined && sentTo !== to);
}

/** The card is to be posted anew; where it stood it says so. */
export function reposted({ card, former }: Worklist): Patch {
  if (!card) return {};
  const { conversation, activityId } = card;
  return { card: null, page: 1, former: [...former, { conversation, activityId }], attempts: 0 };
}

function ticked(
  worklist: Worklist,
  { by }: WorklistOrder,
  siteId: string,
  from: readonly VisitState[],
  patch: Partial<WorklistSite>,
  now: Instant,
): Patch | WorklistRefusal {
  const site = worklist.sites.find((each) => each.siteId === siteId);
  if (!site) return { code: 'unknown-site' };
  if (!from.includes(site.state)) return { code: 'settled' };
  return withSite(worklist, siteId, { ...patch, by, at: isoOf(now) });
}

function withSite(worklist: Worklist, siteId: string, patch: Partial<WorklistSite>): Patch {
  return {
    sites: worklist.sites.map((site) => (site.siteId === siteId ? { ...site, ...patch } : site)),
    revision: worklist.revision + 1,
  };
}

function missed(
  worklist: Worklist,
  order: WorklistOrder,
  command: CommandOf<'missed'>,
  now: Instant,
): Patch | WorklistRefusal {
  const { siteId, reason, contacts, ticketIds, next } = command;
  const wrong = order.by ? checkReason(reason) : null;
  if (wrong) return wrong;
  const patch = ticked(worklist, order, siteId, ['planned'], { state: 'missed', reason, movedTo: null }, now);
  if ('code' in patch) return patch;
  const moves = next ? movesTo(worklist, order, { ticketIds, next, note: reason }) : [];
  return {
    ...patch,
    moves: [...worklist.moves, ...moves.map((move) => ({ ...move, isMissed: true }))],
    tells: [...worklist.tells, ...contacts.map((personId) => ({ personId, siteId }))],
  };
}

function moveLeft(
  worklist: Worklist,
  order: WorklistOrder,
  { siteId, ticketIds, next, note }: CommandOf<'move-left'>,
  now: Instant,
): Patch | WorklistRefusal {
  const site = worklist.sites.find((each) => each.siteId === siteId);
  if (!site) return { code: 'unknown-site' };
  const wrong = checkReason(note);
  if (wrong) return wrong;
  const waiting = new Set(worklist.moves.map(({ ticketId }) => ticketId));
  const left = ticketIds.filter((id) => !waiting.has(id));
  if (left.length === 0) return { code: 'nothing-left' };
  const moves = movesTo(worklist, order, { ticketIds: left, next, note });
  // Whoever passes on what is left was there.
  const state = site.state === 'planned' ? 'done' : site.state;
  const patch = withSite(worklist, siteId, { state, by: order.by, at: isoOf(now) });
  return { ...patch, moves: [...worklist.moves, ...moves] };
}

/** What was ticked off stays so. Whoever is still to be told of an earlier change hears of this one only. */
function rotaChanged(
  worklist: Worklist,
  { by }: WorklistOrder,
  { visit, state, movedTo, reason, contacts }: CommandOf<'rota-changed'>,
  now: Instant,
): Patch | WorklistRefusal {
  const { siteId } = visit;
  const known = worklist.sites.find((site) => site.siteId === siteId);
  if (known?.state === 'done' || known?.state === 'missed') return { code: 'settled' };
  // The contacts know already that nobody comes on that day.
  const isMissed = state === 'planned' && isUnmannedNow(worklist);
  const changed: WorklistSite = {
    ...newSite(visit),
    state: isMissed ? 'missed' : state,
    movedTo,
    reason,
    by,
    at: isoOf(now),
  };
  const told = isMissed ? [] : contacts.map((personId) => ({ personId, siteId }));
  return {
    sites: inOrder([...worklist.sites.filter((site) => site !== known), changed]),
    tells: [...worklist.tells.filter((call) => call.siteId !== siteId), ...told],
    toInform: worklist.toInform.filter((call) => call.siteId !== siteId),
    revision: worklist.revision + 1,
  };
}

/** The revision tells the same move apart that is pressed again after a ticket has come back. */
function movesTo(
  { id, revision }: Worklist,
  { by }: WorklistOrder,
  what: { readonly ticketIds: readonly string[]; readonly next: PlannedVisit; readonly note: string },
): readonly TicketMove[] {
  const { ticketIds, next, note } = what;
  return ticketIds.map((ticketId) => ({
    key: `${id}:plan-visit:${String(revision)}:${ticketId}`,
    ticketId,
    visit: next,
    note,
    by,
  }));
}

function informed(worklist: Worklist, { siteId, personId }: CommandOf<'informed'>): Patch | WorklistRefusal {
  const toInform = worklist.toInform.filter((call) => call.siteId !== siteId || call.personId !== personId);
  if (toInform.length === worklist.toInform.length) return { code: 'nothing-to-do' };
  return { toInform, revision: worklist.revision + 1 };
}

/** Visits that are no longer planned stay on it as such; what was ticked off stays ticked off. */
function followRota(worklist: Worklist, visits: readonly ListedVisit[]): Patch | WorklistRefusal {
  const known = new Map(worklist.sites.map((site) => [site.siteId, site]));
  const planned = visits.map((visit): WorklistSite => {
    const before = known.get(visit.siteId);
    known.delete(visit.siteId);
    return before && before.state !== 'off'
      ? { ...before, visitId: visit.id, from: visit.from, to: visit.to }
      : { ...newSite(visit), ...(isUnmannedNow(worklist) && { state: 'missed' }) };
  });
  const gone = [...known.values()].map((site): WorklistSite =>
    site.state === 'planned' ? { ...site, state: 'off' } : site,
  );
  const sites = inOrder([...planned, ...gone]);
  if (JSON.stringify(sites) === JSON.stringify(worklist.sites)) return { code: 'nothing-to-do' };
  return { sites, revision: worklist.revision + 1 };
}

/** Whether nobody is at work that day, as far as is known: somebody may be there after all, who was sent the list since. */
function isUnmannedNow({ isUnmanned, sentTo = null }: Worklist): boolean {
  return isUnmanned && sentTo === null;
}

/** A visit of which nobody has said anything. */
export function newSite({ id, siteId, from, to }: ListedVisit): WorklistSite {
  return {
    siteId,
    visitId: id,
    from,
    to,
    state: 'planned',
    reason: '',
    by: null,
    at: null,
    movedTo: null,
  };
}

export function inOrder(sites: readonly WorklistSite[]): readonly WorklistSite[] {
  return sites.toSorted((one, other) => compare(one.from, other.from) || compare(one.siteId, other.siteId));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function checkReason(text: string): WorklistRefusal | null {
  if (text.trim() === '') return { code: 'text-missing' };
  return text.length > reasonLimit ? { code: 'too-long', limit: reasonLimit } : null;
}
