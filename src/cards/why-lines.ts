import { texts, type Language, type Texts } from '../i18n/index.js';
import { startOfDay, type ExplanationStep } from '../sla/index.js';
import type { DeadlineWhy, PromiseSource, StillBecause, WhyView } from '../tickets/index.js';
import { windowWords as visitWords } from './visit-line.js';

/** How one deadline came about, as lines to be read from top to bottom. Plain text: not escaped for a card. */
export interface WhyLines {
  /** What is promised. */
  readonly promise: string;
  /** Where the promise comes from. */
  readonly source: string;
  /** From the start on: each window, pause and day without service. */
  readonly steps: readonly string[];
  /** The deadline, or why there is none. */
  readonly deadline: string;
  /** How the promise was kept; empty where that is open. */
  readonly result: string;
  /** What else has to be known of it. */
  readonly notes: readonly string[];
}

type Reader = 'requester' | 'channel';
type Step = ExplanationStep<StillBecause>;

/** The words for one deadline. */
export function whyLines(view: WhyView, deadline: DeadlineWhy, reader: Reader, language: Language): WhyLines {
  const t = texts(language);
  const { explanation, isByFormerRules, of, source } = deadline;
  const duration = (serviceMinutes: number): string => t.times.duration(serviceMinutes);
  const at = (instant: number): string => moment(instant, view, t);
  return {
    promise: t.why.promised[of](duration(explanation.target)),
    source: sourceWords(source, view, of, t),
    steps: [t.why.start[of](at(explanation.startedAt)), ...stepWords(explanation.steps, view, reader, t)],
    deadline: deadlineWords(deadline, view, t),
    result: resultWords(deadline, view, t),
    notes: [
      ...(view.isFromEarlierReport && of !== 'next-update' ? [t.together.fromEarlier] : []),
      ...visitNotes(view, of, t),
      ...priorityNotes(view, reader, t),
      ...(isByFormerRules ? [t.why.formerRules] : []),
      ...(explanation.isUncertain ? [t.why.uncertain] : []),
    ],
  };
}

/** The solution is promised with a visit in mind, where somebody comes before. */
function visitNotes(view: WhyView, of: DeadlineWhy['of'], t: Texts): readonly string[] {
  if (of !== 'resolution' || view.lastVisit === null) return [];
  return [t.visits.lastBefore(visitWords(view.lastVisit, view, t))];
}

/** Who decided it and why is for the staff. */
function priorityNotes({ prioritySet }: WhyView, reader: Reader, { together }: Texts): readonly string[] {
  if (!prioritySet) return [];
  const { by, reason } = prioritySet;
  return [reader === 'channel' ? together.lines.priorityByHand(by.name, reason) : together.byTeam];
}

/** Day and time of day, `Fr. 20.11., 13:30`. */
function moment(at: number, { now, timeZone }: WhyView, t: Texts): string {
  return t.times.stamp(at, now, timeZone);
}

function sourceWords(
  source: PromiseSource | null,
  view: WhyView,
  of: DeadlineWhy['of'],
  { why, vocabulary }: Texts,
): string {
  if (!source) return why.formerPromise;
  if (source.kind === 'usual') {
    return of === 'next-update' ? why.usualForAll : why.usual(vocabulary.priorities[view.priority]);
  }
  const forWhat = [
    source.categories.map((category) => vocabulary.categories[category]),
    source.schoolTypes,
    source.campuses,
  ];
  const words = forWhat.filter((list) => list.length > 0).map((list) => list.join(', '));
  return why.exception(source.number, words.join('; '));
}

/** Minutes are rounded so that they add up as they are read, too. */
function stepWords(steps: readonly Step[], view: WhyView, reader: Reader, t: Texts): string[] {
  let served = 0;
  return steps.map((step) => {
    if (step.kind === 'pause') return pauseWords(step, view, reader, t);
    if (step.kind === 'no-service') return closedWords(step, view, t);
    const before = Math.round(served);
    served += step.serviceMinutes;
    const time = t.times.duration(Math.round(served) - before);
    return step.kind === 'window' ? windowWords(step, time, view, t) : moreWords(step, time, view, t);
  });
}

function windowWords(
  { start, end, because }: Extract<Step, { kind: 'window' }>,
  time: string,
  { now, timeZone }: WhyView,
  { times, why }: Texts,
): string {
  const clock = (at: number): string => times.clock(at, now, timeZone);
  const line = why.window(times.date(start, now, timeZone), clock(start), clock(end), time);
  const reason = why.otherHours[because];
  return reason === undefined ? line : why.windowBecause(line, reason);
}

function moreWords(
  { days, end }: Extract<Step, { kind: 'summed-up' }>,
  time: string,
  { now, timeZone }: WhyView,
  { times, why }: Texts,
): string {
  return days === null ? why.moreUntil(times.date(end, now, timeZone), time) : why.moreDays(days, time);
}

function pauseWords(
  { start, end, why: reason }: Extract<Step, { kind: 'pause' }>,
  view: WhyView,
  reader: Reader,
  t: Texts,
): string {
  const from = moment(start, view, t);
  return end === null || end > view.now
    ? t.why.pauseGoesOn(from, t.why.standsStill[reader][reason])
    : t.why.pause(from, moment(end, view, t), t.why.stoodStill[reader][reason]);
}

function closedWords(
  { firstDate, lastDate, because, holiday }: Extract<Step, { kind: 'no-service' }>,
  { now, timeZone }: WhyView,
  { times, why }: Texts,
): string {
  const day = (date: string): string => times.date(startOfDay(date, timeZone), now, timeZone);
  const days = firstDate === lastDate ? day(firstDate) : why.days(day(firstDate), day(lastDate));
  const reason = why.closed[because];
  return why.noService(days, holiday === null ? reason : why.named(reason, why.holidays[holiday]));
}

function deadlineWords({ explanation, isByFormerRules }: DeadlineWhy, view: WhyView, t: Texts): string {
  const { dueAt, usedServiceMinutes, target } = explanation;
  const duration = (serviceMinutes: number): string => t.times.duration(Math.round(serviceMinutes));
  if (dueAt === null) return t.why.noDeadline(duration(usedServiceMinutes), duration(target));
  const at = moment(dueAt, view, t);
  return isByFormerRules ? t.why.frozen(at) : t.why.due(at, duration(usedServiceMinutes));
}

function resultWords({ of, result, explanation }: DeadlineWhy, view: WhyView, t: Texts): string {
  if (!result) return '';
  const at = moment(result.at, view, t);
  const used = t.times.duration(Math.round(result.used));
  if (result.met) return t.why.kept[of](at, used);
  const late = Math.max(1, Math.round(result.used - explanation.target));
  return t.why.missed[of](at, used, t.times.duration(late));
}
