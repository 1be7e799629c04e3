import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  compileCalendar,
  parseCalendar,
  type CalendarFile,
  type ServiceCalendar,
} from '../../src/sla/index.js';
import { calendarFiles, instants, serviceMinutes } from './arbitraries.js';
import { oracleOf, type Oracle } from './oracle.js';
import { underTimeZone } from './under-time-zone.js';

export const processZones = ['UTC', 'Europe/Berlin', 'Pacific/Auckland'];

/** Each calendar is asked so many questions: writing one down costs the oracle more than a question does. */
export const questionsToEach = 10;

export interface Comparison {
  /** Calendar × start × minutes × end; each is asked for five answers. */
  readonly cases: number;
  /** The smallest case found on which the two do not agree, in words; null where there is none. */
  readonly difference: string | null;
}

interface Question {
  readonly start: number;
  readonly minutes: number;
  readonly hoursLater: number;
  readonly days: number;
}

const question: fc.Arbitrary<Question> = fc.record({
  start: instants,
  minutes: serviceMinutes,
  hoursLater: fc.integer({ min: 0, max: 24 * 40 }),
  days: fc.integer({ min: 1, max: 8 }),
});

/** Compares the service clock with the oracle on random cases; the same seed makes the same cases. */
export function compareWithOracle(
  calendars: number,
  seed: number,
  clockOf = (file: CalendarFile): ServiceCalendar => compileCalendar(parseCalendar(file)),
): Comparison {
  let cases = 0;
  const checked = fc.check(
    fc.property(
      calendarFiles,
      fc.array(question, { minLength: questionsToEach, maxLength: questionsToEach }),
      (file, questions) => {
        const calendar = clockOf(file);
        const oracle = oracleOf(file);
        return questions.every((each) => {
          cases += 1;
          return isDeepStrictEqual(answers(calendar, each), answers(oracle, each));
        });
      },
    ),
    { numRuns: calendars, seed },
  );
  return { cases, difference: checked.failed ? (fc.defaultReportMessage(checked) ?? 'unknown') : null };
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

function answers(by: Oracle | ServiceCalendar, { start, minutes, hoursLater, days }: Question): object {
  return {
    due: by.due(start, minutes),
    between: by.serviceMinutesBetween(start, start + hoursLater * 3_600_000),
    isOpen: by.isOpen(start),
    nextOpening: by.nextOpening(start),
    afterServiceDays: by.afterServiceDays(start, days),
  };
}
