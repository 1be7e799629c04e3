import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  defaultCalendar,
  defaultPolicy,
  isoOf,
  parseCalendar,
  promiseClock,
  type Instant,
  type Pause,
} from '../../src/sla/index.js';
import { at, shown } from './berlin.js';

const calendar = compileCalendar(defaultCalendar);

/** Local times in Berlin; without an end the pause goes on. */
type LocalPause = readonly [from: string, to?: string];

function clockOf(startedAt: string, target: number, pauses: readonly LocalPause[] = [], by = calendar) {
  return promiseClock({
    startedAt: at(startedAt),
    pauses: pauses.map(([from, to]) => ({ from: at(from), to: to === undefined ? null : at(to) })),
    target,
    calendar: by,
  });
}

function due(startedAt: string, target: number, pauses: readonly LocalPause[] = [], by = calendar) {
  return shownOrNone(clockOf(startedAt, target, pauses, by).dueAt);
}

function shownOrNone(instant: Instant | null): string {
  return instant === null ? 'never' : shown(instant);
}

describe('the clock of a promise', () => {
  it('without pauses is due when the calendar says so', () => {
    expect(due('2026-11-18 09:00', 240)).toBe('Wed 2026-11-18 13:00');
    expect(due('2026-11-20 13:30', 60)).toBe('Mon 2026-11-23 08:00');
  });

  it('does not count the service time of a pause', () => {
    const pauses = [['2026-11-18 10:00', '2026-11-19 09:00']] as const;
    expect(due('2026-11-18 09:00', 240, pauses)).toBe('Thu 2026-11-19 12:00');
    expect(clockOf('2026-11-18 09:00', 240, pauses).usedBefore(at('2026-11-19 10:00'))).toBe(120);
  });

  it('keeps the waiting time when the priority changes: another target, the same pauses', () => {
    const pauses = [['2026-11-18 10:00', '2026-11-18 12:00']] as const;
    const { P1, P3 } = defaultPolicy.targets;
    expect(due('2026-11-18 09:00', P3.resolution, pauses)).toBe('Mon 2026-11-23 11:30');
    expect(due('2026-11-18 09:00', P1.resolution, pauses)).toBe('Wed 2026-11-18 15:00');
  });

  it('says when any share of the target was used, and what lies beyond it', () => {
    const clock = clockOf('2026-11-18 09:00', 120, [['2026-11-18 10:00', '2026-11-18 11:00']]);
    expect(shownOrNone(clock.reachedAt(30))).toBe('Wed 2026-11-18 09:30');
    expect(shownOrNone(clock.reachedAt(90))).toBe('Wed 2026-11-18 11:30');
    expect(shownOrNone(clock.reachedAt(22.5))).toBe('Wed 2026-11-18 09:22:30');
    expect(shownOrNone(clock.reachedAt(180))).toBe('Wed 2026-11-18 13:00');
  });

  it('has used nothing before its start', () => {
    expect(clockOf('2026-11-18 09:00', 120).usedBefore(at('2026-11-17 12:00'))).toBe(0);
  });

  it('goes on counting after the deadline', () => {
    expect(clockOf('2026-11-18 09:00', 30).usedBefore(at('2026-11-18 11:00'))).toBe(120);
  });
});

describe('a target', () => {
  it('that is used up exactly at closing time is due then, also after a pause', () => {
    expect(due('2026-11-18 14:30', 60, [['2026-11-18 14:45', '2026-11-18 15:15']])).toBe(
      'Wed 2026-11-18 16:00',
    );
  });

  it('that is used up exactly when a pause begins is due then, even if the pause goes on', () => {
    expect(due('2026-11-18 09:00', 60, [['2026-11-18 10:00', '2026-11-18 12:00']])).toBe(
      'Wed 2026-11-18 10:00',
    );
    expect(due('2026-11-18 09:00', 60, [['2026-11-18 10:00']])).toBe('Wed 2026-11-18 10:00');
    expect(due('2026-11-18 09:00', 61, [['2026-11-18 10:00']])).toBe('never');
  });

  it('that is used up at closing time is due then, even if the clock is stopped in the night', () => {
    expect(due('2026-11-18 15:00', 60, [['2026-11-18 20:00']])).toBe('Wed 2026-11-18 16:00');
  });

  it('of nothing is reached at the start, even where the clock stands still', () => {
    expect(due('2026-11-21 03:00', 0, [['2026-11-20 10:00', '2026-11-23 10:00']])).toBe(
      'Sat 2026-11-21 03:00',
    );
    expect(due('2026-11-21 03:00', -5, [['2026-11-20 10:00']])).toBe('Sat 2026-11-21 03:00');
  });
});

describe('a pause', () => {
  const start = '2026-11-18 15:00';

  it.each<[string, LocalPause[], string]>([
    ['begins outside hours', [['2026-11-18 20:00', '2026-11-19 08:30']], 'Thu 2026-11-19 09:30'],
    ['ends outside hours', [['2026-11-18 15:30', '2026-11-18 23:00']], 'Thu 2026-11-19 09:00'],
    ['begins and ends outside hours', [['2026-11-18 18:00', '2026-11-19 06:00']], 'Thu 2026-11-19 08:30'],
    [
      'lasts from closing time to opening',
      [['2026-11-18 16:00', '2026-11-19 07:30']],
      'Thu 2026-11-19 08:30',
    ],
    ['begins at closing time', [['2026-11-18 16:00', '2026-11-19 08:00']], 'Thu 2026-11-19 09:00'],
    ['ends at opening time', [['2026-11-18 15:45', '2026-11-19 07:30']], 'Thu 2026-11-19 08:45'],
    ['lies before the start', [['2026-11-17 09:00', '2026-11-18 12:00']], 'Thu 2026-11-19 08:30'],
    ['lies after the deadline', [['2026-11-19 10:00', '2026-11-20 12:00']], 'Thu 2026-11-19 08:30'],
    ['began before the start', [['2026-11-17 09:00', '2026-11-18 15:20']], 'Thu 2026-11-19 08:50'],
    ['lasts over a weekend', [['2026-11-18 15:30', '2026-11-23 09:00']], 'Mon 2026-11-23 10:30'],
    ['has no length', [['2026-11-18 15:20', '2026-11-18 15:20']], 'Thu 2026-11-19 08:30'],
    [
      'ends before it begins and so is none',
      [['2026-11-18 15:40', '2026-11-18 15:10']],
      'Thu 2026-11-19 08:30',
    ],
    ['goes on', [['2026-11-18 15:30']], 'never'],
    ['goes on from before the start', [['2026-11-17 15:30']], 'never'],
    ['goes on only after the deadline', [['2026-11-19 08:31']], 'Thu 2026-11-19 08:30'],
  ])('that %s', (_, pauses, expected) => {
    expect(due(start, 120, pauses)).toBe(expected);
  });

  it.each<[string, LocalPause[], string]>([
    [
      'touch',
      [
        ['2026-11-18 15:10', '2026-11-18 15:20'],
        ['2026-11-18 15:20', '2026-11-18 15:40'],
      ],
      'Thu 2026-11-19 09:00',
    ],
    [
      'touch outside hours',
      [
        ['2026-11-18 15:30', '2026-11-18 20:00'],
        ['2026-11-18 20:00', '2026-11-19 08:00'],
      ],
      'Thu 2026-11-19 09:30',
    ],
    [
      'overlap',
      [
        ['2026-11-18 15:10', '2026-11-18 15:30'],
        ['2026-11-18 15:20', '2026-11-18 15:40'],
      ],
      'Thu 2026-11-19 09:00',
    ],
    [
      'lie within one another',
      [
        ['2026-11-18 15:10', '2026-11-18 15:40'],
        ['2026-11-18 15:20', '2026-11-18 15:25'],
      ],
      'Thu 2026-11-19 09:00',
    ],
    [
      'are the same',
      [
        ['2026-11-18 15:10', '2026-11-18 15:40'],
        ['2026-11-18 15:10', '2026-11-18 15:40'],
      ],
      'Thu 2026-11-19 09:00',
    ],
    [
      'lie apart',
      [
        ['2026-11-18 15:10', '2026-11-18 15:20'],
        ['2026-11-19 07:45', '2026-11-19 08:00'],
      ],
      'Thu 2026-11-19 08:55',
    ],
    [
      'begin while another one goes on',
      [['2026-11-18 15:30'], ['2026-11-18 15:40', '2026-11-18 15:50']],
      'never',
    ],
  ])(
    'and another one that %s count each moment once, in whatever order they stand',
    (_, pauses, expected) => {
      expect(due(start, 120, pauses)).toBe(expected);
      expect(due(start, 120, pauses.toReversed())).toBe(expected);
    },
  );

  it('over a change of clocks lasts as long as the time that really passed', () => {
    const day = ['00:00-24:00'];
    const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    const always = compileCalendar(parseCalendar({ timeZone: 'Europe/Berlin', weekly }));
    const inSpring = [['2026-03-28 20:00', '2026-03-29 08:00']] as const;
    const inAutumn = [['2026-10-24 20:00', '2026-10-25 08:00']] as const;
    expect(due('2026-03-28 18:00', 180, inSpring, always)).toBe('Sun 2026-03-29 09:00');
    expect(due('2026-10-24 18:00', 180, inAutumn, always)).toBe('Sun 2026-10-25 09:00');
    const used = (from: string, pauses: readonly LocalPause[], to: string): number =>
      clockOf(from, 180, pauses, always).usedBefore(at(to));
    expect(used('2026-03-28 00:00', inSpring, '2026-03-30 00:00')).toBe((47 - 11) * 60);
    expect(used('2026-10-24 00:00', inAutumn, '2026-10-26 00:00')).toBe((49 - 13) * 60);
  });

  it('in a sparse week takes away the hour of that week', () => {
    const hour = { timeZone: 'Europe/Berlin', weekly: { wed: ['10:00-11:00'] } };
    const sparse = compileCalendar(parseCalendar(hour));
    const pauses = [['2026-11-24 00:00', '2026-11-27 00:00']] as const;
    expect(due('2026-11-18 10:30', 60, pauses, sparse)).toBe('Wed 2026-12-02 10:30');
  });

  it('in a window that crosses midnight stops the night', () => {
    const night = { timeZone: 'Europe/Berlin', weekly: { mon: ['22:00-06:00'] } };
    const nights = compileCalendar(parseCalendar(night));
    const pauses = [['2026-11-16 23:30', '2026-11-17 00:30']] as const;
    expect(due('2026-11-16 23:00', 120, pauses, nights)).toBe('Tue 2026-11-17 02:00');
  });
});

describe('every input has an answer', () => {
  const startedAt = at('2026-11-18 09:00');
  const of = (target: number, pauses: readonly Pause[] = [], start = startedAt) =>
    promiseClock({ startedAt: start, pauses, target, calendar });

  it.each([Infinity, Number.MAX_VALUE, 5e9])(
    'a target of %d service minutes comes at the end of time',
    (target) => {
      const pauses = [{ from: startedAt, to: startedAt + 3_600_000 }];
      expect(isoOf(of(target, pauses).dueAt ?? 0)).toBe('9999-12-31T23:59:59.999Z');
      expect(of(target, [{ from: startedAt + 1, to: null }]).dueAt).toBeNull();
    },
  );

  it('the last and the first instants of all', () => {
    const latest = 8.64e15;
    expect(of(60, [{ from: -latest, to: latest }]).dueAt).toBe(latest);
    expect(of(60, [], latest).dueAt).toBe(latest);
    expect(isoOf(of(60, [{ from: -latest, to: startedAt }], -latest).dueAt ?? 0)).toBe(
      '2026-11-18T09:00:00.000Z',
    );
    expect(of(60).usedBefore(-latest)).toBe(0);
  });

  it('thousands of pauses', () => {
    const minute = 60_000;
    const pauses = Array.from({ length: 5_000 }, (_, i) => ({
      from: startedAt + i * 2 * minute,
      to: startedAt + (i * 2 + 1) * minute,
    }));
    expect(shownOrNone(of(200, pauses).dueAt)).toBe('Wed 2026-11-18 15:40');
  });

  it('only what is no number is refused, whatever the pauses are', () => {
    const stopped = [{ from: startedAt, to: null }];
    for (const pauses of [[], stopped]) {
      expect(() => of(Number.NaN, pauses)).toThrow(RangeError);
      expect(() => of(60, pauses, Number.NaN)).toThrow(RangeError);
      expect(() => of(60, pauses, Infinity)).toThrow(RangeError);
      expect(() => of(60, pauses).reachedAt(Number.NaN)).toThrow(RangeError);
      expect(() => of(60, pauses).usedBefore(Number.NaN)).toThrow(RangeError);
      expect(() => of(60, pauses).usedBefore(-Infinity)).toThrow(RangeError);
    }
    expect(() => of(60, [{ from: Number.NaN, to: null }])).toThrow(RangeError);
    expect(() => of(60, [{ from: startedAt, to: Infinity }])).toThrow(RangeError);
  });
});
