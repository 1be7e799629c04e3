import { DateTime } from 'luxon';
import { isoOf, type Instant } from '../../src/sla/index.js';
import type { Interval } from './facts.js';
import { isOpen } from './facts.js';
import type { OpenHours } from './open-hours.js';
import type { Presence } from './presence.js';
import { minuteMs, yearStart } from './school-year.js';
import type { BoardPost, ClockMessage, YearTeams } from './teams.js';

/** What the judge goes by in channels. */
export interface ChannelEvidence {
  readonly hours: OpenHours;
  readonly presence: Presence;
  readonly wasDisturbed: (sent: { readonly by: string; readonly at: Instant }) => boolean;
  /** Whether Teams gave no answer about then, so that a message may be missing that nobody repeats. */
  readonly wasSwallowed: (conversationId: string, from: Instant, to: Instant) => boolean;
  readonly end: Instant;
}

/** What was found in the channels. */
export interface ChannelCounts {
  digests: number;
  summaries: number;
  boardMessages: number;
  twiceInWindow: number;
  missedWhileDown: number;
  /** The least time between two messages of the clock in one channel, in wall milliseconds. */
  leastGapMs: number;
  closePairs: number;
  readonly faults: string[];
}

const zone = 'Europe/Berlin';
/** How long after the opening a digest may come, in service time with a process there. */
const patienceMs = 4 * minuteMs;
/** Two messages of the clock that are closer are one moment: what comes together is gathered for longer. */
const momentMs = 5_000;

/** For each party and day on which the help desk opens: whether it had open tickets in the first minutes. */
export class OpenTickets {
  readonly #firstMinutes = new Map<string, Map<number, Span[]>>();

  constructor(private readonly hours: OpenHours) {}

  add(intervals: readonly Interval[]): void {
    for (const { facts, from, to } of intervals) {
      if (!isOpen(facts)) continue;
      const party = partyOf(facts.handledBy.campusId);
      for (let index = this.hours.indexAfter(from - patienceMs); ; index += 1) {
        const opening = this.hours.days[index]?.from ?? Infinity;
        if (opening >= to) break;
        if (opening + patienceMs > from) this.#spans(party, index).push({ from, to });
      }
    }
  }

  /** Whether any party had open tickets all the time around the opening. */
  isAnywhere(day: number): boolean {
    return [...this.#firstMinutes.keys()].some((party) => this.has(party, day) === true);
  }

  /** Whether there was one at each moment of the first minutes of the day, or at none; null where that changed. */
  has(party: string, day: number): boolean | null {
    const spans = this.#firstMinutes.get(party)?.get(day) ?? [];
    if (spans.length === 0) return false;
    const opening = this.hours.days[day]?.from ?? Infinity;
    const coveredTo = [...spans]
      .sort((one, other) => one.from - other.from)
      .reduce((covered, { from, to }) => (from <= covered ? Math.max(covered, to) : covered), opening);
    return coveredTo >= opening + patienceMs ? true : null;
  }

  #spans(party: string, day: number): Span[] {
    const days = this.#firstMinutes.get(party) ?? new Map<number, Span[]>();
    this.#firstMinutes.set(party, days);
    const spans = days.get(day) ?? [];
    days.set(day, spans);
    return spans;
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Judges what stood in the channels of the campuses and of the help desk. */
export function judgeChannels(
  teams: YearTeams,
  open: OpenTickets,
  campusIds: readonly string[],
  evidence: ChannelEvidence,
): ChannelCounts {
  const counts: ChannelCounts = {
    digests: 0,
    summaries: 0,
    boardMessages: teams.boards.length,
    twiceInWindow: 0,
    missedWhileDown: 0,
    leastGapMs: Infinity,
    closePairs: 0,
    faults: [],
  };
  for (const party of [...campusIds.map(partyOf), partyOf(null)]) {
    const boards = teams.boards.filter(({ conversationId }) => conversationId === `channel-${party}`);
    judgeDigests(party, boards, open, evidence, counts);
    if (party === partyOf(null)) judgeSummaries(boards, open, evidence, counts);
    judgeMoments(`channel-${party}`, teams, evidence, counts);
  }
  for (const { limit, count, where, at } of [...teams.sendings.most, ...teams.arrivals.most]) {
    if (count > limit.messages) {
      counts.faults.push(`${where}: ${count} messages within ${limit.windowMs} ms at ${isoOf(at)}`);
    }
  }
  return counts;
}

function judgeDigests(
  party: string,
  boards: readonly BoardPost[],
  open: OpenTickets,
  evidence: ChannelEvidence,
  counts: ChannelCounts,
): void {
  const { hours, presence, end } = evidence;
  const digests = boards.filter((post) => post.open !== null);
  counts.digests += digests.length;
  for (const [index, { from, to }] of hours.days.entries()) {
    if (from < yearStart || to > end) continue;
    const ofDay = digests.filter(({ at }) => at >= from && at < to);
    const wasThere = presence.open(from, to) > patienceMs;
    const has = open.has(party, index);
    const day = isoOf(from).slice(0, 10);
    if (ofDay.length === 0 && has === true) {
      if (!wasThere) counts.missedWhileDown += 1;
      else if (!evidence.wasSwallowed(`channel-${party}`, from, to))
        counts.faults.push(`${party} had no digest on ${day}`);
    }
    if (ofDay.length > 0 && has === false) counts.faults.push(`${party} had a digest of nothing on ${day}`);
    const [first] = ofDay;
    if (first && presence.open(from, first.at) > patienceMs)
      counts.faults.push(`${party} had its digest of ${day} late`);
    judgeCopies(`the digest of ${party} on ${day}`, ofDay, evidence, counts);
  }
  const outside = boards.filter(({ at }) => !hours.isOpen(at));
  counts.faults.push(
    ...outside.map(({ at }) => `${party} was told something at ${isoOf(at)}, outside of service hours`),
  );
}

function judgeSummaries(
  boards: readonly BoardPost[],
  open: OpenTickets,
  evidence: ChannelEvidence,
  counts: ChannelCounts,
): void {
  const { hours, presence, end } = evidence;
  const summaries = boards.filter(({ hasSummary }) => hasSummary);
  counts.summaries = summaries.length;
  const weeks = new Map<string, { readonly day: number; readonly from: Instant; to: Instant }>();
  for (const [day, { from, to }] of hours.days.entries()) {
    if (from < yearStart || to > end) continue;
    const week = DateTime.fromMillis(from, { zone }).toFormat("kkkk-'W'WW");
    const known = weeks.get(week);
    if (known) known.to = to;
    else weeks.set(week, { day, from, to });
  }
  for (const [week, { day, from, to }] of weeks) {
    const ofWeek = summaries.filter(({ at }) => at >= from && at < to);
    const [first] = ofWeek;
    // In a week with nothing to tell there may be none.
    const isMissing = !first && open.isAnywhere(day) && presence.open(from, to) > patienceMs;
    if (isMissing && !evidence.wasSwallowed('channel-helpdesk', from, to))
      counts.faults.push(`no summary in ${week}`);
    if (first && presence.open(from, first.at) > patienceMs)
      counts.faults.push(`the summary of ${week} came late`);
    judgeCopies(`the summary of ${week}`, ofWeek, evidence, counts);
  }
}

function judgeCopies(
  what: string,
  posts: readonly BoardPost[],
  { wasDisturbed }: ChannelEvidence,
  counts: ChannelCounts,
): void {
  for (const copy of posts.slice(1)) {
    if (posts.some(wasDisturbed)) counts.twiceInWindow += 1;
    else counts.faults.push(`${what} came again at ${isoOf(copy.at)}`);
  }
}

/** What the clock says in one channel at one moment is one message. */
function judgeMoments(
  conversationId: string,
  { clockMessages, refused }: YearTeams,
  { wasDisturbed }: ChannelEvidence,
  counts: ChannelCounts,
): void {
  const isHere = (each: ClockMessage): boolean => each.conversationId === conversationId;
  const here = clockMessages.filter(isHere);
  const refusedHere = refused.filter(isHere);
  // What Teams did not take comes when it does.
  const wasRefused = ({ at }: ClockMessage): boolean =>
    refusedHere.some((each) => each.at <= at && each.at > at - minuteMs);
  for (const [index, message] of here.slice(1).entries()) {
    const before = here[index];
    if (!before || [before, message].some((each) => wasDisturbed(each) || wasRefused(each))) continue;
    const gapMs = message.at - before.at;
    counts.leastGapMs = Math.min(counts.leastGapMs, gapMs);
    if (gapMs >= momentMs) continue;
    counts.closePairs += 1;
    counts.faults.push(
      `${conversationId}: two messages of the clock at ${isoOf(before.at)}, ${gapMs} ms apart`,
    );
  }
}

function partyOf(campusId: string | null): string {
  return campusId === null ? 'helpdesk' : `campus-${campusId}`;
}
