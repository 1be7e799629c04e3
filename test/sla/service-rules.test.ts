import { describe, expect, it } from 'vitest';
import {
  defaultCalendar,
  defaultCalendarFile,
  defaultPolicy,
  DefinitionError,
  parseCalendar,
  parseMovableHolidays,
  serviceRules,
  type CalendarDefinition,
  type CalendarFile,
  type ServiceRules,
} from '../../src/sla/index.js';
import { at, shown } from './berlin.js';

const mondayOfCarnival = '2027-02-08';
const dates = [mondayOfCarnival, '2027-05-07'];

function rulesOf(
  movableHolidays: Readonly<Record<string, readonly string[]>>,
  calendar: CalendarDefinition = defaultCalendar,
): ServiceRules {
  return serviceRules({
    version: 'test',
    calendar,
    policy: defaultPolicy,
    movableHolidays: parseMovableHolidays(movableHolidays),
  });
}

const closedInSchoolHolidays = definitionOf({ schoolHolidays: { region: 'DE-NW', service: 'closed' } });

function definitionOf(rest: Partial<CalendarFile>): CalendarDefinition {
  return parseCalendar({ ...defaultCalendarFile, ...rest });
}

const friday = at('2027-02-05 13:30');

describe("a school's promises", () => {
  it('count no movable holiday of the school where the calendar closes in school holidays', () => {
    const rules = rulesOf({ '100001': dates }, closedInSchoolHolidays);
    expect(shown(rules.calendarOf('100001').due(friday, 60))).toBe('Tue 2027-02-09 08:00');
    expect(shown(rules.calendarOf('100002').due(friday, 60))).toBe('Mon 2027-02-08 08:00');
    expect(shown(rules.calendar.due(friday, 60))).toBe('Mon 2027-02-08 08:00');
  });

  it('count less on it where the calendar shortens service in school holidays', () => {
    const shortened = definitionOf({
      schoolHolidays: { region: 'DE-NW', service: { shortened: ['10:00-12:00'] } },
    });
    const rules = rulesOf({ '100001': dates }, shortened);
    expect(shown(rules.calendarOf('100001').due(friday, 60))).toBe('Mon 2027-02-08 10:30');
  });

  it('count it like any day where service goes on in school holidays', () => {
    const rules = rulesOf({ '100001': dates });
    expect(shown(rules.calendarOf('100001').due(friday, 60))).toBe('Mon 2027-02-08 08:00');
  });

  it.each([['100009'], [''], ['__proto__'], [null]])(
    "are the city's where no movable holidays are known of it: %j",
    (schoolId) => {
      const rules = rulesOf({ '100001': dates }, closedInSchoolHolidays);
      expect(rules.calendarOf(schoolId)).toBe(rules.calendar);
      expect(rules.definitionOf(schoolId)).toBe(closedInSchoolHolidays);
    },
  );

  it('may leave out more than the four days that the state grants', () => {
    const many = ['2027-02-04', '2027-02-05', mondayOfCarnival, '2027-02-09', '2027-05-07', '2027-05-28'];
    const rules = rulesOf({ '100001': many }, closedInSchoolHolidays);
    expect(shown(rules.calendarOf('100001').nextOpening(at('2027-02-04 08:00')))).toBe(
      'Wed 2027-02-10 07:30',
    );
  });

  it('are explained by the definition that they are counted on', () => {
    const rules = rulesOf({ '100001': dates }, closedInSchoolHolidays);
    expect([...rules.definitionOf('100001').movableHolidays]).toEqual(dates);
  });

  it('cannot leave out a day that does not exist', () => {
    const make = () =>
      serviceRules({
        version: 'test',
        calendar: defaultCalendar,
        policy: defaultPolicy,
        movableHolidays: new Map([['100001', ['2027-02-30']]]),
      });
    expect(make).toThrow(DefinitionError);
  });
});

describe('calendars of schools', () => {
  it('are shared by schools with the same dates, in whatever order and however often they stand', () => {
    const rules = rulesOf(
      { '100001': dates, '100002': [...dates.toReversed(), mondayOfCarnival], '100003': [mondayOfCarnival] },
      closedInSchoolHolidays,
    );
    expect(rules.calendarOf('100002')).toBe(rules.calendarOf('100001'));
    expect(rules.schoolDaysOf('100002')).toBe(rules.schoolDaysOf('100001'));
    expect(rules.calendarOf('100003')).not.toBe(rules.calendarOf('100001'));
  });

  it("are the city's for a school without dates, and for all where they make no difference", () => {
    const [withoutDates, noDifference] = [
      rulesOf({ '100001': [] }, closedInSchoolHolidays),
      rulesOf({ '100001': dates }),
    ];
    expect(withoutDates.calendarOf('100001')).toBe(withoutDates.calendar);
    expect(noDifference.calendarOf('100001')).toBe(noDifference.calendar);
  });

  it('are compiled once, however many schools that are not in the file ask', () => {
    const rules = rulesOf({ '100001': dates }, closedInSchoolHolidays);
    const schools = Array.from({ length: 500 }, (_, i) => String(200_000 + i));
    expect(new Set(schools.map((id) => rules.calendarOf(id))).size).toBe(1);
    expect(new Set(schools.map((id) => rules.schoolDaysOf(id))).size).toBe(1);
  });
});

describe('the days on which a school can answer', () => {
  const dayAfter = (calendar: CalendarDefinition, day: string, schoolId: string | null = null): string =>
    shown(
      rulesOf({ '100001': dates }, calendar)
        .schoolDaysOf(schoolId)
        .afterServiceDays(at(`${day} 10:00`), 1),
    );

  it.each([
    ['weekends', '2027-01-15', 'Mon 2027-01-18 16:00'],
    ['public holidays', '2027-05-05', 'Fri 2027-05-07 14:00'],
    ['school holidays', '2026-10-16', 'Mon 2026-11-02 16:00'],
  ])('are none of the %s, though service goes on', (_, day, next) => {
    expect(dayAfter(defaultCalendar, day)).toBe(next);
  });

  it('are none of the movable holidays of the school, though service goes on', () => {
    expect(dayAfter(defaultCalendar, '2027-02-05', '100001')).toBe('Tue 2027-02-09 16:00');
    expect(dayAfter(defaultCalendar, '2027-02-05', '100002')).toBe('Mon 2027-02-08 16:00');
  });

  it('are none of the days that have service only by an entry of their own while the school is closed', () => {
    const shortened = Object.fromEntries(
      ['2026-10-19', '2027-01-16', '2027-05-06', mondayOfCarnival].map((date) => [date, ['09:00-11:00']]),
    );
    const calendar = definitionOf({ shortened });
    expect(dayAfter(calendar, '2026-10-16')).toBe('Mon 2026-11-02 16:00');
    expect(dayAfter(calendar, '2027-01-15')).toBe('Mon 2027-01-18 16:00');
    expect(dayAfter(calendar, '2027-05-05')).toBe('Fri 2027-05-07 14:00');
    expect(dayAfter(calendar, '2027-02-05', '100001')).toBe('Tue 2027-02-09 16:00');
    expect(dayAfter(calendar, '2027-02-05', '100002')).toBe('Mon 2027-02-08 11:00');
  });

  it('are none of the Saturdays on which there is service', () => {
    const saturdays = definitionOf({ weekly: { ...defaultCalendarFile.weekly, sat: ['09:00-12:00'] } });
    expect(dayAfter(saturdays, '2027-01-15')).toBe('Mon 2027-01-18 16:00');
    const weekend = definitionOf({ weekly: { sat: ['09:00-12:00'] } });
    expect(dayAfter(weekend, '2027-01-15')).toBe('Sat 2027-01-16 12:00');
  });

  it('are no public holidays, even where the calendar names school holidays alone', () => {
    const without = definitionOf({ holidays: null, schoolHolidays: { region: 'DE-NW', service: 'open' } });
    expect(dayAfter(without, '2027-05-05')).toBe('Fri 2027-05-07 14:00');
  });

  it('are none on which there is no service, and may be shortened', () => {
    const calendar = definitionOf({
      closed: ['2027-01-18'],
      shortened: { '2027-01-19': ['08:00-10:00'], '2027-01-20': [] },
    });
    expect(dayAfter(calendar, '2027-01-15')).toBe('Tue 2027-01-19 10:00');
    expect(dayAfter(calendar, '2027-01-19')).toBe('Thu 2027-01-21 16:00');
  });
});
