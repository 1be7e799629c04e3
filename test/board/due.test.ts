import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueWord,
  newBoard,
  settle,
  takeIn,
  withBoardWake,
  type Board,
  type BoardTarget,
} from '../../src/board/index.js';
import { compileCalendar, instantOf, isoOf, parseCalendar } from '../../src/sla/index.js';
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

const everyDay = (...windows: string[]) => ({
  mon: windows,
  tue: windows,
  wed: windows,
  thu: windows,
  fri: windows,
  sat: windows,
  sun: windows,
});
const rulesOf = (weekly: Partial<ReturnType<typeof everyDay>>) => ({
  ...boardRules,
  calendar: compileCalendar(parseCalendar({ timeZone: 'Europe/Berlin', weekly, holidays: 'DE-NW' })),
});
const otherHours = {
  'with a lunch break': rulesOf(everyDay('07:30-12:00', '13:00-16:00')),
  'with windows that touch': rulesOf(everyDay('07:30-12:00', '12:00-16:00')),
  'in the afternoon only': rulesOf(everyDay('13:00-18:00')),
  'overnight on workdays': rulesOf({ mon: ['22:00-06:00'], tue: ['22:00-06:00'], fri: ['22:00-06:00'] }),
  'overnight and in the morning': rulesOf(everyDay('08:00-12:00', '22:00-06:00')),
  'around the clock': rulesOf(everyDay('00:00-24:00')),
  'one hour a week': rulesOf({ wed: ['10:00-11:00'] }),
};

/** The instants at which a board speaks from its beginning on, where somebody looks at each `wakeAt`. */
function spokenAt(rules: typeof boardRules, from: string, days: number): readonly string[] {
  let given = newBoard('campus-x', rules, instantOf(from));
  const spoken: string[] = [];
  for (let now = wakeOf(given); now < instantOf(from) + days * 86_400_000; now = wakeOf(given)) {
    const due = dueWord(given, rules, now);
    if (!due) throw new Error(`woken at ${isoOf(now)} without a cause`);
    spoken.push(isoOf(now));
    given = settle(given, { ...due, keys: given.items.map(({ key }) => key) }, rules, now);
  }
  return spoken;
}

const wakeOf = ({ wakeAt }: Board) => instantOf(wakeAt ?? '');

describe('with other service hours', () => {
  it('the digest comes once a day at the first opening, also where there is a break', () => {
    expect(spokenAt(otherHours['with a lunch break'], '2026-11-24T06:00:00+01:00', 2)).toEqual([
      '2026-11-24T06:30:20.000Z',
      '2026-11-25T06:30:20.000Z',
    ]);
    expect(spokenAt(otherHours['with windows that touch'], '2026-11-24T06:00:00+01:00', 1)).toHaveLength(1);
  });

  it('the digest of a day that begins after noon comes then', () => {
    expect(spokenAt(otherHours['in the afternoon only'], '2026-11-24T06:00:00+01:00', 1)).toEqual([
      '2026-11-24T12:00:20.000Z',
    ]);
  });

  it('the digest comes when a night shift begins, and not once more at midnight', () => {
    expect(spokenAt(otherHours['overnight on workdays'], '2026-11-23T12:00:00+01:00', 7)).toEqual([
      '2026-11-23T21:00:20.000Z',
      '2026-11-24T21:00:20.000Z',
      '2026-11-27T21:00:20.000Z',
    ]);
  });

  it('the digest comes at midnight where the service never closes', () => {
    expect(spokenAt(otherHours['around the clock'], '2026-11-23T12:00:00+01:00', 2)).toEqual([
      '2026-11-23T23:00:20.000Z',
      '2026-11-24T23:00:20.000Z',
    ]);
  });

  it('what comes shortly before a break is said after it', () => {
    const rules = otherHours['with a lunch break'];
    const given = newBoard('campus-x', rules, instantOf('2026-11-24T10:00:00+01:00'));
    const late = takeIn(given, [item('A')], rules, instantOf('2026-11-24T11:59:50+01:00'));
    expect(late.wakeAt).toBe('2026-11-24T12:00:20.000Z');
  });

  it('the digest that was missed before a break is made up for after it', () => {
    const rules = otherHours['with a lunch break'];
    const missed = withBoardWake(
      newBoard('campus-x', rules, instantOf('2026-11-24T06:00:00+01:00')),
      rules,
      instantOf('2026-11-24T12:30:00+01:00'),
    );
    expect(missed.wakeAt).toBe('2026-11-24T12:00:20.000Z');
  });
});

describe('whatever comes when', () => {
  const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
  const instants = fc
    .array(minutes, { minLength: 1, maxLength: 8 })
    .map((all) => all.toSorted((a, b) => a - b));
  const from = instantOf('2026-12-14T00:00:00+01:00');
  const targets = fc.constantFrom<BoardTarget>('helpdesk', 'campus-x');
  const hours = fc.constantFrom(boardRules, ...Object.values(otherHours));

  it('the next word lies ahead, in service hours, and something is due then', () => {
    fc.assert(
      fc.property(instants, targets, hours, (all, target, boardRules) => {
        let given = newBoard(target, boardRules, from);
        for (const [index, minute] of all.entries()) {
          const now = from + minute * 60_000 + 7_000;
          const due = dueWord(given, boardRules, now);
          if (due)
            given = settle(given, { ...due, keys: given.items.map(({ key }) => key) }, boardRules, now);
          given = takeIn(given, [item(`T${index}`)], boardRules, now);
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
