import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueWord, settle, withBoardWake, type Board } from '../../src/board/index.js';
import { instantOf, isoOf } from '../../src/sla/index.js';
import { board, boardRules, holding, item } from './given.js';

const dueAt = (given: Board, at: string) => dueWord(given, boardRules, instantOf(at));
const nothingElse = { digestDay: null, summaryWeek: null };

describe('an item', () => {
  const one = holding(board('2026-11-24T09:00:00+01:00'), '2026-11-24T10:00:00+01:00', item('A'));

  it('is gathered for twenty seconds', () => {
    expect(one.wakeAt).toBe('2026-11-24T09:00:20.000Z');
    expect(dueAt(one, '2026-11-24T10:00:19+01:00')).toBeNull();
    expect(dueAt(one, '2026-11-24T10:00:20+01:00')).toEqual(nothingElse);
  });

  it('does not wait longer because another one comes', () => {
    expect(holding(one, '2026-11-24T10:00:15+01:00', item('B')).wakeAt).toBe('2026-11-24T09:00:20.000Z');
  });

  it('is taken in once', () => {
    expect(holding(one, '2026-11-24T10:00:05+01:00', item('A'))).toBe(one);
  });

  it('is known while it is held and for the next thousand, so that one which is repeated is said once', () => {
    const at = '2026-11-24T10:00:05+01:00';
    const others = Array.from({ length: 999 }, (_, index) => item(`T${index}`));
    const many = holding(one, at, ...others);
    const said = settle(
      many,
      { ...nothingElse, keys: many.items.map(({ key }) => key) },
      boardRules,
      instantOf(at),
    );
    expect(holding(said, at, item('A'))).toBe(said);
    const full = holding(many, at, item('B'), item('B'), item('C'));
    expect(holding(full, at, item('A'))).toBe(full);
    expect(full.items).toHaveLength(1_002);
    expect(full.takenIn).toHaveLength(1_000);
  });

  it('that comes at night waits for the opening, and comes with the digest', () => {
    const night = holding(board('2026-11-24T09:00:00+01:00'), '2026-11-25T03:00:00+01:00', item('A'));
    expect(night.wakeAt).toBe('2026-11-25T06:30:20.000Z');
    expect(dueAt(night, '2026-11-25T03:00:30+01:00')).toBeNull();
    expect(dueAt(night, '2026-11-25T07:30:20+01:00')).toEqual({ digestDay: '2026-11-25', summaryWeek: null });
  });

  it('that would be gathered at closing time waits for the next opening', () => {
    const late = holding(board('2026-11-24T09:00:00+01:00'), '2026-11-24T15:59:50+01:00', item('A'));
    expect(late.wakeAt).toBe('2026-11-25T06:30:20.000Z');
  });

  it('that a standstill held up until after closing time waits for the next opening', () => {
    const late = withBoardWake(one, boardRules, instantOf('2026-11-24T17:00:00+01:00'));
    expect(dueAt(late, '2026-11-24T17:00:00+01:00')).toBeNull();
    expect(late.wakeAt).toBe('2026-11-25T06:30:20.000Z');
  });
});

describe('the digest', () => {
  it('of a board that was made during the day comes first on the next service day', () => {
    expect(board('2026-11-27T10:00:00+01:00').wakeAt).toBe('2026-11-30T06:30:20.000Z');
  });

  it('of a board that was made before opening comes on the same day', () => {
    expect(board('2026-11-24T06:00:00+01:00').wakeAt).toBe('2026-11-24T06:30:20.000Z');
  });

  it('that was missed is made up for on the same day, but not after closing time', () => {
    const given = board('2026-11-24T06:00:00+01:00');
    expect(dueAt(given, '2026-11-24T12:00:00+01:00')?.digestDay).toBe('2026-11-24');
    expect(dueAt(given, '2026-11-24T16:00:00+01:00')).toBeNull();
    const evening = withBoardWake(given, boardRules, instantOf('2026-11-24T16:00:00+01:00'));
    expect(evening.wakeAt).toBe('2026-11-25T06:30:20.000Z');
  });

  it('comes at the local opening on both sides of a change of clocks', () => {
    const before = board('2026-03-27T10:00:00+01:00');
    expect(before.wakeAt).toBe('2026-03-30T05:30:20.000Z');
    expect(board('2026-10-23T10:00:00+02:00').wakeAt).toBe('2026-10-26T06:30:20.000Z');
  });
});

describe('the weekly summary', () => {
  const weekOfEaster = board('2026-04-02T10:00:00+02:00', 'helpdesk');

  it('is due on the first service day of a week, on Tuesday after a holiday on Monday', () => {
    expect(weekOfEaster.wakeAt).toBe('2026-04-07T05:30:20.000Z');
    expect(dueAt(weekOfEaster, '2026-04-07T07:30:20+02:00')).toEqual({
      digestDay: '2026-04-07',
      summaryWeek: '2026-W15',
    });
  });

  it('is for the help desk only', () => {
    expect(dueAt(board('2026-04-02T10:00:00+02:00'), '2026-04-07T07:30:20+02:00')?.summaryWeek).toBeNull();
  });

  it('that was missed is made up for later in the week, and never in the next', () => {
    expect(dueAt(weekOfEaster, '2026-04-09T10:00:00+02:00')?.summaryWeek).toBe('2026-W15');
    const settled = settle(
      weekOfEaster,
      { keys: [], digestDay: '2026-04-09', summaryWeek: '2026-W15' },
      boardRules,
      instantOf('2026-04-09T10:00:00+02:00'),
    );
    expect(dueAt(settled, '2026-04-10T10:00:00+02:00')?.summaryWeek).toBeNull();
    expect(dueAt(weekOfEaster, '2026-04-13T10:00:00+02:00')?.summaryWeek).toBe('2026-W16');
  });

  it('counts the days around New Year to the week that holds their Thursday', () => {
    const given = board('2026-12-23T10:00:00+01:00', 'helpdesk');
    expect(dueAt(given, '2026-12-30T10:00:00+01:00')?.summaryWeek).toBe('2026-W53');
    expect(dueAt(given, '2027-01-04T10:00:00+01:00')?.summaryWeek).toBe('2027-W01');
  });
});

describe('whatever comes when', () => {
  const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
  const instants = fc
    .array(minutes, { minLength: 1, maxLength: 8 })
    .map((all) => all.toSorted((a, b) => a - b));
  const from = instantOf('2026-12-14T00:00:00+01:00');

  it('the next word lies ahead, in service hours, and something is due then', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('helpdesk', 'campus-x'), (all, target) => {
        let given = board(isoOf(from), target === 'helpdesk' ? target : 'campus-x');
        for (const [index, minute] of all.entries()) {
          const now = from + minute * 60_000 + 7_000;
          const due = dueWord(given, boardRules, now);
          if (due)
            given = settle(given, { ...due, keys: given.items.map(({ key }) => key) }, boardRules, now);
          given = holding(given, isoOf(now), item(`T${index}`));
          given = withBoardWake(given, boardRules, now);
          const wake = instantOf(given.wakeAt ?? '');
          expect(wake).toBeGreaterThan(now);
          expect(boardRules.calendar.isOpen(wake)).toBe(true);
          expect(dueWord(given, boardRules, wake)).not.toBeNull();
          expect(dueWord(given, boardRules, wake - 1)).toBeNull();
        }
      }),
    );
  });
});
