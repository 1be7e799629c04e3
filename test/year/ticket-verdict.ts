import { isoOf, type Instant } from '../../src/sla/index.js';
import type { CallIntention, Ticket } from '../../src/tickets/index.js';
import { intervalsOf, isOpen, respondedAt, type Facts, type Interval } from './facts.js';
import type { OpenHours } from './open-hours.js';
import type { Presence } from './presence.js';
import { changeOf, linesOf, toldAt } from './rungs.js';
import type { Said } from './teams.js';

/** What the judge goes by. */
export interface Evidence {
  readonly hours: OpenHours;
  readonly schoolHours: (schoolId: string | null) => OpenHours;
  readonly presence: Presence;
  /** Whether a process died, stood still or went on while it was sending this, so that it may have been sent twice. */
  readonly wasDisturbed: (sent: Pick<Said, 'by' | 'at'>) => boolean;
  /** Messages that Teams swallowed without an answer. */
  readonly swallowed: ReadonlySet<string>;
  readonly end: Instant;
}

/** What was found in one year, or in one ticket. */
export class Counts {
  /** Reminders that the clock gave, by stage; how many of them were to be heard, and how many became pointless before. */
  readonly given = new Map<string, number>();
  readonly heard = new Map<string, number>();
  pointless = 0;
  merged = 0;
  twiceInWindow = 0;
  swallowed = 0;
  lost = 0;
  twice = 0;
  outside = 0;
  wrong = 0;
  late = 0;
  longestDelayMs = 0;
  readonly faults: string[] = [];
}

/** How long in service hours, with a process there, something may take: gathering, a lease that has to run out, a pause. */
const patienceMs = 4 * 60_000;

const ladders: readonly (readonly string[])[] = [
  ['first-response-75', 'first-response-100', 'first-response-helpdesk'],
  ['resolution-75', 'resolution-100'],
];

/** Judges what the clock did with one ticket, and what people heard of it. */
export class TicketVerdict {
  readonly #intervals: readonly Interval[];
  readonly #faults: string[] = [];

  constructor(
    private readonly ticket: Ticket,
    private readonly said: readonly Said[],
    private readonly evidence: Evidence,
    private readonly counts: Counts,
  ) {
    this.#intervals = intervalsOf(ticket.history, evidence.end);
  }

  run(): void {
    for (const [index, interval] of this.#intervals.entries()) {
      this.#judgeDeadlines(interval, this.#intervals[index + 1]);
      this.#judgeTold(index, interval);
    }
    for (const each of this.said) this.#judgeSaid(each);
    if (this.#faults.length > 0) this.counts.faults.push([...this.#faults, ...this.#story()].join('\n'));
  }

  /** What became due in the interval was given in time, and nothing else was. */
  #judgeDeadlines(interval: Interval, next: Interval | undefined): void {
    const { hours, schoolHours, presence } = this.evidence;
    const { facts, from, to } = interval;
    const school = schoolHours(facts.report.schoolId);
    const changes = changeOf(facts, hours, school);
    const lines = linesOf(facts, hours, school);
    for (const line of lines) {
      for (const [rank, { stage, at, dueAt }] of line.entries()) {
        const until = Math.min(to, line[rank + 1]?.at ?? Infinity);
        if (
          presence.open(Math.max(at, from), until) > patienceMs &&
          !changes.some((each) => each.at <= until)
        ) {
          this.#lose(`${stage} about ${isoOf(dueAt)} was due at ${isoOf(at)} and never given`);
        }
      }
    }
    for (const { verb, at } of changes) {
      const since = Math.max(at, from);
      // Nobody hears of a confirmed solution; everything else waits for the opening.
      const waitedMs = facts.state === 'resolved' ? presence.up(since, to) : presence.open(since, to);
      if (waitedMs > patienceMs) this.#lose(`${verb} was due at ${isoOf(at)} and did not come`);
    }
    if (next) this.#judgeClock(next, lines, changes);
  }

  /** What the clock did had a reason at that instant. */
  #judgeClock(
    { entry, from: at }: Interval,
    lines: ReturnType<typeof linesOf>,
    changes: ReturnType<typeof changeOf>,
  ): void {
    if (entry.actor.kind !== 'system') return;
    const { command } = entry;
    if (command.verb === 'remind') {
      const due = lines.flatMap((line) => line.findLast((rung) => rung.at <= at) ?? []);
      const dueAt = Date.parse(command.dueAt);
      const isDue = due.some((rung) => rung.stage === command.stage && rung.dueAt === dueAt);
      count(this.counts.given, command.stage);
      if (!isDue) this.#accuse('wrong', `${command.stage} about ${command.dueAt} was given without reason`);
    } else if (command.verb === 'resume' || command.verb === 'close-for-silence') {
      const isDue = changes.some((change) => change.verb === command.verb && change.at <= at);
      if (!isDue) this.#accuse('wrong', `${command.verb} at ${entry.at} without reason`);
    }
  }

  /** What the clock had to say was heard in time by everybody, once, unless it became pointless before. */
  #judgeTold(index: number, { entry, from, facts }: Interval): void {
    if (entry.actor.kind !== 'system') return;
    const before = this.#intervals[index - 1]?.facts;
    const stage = stageOf(entry.command, before);
    if (stage === null) return;
    for (const to of readersOf(stage, facts)) {
      const copies = this.said.filter(
        (each) => each.entryId === entry.id && each.to === to && each.about === stage,
      );
      const [first] = copies;
      if (first) {
        count(this.counts.heard, `${to}: ${stage}`);
        if (first.isMerged) this.counts.merged += 1;
        this.#judgeDelay(stage, from, first);
        this.#judgeCopies(stage, copies);
      } else if (this.evidence.swallowed.has(`${this.ticket.id} ${entry.id} ${to}`))
        this.counts.swallowed += 1;
      else if (
        this.evidence.presence.open(from, this.#pointlessFrom(index, stage, to, facts)) <= patienceMs
      ) {
        this.counts.pointless += 1;
      } else this.#lose(`${stage} of ${entry.at} to ${to} was never heard`);
    }
  }

  #judgeDelay(stage: string, from: Instant, { at }: Said): void {
    const delayMs = this.evidence.presence.open(from, at);
    this.counts.longestDelayMs = Math.max(this.counts.longestDelayMs, delayMs);
    if (delayMs > patienceMs)
      this.#accuse('late', `${stage} of ${isoOf(from)} was heard only at ${isoOf(at)}`);
  }

  #judgeCopies(stage: string, copies: readonly Said[]): void {
    for (const copy of copies.slice(1)) {
      if (copies.some((each) => this.evidence.wasDisturbed(each))) this.counts.twiceInWindow += 1;
      else this.#accuse('twice', `${stage} was heard again at ${isoOf(copy.at)}`);
    }
  }

  /** When there was no reason any more to say it; the end of the year where there always was. */
  #pointlessFrom(index: number, stage: string, to: CallIntention['to'], facts: Facts): Instant {
    const later = this.#intervals.slice(index);
    const isMoved = ({ handledBy }: Facts) =>
      to !== 'requester' && handledBy.campusId !== facts.handledBy.campusId;
    const isOver = ({ facts: now, entry }: Interval) =>
      !matters(stage, now, facts) || isMoved(now) || isHigher(stage, entry.command);
    return later.find(isOver)?.from ?? this.evidence.end;
  }

  #judgeSaid({ about, at, entryId, to }: Said): void {
    const entry = this.ticket.history.find(({ id }) => id === entryId);
    if (!entry) this.#accuse('wrong', `${about} tells of nothing that happened`);
    if (!this.evidence.hours.isOpen(at)) {
      this.#accuse('outside', `${about} to ${to} was heard at ${isoOf(at)}, outside of service hours`);
    }
  }

  #lose(what: string): void {
    this.#accuse('lost', what);
  }

  #accuse(kind: 'lost' | 'twice' | 'outside' | 'wrong' | 'late', what: string): void {
    this.counts[kind] += 1;
    this.#faults.push(`${this.ticket.id} ${kind}: ${what}`);
  }

  /** What happened to the ticket and what was heard of it, for whoever has to find out. */
  #story(): string[] {
    const events = this.ticket.history.map(({ at, actor, command }) => {
      const who = actor.kind === 'person' ? `${actor.role} ${actor.id.slice(-4)}` : 'the clock';
      const { report: _report, ...rest } = { report: null, ...command };
      return { at: Date.parse(at), line: `${who} ${JSON.stringify(rest)}` };
    });
    const heard = this.said.map(({ at, by, about, to, isMerged }) => {
      return { at, line: `heard: ${about} to ${to} by ${by}${isMerged ? ' (merged)' : ''}` };
    });
    return [...events, ...heard]
      .sort((one, other) => one.at - other.at)
      .map(({ at, line }) => `    ${isoOf(at)} ${line}`);
  }
}

/** Who is told; once where the help desk has the ticket and its channel is both that is meant. */
function readersOf(stage: string, { handledBy }: Facts): readonly CallIntention['to'][] {
  const all = toldAt(stage);
  return all.length > 1 && handledBy.party === 'helpdesk' ? ['channel'] : all;
}

/** What an entry of the clock has people told, or null. */
function stageOf(command: Interval['entry']['command'], before: Facts | undefined): string | null {
  if (command.verb === 'remind') return command.stage;
  if (command.verb === 'resume') return 'waiting-over';
  return command.verb === 'close-for-silence' && before?.state === 'waiting' ? 'closed-for-silence' : null;
}

/** Whether a higher stage of the same promise says it as well. */
function isHigher(stage: string, command: Interval['entry']['command']): boolean {
  if (command.verb !== 'remind') return false;
  const ladder = ladders.find((each) => each.includes(stage)) ?? [];
  return ladder.indexOf(command.stage) > ladder.indexOf(stage);
}

/** Whether it is still worth saying; `then` is how the ticket was when the clock gave it. */
function matters(stage: string, now: Facts, then: Facts): boolean {
  const isPaused = now.waitingFor === 'requester' || now.waitingFor === 'vendor';
  if (stage.startsWith('first-response')) return isOpen(now) && respondedAt(now) === null;
  if (stage === 'resolution-at-risk' && now.waitingFor === 'visit') return false;
  if (stage.startsWith('resolution')) return isOpen(now) && !isPaused;
  if (stage === 'next-update')
    return isOpen(now) && now.waitingFor !== 'requester' && now.toldAt === then.toldAt;
  if (stage === 'requester-silent') return now.waitingFor === 'requester';
  if (stage === 'offer-unanswered') return now.offeredAt !== null;
  if (stage === 'closed-for-silence') return now.state === 'closed';
  return isOpen(now);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
