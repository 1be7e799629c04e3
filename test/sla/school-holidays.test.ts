import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  defaultCalendar,
  defaultCalendarFile,
  DefinitionError,
  isoOf,
  parseCalendar,
  parseMovableHolidays,
  whileSchoolIsOpen,
  withMovableHolidays,
  type CalendarDefinition,
  type CalendarFile,
} from '../../src/sla/index.js';
import { at, shown } from './berlin.js';
import { schoolHolidaysOfOracle } from './oracle.js';

type Service = NonNullable<CalendarFile['schoolHolidays']>['service'];

function definitionWith(service: Service, rest: Partial<CalendarFile> = {}): CalendarDefinition {
  return parseCalendar({ ...defaultCalendarFile, ...rest, schoolHolidays: { region: 'DE-NW', service } });
}

function minutesOn(definition: CalendarDefinition, date: string): number {
  return compileCalendar(definition).serviceMinutesBetween(at(`${date} 00:00`), at(`${date} 23:59`));
}

function problemsOf(schoolHolidays: unknown, weekly: object = { mon: ['08:00-16:00'] }) {
  try {
    parseCalendar({ timeZone: 'Europe/Berlin', weekly, schoolHolidays });
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
  return [];
}

describe('in the school holidays of North Rhine-Westphalia', () => {
  const thursday = '2026-10-22';

  it('service goes on unless the calendar says otherwise', () => {
    expect(minutesOn(defaultCalendar, thursday)).toBe(510);
    expect(minutesOn(definitionWith(undefined), thursday)).toBe(510);
    expect(minutesOn(definitionWith('open'), thursday)).toBe(510);
  });

  it('there is none where the calendar is closed in them', () => {
    const calendar = compileCalendar(definitionWith('closed'));
    expect(shown(calendar.due(at('2026-10-16 13:30'), 60))).toBe('Mon 2026-11-02 08:00');
    expect(shown(calendar.nextOpening(at('2027-07-19 09:00')))).toBe('Wed 2027-09-01 07:30');
    expect(shown(calendar.due(at('2027-05-14 13:30'), 60))).toBe('Wed 2027-05-19 08:00');
  });

  it('it may be shortened, on the days that have service at all', () => {
    const shortened = definitionWith({ shortened: ['08:00-12:00'] });
    expect(minutesOn(shortened, thursday)).toBe(240);
    expect(minutesOn(shortened, '2026-10-24')).toBe(0);
    expect(minutesOn(shortened, '2026-11-05')).toBe(510);
  });

  it('public holidays and closed days stay closed', () => {
    const shortened = definitionWith({ shortened: ['08:00-12:00'] }, { closed: ['12-24', '2026-10-21'] });
    expect(minutesOn(shortened, '2027-03-26')).toBe(0);
    expect(minutesOn(shortened, '2026-12-24')).toBe(0);
    expect(minutesOn(shortened, '2026-10-21')).toBe(0);
  });

  it('the entry of a single date says more', () => {
    const entry = { shortened: { [thursday]: ['09:00-10:00'] } };
    expect(minutesOn(definitionWith('closed', entry), thursday)).toBe(60);
  });

  it('each day of 2025/26 to 2029/30 is known, by a list of its own', () => {
    const closed = compileCalendar(
      parseCalendar({
        timeZone: 'Europe/Berlin',
        weekly: Object.fromEntries(
          ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [weekday, ['00:00-24:00']]),
        ),
        schoolHolidays: { region: 'DE-NW', service: 'closed' },
      }),
    );
    const days = Array.from({ length: 5 * 366 }, (_, day) =>
      new Date(Date.UTC(2025, 7, 27) + day * 86_400_000).toISOString().slice(0, 10),
    );
    expect(days.filter((date) => !closed.isOpen(at(`${date} 12:00`)))).toEqual(
      days.filter((date) => schoolHolidaysOfOracle.has(date)),
    );
  });
});

describe('what lies beyond the known school holidays', () => {
  it('begins with the first school day of 2030/31', () => {
    const { knownUntil } = compileCalendar(definitionWith('closed'));
    expect(shown(knownUntil ?? Number.NaN)).toBe('Wed 2030-08-07 00:00');
  });

  it('is not uncertain where service does not depend on them', () => {
    expect(compileCalendar(definitionWith('open')).knownUntil).toBeNull();
    expect(compileCalendar(defaultCalendar).knownUntil).toBeNull();
  });

  it('is computed as if there were none', () => {
    const calendar = compileCalendar(definitionWith('closed'));
    expect(isoOf(calendar.due(at('2031-07-15 09:00'), 60))).toBe('2031-07-15T08:00:00.000Z');
  });
});

describe('a calendar file is refused', () => {
  it('for school holidays of a state that are not known', () => {
    expect(problemsOf({ region: 'DE-BY' })).toEqual([
      {
        place: 'schoolHolidays.region',
        message: 'no school holidays are known of "DE-BY", only of DE-NW',
      },
    ]);
  });

  it.each(['half', 7, { shorter: ['08:00-12:00'] }])('for the service %j in school holidays', (service) => {
    expect(problemsOf({ region: 'DE-NW', service })).toEqual([
      {
        place: 'schoolHolidays.service',
        message: 'write "open", "closed" or {"shortened": ["08:00-12:00"]}',
      },
    ]);
  });

  it('for a malformed window in school holidays, named by its place', () => {
    const [problem] = problemsOf({ region: 'DE-NW', service: { shortened: ['8-12'] } });
    expect(problem?.place).toBe('schoolHolidays.service.shortened[0]');
  });

  it('for windows of school holidays that overlap those around', () => {
    const nightly = { mon: ['08:00-10:00'], tue: ['08:00-10:00'] };
    const [problem] = problemsOf(
      { region: 'DE-NW', service: { shortened: ['08:00-10:00', '22:00-08:30'] } },
      nightly,
    );
    expect(problem?.place).toBe('schoolHolidays.service');
    expect(problem?.message).toContain('2025-10-13');
  });
});

describe('movable holidays of a school', () => {
  const carnival = ['2027-02-05', '2027-02-08'];

  it('are days like school holidays, for this school alone', () => {
    const all = definitionWith({ shortened: ['08:00-12:00'] });
    const school = withMovableHolidays(all, carnival);
    expect(minutesOn(school, '2027-02-08')).toBe(240);
    expect(minutesOn(school, '2027-02-09')).toBe(510);
    expect(minutesOn(all, '2027-02-08')).toBe(510);
    expect(minutesOn(withMovableHolidays(definitionWith('closed'), carnival), '2027-02-05')).toBe(0);
  });

  it('make no difference where service goes on in school holidays', () => {
    expect(minutesOn(withMovableHolidays(defaultCalendar, carnival), '2027-02-08')).toBe(510);
  });

  it('add up', () => {
    const twice = withMovableHolidays(withMovableHolidays(definitionWith('closed'), carnival), [
      '2027-05-07',
    ]);
    expect(minutesOn(twice, '2027-02-08') + minutesOn(twice, '2027-05-07')).toBe(0);
  });

  it('have to exist', () => {
    expect(() => withMovableHolidays(defaultCalendar, ['2027-02-30'])).toThrow(DefinitionError);
  });

  it('are read from a file by the number of the school', () => {
    expect(parseMovableHolidays({ '100001': carnival }).get('100001')).toEqual(carnival);
    expect(() => parseMovableHolidays({ '100001': ['05.02.2027'] })).toThrow(/100001\[0\]: "05\.02\.2027"/);
  });
});

describe('days on which the school can answer', () => {
  const school = compileCalendar(whileSchoolIsOpen(withMovableHolidays(defaultCalendar, ['2027-02-08'])));

  it('are no school holidays, even where service goes on in them', () => {
    expect(shown(school.afterServiceDays(at('2026-10-15 10:00'), 3))).toBe('Tue 2026-11-03 16:00');
  });

  it('are no movable holidays', () => {
    expect(shown(school.afterServiceDays(at('2027-02-04 10:00'), 2))).toBe('Tue 2027-02-09 16:00');
  });

  it('follow the movable holidays alone where no school holidays are known', () => {
    const saxony = parseCalendar({ ...defaultCalendarFile, holidays: 'DE-SN' });
    const calendar = compileCalendar(whileSchoolIsOpen(withMovableHolidays(saxony, ['2026-10-21'])));
    expect(shown(calendar.afterServiceDays(at('2026-10-20 10:00'), 1))).toBe('Thu 2026-10-22 16:00');
  });
});
