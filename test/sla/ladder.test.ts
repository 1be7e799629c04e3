import { describe, expect, it } from 'vitest';
import { defaultPolicy, parsePolicy } from '../../src/sla/index.js';
import { problemsOf } from './problems.js';

const ladderOf = (ladder: object) => parsePolicy({ ladder }).ladder;
const problems = (ladder: unknown) => problemsOf(parsePolicy, { ladder });
const placesOf = (ladder: unknown): string[] => problems(ladder).map(({ place }) => place);

describe('the ladder', () => {
  it('of the help desk is that of the rules', () => {
    expect(defaultPolicy.ladder).toEqual({
      firstResponse: { warnPercent: 75, overdue: true, helpdeskAfter: 60, atRiskPercent: 90 },
      resolution: { lastVisit: true, warnPercent: 75, overdue: true, atRiskPercent: 90 },
      nextUpdate: true,
      offerAnswerAfter: 60,
      requesterSilent: { remindAfterDays: 3, closeAfterDays: 5 },
      resolvedClosesAfterDays: 3,
    });
  });

  it('is by default in what a file leaves out', () => {
    expect(ladderOf({})).toEqual(defaultPolicy.ladder);
    expect(ladderOf({ resolution: { warnPercent: 50 } })).toEqual({
      ...defaultPolicy.ladder,
      resolution: { ...defaultPolicy.ladder.resolution, warnPercent: 50 },
    });
  });

  it('may have each rung switched off', () => {
    const nothing = {
      firstResponse: { warnPercent: null, overdue: false, helpdeskAfter: null, atRiskPercent: null },
      resolution: { lastVisit: false, warnPercent: null, overdue: false, atRiskPercent: null },
      nextUpdate: false,
      requesterSilent: { remindAfterDays: null, closeAfterDays: null },
    };
    expect(ladderOf(nothing)).toEqual({ ...defaultPolicy.ladder, ...nothing });
  });

  it('may remind without ever closing', () => {
    const { requesterSilent } = ladderOf({ requesterSilent: { closeAfterDays: null } });
    expect(requesterSilent).toEqual({ remindAfterDays: 3, closeAfterDays: null });
  });

  it('may tell the requester before the channel is warned', () => {
    expect(problems({ resolution: { warnPercent: 95, atRiskPercent: 50 } })).toEqual([]);
  });

  it('may say one thing at the deadline: a warning or the help desk instead of the call that it is overdue', () => {
    expect(problems({ resolution: { warnPercent: 100, overdue: false } })).toEqual([]);
    expect(problems({ firstResponse: { overdue: false, helpdeskAfter: 0 } })).toEqual([]);
  });
});

describe('a ladder is refused', () => {
  it.each<[string, unknown, string]>([
    ['a share of nothing', { firstResponse: { warnPercent: 0 } }, 'ladder.firstResponse.warnPercent'],
    ['a share above the whole', { resolution: { warnPercent: 101 } }, 'ladder.resolution.warnPercent'],
    ['negative minutes', { firstResponse: { helpdeskAfter: -1 } }, 'ladder.firstResponse.helpdeskAfter'],
    ['a fraction of a day', { resolvedClosesAfterDays: 1.5 }, 'ladder.resolvedClosesAfterDays'],
    ['no days', { requesterSilent: { remindAfterDays: 0 } }, 'ladder.requesterSilent.remindAfterDays'],
    ['more than a year', { resolvedClosesAfterDays: 366 }, 'ladder.resolvedClosesAfterDays'],
    ['a text', { nextUpdate: 'no' }, 'ladder.nextUpdate'],
    ['the end of what can only be moved', { offerAnswerAfter: null }, 'ladder.offerAnswerAfter'],
    ['a rung that it does not know', { resolution: { helpdeskAfter: 60 } }, 'ladder.resolution'],
    ['a key that it does not know', { firstresponse: {} }, 'ladder'],
  ])('for %s, named by its place', (_, ladder, place) => {
    expect(placesOf(ladder)).toEqual([place]);
  });

  it('where two rungs come in the same moment, as only the last would be said', () => {
    expect(problems({ resolution: { warnPercent: 100 } })).toEqual([
      {
        place: 'ladder.resolution.warnPercent',
        message:
          'comes in the same moment as overdue and would never be said; move or switch off one of them',
      },
    ]);
    expect(placesOf({ firstResponse: { warnPercent: 100 } })).toEqual(['ladder.firstResponse.warnPercent']);
    expect(problems({ firstResponse: { helpdeskAfter: 0 } })).toEqual([
      {
        place: 'ladder.firstResponse.overdue',
        message:
          'comes in the same moment as helpdeskAfter and would never be said; move or switch off one of them',
      },
    ]);
    expect(placesOf({ firstResponse: { warnPercent: 100, overdue: false, helpdeskAfter: 0 } })).toEqual([
      'ladder.firstResponse.warnPercent',
    ]);
  });

  it('where the requester would be told only when the promise is missed', () => {
    expect(problems({ resolution: { atRiskPercent: 100 } })).toEqual([
      {
        place: 'ladder.resolution.atRiskPercent',
        message: 'must be below 100, before the promise is missed',
      },
    ]);
  });

  it('where a silent requester would lose the ticket without a reminder', () => {
    expect(problems({ requesterSilent: { remindAfterDays: null } })).toEqual([
      {
        place: 'ladder.requesterSilent.closeAfterDays',
        message:
          'counts from the reminder, which is switched off; switch this off, too (null), or set remindAfterDays',
      },
    ]);
  });
});
