import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, defaultCalendarFile, parseCalendar } from '../../src/sla/index.js';
import { calendarFiles, instants, serviceMinutes } from './arbitraries.js';
import { oracleOf } from './oracle.js';

const questionsToEach = 4;

const question = fc.record({
  start: instants,
  minutes: serviceMinutes,
  hoursLater: fc.integer({ min: 0, max: 24 * 40 }),
  days: fc.integer({ min: 1, max: 8 }),
});

describe('a count day by day with another library comes to the same', () => {
  it('for any calendar', () => {
    fc.assert(
      fc.property(
        calendarFiles,
        fc.array(question, { minLength: questionsToEach, maxLength: questionsToEach }),
        (file, questions) => {
          const calendar = compileCalendar(parseCalendar(file));
          const oracle = oracleOf(file);
          for (const { start, minutes, hoursLater, days } of questions) {
            const to = start + hoursLater * 3_600_000;
            expect(answers(calendar)).toEqual(answers(oracle));
            function answers(by: Pick<typeof calendar, keyof typeof oracle>) {
              return {
                due: by.due(start, minutes),
                between: by.serviceMinutesBetween(start, to),
                isOpen: by.isOpen(start),
                nextOpening: by.nextOpening(start),
                afterServiceDays: by.afterServiceDays(start, days),
              };
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('for the service hours of the help desk', () => {
    const calendar = compileCalendar(parseCalendar(defaultCalendarFile));
    const oracle = oracleOf(defaultCalendarFile);
    fc.assert(
      fc.property(question, ({ start, minutes, hoursLater }) => {
        expect(calendar.due(start, minutes)).toBe(oracle.due(start, minutes));
        const to = start + hoursLater * 3_600_000;
        expect(calendar.serviceMinutesBetween(start, to)).toBe(oracle.serviceMinutesBetween(start, to));
      }),
      { numRuns: 200 },
    );
  });
});
