import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  defaultCalendar,
  defaultPolicy,
  firstResponseClock,
  offerAnswerDueAt,
  type FirstResponseClock,
} from '../../src/sla/index.js';
import type { Priority } from '../../src/tickets/vocabulary.js';
import { at, shown } from './berlin.js';

const calendar = compileCalendar(defaultCalendar);

function clockOf(priority: Priority, started: string, responded: string | null = null): FirstResponseClock {
  return firstResponseClock({
    startedAt: at(started),
    respondedAt: responded === null ? null : at(responded),
    target: defaultPolicy.targets[priority].firstResponse,
    calendar,
  });
}

function shownClock({ warnAt, dueAt, overdueAt }: FirstResponseClock) {
  return { warnAt: shown(warnAt), dueAt: shown(dueAt), overdueAt: shown(overdueAt) };
}

describe('the clock of the first response', () => {
  it('warns at 75 % and is overdue when the promise is due', () => {
    expect(shownClock(clockOf('P2', '2026-11-18 09:00'))).toEqual({
      warnAt: 'Wed 2026-11-18 10:30',
      dueAt: 'Wed 2026-11-18 11:00',
      overdueAt: 'Wed 2026-11-18 11:00',
    });
  });

  it.each([
    ['P1', 'Wed 2026-11-18 09:30'],
    ['P2', 'Wed 2026-11-18 11:00'],
    ['P3', 'Wed 2026-11-18 13:00'],
    ['P4', 'Thu 2026-11-19 08:30'],
  ] as const)('gives %s its own target', (priority, dueAt) => {
    expect(shown(clockOf(priority, '2026-11-18 09:00').dueAt)).toBe(dueAt);
  });

  it('warns to the half minute and beyond the weekend', () => {
    expect(shownClock(clockOf('P1', '2026-11-20 13:45'))).toEqual({
      warnAt: 'Mon 2026-11-23 07:37:30',
      dueAt: 'Mon 2026-11-23 07:45',
      overdueAt: 'Mon 2026-11-23 07:45',
    });
  });

  it('that is used up exactly at closing time is due then, and reminds at the next opening', () => {
    expect(shownClock(clockOf('P1', '2026-11-20 13:30'))).toEqual({
      warnAt: 'Fri 2026-11-20 13:52:30',
      dueAt: 'Fri 2026-11-20 14:00',
      overdueAt: 'Mon 2026-11-23 07:30',
    });
  });

  it('puts a warning that falls on closing time to the next opening', () => {
    expect(shownClock(clockOf('P2', '2026-11-20 12:30'))).toEqual({
      warnAt: 'Mon 2026-11-23 07:30',
      dueAt: 'Mon 2026-11-23 08:00',
      overdueAt: 'Mon 2026-11-23 08:00',
    });
  });

  it('starts with the next opening where the report came at night', () => {
    expect(shownClock(clockOf('P1', '2026-12-24 22:00'))).toEqual({
      warnAt: 'Mon 2026-12-28 07:52:30',
      dueAt: 'Mon 2026-12-28 08:00',
      overdueAt: 'Mon 2026-12-28 08:00',
    });
  });

  it('is open as long as nobody responded', () => {
    expect(clockOf('P1', '2026-11-18 09:00').met).toBeNull();
  });

  it.each([
    ['at once', '2026-11-18 09:00', true],
    ['before the deadline', '2026-11-18 10:59', true],
    ['exactly at the deadline', '2026-11-18 11:00', true],
    ['a second later', '2026-11-18 11:00:01', false],
    ['the next day', '2026-11-19 09:00', false],
  ])('judges a response %s', (_, responded, met) => {
    expect(clockOf('P2', '2026-11-18 09:00', responded).met).toBe(met);
  });

  it('counts service time: a response in the evening is in time where the target was used up at closing', () => {
    expect(clockOf('P1', '2026-11-20 13:30', '2026-11-21 20:00').met).toBe(true);
    expect(clockOf('P1', '2026-11-20 13:30', '2026-11-23 07:30').met).toBe(true);
    expect(clockOf('P1', '2026-11-20 13:30', '2026-11-23 07:31').met).toBe(false);
  });

  it('moves with the priority, from the same start', () => {
    expect(shown(clockOf('P3', '2026-11-18 09:00').dueAt)).toBe('Wed 2026-11-18 13:00');
    expect(shown(clockOf('P1', '2026-11-18 09:00').dueAt)).toBe('Wed 2026-11-18 09:30');
  });
});

describe('an offer', () => {
  it('is to be answered within 60 service minutes', () => {
    expect(shown(offerAnswerDueAt(at('2026-11-18 09:00'), { calendar, policy: defaultPolicy }))).toBe(
      'Wed 2026-11-18 10:00',
    );
    expect(shown(offerAnswerDueAt(at('2026-11-20 13:30'), { calendar, policy: defaultPolicy }))).toBe(
      'Mon 2026-11-23 08:00',
    );
  });
});
