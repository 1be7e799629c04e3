import type { Instant } from '../../src/sla/index.js';
import type { HandledBy, Priority, Report, Ticket } from '../../src/tickets/index.js';
import type { Stretch } from './open-hours.js';

export type HistoryEntry = Ticket['history'][number];

/** What a ticket was like after so much of its history, as the judge reads it; it shares no code with src/tickets. */
export interface Facts {
  readonly submittedAt: Instant;
  readonly report: Report;
  readonly priority: Priority;
  readonly state: 'new' | 'claimed' | 'waiting' | 'resolved' | 'closed';
  readonly waitingFor: 'requester' | 'vendor' | 'visit' | null;
  readonly waitingUntil: Instant | null;
  readonly handledBy: HandledBy;
  readonly offeredAt: Instant | null;
  /** Whether that asks a colleague in an absent person's place. */
  readonly asksStandIn: boolean;
  /** A claim that counts unless it is given back. */
  readonly claimedAt: Instant | null;
  /** A first response that nothing takes back. */
  readonly answeredAt: Instant | null;
  /** When the requester last heard from us. */
  readonly toldAt: Instant | null;
  /** The last question, or the requester's word since then. */
  readonly askedAt: Instant | null;
  /** The solution, or what the requester said after it. */
  readonly solvedSince: Instant | null;
  /** While the resolution is not counted, and while nobody expects news. */
  readonly unsolvable: readonly Stretch[];
  readonly quiet: readonly Stretch[];
  readonly reminded: readonly Given[];
}

/** A reminder as the clock gave it. */
export interface Given {
  readonly stage: string;
  readonly dueAt: Instant;
  readonly at: Instant;
}

/** How the ticket was from one entry of its history to the next. */
export interface Interval extends Stretch {
  readonly entry: HistoryEntry;
  readonly facts: Facts;
}

/** The ticket's life, one interval after each entry. */
export function intervalsOf(history: readonly HistoryEntry[], end: Instant): readonly Interval[] {
  const intervals: Interval[] = [];
  let facts: Facts | null = null;
  for (const [index, entry] of history.entries()) {
    facts = factsAfter(facts, entry);
    if (!facts) continue;
    const next = history[index + 1];
    intervals.push({ entry, facts, from: Date.parse(entry.at), to: next ? Date.parse(next.at) : end });
  }
  return intervals;
}

/** When somebody first answered; null while nobody has. */
export function respondedAt({ answeredAt, claimedAt }: Facts): Instant | null {
  return answeredAt ?? claimedAt;
}

export function isOpen({ state }: Facts): boolean {
  return state === 'new' || state === 'claimed' || state === 'waiting';
}

function factsAfter(before: Facts | null, entry: HistoryEntry): Facts | null {
  const at = Date.parse(entry.at);
  if (!before) return entry.command.verb === 'submit' ? newFacts(entry.command, at) : null;
  const moved = { ...before, ...changes(before, entry, at) };
  const answered = { ...moved, ...answer(before, entry, at) };
  return { ...answered, ...stillness(before, answered, at), ...words(before, entry, at) };
}

function newFacts({ report, handledBy }: { report: Report; handledBy: HandledBy }, at: Instant): Facts {
  return {
    submittedAt: at,
    report,
    priority: priorityOf(report),
    state: 'new',
    waitingFor: null,
    waitingUntil: null,
    handledBy,
    offeredAt: null,
    asksStandIn: false,
    claimedAt: null,
    answeredAt: null,
    toldAt: null,
    askedAt: null,
    solvedSince: null,
    unsolvable: [],
    quiet: [],
    reminded: [],
  };
}

const notWaiting = { waitingFor: null, waitingUntil: null } as const;

function changes(before: Facts, { command, actor }: HistoryEntry, at: Instant): Partial<Facts> {
  const { handledBy } = before;
  const isTaken = handledBy.person !== null;
  const actorPerson = actor.kind === 'person' ? { id: actor.id, name: actor.name } : null;
  const taken = { handledBy: isTaken ? handledBy : { ...handledBy, person: actorPerson } };
  switch (command.verb) {
    case 'claim':
      return { state: 'claimed', handledBy: { ...handledBy, person: actorPerson } };
    case 'release':
      return {
        state: 'new',
        ...notWaiting,
        handledBy: { ...handledBy, person: null },
        ...standInEnds(before),
      };
    case 'assign': {
      const stays = command.handledBy.campusId === handledBy.campusId;
      const offer = stays ? standInEnds(before) : { offeredAt: null };
      if (command.handledBy.person === null) {
        return { state: 'new', ...notWaiting, handledBy: command.handledBy, ...offer };
      }
      const state = before.state === 'new' ? 'claimed' : before.state;
      return { state, handledBy: command.handledBy, ...offer };
    }
    case 'offer':
      return { offeredAt: at, asksStandIn: false };
    case 'reroute':
      return rerouted(before, command, at);
    case 'accept':
      return {
        state: before.state === 'new' ? 'claimed' : before.state,
        handledBy: command.handledBy,
        offeredAt: null,
      };
    case 'decline':
      return { offeredAt: null };
    case 'hold':
      return {
        state: 'waiting',
        waitingFor: command.waitingFor,
        waitingUntil: command.until === null ? null : Date.parse(command.until),
      };
    case 'plan-visit':
      return { state: 'waiting', waitingFor: 'visit', waitingUntil: Date.parse(command.until), ...taken };
    case 'resume':
      return { state: isTaken ? 'claimed' : 'new', ...notWaiting };
    case 'comment':
      return isRequester(actor) && before.waitingFor === 'requester'
        ? { state: isTaken ? 'claimed' : 'new', ...notWaiting }
        : {};
    case 'resolve':
      return { state: 'resolved', ...notWaiting, offeredAt: null, ...taken };
    case 'reopen': {
      if (command.handledBy) return { state: 'new', handledBy: command.handledBy };
      const keeps = command.assigneeInForce && isTaken;
      return {
        state: keeps ? 'claimed' : 'new',
        handledBy: { ...handledBy, person: keeps ? handledBy.person : null },
      };
    }
    case 'withdraw':
    case 'close-for-silence':
      return { state: 'closed', ...notWaiting, offeredAt: null };
    case 'close':
      return { state: 'closed' };
    case 'edit':
      return edited(before, command);
    case 'escalate': {
      if (isTaken) return {};
      const report = { ...before.report, blocked: true };
      return { report, priority: priorityOf(report) };
    }
    case 'remind':
      return {
        reminded: [...before.reminded, { stage: command.stage, dueAt: Date.parse(command.dueAt), at }],
      };
    default:
      return {};
  }
}

/** Who stands in is asked no more where somebody else has it, or nobody. */
function standInEnds({ asksStandIn }: Facts): Partial<Facts> {
  return asksStandIn ? { offeredAt: null } : {};
}

function rerouted(
  before: Facts,
  command: Extract<HistoryEntry['command'], { verb: 'reroute' }>,
  at: Instant,
): Partial<Facts> {
  const { handledBy } = before;
  const state = before.state === 'claimed' ? 'new' : before.state;
  switch (command.does) {
    case 'move':
      return { state, handledBy: command.handledBy, offeredAt: null };
    case 'free':
      return { state, handledBy: { ...handledBy, person: null }, ...standInEnds(before) };
    case 'offer':
      return { offeredAt: at, asksStandIn: true };
    case 'end-offer':
      return { offeredAt: null };
    case 'reason':
      return {};
  }
}

function edited(
  before: Facts,
  command: { readonly changes: Partial<Report>; readonly handledBy: HandledBy | null },
): Partial<Facts> {
  const report = { ...before.report, ...command.changes };
  if (before.handledBy.person !== null) return { report };
  const moves = command.handledBy && command.handledBy.campusId !== before.handledBy.campusId;
  return {
    report,
    priority: priorityOf(report),
    ...(moves && { handledBy: command.handledBy, offeredAt: null }),
  };
}

function answer(before: Facts, { command, actor }: HistoryEntry, at: Instant): Partial<Facts> {
  if (before.answeredAt !== null) return {};
  const answered = { answeredAt: before.claimedAt ?? at };
  switch (command.verb) {
    case 'claim':
    case 'accept':
      return { claimedAt: before.claimedAt ?? at };
    case 'release':
      return { claimedAt: null };
    case 'reroute':
      return command.does === 'move' || command.does === 'free' ? { claimedAt: null } : {};
    case 'assign':
      return command.handledBy.person === null ? { claimedAt: null } : {};
    case 'plan-visit':
    case 'resolve':
      return answered;
    case 'comment':
      return speaksForUs(before, actor) ? answered : {};
    case 'hold':
      return command.waitingFor === 'requester' && speaksForUs(before, actor) ? answered : {};
    default:
      return {};
  }
}

/** Whoever has the ticket, any manager while nobody has it, or the help desk. */
function speaksForUs({ handledBy }: Facts, actor: HistoryEntry['actor']): boolean {
  if (actor.kind !== 'person' || actor.role === 'requester') return false;
  return actor.role !== 'manager' || handledBy.person === null || handledBy.person.id === actor.id;
}

function words(before: Facts, { command, actor }: HistoryEntry, at: Instant): Partial<Facts> {
  const byRequester = isRequester(actor);
  const isWord =
    (command.verb === 'hold' && command.note !== '') ||
    command.verb === 'plan-visit' ||
    command.verb === 'resolve' ||
    command.verb === 'reopen' ||
    (command.verb === 'comment' && !byRequester);
  const asks =
    command.verb === 'hold' || byRequester || (command.verb === 'comment' && actor.kind === 'person');
  return {
    ...(isWord && { toldAt: at }),
    ...(asks && { askedAt: at }),
    ...((command.verb === 'resolve' || (byRequester && before.solvedSince !== null)) && { solvedSince: at }),
  };
}

/** Where the ticket moved into or out of a state in which a clock stands still. */
function stillness(before: Facts, after: Facts, at: Instant): Pick<Facts, 'unsolvable' | 'quiet'> {
  const isUnsolvable = !isOpen(after) || after.waitingFor === 'requester' || after.waitingFor === 'vendor';
  const isQuiet = !isOpen(after) || after.waitingFor === 'requester' || after.waitingFor === 'visit';
  const visitUntil = after.waitingFor === 'visit' ? (after.waitingUntil ?? Infinity) : Infinity;
  return {
    unsolvable: continued(before.unsolvable, isUnsolvable ? Infinity : null, at),
    quiet: continued(before.quiet, isQuiet ? visitUntil : null, at),
  };
}

/** The stretches, of which the last ends now, goes on, or is followed by another one that goes on until then. */
function continued(stretches: readonly Stretch[], until: Instant | null, at: Instant): readonly Stretch[] {
  const last = stretches.at(-1);
  const closed = last && last.to > at ? [...stretches.slice(0, -1), { from: last.from, to: at }] : stretches;
  return until === null ? closed : [...closed, { from: at, to: Math.max(until, at) }];
}

function isRequester(actor: HistoryEntry['actor']): boolean {
  return actor.kind === 'person' && actor.role === 'requester';
}

/** The table of docs/rules.md, "Priority", written down anew. */
function priorityOf({ category, scope, blocked }: Report): Priority {
  if (category === 'app-request' || category === 'lending' || category === 'workshop')
    return blocked ? 'P3' : 'P4';
  const said = scope ?? 'one';
  const atLeastClass = category === 'network' || category === 'display';
  const extent = atLeastClass && said !== 'school' ? 'class' : said;
  if (extent === 'school') return blocked ? 'P1' : 'P2';
  if (extent === 'one') return blocked || category === 'loss' ? 'P2' : 'P3';
  return blocked ? 'P1' : category === 'loss' ? 'P2' : 'P3';
}
