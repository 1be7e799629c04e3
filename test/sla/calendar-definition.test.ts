import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  defaultCalendarFile,
  DefinitionError,
  parseCalendar,
  type DefinitionProblem,
} from '../../src/sla/index.js';

const weekly = { mon: ['07:30-16:00'] };
const berlin = { timeZone: 'Europe/Berlin', weekly };

function problemsOf(file: unknown): readonly DefinitionProblem[] {
  try {
    parseCalendar(file);
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
  return [];
}

function placesOf(file: unknown): string[] {
  return problemsOf(file).map(({ place }) => place);
}

describe('a calendar file', () => {
  it('may name everything that the format knows', () => {
    const file = {
      timeZone: 'Europe/Berlin',
      weekly: { mon: ['07:30-12:00', '12:30-16:00'], fri: ['22:00-06:00'], sun: ['00:00-24:00'] },
      holidays: 'DE-NW',
      closed: ['2026-12-24', '12-31', '02-29'],
      shortened: { '2027-02-11': ['07:30-12:00'] },
    };
    expect(problemsOf(file)).toEqual([]);
  });

  it('needs no more than a zone and one window', () => {
    expect(problemsOf(berlin)).toEqual([]);
  });

  it('of the default is right', () => {
    expect(problemsOf(defaultCalendarFile)).toEqual([]);
  });

  it('may have windows that touch, also over midnight and over the end of the week', () => {
    const touching = { mon: ['08:00-12:00', '12:00-16:00'], sun: ['22:00-00:00'], sat: ['20:00-08:00'] };
    expect(problemsOf({ ...berlin, weekly: { ...touching, mon: ['00:00-08:00', '08:00-09:00'] } })).toEqual(
      [],
    );
    expect(problemsOf({ ...berlin, weekly: touching })).toEqual([]);
  });
});

describe('a calendar file is refused', () => {
  it.each(['7:30-16:00', '07:30', '07:30-16:60', '25:00-26:00', '24:00-06:00', '07:30–16:00', 'morning', ''])(
    'for the malformed window "%s", named by its place',
    (window) => {
      const problems = problemsOf({
        ...berlin,
        weekly: { mon: ['07:30-16:00'], tue: ['08:00-09:00', window] },
      });
      expect(problems).toEqual([
        {
          place: 'weekly.tue[1]',
          message: `"${window}" is not a window; write HH:MM-HH:MM, for example 07:30-16:00`,
        },
      ]);
    },
  );

  it('for a window without length', () => {
    const [problem] = problemsOf({ ...berlin, weekly: { mon: ['08:00-08:00'] } });
    expect(problem?.place).toBe('weekly.mon[0]');
    expect(problem?.message).toContain('00:00-24:00');
  });

  it('for windows of one day that overlap, in whatever order they stand', () => {
    const file = { ...berlin, weekly: { wed: ['10:00-12:00', '08:00-10:30'] } };
    expect(problemsOf(file)).toEqual([
      { place: 'weekly.wed', message: 'the windows 08:00-10:30 and 10:00-12:00 overlap' },
    ]);
  });

  it('for a window that runs past midnight into one of the next day', () => {
    expect(placesOf({ ...berlin, weekly: { mon: ['22:00-06:00'], tue: ['05:30-16:00'] } })).toEqual([
      'weekly.mon',
    ]);
    expect(placesOf({ ...berlin, weekly: { sun: ['22:00-06:00'], mon: ['05:30-16:00'] } })).toEqual([
      'weekly.sun',
    ]);
  });

  it('for a shortened date that overlaps the night before or the day after', () => {
    const night = { ...berlin, weekly: { wed: ['22:00-06:00'], fri: ['05:00-16:00'] } };
    expect(placesOf({ ...night, shortened: { '2027-02-11': ['05:00-12:00'] } })).toEqual([
      'shortened.2027-02-11',
    ]);
    expect(placesOf({ ...night, shortened: { '2027-02-11': ['20:00-05:30'] } })).toEqual([
      'shortened.2027-02-11',
    ]);
    expect(placesOf({ ...night, shortened: { '2027-02-11': ['06:00-12:00', '20:00-05:00'] } })).toEqual([]);
  });

  it('for a date that is both closed and shortened', () => {
    const file = { ...berlin, closed: ['2027-02-11'], shortened: { '2027-02-11': ['07:30-12:00'] } };
    expect(problemsOf(file)).toEqual([
      { place: 'shortened.2027-02-11', message: 'the date is also closed; leave one of them out' },
    ]);
  });

  it.each([
    ['without any window', {}, {}],
    ['with only empty days', { mon: [], tue: [] }, {}],
    ['with only single dates, as they come to an end', {}, { shortened: { '2027-02-11': ['07:30-12:00'] } }],
    ['where each day of the year is closed', weekly, { closed: everyDayOfTheYear() }],
  ])('for no service time at all: %s', (_, week, rest) => {
    const problems = problemsOf({ timeZone: 'Europe/Berlin', weekly: week, ...rest });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.place).toBe('weekly');
    expect(problems[0]?.message).toContain('no service time at all');
  });

  it.each(['Europe/Dortmund', '', '+01:00', 'local'])('for the unknown time zone "%s"', (timeZone) => {
    expect(problemsOf({ ...berlin, timeZone })).toEqual([
      { place: 'timeZone', message: `unknown time zone "${timeZone}"; write it as Europe/Berlin` },
    ]);
  });

  it.each(['DE-XX', 'NW', 'DE-AUGSBURG', 'DE-ALL', 'FR-IDF', ''])(
    'for the unknown state "%s"',
    (holidays) => {
      expect(problemsOf({ ...berlin, holidays })).toEqual([
        { place: 'holidays', message: `unknown state "${holidays}"; write it as DE-NW` },
      ]);
    },
  );

  it.each(['2026-02-29', '2026-13-01', '02-30', '24.12.2026', '2026-12-24T00:00:00Z', ''])(
    'for the closed date "%s" that does not exist',
    (date) => {
      expect(placesOf({ ...berlin, closed: ['12-24', date] })).toEqual(['closed[1]']);
    },
  );

  it('for a shortened date that is no single day', () => {
    expect(placesOf({ ...berlin, shortened: { '02-11': ['07:30-12:00'] } })).toEqual(['shortened.02-11']);
  });

  it('for keys that it does not know, so that a typing error is seen', () => {
    expect(problemsOf({ ...berlin, holiday: 'DE-NW' })[0]?.message).toContain('holiday');
    expect(problemsOf({ ...berlin, weekly: { ...weekly, monday: [] } })[0]?.message).toContain('monday');
  });

  it.each([null, 'text', [], 7, undefined])('for %j, which is no calendar', (value) => {
    expect(placesOf(value)).toEqual(['file']);
  });

  it('with all problems in one message', () => {
    const file = { timeZone: 'Mars/Olympus', weekly: { mon: ['8-9'] }, holidays: 'DE-NW' };
    expect(() => parseCalendar(file)).toThrow(/^calendar refused: timeZone: .*; weekly\.mon\[0\]: /);
  });
});

describe('what says most about a day wins', () => {
  const file = {
    ...defaultCalendarFile,
    closed: ['12-24', '2026-11-17'],
    shortened: {
      '2026-12-24': ['08:00-10:00'],
      '2026-06-04': ['09:00-11:00'],
      '2026-11-21': ['10:00-12:00'],
      '2026-11-18': [],
    },
  };
  const calendar = compileCalendar(parseCalendar(file));
  const minutesOn = (date: string): number =>
    calendar.serviceMinutesBetween(
      Date.parse(`${date}T00:00:00+01:00`),
      Date.parse(`${date}T23:59:00+01:00`),
    );

  it.each([
    ['its windows replace those of a day closed every year', '2026-12-24', 120],
    ['which stays closed in other years', '2027-12-24', 0],
    ['they replace a public holiday', '2026-06-04', 120],
    ['and open a Saturday', '2026-11-21', 120],
    ['an empty list closes the day', '2026-11-18', 0],
    ['as a closed date does', '2026-11-17', 0],
    ['a day without entry follows the week', '2026-11-19', 510],
  ])('%s', (_, date, minutes) => {
    expect(minutesOn(date)).toBe(minutes);
  });
});

function everyDayOfTheYear(): string[] {
  const leapYear = Date.UTC(2024, 0, 1);
  return Array.from({ length: 366 }, (_, day) =>
    new Date(leapYear + day * 86_400_000).toISOString().slice(5, 10),
  );
}
