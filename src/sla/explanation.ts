import type { CalendarDefinition } from './calendar-definition.js';
import { dayPlan, type DayPlan, type DayReason } from './day-plan.js';
import { holidayOn, type HolidayName } from './holidays.js';
import { millisecondsPerMinute, type Instant } from './instant.js';
import { dateOf, dayOf, millisecondsPerDay, type LocalDay } from './local-day.js';
import { localTimeOf, type LocalTime } from './local-time.js';
import { promiseClock, stretchesBetween, type Pause, type PromiseFacts } from './promise-clock.js';
import type { ServiceInterval } from './service-calendar.js';

/** What a promise's deadline is explained from: the facts of its clock, and why it stood still. */
export interface ExplanationFacts<Why> extends PromiseFacts {
  readonly pauses: readonly (Pause & { readonly why: Why })[];
  /** What `calendar` was made of. */
  readonly definition: CalendarDefinition;
}

/** How a deadline came about. */
export interface Explanation<Why> {
  readonly startedAt: Instant;
  /** What was promised, in service minutes. */
  readonly target: number;
  /** In order of time. The minutes of windows and summed-up days add up to `usedServiceMinutes`. */
  readonly steps: readonly ExplanationStep<Why>[];
  /** The target where it is reached, else what was used when the clock came to a stand. */
  readonly usedServiceMinutes: number;
  /** When the target is used up; null while the clock stands still before. */
  readonly dueAt: Instant | null;
  /** Whether it depends on school holidays that are not known yet. */
  readonly isUncertain: boolean;
}

export type ExplanationStep<Why> = CountedWindow | SummedUp | StoodStill<Why> | WithoutService;

/** A service window as far as it counted. */
interface CountedWindow extends ServiceInterval {
  readonly kind: 'window';
  /** The day on which what counted begins, YYYY-MM-DD. */
  readonly date: string;
  readonly serviceMinutes: number;
  /** What decided on the windows of its day. */
  readonly because: DayReason;
}

/** Windows in the middle of a long time that are not listed one by one. */
interface SummedUp extends ServiceInterval {
  readonly kind: 'summed-up';
  readonly serviceMinutes: number;
  /** Days with service; null where they are too many to be counted. */
  readonly days: number | null;
}

interface StoodStill<Why> {
  readonly kind: 'pause';
  readonly start: Instant;
  /** Null while it goes on. */
  readonly end: Instant | null;
  readonly why: Why;
}

/** Days on end without service, all for the same reason. `start` is the midnight at which the first of them begins. */
interface WithoutService {
  readonly kind: 'no-service';
  readonly start: Instant;
  /** YYYY-MM-DD */
  readonly firstDate: string;
  /** YYYY-MM-DD */
  readonly lastDate: string;
  readonly because: DayReason;
  readonly holiday: HolidayName | null;
}

type CalendarStep = CountedWindow | SummedUp | WithoutService;

/** A longer stretch is listed at both ends only. */
const longestListed = 400 * millisecondsPerDay;
/** So many windows on end are listed at both ends before the middle is summed up. */
const listedAtEachEnd = 3;

/**
 * Lists how a deadline came about: each window that counted, each pause, and each day without service (docs/rules.md,
 * "Clocks"). Total: far deadlines are summed up, so that the list stays short.
 *
 * @example explain({ startedAt, pauses: [], target: 240, calendar, definition }).steps
 */
export function explain<Why>(facts: ExplanationFacts<Why>): Explanation<Why> {
  const { startedAt, pauses, target, calendar } = facts;
  const { dueAt } = promiseClock(facts);
  const running = stretchesBetween(startedAt, pauses).map(({ from, to }) => ({
    start: from,
    end: to ?? dueAt ?? from,
  }));
  const end = dueAt ?? running.at(-1)?.end ?? startedAt;
  const daysOf = calendarDays(facts);
  const counted = running
    .filter(({ start }) => start <= end)
    .flatMap((stretch) => daysOf({ start: stretch.start, end: Math.min(stretch.end, end) }));
  const inOrder = [...joined(counted), ...stoodStill(pauses, startedAt, dueAt)].toSorted(
    (one, other) => one.start - other.start,
  );
  const steps = summedUp(inOrder);
  return {
    startedAt,
    target,
    steps,
    usedServiceMinutes: minutesOf(steps),
    dueAt,
    isUncertain: calendar.knownUntil !== null && end > calendar.knownUntil,
  };
}

function minutesOf<Why>(steps: readonly ExplanationStep<Why>[]): number {
  const milliseconds = steps.map((step) =>
    'serviceMinutes' in step ? Math.round(step.serviceMinutes * millisecondsPerMinute) : 0,
  );
  return milliseconds.reduce((sum, each) => sum + each, 0) / millisecondsPerMinute;
}

/** The pauses that touch the time from the start to the deadline; before the start nothing ran that could stand still. */
function stoodStill<Why>(
  pauses: ExplanationFacts<Why>['pauses'],
  startedAt: Instant,
  dueAt: Instant | null,
): StoodStill<Why>[] {
  return pauses
    .filter(({ from, to }) => (to === null || to > startedAt) && (dueAt === null || from < dueAt))
    .map(({ from, to, why }) => ({ kind: 'pause', start: Math.max(from, startedAt), end: to, why }));
}

/** The windows and the days without service of a stretch in which the clock runs, in order. */
function calendarDays<Why>({
  calendar,
  definition,
}: ExplanationFacts<Why>): (stretch: ServiceInterval) => CalendarStep[] {
  const localTime = localTimeOf(definition.timeZone);
  const planOf = dayPlan(definition);
  const holiday = (date: string): HolidayName | null =>
    definition.holidays === null ? null : holidayOn(definition.holidays, date);
  const closedDay = (each: LocalDay): WithoutService[] => {
    const start = localTime(each, 0);
    if (calendar.windowsBetween(start, localTime(each + 1, 0)).length > 0) return [];
    const date = dateOf(each);
    const { because } = planOf(each);
    const named = because === 'public-holiday' ? holiday(date) : null;
    return [{ kind: 'no-service', start, firstDate: date, lastDate: date, because, holiday: named }];
  };
  const listed = ({ start, end }: ServiceInterval): CalendarStep[] => {
    const steps: CalendarStep[] = calendar.windowsBetween(start, end).map((window) => ({
      kind: 'window',
      ...window,
      date: dateOf(localDayOf(window.start, localTime)),
      serviceMinutes: (window.end - window.start) / millisecondsPerMinute,
      because: planOfWindow(window.start, planOf, localTime).because,
    }));
    for (let each = localDayOf(start, localTime); localTime(each, 0) < end; each += 1) {
      steps.push(...closedDay(each));
    }
    return steps.toSorted((one, other) => one.start - other.start);
  };
  return ({ start, end }) => {
    if (end - start <= longestListed) return listed({ start, end });
    const [from, to] = [start + longestListed / 2, end - longestListed / 2];
    const serviceMinutes = calendar.serviceMinutesBetween(from, to);
    const between: SummedUp = { kind: 'summed-up', start: from, end: to, serviceMinutes, days: null };
    return [...listed({ start, end: from }), between, ...listed({ start: to, end })];
  };
}

/** The plan by which a window was open: its day's, or that of the evening before for what is left of a night. */
function planOfWindow(at: Instant, planOf: (day: LocalDay) => DayPlan, localTime: LocalTime): DayPlan {
  const today = localDayOf(at, localTime);
  const plan = planOf(today);
  const beganToday = plan.windows.some(({ startMinute }) => localTime(today, startMinute) <= at);
  return beganToday ? plan : planOf(today - 1);
}

/** The calendar day on which an instant falls. */
function localDayOf(at: Instant, localTime: LocalTime): LocalDay {
  let found = Math.floor(at / millisecondsPerDay);
  while (localTime(found, 0) > at) found -= 1;
  while (localTime(found + 1, 0) <= at) found += 1;
  return found;
}

/**
 * Days without service that follow one another for the same reason become one step. A day on which the clock stood
 * still for a while is told once.
 */
function joined(steps: readonly CalendarStep[]): CalendarStep[] {
  const result: CalendarStep[] = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (last?.kind !== 'no-service' || step.kind !== 'no-service') result.push(step);
    else if (step.lastDate <= last.lastDate) continue;
    else if (isNextDayForSameReason(last, step))
      result[result.length - 1] = { ...last, lastDate: step.lastDate };
    else result.push(step);
  }
  return result;
}

function isNextDayForSameReason(last: WithoutService, step: WithoutService): boolean {
  const isNextDay = dayOf(step.firstDate) === dayOf(last.lastDate) + 1;
  return isNextDay && last.because === step.because && last.holiday === step.holiday;
}

/** Where many windows follow one another, with nothing but free days of the week between, the middle ones are one step. */
function summedUp<Why>(steps: readonly ExplanationStep<Why>[]): readonly ExplanationStep<Why>[] {
  const runs: ExplanationStep<Why>[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run?.[0] && isUsual(run[0]) && isUsual(step)) run.push(step);
    else runs.push([step]);
  }
  return runs.flatMap(middleSummedUp);
}

function isUsual<Why>(step: ExplanationStep<Why>): boolean {
  return step.kind === 'window' || (step.kind === 'no-service' && step.because === 'weekday');
}

function middleSummedUp<Why>(run: readonly ExplanationStep<Why>[]): readonly ExplanationStep<Why>[] {
  const windows = run.filter((step) => step.kind === 'window');
  const middle = windows.slice(listedAtEachEnd, -listedAtEachEnd);
  const [first, last] = [middle[0], middle.at(-1)];
  if (!first || !last || middle.length < 2) return run;
  const between: SummedUp = {
    kind: 'summed-up',
    start: first.start,
    end: last.end,
    serviceMinutes: minutesOf(middle),
    days: new Set(middle.map(({ date }) => date)).size,
  };
  return [...run.slice(0, run.indexOf(first)), between, ...run.slice(run.indexOf(last) + 1)];
}
