import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  defaultCalendar,
  explain,
  millisecondsPerMinute,
  parseCalendar,
  promiseClock,
  withMovableHolidays,
  type CalendarDefinition,
  type Explanation,
} from '../../src/sla/index.js';
import { calendarFiles, instants, serviceMinutes } from './arbitraries.js';
import { at, shown } from './berlin.js';

type Pauses = Parameters<typeof explain<string>>[0]['pauses'];

const told = (
  start: string,
  target: number,
  pauses: Pauses = [],
  definition: CalendarDefinition = defaultCalendar,
): Explanation<string> =>
  explain({ startedAt: at(start), target, pauses, calendar: compileCalendar(definition), definition });

/** The steps as one reads them: when, and how many minutes or why none. */
const listed = ({ steps }: Explanation<string>): string[] =>
  steps.map((step) => {
    switch (step.kind) {
      case 'window':
        return `${shown(step.start)} to ${shown(step.end)}: ${step.serviceMinutes}`;
      case 'summed-up':
        return `${step.days} days: ${step.serviceMinutes}`;
      case 'pause':
        return `${shown(step.start)} ${step.why}`;
      case 'no-service':
        return `${step.firstDate} to ${step.lastDate}: ${step.holiday ?? step.because}`;
    }
  });

describe('the explanation of a deadline', () => {
  it('lists each window that counted and the free days between', () => {
    expect(listed(told('2026-11-20 13:30', 240))).toEqual([
      'Fri 2026-11-20 13:30 to Fri 2026-11-20 14:00: 30',
      '2026-11-21 to 2026-11-22: weekday',
      'Mon 2026-11-23 07:30 to Mon 2026-11-23 11:00: 210',
    ]);
  });

  it('names holidays, and tells them from the days that the city closes by itself', () => {
    expect(listed(told('2026-12-23 15:30', 60))).toEqual([
      'Wed 2026-12-23 15:30 to Wed 2026-12-23 16:00: 30',
      '2026-12-24 to 2026-12-24: closed-every-year',
      '2026-12-25 to 2026-12-25: ERSTERWEIHNACHTSFEIERTAG',
      '2026-12-26 to 2026-12-26: ZWEITERWEIHNACHTSFEIERTAG',
      '2026-12-27 to 2026-12-27: weekday',
      'Mon 2026-12-28 07:30 to Mon 2026-12-28 08:00: 30',
    ]);
  });

  it('tells a movable holiday of the school, and school holidays as one stretch', () => {
    const closedInHolidays = parseCalendar({
      timeZone: 'Europe/Berlin',
      weekly: { thu: ['08:00-09:00'], fri: ['08:00-09:00'] },
      schoolHolidays: { region: 'DE-NW', service: 'closed' },
    });
    const ofSchool = withMovableHolidays(closedInHolidays, ['2026-10-16']);
    expect(listed(told('2026-10-15 08:30', 60, [], ofSchool))).toEqual([
      'Thu 2026-10-15 08:30 to Thu 2026-10-15 09:00: 30',
      '2026-10-16 to 2026-10-16: movable-holiday',
      '2026-10-17 to 2026-10-21: weekday',
      '2026-10-22 to 2026-10-23: school-holidays',
      '2026-10-24 to 2026-10-28: weekday',
      '2026-10-29 to 2026-10-30: school-holidays',
      '2026-10-31 to 2026-11-04: weekday',
      'Thu 2026-11-05 08:00 to Thu 2026-11-05 08:30: 30',
    ]);
  });

  it('tells a pause in its place, and counts nothing in it', () => {
    const pauses = [{ from: at('2026-11-18 10:00'), to: at('2026-11-19 09:00'), why: 'asked' }];
    expect(listed(told('2026-11-18 09:00', 120, pauses))).toEqual([
      'Wed 2026-11-18 09:00 to Wed 2026-11-18 10:00: 60',
      'Wed 2026-11-18 10:00 asked',
      'Thu 2026-11-19 09:00 to Thu 2026-11-19 10:00: 60',
    ]);
  });

  it('tells a free day on which a pause ends once', () => {
    const pauses = [{ from: at('2026-11-21 10:00'), to: at('2026-11-21 12:00'), why: 'asked' }];
    expect(listed(told('2026-11-20 13:00', 120, pauses))).toEqual([
      'Fri 2026-11-20 13:00 to Fri 2026-11-20 14:00: 60',
      '2026-11-21 to 2026-11-22: weekday',
      'Sat 2026-11-21 10:00 asked',
      'Mon 2026-11-23 07:30 to Mon 2026-11-23 08:30: 60',
    ]);
  });

  it('has no deadline while the clock stands still, and says what was used', () => {
    const pauses = [{ from: at('2026-11-18 10:00'), to: null, why: 'asked' }];
    const explanation = told('2026-11-18 09:00', 120, pauses);
    expect([explanation.dueAt, explanation.usedServiceMinutes]).toEqual([null, 60]);
    expect(listed(explanation).at(-1)).toBe('Wed 2026-11-18 10:00 asked');
  });

  it('leaves out what lies after the deadline', () => {
    const pauses = [{ from: at('2026-11-18 10:00'), to: null, why: 'asked' }];
    expect(listed(told('2026-11-18 09:00', 60, pauses))).toEqual([
      'Wed 2026-11-18 09:00 to Wed 2026-11-18 10:00: 60',
    ]);
  });

  it('tells a shortened day by its reason', () => {
    const definition = parseCalendar({
      timeZone: 'Europe/Berlin',
      weekly: { wed: ['07:30-16:00'], thu: ['07:30-16:00'] },
      shortened: { '2026-11-18': ['07:30-09:30'] },
    });
    const { steps } = told('2026-11-18 09:00', 60, [], definition);
    expect(steps.flatMap((step) => ('because' in step ? [step.because] : []))).toEqual([
      'shortened',
      'weekday',
    ]);
  });

  it('sums up the middle of a long time', () => {
    expect(listed(told('2026-11-02 07:30', 4800))).toEqual([
      'Mon 2026-11-02 07:30 to Mon 2026-11-02 16:00: 510',
      'Tue 2026-11-03 07:30 to Tue 2026-11-03 16:00: 510',
      'Wed 2026-11-04 07:30 to Wed 2026-11-04 16:00: 510',
      '4 days: 1920',
      'Wed 2026-11-11 07:30 to Wed 2026-11-11 16:00: 510',
      'Thu 2026-11-12 07:30 to Thu 2026-11-12 16:00: 510',
      'Fri 2026-11-13 07:30 to Fri 2026-11-13 13:00: 330',
    ]);
  });

  it('stays short for a deadline that lies centuries ahead', () => {
    const explanation = told('2026-11-02 07:30', 48_000_000);
    expect(explanation.steps.length).toBeLessThan(200);
    expect(explanation.usedServiceMinutes).toBe(48_000_000);
  });

  it('is uncertain beyond the known school holidays', () => {
    const definition = parseCalendar({
      timeZone: 'Europe/Berlin',
      weekly: { wed: ['07:30-16:00'] },
      schoolHolidays: { region: 'DE-NW', service: 'closed' },
    });
    expect(told('2026-11-18 09:00', 60, [], definition).isUncertain).toBe(false);
    expect(told('2031-11-19 09:00', 60, [], definition).isUncertain).toBe(true);
  });
});

describe('the windows of an explanation', () => {
  const pausesAfter = fc.array(
    fc.record({
      after: fc.integer({ min: -3000, max: 20_000 }),
      lasts: fc.option(fc.integer({ min: 0, max: 8000 }), { freq: 8 }),
    }),
    { maxLength: 4 },
  );

  const pausesFrom = (
    startedAt: number,
    pauses: readonly { readonly after: number; readonly lasts: number | null }[],
  ): Pauses =>
    pauses.map(({ after, lasts }) => {
      const from = startedAt + after * millisecondsPerMinute;
      return { from, to: lasts === null ? null : from + lasts * millisecondsPerMinute, why: 'asked' };
    });

  it('add up to the target, or to what was used, and end at the deadline', () => {
    fc.assert(
      fc.property(calendarFiles, instants, serviceMinutes, pausesAfter, (file, startedAt, target, after) => {
        const definition = parseCalendar(file);
        const calendar = compileCalendar(definition);
        const pauses = pausesFrom(startedAt, after);
        const facts = { startedAt, target, pauses, calendar, definition };
        const { steps, dueAt, usedServiceMinutes } = explain(facts);
        const counted = steps.flatMap((step) => ('serviceMinutes' in step ? [step] : []));
        const sum = counted.reduce((total, step) => total + step.serviceMinutes, 0);
        const clock = promiseClock(facts);
        expect(dueAt).toBe(clock.dueAt);
        expect(usedServiceMinutes).toBeCloseTo(sum, 6);
        expect(sum).toBeCloseTo(dueAt === null ? clock.usedBefore(Date.UTC(2200, 0)) : target, 3);
        if (dueAt !== null && target > 0) expect(counted.at(-1)?.end).toBe(dueAt);
      }),
    );
  });

  it('lie in order and never in a pause', () => {
    fc.assert(
      fc.property(calendarFiles, instants, serviceMinutes, pausesAfter, (file, startedAt, target, after) => {
        const definition = parseCalendar(file);
        const pauses = pausesFrom(startedAt, after);
        const calendar = compileCalendar(definition);
        const { steps } = explain({ startedAt, target, pauses, calendar, definition });
        const starts = steps.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
        const windows = steps.flatMap((step) => (step.kind === 'window' ? [step] : []));
        for (const { start, end } of windows) {
          const isPaused = pauses.some(
            ({ from, to }) => from < end && (to ?? Infinity) > start && to !== from,
          );
          expect(isPaused).toBe(false);
        }
      }),
    );
  });
});
