import { describe, expect, it } from 'vitest';
import { defaultCalendar, defaultPolicy, instantOf, serviceRules } from '../../src/sla/index.js';
import { promiseView } from '../../src/tickets/promise-view.js';
import { now, rules, situations, ticket } from '../cards/fixtures.js';

const situation = (name: string) => situations()[name] ?? ticket();
const view = (name: string) => promiseView(situation(name), rules, now);

describe('the deadline that people see', () => {
  it('is the first response as long as nobody has answered, with the service time that is left', () => {
    expect(view('new')).toEqual({
      of: 'first-response',
      dueAt: instantOf('2026-11-24T08:15:00.000Z'),
      standsStillFor: null,
      urgency: 'calm',
      serviceMinutes: 15,
    });
  });

  it('is the solution afterwards', () => {
    expect(view('resolution-calm')).toMatchObject({
      of: 'resolution',
      urgency: 'calm',
      serviceMinutes: 7 * 60 + 8.5 * 60 + 3 * 60 + 45,
    });
  });

  it('is short once so much is used that the channel is warned: a quarter is left', () => {
    const quarter = ticket({ firstResponseDueAt: '2026-11-24T08:07:30.000Z' });
    const more = ticket({ firstResponseDueAt: '2026-11-24T08:07:31.000Z' });
    expect(promiseView(quarter, rules, now)?.urgency).toBe('short');
    expect(promiseView(more, rules, now)?.urgency).toBe('calm');
    expect(view('resolution-short')?.urgency).toBe('short');
  });

  it('is never short where the ladder warns nobody', () => {
    const { ladder } = defaultPolicy;
    const silent = serviceRules({
      version: 'silent',
      calendar: defaultCalendar,
      policy: {
        ...defaultPolicy,
        ladder: { ...ladder, resolution: { ...ladder.resolution, warnPercent: null } },
      },
    });
    expect(promiseView(situation('resolution-short'), silent, now)?.urgency).toBe('calm');
  });

  it('is not overdue at the very instant, but after it, and then says for how long', () => {
    const dueNow = ticket({ firstResponseDueAt: new Date(now).toISOString() });
    expect(promiseView(dueNow, rules, now)).toMatchObject({ urgency: 'short', serviceMinutes: 0 });
    expect(promiseView(dueNow, rules, now + 60_000)).toMatchObject({ urgency: 'overdue', serviceMinutes: 1 });
  });

  it('stands still for the requester and the supplier, not for a visit', () => {
    expect(view('waiting-requester')).toMatchObject({ dueAt: null, standsStillFor: 'requester' });
    expect(view('waiting-vendor')).toMatchObject({ dueAt: null, standsStillFor: 'vendor' });
    expect(view('waiting-visit')).toMatchObject({ of: 'resolution', standsStillFor: null });
  });

  it('is none once it is solved or closed, nor for a draft', () => {
    const over = ['resolved', 'closed-solved', 'closed-no-reply', 'closed-withdrawn', 'closed-duplicate'];
    expect(over.map(view)).toEqual(over.map(() => null));
    expect(promiseView(ticket({ state: 'draft', priority: null }), rules, now)).toBeNull();
  });
});
