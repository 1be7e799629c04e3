import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  defaultCalendarFile,
  parseCalendar,
  promiseClock,
  type Pause,
} from '../../src/sla/index.js';
import { instants, serviceMinutes } from './arbitraries.js';
import { compareUnderTimeZones, compareWithOracle, processZones, questionsToEach } from './oracle-cases.js';
import { oracleOf } from './oracle.js';

const casesInAll = 5_000;

describe('a count day by day with another library comes to the same', () => {
  it(
    `for ${casesInAll} random cases of any calendar, whatever the time zone of the server`,
    { timeout: 90_000 },
    async () => {
      const calendars = Math.ceil(casesInAll / processZones.length / questionsToEach);
      const seed = Math.floor(Math.random() * 1_000_000);
      const compared = await compareUnderTimeZones(calendars, seed);
      expect(compared.map(({ zone, difference }) => ({ zone, difference }))).toEqual(
        processZones.map((zone) => ({ zone, difference: null })),
      );
      expect(compared.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(casesInAll);
      const moved = compared.reduce((sum, { movedByPauses }) => sum + movedByPauses, 0);
      expect(moved, 'deadlines that pauses moved').toBeGreaterThan(casesInAll / 4);
    },
  );

  it('and would notice a clock that takes closing time for the next opening', () => {
    const { difference } = compareWithOracle(60, 1, {
      calendarOf: (file) => {
        const right = compileCalendar(parseCalendar(file));
        return { ...right, due: (start, minutes) => right.nextOpening(right.due(start, minutes)) };
      },
    });
    expect(difference).toContain('Counterexample');
  });

  it.each([
    ['forgets the last pause', (pauses: readonly Pause[]) => pauses.slice(0, -1)],
    [
      'lets each pause end where the next one begins',
      (pauses: readonly Pause[]) =>
        pauses.map((pause, i) => ({ ...pause, to: pauses[i + 1]?.from ?? pause.to })),
    ],
  ])('and would notice a clock that %s', (_, mistaken) => {
    const { difference } = compareWithOracle(60, 1, {
      promiseClock: (facts) => promiseClock({ ...facts, pauses: mistaken(facts.pauses) }),
    });
    expect(difference).toContain('Counterexample');
  });

  it('for the service hours of the help desk', () => {
    const calendar = compileCalendar(parseCalendar(defaultCalendarFile));
    const oracle = oracleOf(defaultCalendarFile);
    fc.assert(
      fc.property(
        instants,
        serviceMinutes,
        fc.integer({ min: 0, max: 24 * 40 }),
        (start, minutes, hoursLater) => {
          expect(calendar.due(start, minutes)).toBe(oracle.due(start, minutes));
          const to = start + hoursLater * 3_600_000;
          expect(calendar.serviceMinutesBetween(start, to)).toBe(oracle.serviceMinutesBetween(start, to));
        },
      ),
      { numRuns: 200 },
    );
  });
});
