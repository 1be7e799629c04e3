import { describe, expect, it } from 'vitest';
import { compileCalendar, defaultCalendar, instantOf, isoOf, parseCalendar } from '../../src/sla/index.js';
import { at, shown } from './berlin.js';

const calendar = compileCalendar(defaultCalendar);

function due(start: string, serviceMinutes: number): string {
  return shown(calendar.due(at(start), serviceMinutes));
}

function calendarOf(weekly: object, rest: object = {}) {
  return compileCalendar(parseCalendar({ timeZone: 'Europe/Berlin', weekly, ...rest }));
}

describe('a deadline', () => {
  it('of the example in the documentation is right', () => {
    expect(isoOf(calendar.due(instantOf('2026-11-20T15:30:00+01:00'), 240))).toBe('2026-11-23T10:30:00.000Z');
  });

  it('within the day is simply later', () => {
    expect(due('2026-11-18 09:00', 120)).toBe('Wed 2026-11-18 11:00');
  });

  it('goes over night and over the weekend', () => {
    expect(due('2026-11-18 15:30', 60)).toBe('Thu 2026-11-19 08:00');
    expect(due('2026-11-20 13:30', 60)).toBe('Mon 2026-11-23 08:00');
  });

  it('that is used up exactly at closing time is due then, not next morning', () => {
    expect(due('2026-11-18 15:30', 30)).toBe('Wed 2026-11-18 16:00');
    expect(due('2026-11-20 07:30', 390)).toBe('Fri 2026-11-20 14:00');
    expect(due('2026-11-18 16:00', 510)).toBe('Thu 2026-11-19 16:00');
  });

  it('that is used up with the last service of a year is due in that year', () => {
    expect(due('2026-12-30 15:30', 30)).toBe('Wed 2026-12-30 16:00');
    expect(due('2026-12-30 15:30', 31)).toBe('Mon 2027-01-04 07:31');
  });

  it.each([
    '2026-11-20 14:00',
    '2026-11-20 23:59',
    '2026-11-21 12:00',
    '2026-11-23 00:00',
    '2026-11-23 07:30',
  ])('that starts outside hours, at %s, counts from the next opening', (start) => {
    expect(due(start, 30)).toBe('Mon 2026-11-23 08:00');
  });

  it('of no minutes is the start itself, even at night', () => {
    expect(due('2026-11-21 03:00', 0)).toBe('Sat 2026-11-21 03:00');
    expect(due('2026-11-21 03:00', -5)).toBe('Sat 2026-11-21 03:00');
  });

  it('keeps seconds and fractions of minutes', () => {
    expect(due('2026-11-18 09:00:15', 22.5)).toBe('Wed 2026-11-18 09:22:45');
  });

  it('skips Christmas: 24 and 31 December are closed each year, 25 and 26 are holidays', () => {
    expect(due('2026-12-23 15:30', 480)).toBe('Mon 2026-12-28 15:00');
    expect(due('2029-12-21 13:30', 60)).toBe('Thu 2029-12-27 08:00');
    expect(due('2026-12-30 15:30', 60)).toBe('Mon 2027-01-04 08:00');
  });

  it('stands at the same local time after the clocks changed in spring', () => {
    expect(due('2026-03-27 13:30', 60)).toBe('Mon 2026-03-30 08:00');
    expect(isoOf(calendar.due(at('2026-03-27 13:30'), 60))).toBe('2026-03-30T06:00:00.000Z');
  });

  it('stands at the same local time after the clocks changed in autumn', () => {
    expect(due('2026-10-23 13:30', 60)).toBe('Mon 2026-10-26 08:00');
    expect(isoOf(calendar.due(at('2026-10-23 13:30'), 60))).toBe('2026-10-26T07:00:00.000Z');
  });

  it('lies far in the future where much is asked for', () => {
    const tenYears = calendar.due(at('2026-11-18 09:00'), 1_200_000);
    expect(shown(tenYears)).toMatch(/^\w+ 2036-/);
    expect(calendar.serviceMinutesBetween(at('2026-11-18 09:00'), tenYears)).toBe(1_200_000);
    expect(due('2400-01-03 09:00', 60)).toBe('Mon 2400-01-03 10:00');
  });
});

describe('service time between two instants', () => {
  const between = (from: string, to: string): number => calendar.serviceMinutesBetween(at(from), at(to));

  it('is that of the week between two Mondays', () => {
    expect(between('2026-11-16 00:00', '2026-11-23 00:00')).toBe(4 * 510 + 390);
  });

  it('does not count nights', () => {
    expect(between('2026-11-18 15:00', '2026-11-19 08:00')).toBe(90);
    expect(between('2026-11-18 16:00', '2026-11-19 07:30')).toBe(0);
  });

  it('has fractions where the instants have', () => {
    expect(between('2026-11-18 09:00:00', '2026-11-18 09:00:15')).toBe(0.25);
  });

  it('is nothing where the end is not after the start', () => {
    expect(between('2026-11-18 12:00', '2026-11-18 12:00')).toBe(0);
    expect(between('2026-11-18 12:00', '2026-11-18 09:00')).toBe(0);
  });

  it('adds up over the turn of the year', () => {
    expect(between('2026-12-30 15:00', '2027-01-04 08:30')).toBe(120);
  });
});

describe('public holidays', () => {
  const openAtTen = (date: string): boolean => calendar.isOpen(at(`${date} 10:00`));

  it.each([
    ['New Year', '2027-01-01'],
    ['Good Friday', '2027-03-26'],
    ['Easter Monday', '2027-03-29'],
    ['Labour Day', '2028-05-01'],
    ['Ascension Day', '2027-05-06'],
    ['Whit Monday', '2027-05-17'],
    ['Corpus Christi', '2027-05-27'],
    ['German Unity Day', '2028-10-03'],
    ['All Saints', '2027-11-01'],
    ['Christmas Day', '2028-12-25'],
    ['the day after Christmas Day', '2028-12-26'],
  ])('of North Rhine-Westphalia are closed the whole day: %s', (_, date) => {
    expect(openAtTen(date)).toBe(false);
    expect(calendar.serviceMinutesBetween(at(`${date} 00:00`), at(`${date} 23:59`))).toBe(0);
  });

  it.each([
    ['Epiphany', '2027-01-06'],
    ['the Thursday of carnival', '2027-02-04'],
    ['Carnival Monday', '2027-02-08'],
    ['Maundy Thursday', '2027-03-25'],
    ['Assumption of Mary', '2028-08-15'],
    ["World Children's Day", '2027-09-20'],
    ['Reformation Day', '2028-10-31'],
    ['the Day of Repentance', '2026-11-18'],
  ])('are not days of the church, of custom or of another state: %s', (_, date) => {
    expect(openAtTen(date)).toBe(true);
  });

  it('are those of the state that the calendar names', () => {
    const saxony = calendarOf({ wed: ['08:00-16:00'] }, { holidays: 'DE-SN' });
    expect(saxony.isOpen(at('2026-11-18 10:00'))).toBe(false);
    const none = calendarOf({ fri: ['08:00-16:00'] });
    expect(none.isOpen(at('2027-01-01 10:00'))).toBe(true);
  });

  it('that can only be had by halves stand under shortened', () => {
    const half = calendarOf({ thu: ['07:30-16:00'] }, { shortened: { '2027-02-11': ['07:30-12:00'] } });
    expect(shown(half.due(at('2027-02-11 11:30'), 30))).toBe('Thu 2027-02-11 12:00');
    expect(shown(half.due(at('2027-02-11 11:30'), 31))).toBe('Thu 2027-02-18 07:31');
  });
});

describe('windows', () => {
  it('that cross midnight belong to the day on which they begin', () => {
    const nights = calendarOf({ mon: ['22:00-06:00'] }, { closed: ['2026-11-24', '2026-11-30'] });
    expect(shown(nights.due(at('2026-11-16 23:00'), 120))).toBe('Tue 2026-11-17 01:00');
    expect(nights.isOpen(at('2026-11-17 05:59'))).toBe(true);
    expect(nights.isOpen(at('2026-11-17 06:00'))).toBe(false);
    // Tuesday the 24th is closed, but Monday's night runs to its end; that of the closed Monday does not begin.
    expect(nights.isOpen(at('2026-11-24 03:00'))).toBe(true);
    expect(nights.isOpen(at('2026-12-01 03:00'))).toBe(false);
  });

  it('that cross the end of the year go on', () => {
    const nights = calendarOf({ thu: ['22:00-06:00'] });
    expect(shown(nights.due(at('2026-12-31 23:00'), 120))).toBe('Fri 2027-01-01 01:00');
    expect(nights.serviceMinutesBetween(at('2026-12-31 00:00'), at('2027-01-02 00:00'))).toBe(480);
    expect(shown(nights.nextOpening(at('2027-01-01 02:00')))).toBe('Fri 2027-01-01 02:00');
  });

  it('that touch are like one', () => {
    const touching = calendarOf({ mon: ['08:00-12:00', '12:00-16:00'] });
    expect(touching.isOpen(at('2026-11-23 12:00'))).toBe(true);
    expect(shown(touching.due(at('2026-11-23 11:00'), 60))).toBe('Mon 2026-11-23 12:00');
    expect(shown(touching.due(at('2026-11-23 11:00'), 61))).toBe('Mon 2026-11-23 12:01');
  });

  it('with a lunch break stop at noon', () => {
    const lunch = calendarOf({ mon: ['08:00-12:00', '13:00-16:00'] });
    expect(shown(lunch.due(at('2026-11-23 11:00'), 60))).toBe('Mon 2026-11-23 12:00');
    expect(shown(lunch.due(at('2026-11-23 11:00'), 61))).toBe('Mon 2026-11-23 13:01');
    expect(shown(lunch.nextOpening(at('2026-11-23 12:00')))).toBe('Mon 2026-11-23 13:00');
  });

  it('of one hour a week reach over years', () => {
    const sparse = calendarOf({ wed: ['10:00-11:00'] });
    expect(shown(sparse.due(at('2026-11-18 10:00'), 60 * 521))).toBe('Wed 2036-11-05 11:00');
  });

  it('around the clock count every minute, the hours of the change of clocks as they are', () => {
    const day = ['00:00-24:00'];
    const always = calendarOf({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
    expect(always.serviceMinutesBetween(at('2026-03-29 00:00'), at('2026-03-30 00:00'))).toBe(23 * 60);
    expect(always.serviceMinutesBetween(at('2026-10-25 00:00'), at('2026-10-26 00:00'))).toBe(25 * 60);
    expect(always.due(at('2026-01-01 00:00'), 1_000_000)).toBe(at('2026-01-01 00:00') + 1_000_000 * 60_000);
  });

  it('of a night in which clocks change are an hour shorter or longer', () => {
    const nights = calendarOf({ sat: ['22:00-06:00'] });
    const length = (from: string, to: string): number => nights.serviceMinutesBetween(at(from), at(to));
    expect(length('2026-03-28 12:00', '2026-03-29 12:00')).toBe(7 * 60);
    expect(length('2026-10-24 12:00', '2026-10-25 12:00')).toBe(9 * 60);
    expect(length('2026-10-17 12:00', '2026-10-18 12:00')).toBe(8 * 60);
  });

  it('that begin in the hour that is skipped begin an hour later by the clock', () => {
    const early = calendarOf({ sun: ['02:30-05:00'] });
    expect(shown(early.nextOpening(at('2026-03-29 00:00')))).toBe('Sun 2026-03-29 03:30');
  });

  it('that begin in the hour that comes twice begin with its first time', () => {
    const early = calendarOf({ sun: ['02:30-05:00'] });
    expect(isoOf(early.nextOpening(at('2026-10-25 00:00')))).toBe('2026-10-25T00:30:00.000Z');
    expect(early.serviceMinutesBetween(at('2026-10-25 00:00'), at('2026-10-25 12:00'))).toBe(210);
  });

  it('that a change of clocks moves into one another count each moment once', () => {
    const moved = calendarOf({ sun: ['02:30-02:45', '03:00-04:00'] });
    expect(moved.serviceMinutesBetween(at('2026-03-29 00:00'), at('2026-03-29 12:00'))).toBe(60);
  });

  it('follow the clocks of their own zone', () => {
    const lordHowe = compileCalendar(
      parseCalendar({ timeZone: 'Australia/Lord_Howe', weekly: { sun: ['00:00-24:00'] } }),
    );
    // Its summer time is half an hour.
    expect(lordHowe.serviceMinutesBetween(Date.UTC(2026, 9, 3), Date.UTC(2026, 9, 5))).toBe(23.5 * 60);
    expect(lordHowe.timeZone).toBe('Australia/Lord_Howe');
  });
});

describe('opening', () => {
  it('holds its first instant, and not closing time', () => {
    expect(calendar.isOpen(at('2026-11-18 07:29:59'))).toBe(false);
    expect(calendar.isOpen(at('2026-11-18 07:30'))).toBe(true);
    expect(calendar.isOpen(at('2026-11-18 15:59:59'))).toBe(true);
    expect(calendar.isOpen(at('2026-11-18 16:00'))).toBe(false);
  });

  it('comes at once within hours, else at the next window', () => {
    expect(shown(calendar.nextOpening(at('2026-11-18 09:12')))).toBe('Wed 2026-11-18 09:12');
    expect(shown(calendar.nextOpening(at('2026-11-18 16:00')))).toBe('Thu 2026-11-19 07:30');
    expect(shown(calendar.nextOpening(at('2026-12-23 16:00')))).toBe('Mon 2026-12-28 07:30');
  });
});

describe('service days', () => {
  it.each([
    [
      'from within a day end at closing time of the n-th after it',
      '2026-11-17 10:00',
      3,
      'Fri 2026-11-20 14:00',
    ],
    ['do not count the weekend', '2026-11-20 10:00', 3, 'Wed 2026-11-25 16:00'],
    ['from the weekend begin with Monday', '2026-11-21 10:00', 1, 'Mon 2026-11-23 16:00'],
    ['do not count holidays and closed days', '2026-12-23 10:00', 2, 'Tue 2026-12-29 16:00'],
    ['from before opening are the same as from the evening', '2026-11-18 00:00', 1, 'Thu 2026-11-19 16:00'],
    ['go over the turn of the year', '2026-12-30 23:59', 1, 'Mon 2027-01-04 16:00'],
  ])('%s', (_, start, days, end) => {
    expect(shown(calendar.afterServiceDays(at(start), days))).toBe(end);
  });

  it('of none are the start itself', () => {
    expect(calendar.afterServiceDays(at('2026-11-21 10:00'), 0)).toBe(at('2026-11-21 10:00'));
  });

  it('with a window past midnight end when that ends', () => {
    const nights = calendarOf({ mon: ['08:00-10:00', '22:00-06:00'] });
    expect(shown(nights.afterServiceDays(at('2026-11-20 10:00'), 1))).toBe('Tue 2026-11-24 06:00');
  });

  it('are none where the change of clocks took away the only window', () => {
    const early = calendarOf({ sat: ['00:00-00:15'], sun: ['02:00-03:00'] });
    expect(shown(early.afterServiceDays(at('2026-03-28 23:59'), 1))).toBe('Sat 2026-04-04 00:15');
  });
});

describe('every input has an answer', () => {
  const endOfTime = '9999-12-31T23:59:59.999Z';
  const start = at('2026-11-18 09:00');

  it.each([Infinity, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, 5e9])(
    'a target of %d service minutes is reached at the end of time',
    (minutes) => {
      expect(isoOf(calendar.due(start, minutes))).toBe(endOfTime);
    },
  );

  it('the last and the first instants of all', () => {
    const latest = 8.64e15;
    expect(calendar.due(latest, 60)).toBe(latest);
    expect(calendar.nextOpening(latest)).toBe(latest);
    expect(calendar.isOpen(latest)).toBe(false);
    expect(calendar.afterServiceDays(latest, 3)).toBe(latest);
    expect(calendar.serviceMinutesBetween(latest - 1e12, latest)).toBe(0);
    expect(isoOf(calendar.nextOpening(-latest))).toBe('1900-01-02T06:30:00.000Z');
    expect(calendar.isOpen(-latest)).toBe(false);
    expect(calendar.serviceMinutesBetween(-latest, -latest + 1e12)).toBe(0);
  });

  it('the end of the known years', () => {
    expect(isoOf(calendar.nextOpening(Date.UTC(9999, 5, 1)))).toBe(endOfTime);
    expect(isoOf(calendar.due(Date.UTC(9998, 11, 31), 10_000))).toBe(endOfTime);
    expect(isoOf(calendar.afterServiceDays(Date.UTC(9998, 11, 1), 100))).toBe(endOfTime);
  });

  it('only what is no number is refused', () => {
    expect(() => calendar.due(Number.NaN, 60)).toThrow(RangeError);
    expect(() => calendar.due(start, Number.NaN)).toThrow(RangeError);
    expect(() => calendar.serviceMinutesBetween(start, Infinity)).toThrow(RangeError);
    expect(() => calendar.isOpen(Number.NaN)).toThrow(RangeError);
    expect(() => calendar.nextOpening(-Infinity)).toThrow(RangeError);
    expect(() => calendar.afterServiceDays(start, Number.NaN)).toThrow(RangeError);
  });
});
