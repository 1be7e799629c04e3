import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, defaultCalendar, parseCalendar, previewDays } from '../../src/sla/index.js';
import { calendarFiles, instants } from './arbitraries.js';
import { at, shown } from './berlin.js';

const calendar = compileCalendar(defaultCalendar);

function windows(by: typeof calendar, from: string, to: string): string[] {
  return by.windowsBetween(at(from), at(to)).map(({ start, end }) => `${shown(start)} to ${shown(end)}`);
}

describe('the windows between two instants', () => {
  it('are cut off at both', () => {
    expect(windows(calendar, '2026-11-19 15:00', '2026-11-23 08:00')).toEqual([
      'Thu 2026-11-19 15:00 to Thu 2026-11-19 16:00',
      'Fri 2026-11-20 07:30 to Fri 2026-11-20 14:00',
      'Mon 2026-11-23 07:30 to Mon 2026-11-23 08:00',
    ]);
  });

  it('are none outside hours, and none where the end is not after the start', () => {
    expect(windows(calendar, '2026-11-20 14:00', '2026-11-23 07:30')).toEqual([]);
    expect(windows(calendar, '2026-11-19 10:00', '2026-11-19 10:00')).toEqual([]);
    expect(windows(calendar, '2026-11-19 10:00', '2026-11-19 09:00')).toEqual([]);
    expect(calendar.windowsBetween(Date.UTC(9999, 1), 8.64e15)).toEqual([]);
  });

  it('that touch stay apart', () => {
    const touching = compileCalendar(
      parseCalendar({ timeZone: 'Europe/Berlin', weekly: { thu: ['08:00-12:00', '12:00-13:00'] } }),
    );
    expect(windows(touching, '2026-11-19 00:00', '2026-11-20 00:00')).toHaveLength(2);
  });

  it('go over the turn of the year', () => {
    const nights = compileCalendar(
      parseCalendar({ timeZone: 'Europe/Berlin', weekly: { thu: ['22:00-06:00'], fri: ['10:00-11:00'] } }),
    );
    expect(windows(nights, '2026-12-31 00:00', '2027-01-02 00:00')).toEqual([
      'Thu 2026-12-31 22:00 to Fri 2027-01-01 06:00',
      'Fri 2027-01-01 10:00 to Fri 2027-01-01 11:00',
    ]);
  });

  it('come to the service time between them, for any calendar', () => {
    fc.assert(
      fc.property(calendarFiles, instants, fc.integer({ min: 0, max: 24 * 60 }), (file, from, hours) => {
        const any = compileCalendar(parseCalendar(file));
        const to = from + hours * 3_600_000;
        const between = any.windowsBetween(from, to);
        const served = between.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(served / 60_000).toBe(any.serviceMinutesBetween(from, to));
        const bounds = between.flatMap(({ start, end }) => [start, end]);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the preview of a calendar', () => {
  it('says for each day what decided', () => {
    const definition = parseCalendar({
      timeZone: 'Europe/Berlin',
      weekly: { mon: ['08:00-12:00'], tue: ['08:00-12:00'], wed: ['08:00-12:00'], thu: ['08:00-12:00'] },
      holidays: 'DE-NW',
      closed: ['12-24', '2026-12-21'],
      shortened: { '2026-12-22': ['08:00-09:00'] },
      schoolHolidays: { region: 'DE-NW', service: { shortened: ['08:00-10:00'] } },
    });
    const days = previewDays(definition, '2026-12-20', '2026-12-25');
    expect(days.map((day) => [day.weekday, day.serviceMinutes, day.because])).toEqual([
      ['sun', 0, 'weekday'],
      ['mon', 0, 'closed'],
      ['tue', 60, 'shortened'],
      ['wed', 120, 'school-holidays'],
      ['thu', 0, 'closed-every-year'],
      ['fri', 0, 'public-holiday'],
    ]);
  });

  it('shows a night whole, with the day on which it begins', () => {
    const nights = parseCalendar({ timeZone: 'Europe/Berlin', weekly: { sat: ['22:00-06:00'] } });
    const days = previewDays(nights, '2026-10-24', '2026-10-25');
    expect(days.map(({ windows: { length } }) => length)).toEqual([1, 0]);
    expect(days[0]?.serviceMinutes).toBe(9 * 60);
    expect(previewDays(nights, '2026-10-25', '2026-10-25')[0]?.windows).toEqual([]);
  });

  it('comes to the same as the clock', () => {
    const days = previewDays(defaultCalendar, '2026-01-01', '2027-12-31');
    expect(days).toHaveLength(730);
    expect(days.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(
      calendar.serviceMinutesBetween(at('2026-01-01 00:00'), at('2028-01-01 00:00')),
    );
  });

  it('needs dates that exist', () => {
    expect(() => previewDays(defaultCalendar, '2026-02-30', '2026-03-01')).toThrow(RangeError);
  });
});
