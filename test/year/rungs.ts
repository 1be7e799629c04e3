import type { Instant } from '../../src/sla/index.js';
import type { CallIntention, Priority } from '../../src/tickets/index.js';
import { isOpen, respondedAt, type Facts } from './facts.js';
import type { OpenHours } from './open-hours.js';

/** Something that the clock has to say or do, as the judge reckons. */
export interface Rung {
  readonly stage: string;
  readonly dueAt: Instant;
  /** In service hours, where people hear of it. */
  readonly at: Instant;
}

/** The promises of docs/rules.md, written down anew, in service minutes. */
const promises: Readonly<Record<Priority, readonly [firstResponse: number, resolution: number]>> = {
  P1: [30, 240],
  P2: [120, 480],
  P3: [240, 1440],
  P4: [480, 2400],
};
const nextUpdate = 960;
const helpDeskAfter = 60;
const offerAnswerAfter = 60;

/** Who is told at a stage. */
export function toldAt(stage: string): readonly CallIntention['to'][] {
  if (stage === 'resolution-100') return ['channel', 'helpdesk'];
  if (stage === 'first-response-helpdesk' || stage === 'offer-unanswered') return ['helpdesk'];
  const toRequester =
    stage.endsWith('at-risk') || stage === 'requester-silent' || stage === 'closed-for-silence';
  return toRequester ? ['requester'] : ['channel'];
}

/** What of a ticket's reminders is still to be given, of each line from the lowest stage to the highest. */
export function linesOf(facts: Facts, hours: OpenHours, school: OpenHours): readonly (readonly Rung[])[] {
  if (!isOpen(facts)) return [];
  return [
    ...responseLines(facts, hours),
    ...resolutionLines(facts, hours),
    updateLine(facts, hours),
    silenceLine(facts, hours, school),
    offerLine(facts, hours),
  ];
}

/** What the clock does to the ticket by itself, and from when on. */
export function changeOf(
  facts: Facts,
  hours: OpenHours,
  school: OpenHours,
): readonly { readonly verb: 'resume' | 'close-for-silence'; readonly at: Instant }[] {
  if (facts.state === 'resolved') {
    return [{ verb: 'close-for-silence', at: hours.closingAfter(facts.solvedSince ?? Infinity, 3) }];
  }
  const { waitingUntil } = facts;
  const resume =
    waitingUntil === null ? [] : [{ verb: 'resume' as const, at: hours.nextOpening(waitingUntil) }];
  const remindAt = silenceAt(facts, hours, school);
  const reminded = facts.reminded.findLast(
    (each) => each.stage === 'requester-silent' && remindAt !== null && each.at >= remindAt,
  );
  if (!reminded) return resume;
  const at = hours.nextOpening(school.closingAfter(reminded.at, 5));
  return [...resume, { verb: 'close-for-silence', at }];
}

function responseLines(facts: Facts, hours: OpenHours): (readonly Rung[])[] {
  if (respondedAt(facts) !== null) return [];
  const [target] = promises[facts.priority];
  const reached = (minutes: number): Instant | null => hours.reached(facts.submittedAt, minutes);
  const dueAt = reached(target);
  return [
    stillToSay(facts, hours, dueAt, [
      ['first-response-75', reached(target * 0.75)],
      ['first-response-100', dueAt],
      ['first-response-helpdesk', reached(target + helpDeskAfter)],
    ]),
    stillToSay(facts, hours, dueAt, [['first-response-at-risk', reached(target * 0.9)]]),
  ];
}

function resolutionLines(facts: Facts, hours: OpenHours): (readonly Rung[])[] {
  if (facts.waitingFor === 'requester' || facts.waitingFor === 'vendor') return [];
  const [, target] = promises[facts.priority];
  const reached = (minutes: number): Instant | null =>
    hours.reached(facts.submittedAt, minutes, facts.unsolvable);
  const dueAt = reached(target);
  return [
    stillToSay(facts, hours, dueAt, [
      ['resolution-75', reached(target * 0.75)],
      ['resolution-100', dueAt],
    ]),
    facts.waitingFor === 'visit'
      ? []
      : stillToSay(facts, hours, dueAt, [['resolution-at-risk', reached(target * 0.9)]]),
  ];
}

function updateLine(facts: Facts, hours: OpenHours): readonly Rung[] {
  const answeredAt = respondedAt(facts);
  if (answeredAt === null) return [];
  const since = Math.max(answeredAt, facts.toldAt ?? answeredAt);
  const dueAt = hours.reached(since, nextUpdate, facts.quiet);
  const first = stillToSay(facts, hours, dueAt, [['next-update', dueAt]]);
  const last = facts.reminded.findLast(({ stage }) => stage === 'next-update');
  if (first.length > 0 || !last || dueAt === null) return first;
  const again = hours.reached(Math.max(since, last.at), nextUpdate, facts.quiet);
  return stillToSay(facts, hours, again, [['next-update', again]]);
}

function silenceLine(facts: Facts, hours: OpenHours, school: OpenHours): readonly Rung[] {
  const at = silenceAt(facts, hours, school);
  return at === null ? [] : stillToSay(facts, hours, at, [['requester-silent', at]]);
}

function silenceAt(facts: Facts, hours: OpenHours, school: OpenHours): Instant | null {
  if (facts.waitingFor !== 'requester' || facts.askedAt === null) return null;
  return hours.nextOpening(school.closingAfter(facts.askedAt, 3));
}

function offerLine(facts: Facts, hours: OpenHours): readonly Rung[] {
  if (facts.offeredAt === null) return [];
  const dueAt = hours.reached(facts.offeredAt, offerAnswerAfter);
  const isSaid = facts.reminded.some((each) => each.stage === 'offer-unanswered' && each.dueAt === dueAt);
  return dueAt === null || isSaid ? [] : [{ stage: 'offer-unanswered', dueAt, at: hours.nextOpening(dueAt) }];
}

/** A stage is said by itself or a higher one about the same deadline, or about another one when it was reached already. */
function stillToSay(
  facts: Facts,
  hours: OpenHours,
  dueAt: Instant | null,
  stages: readonly (readonly [stage: string, reachedAt: Instant | null])[],
): readonly Rung[] {
  if (dueAt === null) return [];
  const names = stages.map(([stage]) => stage);
  return stages.flatMap(([stage, reachedAt], rank) => {
    if (reachedAt === null) return [];
    const at = hours.nextOpening(reachedAt);
    const isSaid = facts.reminded.some(
      (given) => names.indexOf(given.stage) >= rank && (given.dueAt === dueAt || given.at >= at),
    );
    return isSaid ? [] : [{ stage, dueAt, at }];
  });
}
