import { describe, expect, it } from 'vitest';
import { checksAt, isDue, kindsAt, urgencyOf, type CheckLine } from '../../src/maintenance/checks.js';
import { newLog, type MaintenanceLog } from '../../src/maintenance/maintenance-log.js';
import type { CheckKind } from '../../src/maintenance/plan.js';
import { noVisits } from '../../src/maintenance/visit-dates.js';
import { planOf, printers, visitedOn } from './plans.js';

const site = { id: 's-1', schoolType: 'Grundschule' };

function settledThrough(date: string, lastDoneOn: string | null = date): MaintenanceLog {
  return { ...newLog(site.id), kinds: { printers: { settledThrough: date, lastDoneOn, results: [] } } };
}

function first(lines: readonly CheckLine[]): CheckLine {
  const [line] = lines;
  if (!line) throw new Error('no check');
  return line;
}

const standing = (
  on: string,
  {
    log = null,
    visits = noVisits,
    kind = printers,
  }: Partial<{ log: MaintenanceLog | null; visits: typeof noVisits; kind: CheckKind }> = {},
): CheckLine => first(checksAt(planOf([kind]), site, log, visits, on));

describe('a check that is planned for Monday, 2 March', () => {
  it('may be done a week before, is due on its date, and before that is neither', () => {
    expect(standing('2026-02-22').state).toBe('later');
    expect(standing('2026-02-23')).toMatchObject({
      state: 'early',
      openFrom: '2026-02-23',
      plannedOn: '2026-03-02',
    });
    expect(standing('2026-03-02')).toMatchObject({ state: 'due', overdueDays: 0, overdueSince: null });
  });

  it('is due at the first visit on or after its date, and overdue once that visit has passed', () => {
    const visits = visitedOn('2026-02-26', '2026-03-05', '2026-03-12');
    expect(standing('2026-03-05', { visits })).toMatchObject({ state: 'due', dueOn: '2026-03-05' });
    expect(standing('2026-03-06', { visits })).toMatchObject({
      state: 'overdue',
      dueOn: '2026-03-05',
      overdueSince: '2026-03-05',
      overdueDays: 1,
    });
  });

  it('waits for the next visit however far that is', () => {
    const visits = visitedOn('2026-02-26', '2026-04-16');
    expect(standing('2026-04-15', { visits })).toMatchObject({ state: 'due', dueOn: '2026-04-16' });
    expect(standing('2026-04-17', { visits }).state).toBe('overdue');
  });

  it('has until the last visit within its days of grace', () => {
    const kind = { ...printers, graceDays: 14 };
    const visits = visitedOn('2026-03-05', '2026-03-12', '2026-03-19');
    expect(standing('2026-03-12', { visits, kind })).toMatchObject({ state: 'due', dueOn: '2026-03-05' });
    expect(standing('2026-03-13', { visits, kind })).toMatchObject({
      state: 'overdue',
      overdueSince: '2026-03-12',
    });
  });

  it('is overdue after its date and its days of grace where nobody comes by', () => {
    expect(standing('2026-03-03')).toMatchObject({ state: 'overdue', dueOn: '2026-03-02', overdueDays: 1 });
    expect(standing('2026-03-16', { kind: { ...printers, graceDays: 14 } }).state).toBe('due');
  });
});

describe('the next check', () => {
  it('reckons from the plan and not from when the last one was done', () => {
    expect(standing('2026-03-20', { log: settledThrough('2026-03-02', '2026-03-19') })).toMatchObject({
      plannedOn: '2026-04-27',
      lastDoneOn: '2026-03-19',
    });
  });

  it('stays overdue since the first one that was missed, and is one check, not several', () => {
    const lines = checksAt(planOf(), site, null, visitedOn('2026-03-05'), '2026-07-01').filter(isDue);
    expect(lines.map(({ plannedOn, overdueSince }) => [plannedOn, overdueSince])).toEqual([
      ['2026-03-02', '2026-03-05'],
    ]);
  });

  it('begins at a site that joined later with the first planned date from then on, in the same rhythm', () => {
    const plan = planOf([printers], [{ site: site.id, on: '2026-05-01' }]);
    expect(first(checksAt(plan, site, null, noVisits, '2026-05-02')).plannedOn).toBe('2026-06-22');
  });
});

describe('which sites have a check', () => {
  const of = (sites: CheckKind['sites']): number => kindsAt(planOf([{ ...printers, sites }]), site).length;

  it('are all, those of a list, or those of schools of some kinds', () => {
    expect(of('all')).toBe(1);
    expect([of({ list: ['s-1'] }), of({ list: ['s-2'] })]).toEqual([1, 0]);
    expect([of({ schoolTypes: ['Grundschule'] }), of({ schoolTypes: ['Gymnasium'] })]).toEqual([1, 0]);
  });
});

describe('how much a check presses', () => {
  it('follows from its visit: overdue, this week until Sunday, or later on', () => {
    // A Tuesday.
    const on = '2026-11-24';
    const pressing = (state: CheckLine['state'], dueOn: string): string => urgencyOf({ state, dueOn }, on);
    expect(pressing('overdue', '2026-11-12')).toBe('overdue');
    expect(['2026-11-20', on, '2026-11-29'].map((dueOn) => pressing('due', dueOn))).toEqual([
      'now',
      'now',
      'now',
    ]);
    expect(pressing('due', '2026-11-30')).toBe('ahead');
    expect(urgencyOf({ state: 'due', dueOn: '2026-11-30' }, '2026-11-29')).toBe('ahead');
    expect(urgencyOf({ state: 'due', dueOn: '2026-11-30' }, '2026-11-30')).toBe('now');
  });
});
