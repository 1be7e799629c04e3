import { expect, it } from 'vitest';
import { weekBefore, WeeklyCount } from '../../src/board/index.js';
import { instantOf } from '../../src/sla/index.js';
import type { PromiseResult } from '../../src/tickets/index.js';
import { handledByCampus, report, ticket } from '../cards/fixtures.js';
import { boardRules } from './given.js';

const now = instantOf('2026-11-30T07:30:20+01:00');
const week = weekBefore(now, boardRules.calendar);
const result = (met: boolean): PromiseResult => ({
  at: '2026-11-24T09:00:00.000Z',
  dueAt: null,
  target: 30,
  used: met ? 20 : 40,
  met,
});
const lastWeek = '2026-11-24T07:30:00.000Z';
const helpdesk = { party: 'helpdesk', campusId: null, person: null, reason: { code: 'no-school' } } as const;

function summaryOf(...tickets: readonly Parameters<typeof ticket>[0][]) {
  const count = new WeeklyCount(week, now);
  for (const each of tickets) count.add(ticket(each));
  return count.summary();
}

it('tells of the seven days before the week, by the local calendar', () => {
  expect([week.firstDay, week.lastDay, week.from, week.before]).toEqual([
    '2026-11-23',
    '2026-11-29',
    '2026-11-22T23:00:00.000Z',
    '2026-11-29T23:00:00.000Z',
  ]);
});

it('counts what was reported and solved in the week, and what is open and overdue now', () => {
  const solved = { state: 'resolved', resolvedAt: '2026-11-25T09:00:00.000Z' } as const;
  const summary = summaryOf(
    { submittedAt: lastWeek, nextPromiseAt: '2026-11-27T09:00:00.000Z' },
    { submittedAt: lastWeek, ...solved },
    { submittedAt: '2026-11-10T09:00:00.000Z', ...solved },
    {
      submittedAt: '2026-11-29T23:00:00.000Z',
      nextPromiseAt: '2026-12-01T09:00:00.000Z',
      handledBy: helpdesk,
    },
  );
  expect(summary).toMatchObject({ reported: 2, solved: 2, openNow: 2, overdueNow: 1 });
  expect(summary.teams).toEqual([
    { target: 'campus-campus-7', open: 1, overdue: 1 },
    { target: 'helpdesk', open: 1, overdue: 0 },
  ]);
});

it('counts a first response that nobody gave in time as missed, though nobody has given it yet', () => {
  const unanswered = { submittedAt: lastWeek, firstRespondedAt: null };
  const summary = summaryOf(
    { ...unanswered, firstResponseDueAt: '2026-11-24T08:00:00.000Z' },
    { ...unanswered, firstResponseDueAt: '2026-12-01T08:00:00.000Z' },
    { ...unanswered, firstResponseDueAt: '2026-11-24T08:00:00.000Z', state: 'closed', closedAs: 'withdrawn' },
  );
  expect(summary.firstResponses).toEqual({ met: 0, of: 1 });
});

it('tells how many promises were kept, of first responses to what was reported and of solutions', () => {
  const solved = { state: 'resolved', resolvedAt: '2026-11-25T09:00:00.000Z' } as const;
  const summary = summaryOf(
    { submittedAt: lastWeek, results: { firstResponse: result(true), resolution: null } },
    { submittedAt: lastWeek, ...solved, results: { firstResponse: result(false), resolution: result(true) } },
    { submittedAt: '2026-11-10T09:00:00.000Z', results: { firstResponse: result(false), resolution: null } },
  );
  expect(summary.firstResponses).toEqual({ met: 1, of: 2 });
  expect(summary.solutions).toEqual({ met: 1, of: 1 });
});

it('names the three topics that were reported most', () => {
  const of = (category: typeof report.category) => ({
    submittedAt: lastWeek,
    report: { ...report, category },
  });
  const summary = summaryOf(of('printer'), of('network'), of('network'), of('account'), of('display'));
  expect(summary.categories.map(({ category, reported }) => `${category} ${reported}`)).toEqual([
    'network 2',
    'account 1',
    'display 1',
  ]);
});

it('names no person, neither who reported nor who has it', () => {
  const person = { id: 'id-manager', name: 'Petra Muster' };
  const summary = summaryOf({ submittedAt: lastWeek, handledBy: { ...handledByCampus, person } });
  expect(JSON.stringify(summary)).not.toMatch(/Petra|Anna|id-manager|id-teacher/u);
});
