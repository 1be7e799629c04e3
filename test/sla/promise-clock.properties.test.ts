import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  parseCalendar,
  promiseClock,
  type Instant,
  type Pause,
  type ServiceCalendar,
} from '../../src/sla/index.js';
import { calendarFiles, serviceMinutes, startsWithPauses } from './arbitraries.js';

describe('for any calendar, start and pauses', () => {
  const cases = fc.tuple(
    calendarFiles,
    fc.array(fc.tuple(startsWithPauses, serviceMinutes), { minLength: 8, maxLength: 8 }),
  );

  function holds(
    check: (by: ServiceCalendar, startedAt: Instant, pauses: readonly Pause[], target: number) => void,
  ) {
    fc.assert(
      fc.property(cases, ([file, asked]) => {
        const by = compileCalendar(parseCalendar(file));
        for (const [{ start, pauses }, target] of asked) check(by, start, pauses, target);
      }),
      { numRuns: 25 },
    );
  }

  it('exactly the target was used when it is due, and less a millisecond before', () => {
    holds((by, startedAt, pauses, minutes) => {
      const target = minutes + 0.5;
      const { dueAt, usedBefore } = promiseClock({ startedAt, pauses, target, calendar: by });
      if (dueAt === null) return;
      expect(usedBefore(dueAt)).toBe(target);
      expect(usedBefore(dueAt - 1)).toBeLessThan(target);
    });
  });

  it('a deadline that is never reached is one before which the clock is stopped for good', () => {
    holds((by, startedAt, pauses, target) => {
      const { dueAt, usedBefore } = promiseClock({ startedAt, pauses, target, calendar: by });
      if (dueAt !== null) return;
      expect(pauses.some(({ to }) => to === null)).toBe(true);
      expect(usedBefore(Date.UTC(2040, 0))).toBeLessThan(target);
    });
  });

  it('another pause never shortens a deadline', () => {
    holds((by, startedAt, pauses, target) => {
      const of = (some: readonly Pause[]): number =>
        promiseClock({ startedAt, pauses: some, target, calendar: by }).dueAt ?? Infinity;
      expect(of(pauses)).toBeGreaterThanOrEqual(of(pauses.slice(1)));
    });
  });

  it('a pause cut in two that touch is the same pause', () => {
    holds((by, startedAt, pauses, target) => {
      const cut = pauses.flatMap(({ from, to }): Pause[] => {
        const middle = to === null ? from + 3_600_000 : Math.floor((from + to) / 2);
        return [
          { from: middle, to },
          { from, to: middle },
        ];
      });
      const whole = promiseClock({ startedAt, pauses, target, calendar: by });
      const inParts = promiseClock({ startedAt, pauses: cut, target, calendar: by });
      expect(inParts.dueAt).toBe(whole.dueAt);
      expect(inParts.usedBefore(startedAt + 1e9)).toBe(whole.usedBefore(startedAt + 1e9));
    });
  });
});
