import { describe, expect, it } from 'vitest';
import {
  defaultCalendar,
  defaultPolicy,
  instantOf,
  isoOf,
  serviceRules,
  type Instant,
} from '../../src/sla/index.js';
import { clocksOf, type Report, type TicketGrounds } from '../../src/tickets/index.js';
import { at, shown } from '../sla/berlin.js';
import {
  assignTo,
  campus,
  claim,
  comment,
  question,
  release,
  reopen,
  rules,
  rulesWith,
  solve,
  Story,
  urgent,
  vendor,
} from './given.js';

const resume = { verb: 'resume' } as const;
const visit = { verb: 'plan-visit', until: isoOf(at('2026-11-20 07:30')), note: '' } as const;
const unblocked = { schoolType: null, campusId: null };

const claimed = (changes: Partial<Report> = {}) => Story.submitted(changes).by('manager', claim);

/** Waits for the vendor from one time to the other. */
const paused = (story: Story, from: string, to: string) =>
  story.at(from).by('manager', vendor).at(to).by('manager', resume);

const edit = (changes: Partial<Report>) => ({ verb: 'edit', changes, handledBy: null }) as const;

const recompute = (grounds: TicketGrounds = unblocked, rulesVersion = 'tomorrow') =>
  ({ verb: 'recompute', rulesVersion, grounds }) as const;

function when(iso: string | null): string | null {
  return iso === null ? null : shown(instantOf(iso));
}

const solutionDue = ({ ticket }: Story) => when(ticket.resolutionDueAt);
const nextPromise = ({ ticket }: Story) => when(ticket.nextPromiseAt);

describe('the clock of the resolution', () => {
  it('runs from the report on, in service time', () => {
    expect(solutionDue(Story.submitted())).toBe('Mon 2026-11-23 09:30');
    expect(solutionDue(Story.submitted(urgent))).toBe('Wed 2026-11-18 13:00');
  });

  it('promises nothing while it stands still, and goes on with what was left', () => {
    const story = claimed(urgent).at('2026-11-18 10:00').by('manager', question);
    expect(solutionDue(story)).toBeNull();
    expect(nextPromise(story)).toBeNull();
    story.at('2026-11-19 10:00').by('requester', comment);
    expect(solutionDue(story)).toBe('Thu 2026-11-19 13:00');
  });

  it('runs on while a visit is planned', () => {
    expect(solutionDue(claimed().by('manager', visit))).toBe('Mon 2026-11-23 09:30');
  });

  it('loses no waiting time when the priority changes', () => {
    const story = paused(claimed(), '2026-11-18 10:00', '2026-11-18 12:00').by('manager', release);
    expect(solutionDue(story)).toBe('Mon 2026-11-23 11:30');
    expect(solutionDue(story.by('requester', edit(urgent)))).toBe('Wed 2026-11-18 15:00');
  });

  it('counts no pause outside of service hours', () => {
    expect(solutionDue(paused(claimed(), '2026-11-20 20:00', '2026-11-22 10:00'))).toBe(
      'Mon 2026-11-23 09:30',
    );
  });

  it('counts of a pause that begins or ends outside of service hours what lies within', () => {
    expect(solutionDue(paused(claimed(), '2026-11-20 20:00', '2026-11-23 08:30'))).toBe(
      'Mon 2026-11-23 10:30',
    );
    expect(solutionDue(paused(claimed(), '2026-11-20 13:00', '2026-11-21 12:00'))).toBe(
      'Mon 2026-11-23 10:30',
    );
  });

  it('counts two pauses that touch once each', () => {
    const story = paused(claimed(), '2026-11-18 10:00', '2026-11-18 12:00');
    expect(solutionDue(paused(story, '2026-11-18 12:00', '2026-11-18 13:00'))).toBe('Mon 2026-11-23 12:30');
  });

  it('goes on after a reopening, with the solved time as a pause', () => {
    const story = claimed(urgent).at('2026-11-18 12:00').by('manager', solve);
    expect(solutionDue(story)).toBeNull();
    story.at('2026-11-19 10:00').by('requester', reopen);
    expect(solutionDue(story)).toBe('Thu 2026-11-19 11:00');
    expect(story.ticket.results.resolution).toBeNull();
  });
});

describe('what is promised follows', () => {
  const policy = {
    overrides: [
      { when: { category: ['network'] }, targets: { P3: { resolution: 480 } } },
      { when: { schoolType: ['Grundschule'] }, targets: { P3: { resolution: 600 } } },
      { when: { campus: ['north'] }, targets: { P3: { resolution: 660 } } },
    ],
  };
  const special = () => Story.submitted().under(rulesWith(policy));
  const of = (grounds: Partial<TicketGrounds>) =>
    solutionDue(special().by('system', recompute({ ...unblocked, ...grounds })));

  it('the category, from the report on', () => {
    const changes = { category: 'network', scope: 'one' } as const;
    const story = special().by('requester', edit(changes));
    expect([story.ticket.priority, solutionDue(story)]).toEqual(['P3', 'Thu 2026-11-19 08:30']);
  });

  it('the kind of school and the campus of its site', () => {
    expect(of({})).toBe('Mon 2026-11-23 09:30');
    expect(of({ schoolType: 'Grundschule', campusId: 'north' })).toBe('Thu 2026-11-19 10:30');
    expect(of({ campusId: 'north' })).toBe('Thu 2026-11-19 11:30');
  });

  it('another school, with the days on which that one is closed', () => {
    const closed = serviceRules({
      version: 'tomorrow',
      calendar: { ...defaultCalendar, schoolHolidays: { region: null, windows: [] } },
      policy: defaultPolicy,
      movableHolidays: new Map([['100002', ['2026-11-20']]]),
    });
    const story = Story.submitted().under(closed);
    const elsewhere = { schoolId: '100002', siteId: '100002-1' };
    story.by('requester', { verb: 'edit', changes: elsewhere, handledBy: campus, grounds: unblocked });
    expect(solutionDue(story)).toBe('Mon 2026-11-23 16:00');
  });

  it('the grounds that come with a report or another school', () => {
    const grounds = { schoolType: 'Grundschule', campusId: 'north' };
    const submit = {
      verb: 'submit',
      report: Story.draft().ticket.report,
      handledBy: campus,
      card: null,
    } as const;
    const story = Story.draft().by('requester', { ...submit, grounds });
    expect(story.ticket.grounds).toEqual(grounds);
    const moved = { schoolType: 'Gymnasium', campusId: 'south' };
    story.by('requester', { ...edit({ siteId: '100001-2' }), handledBy: campus, grounds: moved });
    expect(story.ticket.grounds).toEqual(moved);
    expect(story.by('requester', edit({ room: '7' })).ticket.grounds).toEqual(moved);
  });
});

describe('the next promise', () => {
  it('is the first response, then the solution, then none', () => {
    const story = Story.submitted();
    expect(nextPromise(story)).toBe('Wed 2026-11-18 13:00');
    expect(nextPromise(story.by('manager', claim))).toBe('Mon 2026-11-23 09:30');
    expect(nextPromise(story.by('manager', solve))).toBeNull();
    expect(nextPromise(story.by('dispatcher', { verb: 'close' }))).toBeNull();
  });

  it('is the first response as long as there is none, even while it waits', () => {
    const story = Story.submitted().by('manager', assignTo('deputy')).by('manager', vendor);
    expect(nextPromise(story)).toBe('Wed 2026-11-18 13:00');
  });
});

describe('a clock that was set back', () => {
  it('lets nothing happen before what happened already', () => {
    const story = Story.submitted().at('2026-11-18 12:00').by('manager', claim);
    story.at('2026-11-18 08:00').by('manager', vendor).at('2026-11-18 08:30').by('manager', resume);
    expect(story.ticket.history.map((entry) => when(entry.at)?.slice(-5))).toEqual([
      '09:00',
      '12:00',
      '12:00',
      '12:00',
    ]);
    expect(solutionDue(story)).toBe('Mon 2026-11-23 09:30');
  });

  it('does not hold back what waits to be sent', () => {
    const story = Story.submitted().at('2026-11-18 12:00').by('manager', claim).at('2026-11-18 08:00');
    expect(story.by('manager', comment).ticket.wakeAt).toBe(isoOf(at('2026-11-18 08:00')));
  });

  it('makes nothing due before its time, although it counts as later already', () => {
    const story = claimed(urgent).at('2026-11-18 12:30').by('manager', comment).at('2026-11-18 11:00');
    expect(story.clock()).toEqual([]);
    expect(story.at('2026-11-18 12:00').clock()).toEqual(['resolution-75']);
  });
});

describe('a visit', () => {
  it('after the promised solution needs a reason', () => {
    const late = { ...visit, until: isoOf(at('2026-11-23 10:00')) };
    expect(claimed().refusal('manager', late)).toBe('reason-missing');
    expect(claimed().refusal('manager', { ...late, note: 'The part comes on Monday.' })).toBe('accepted');
    expect(claimed().refusal('manager', { ...late, until: isoOf(at('2026-11-23 09:30')) })).toBe('accepted');
  });

  it('has the time for it that waiting has left', () => {
    const story = claimed().at('2026-11-18 10:00').by('manager', vendor).at('2026-11-18 12:00');
    const until = isoOf(at('2026-11-23 11:30'));
    expect(story.refusal('manager', { ...visit, until })).toBe('accepted');
    expect(story.refusal('manager', { ...visit, until: isoOf(at('2026-11-23 11:31')) })).toBe(
      'reason-missing',
    );
  });
});

describe('the clocks as a reader sees them', () => {
  const seen = ({ ticket }: Story, now: Instant) => clocksOf(ticket, rules, now);

  it('are none for a draft', () => {
    expect(seen(Story.draft(), at('2026-11-18 10:00'))).toBeNull();
  });

  it('say what is used and left of each promise', () => {
    expect(seen(claimed(urgent), at('2026-11-18 14:00'))).toMatchObject({
      firstResponse: { target: 30, usedServiceMinutes: 0, leftServiceMinutes: 30, result: { met: true } },
      resolution: {
        dueAt: at('2026-11-18 13:00'),
        usedServiceMinutes: 300,
        leftServiceMinutes: -60,
        result: null,
        pauses: [],
        standsStill: false,
      },
      nextUpdate: { since: at('2026-11-18 09:00'), dueAt: at('2026-11-20 08:00') },
      promises: { firstResponse: 30, resolution: 240, nextUpdate: 960, overrideNumber: null },
    });
  });

  it('name the pauses, and promise nothing while the clock stands still', () => {
    const story = claimed(urgent).at('2026-11-18 10:00').by('manager', vendor);
    expect(seen(story, at('2026-11-20 10:00'))?.resolution).toMatchObject({
      dueAt: null,
      usedServiceMinutes: 60,
      leftServiceMinutes: 180,
      pauses: [{ why: 'vendor', from: at('2026-11-18 10:00'), to: null }],
      standsStill: true,
    });
  });

  it('stay as they were when it was solved', () => {
    const story = claimed(urgent).at('2026-11-18 12:00').by('manager', solve);
    expect(seen(story, at('2026-12-18 10:00'))?.resolution).toMatchObject({
      dueAt: at('2026-11-18 13:00'),
      usedServiceMinutes: 180,
      leftServiceMinutes: 60,
      result: { met: true },
      standsStill: true,
    });
  });
});
