import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, parseCalendar, type ServiceCalendar } from '../../src/sla/index.js';
import { calendarFiles, instants, serviceMinutes } from './arbitraries.js';

const calendars = calendarFiles.map((file) => compileCalendar(parseCalendar(file)));
const positiveMinutes = serviceMinutes.map((minutes) => minutes + 0.5);

/** Asks each of some calendars several times, as compiling one takes longer than a hundred answers. */
function holds<Question>(
  question: fc.Arbitrary<Question>,
  check: (by: ServiceCalendar, of: Question) => void,
) {
  const questions = fc.array(question, { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(calendars, questions, (calendar, asked) => {
      for (const one of asked) check(calendar, one);
    }),
    { numRuns: 30 },
  );
}

describe('for any calendar', () => {
  it('exactly the target has passed when it is due, and less a millisecond before', () => {
    holds(fc.tuple(instants, positiveMinutes), (calendar, [start, minutes]) => {
      const due = calendar.due(start, minutes);
      expect(calendar.serviceMinutesBetween(start, due)).toBe(minutes);
      expect(calendar.serviceMinutesBetween(start, due - 1)).toBeLessThan(minutes);
    });
  });

  it('two targets one after the other are due like their sum', () => {
    holds(fc.tuple(instants, serviceMinutes, positiveMinutes), (calendar, [start, first, second]) => {
      expect(calendar.due(calendar.due(start, first), second)).toBe(calendar.due(start, first + second));
    });
  });

  it('who starts later or asks for more is not due earlier', () => {
    const question = fc.tuple(fc.tuple(instants, instants), fc.tuple(serviceMinutes, serviceMinutes));
    holds(question, (calendar, [[a, b], [m, n]]) => {
      const earliest = calendar.due(Math.min(a, b), Math.min(m, n));
      expect(earliest).toBeGreaterThanOrEqual(Math.min(a, b));
      expect(earliest).toBeLessThanOrEqual(calendar.due(Math.max(a, b), Math.min(m, n)));
      expect(earliest).toBeLessThanOrEqual(calendar.due(Math.min(a, b), Math.max(m, n)));
    });
  });

  it('service time of two stretches that meet adds up, to no more than the time on the clock', () => {
    holds(fc.tuple(instants, instants, instants), (calendar, [a, b, c]) => {
      const [from, to] = [Math.min(a, b, c), Math.max(a, b, c)];
      const middle = a + b + c - from - to;
      const sum = calendar.serviceMinutesBetween(from, middle) + calendar.serviceMinutesBetween(middle, to);
      expect(sum).toBeCloseTo(calendar.serviceMinutesBetween(from, to), 6);
      expect(sum).toBeLessThanOrEqual((to - from) / 60_000 + 1e-6);
    });
  });

  it('there is service at the next opening and none before it', () => {
    holds(instants, (calendar, at) => {
      const opening = calendar.nextOpening(at);
      expect(calendar.isOpen(opening)).toBe(true);
      expect(calendar.serviceMinutesBetween(at, opening)).toBe(0);
      expect(calendar.isOpen(at)).toBe(opening === at);
    });
  });

  it('answers do not depend on what was asked before', () => {
    fc.assert(
      fc.property(calendarFiles, fc.array(instants, { minLength: 2, maxLength: 4 }), (file, starts) => {
        const asked = compileCalendar(parseCalendar(file));
        for (const start of [Date.UTC(2199, 4), ...starts, Date.UTC(1950, 1)]) {
          const fresh = compileCalendar(parseCalendar(file));
          expect(asked.due(start, 240)).toBe(fresh.due(start, 240));
        }
      }),
      { numRuns: 10 },
    );
  });
});
