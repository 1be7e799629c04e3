import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  plannedAfter,
  plannedUntil,
  shortestIntervalDays,
  type Rhythm,
} from '../../src/maintenance/recurrence.js';
import type { Recurrence } from '../../src/maintenance/plan.js';
import { addDays, isInSchoolHolidays } from '../../src/sla/index.js';

const date = fc.integer({ min: 0, max: 1_400 }).map((days) => addDays('2026-01-01', days));
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ kind: fc.constant('weeks' as const), every: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('months' as const), every: fc.integer({ min: 1, max: 14 }) }),
  fc.record({
    kind: fc.constant('nth-weekday' as const),
    nth: fc.constantFrom('1' as const, '2' as const, '3' as const, '4' as const, 'last' as const),
    weekday: fc.constantFrom(...weekdays),
    everyMonths: fc.integer({ min: 1, max: 14 }),
  }),
  fc.record({
    kind: fc.constant('term' as const),
    begins: fc.constantFrom('half-year' as const, 'school-holidays' as const),
  }),
);
const rhythm: fc.Arbitrary<Rhythm> = fc.record({
  recurrence,
  startingOn: date,
  joinedOn: fc.option(date),
  region: fc.constant('DE-NW' as const),
});

/** Whether a date is planned, found out as a person would with a calendar on the wall. */
function isPlanned(one: Rhythm, day: string): boolean {
  if (day < one.startingOn || (one.joinedOn !== null && day < one.joinedOn)) return false;
  const at = new Date(day);
  const start = new Date(one.startingOn);
  const months = (at.getUTCFullYear() - start.getUTCFullYear()) * 12 + at.getUTCMonth() - start.getUTCMonth();
  const isLastOfMonth = new Date(addDays(day, 1)).getUTCMonth() !== at.getUTCMonth();
  switch (one.recurrence.kind) {
    case 'weeks':
      return ((at.getTime() - start.getTime()) / 86_400_000) % (7 * one.recurrence.every) === 0;
    case 'months': {
      if (months % one.recurrence.every !== 0) return false;
      const wanted = start.getUTCDate();
      return at.getUTCDate() === wanted || (isLastOfMonth && at.getUTCDate() < wanted);
    }
    case 'nth-weekday': {
      const { nth, weekday, everyMonths } = one.recurrence;
      if (months % everyMonths !== 0 || at.getUTCDay() !== weekdays.indexOf(weekday) + 1) return false;
      if (nth === 'last') return new Date(addDays(day, 7)).getUTCMonth() !== at.getUTCMonth();
      return Math.ceil(at.getUTCDate() / 7) === Number(nth);
    }
    case 'term':
      return isTermBegin(one.recurrence.begins, day);
  }
}

/** A weekday with lessons such that before it, but for the weekend, were school holidays of at least five days. */
function isTermBegin(begins: 'half-year' | 'school-holidays', day: string): boolean {
  const isFree = (each: string): boolean => isInSchoolHolidays('DE-NW', each);
  if (begins === 'half-year' && day.slice(5) === '02-01') return true;
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || weekday === 6 || isFree(day)) return false;
  let before = addDays(day, -1);
  while ([0, 6].includes(new Date(before).getUTCDay()) && !isFree(before)) before = addDays(before, -1);
  let length = 0;
  for (; isFree(before); before = addDays(before, -1)) length += 1;
  return length >= (begins === 'half-year' ? 29 : 5);
}

const walkDays = 900;

describe('planned dates of any rhythm', () => {
  it('are those that a walk through the calendar, day by day, finds', () => {
    fc.assert(
      fc.property(rhythm, date, (one, from) => {
        // Beyond the school holidays that are known the two differ on purpose.
        const days = Array.from({ length: walkDays }, (_, index) => addDays(from, index)).filter(
          (each) => one.recurrence.kind !== 'term' || each < '2030-07-01',
        );
        const walked = days.filter((each) => isPlanned(one, each));
        const found: string[] = [];
        let next = plannedAfter(one, addDays(from, -1));
        while (next !== null && next <= (days.at(-1) ?? '')) {
          found.push(next);
          next = plannedAfter(one, next);
        }
        expect(found).toEqual(walked);
      }),
      { numRuns: 150 },
    );
  });

  it('are the last one until a date exactly where they are the first after the day before', () => {
    fc.assert(
      fc.property(rhythm, date, (one, on) => {
        const last = plannedUntil(one, on);
        if (last === null) {
          expect(plannedAfter(one, '0001-01-01') ?? '9999').toSatisfy((first: string) => first > on);
          return;
        }
        expect(last <= on).toBe(true);
        expect(plannedAfter(one, addDays(last, -1))).toBe(last);
        expect(plannedAfter(one, last) ?? '9999').toSatisfy((next: string) => next > on);
      }),
    );
  });

  it('lie as far apart as the check of early days takes for granted', () => {
    fc.assert(
      fc.property(rhythm, date, (one, from) => {
        const first = plannedAfter(one, from);
        const second = first === null ? null : plannedAfter(one, first);
        if (first === null || second === null) return;
        expect(addDays(first, shortestIntervalDays(one.recurrence)) <= second).toBe(true);
      }),
    );
  });
});

describe('terms', () => {
  const term = (begins: 'half-year' | 'school-holidays', after: string) =>
    plannedAfter(
      { recurrence: { kind: 'term', begins }, startingOn: '2026-01-01', joinedOn: null, region: 'DE-NW' },
      after,
    );

  it('begin with lessons after school holidays, and not after a single free day at Whitsun', () => {
    expect(term('school-holidays', '2026-01-01')).toBe('2026-01-07');
    expect(term('school-holidays', '2026-03-01')).toBe('2026-04-13');
    expect(term('school-holidays', '2026-04-13')).toBe('2026-09-02');
  });

  it('have two half-years: after summer and in February', () => {
    expect(term('half-year', '2026-01-01')).toBe('2026-02-01');
    expect(term('half-year', '2026-02-01')).toBe('2026-09-02');
  });

  it('go on by the law where the school holidays are not known yet', () => {
    expect(term('half-year', '2031-02-01')).toBe('2031-08-01');
    expect(term('school-holidays', '2031-02-01')).toBe(null);
  });
});
