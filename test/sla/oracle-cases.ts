import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  compileCalendar,
  parseCalendar,
  promiseClock,
  type CalendarFile,
  type Instant,
  type Pause,
  type ServiceCalendar,
} from '../../src/sla/index.js';
import { calendarFiles, serviceMinutes, startsWithPauses } from './arbitraries.js';
import { oracleOf, type Oracle } from './oracle.js';
import { underTimeZone } from './under-time-zone.js';

export const processZones = ['UTC', 'Europe/Berlin', 'Pacific/Auckland'];

/** Each calendar is asked so many questions: writing one down costs the oracle more than a question does. */
export const questionsToEach = 10;

const warningShare = 0.75;

/** What a comparison came to. */
export interface Comparison {
  /** Calendar × start × minutes × pauses × end; each is asked for eight answers. */
  readonly cases: number;
  /** In so many of them the pauses moved the deadline, or took it away. */
  readonly movedByPauses: number;
  /** The smallest case found on which the two do not agree, in words; null where there is none. */
  readonly difference: string | null;
}

interface Question {
  readonly start: number;
  readonly minutes: number;
  readonly hoursLater: number;
  readonly days: number;
  readonly pauses: readonly Pause[];
}

/** What is compared with the oracle: clocks that are wrong on purpose show that a difference would be found. */
interface Clocks {
  readonly calendarOf: (file: CalendarFile) => ServiceCalendar;
  readonly promiseClock: typeof promiseClock;
}

const question: fc.Arbitrary<Question> = fc
  .record({
    from: startsWithPauses,
    minutes: serviceMinutes,
    hoursLater: fc.integer({ min: 0, max: 24 * 40 }),
    days: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ from, ...rest }) => ({ ...from, ...rest }));

/** Compares the service clock with the oracle on random cases; the same seed makes the same cases. */
export function compareWithOracle(calendars: number, seed: number, clocks: Partial<Clocks> = {}): Comparison {
  const right: Clocks = { calendarOf: (file) => compileCalendar(parseCalendar(file)), promiseClock };
  const tried = { ...right, ...clocks };
  let cases = 0;
  let movedByPauses = 0;
  const checked = fc.check(
    fc.property(
      calendarFiles,
      fc.array(question, { minLength: questionsToEach, maxLength: questionsToEach }),
      (file, questions) => {
        const calendar = tried.calendarOf(file);
        const oracle = oracleOf(file);
        return questions.every((each) => {
          const found = {
            without: answers(calendar, each),
            withPauses: answersOfClock(tried.promiseClock, calendar, each),
          };
          const expected = { without: answers(oracle, each), withPauses: answersWithPauses(oracle, each) };
          cases += 1;
          if (found.withPauses.due !== found.without.due) movedByPauses += 1;
          return isDeepStrictEqual(found, expected);
        });
      },
    ),
    { numRuns: calendars, seed },
  );
  const difference = checked.failed ? (fc.defaultReportMessage(checked) ?? 'unknown') : null;
  return { cases, movedByPauses, difference };
}

/** The same in one process for each time zone, at the same time. @throws Error where a process had another zone */
export async function compareUnderTimeZones(
  calendars: number,
  seed: number,
  signal?: AbortSignal,
): Promise<readonly (Comparison & { readonly zone: string })[]> {
  return Promise.all(
    processZones.map(async (zone, index) => {
      const ran = await underTimeZone(zone, {
        module: './oracle-cases.ts',
        expression: `module.compareWithOracle(${calendars}, ${seed + index})`,
        ...(signal && { signal }),
      });
      if (ran.zone !== zone) throw new Error(`the process ran under ${ran.zone}, not under ${zone}`);
      return { zone, ...(ran.result as Comparison) };
    }),
  );
}

interface Answers {
  readonly due: Instant;
  readonly between: number;
  readonly isOpen: boolean;
  readonly nextOpening: Instant;
  readonly afterServiceDays: Instant;
}

function answers(by: Oracle | ServiceCalendar, { start, minutes, hoursLater, days }: Question): Answers {
  return {
    due: by.due(start, minutes),
    between: by.serviceMinutesBetween(start, start + hoursLater * 3_600_000),
    isOpen: by.isOpen(start),
    nextOpening: by.nextOpening(start),
    afterServiceDays: by.afterServiceDays(start, days),
  };
}

interface AnswersWithPauses {
  readonly due: Instant | null;
  readonly warning: Instant | null;
  readonly used: number;
}

function answersOfClock(
  clockOf: typeof promiseClock,
  calendar: ServiceCalendar,
  { start, minutes, hoursLater, pauses }: Question,
): AnswersWithPauses {
  const clock = clockOf({ startedAt: start, pauses, target: minutes, calendar });
  return {
    due: clock.dueAt,
    warning: clock.reachedAt(minutes * warningShare),
    used: clock.usedBefore(start + hoursLater * 3_600_000),
  };
}

function answersWithPauses(
  oracle: Oracle,
  { start, minutes, hoursLater, pauses }: Question,
): AnswersWithPauses {
  return {
    due: oracle.dueWithPauses(start, minutes, pauses),
    warning: oracle.dueWithPauses(start, minutes * warningShare, pauses),
    used: oracle.countedWithPauses(start, start + hoursLater * 3_600_000, pauses),
  };
}
