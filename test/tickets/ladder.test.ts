import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import { dueCommand, nextDeadline, type Report, type Ticket } from '../../src/tickets/index.js';
import { at, shown } from '../sla/berlin.js';
import {
  assignTo,
  claim,
  comment,
  helpdesk,
  reopen,
  rules,
  rulesWith,
  solve,
  Story,
  urgent,
  vendor,
} from './given.js';

const visit = { verb: 'plan-visit', until: isoOf(at('2026-11-19 07:30')), note: 'With the part.' } as const;

const claimed = (changes: Partial<Report> = {}) => Story.submitted(changes).by('manager', claim);
const without = (stage: string, given: readonly string[]) => given.filter((each) => each !== stage);

function wakes({ wakesAt }: Story): string | null {
  return wakesAt === null ? null : shown(wakesAt);
}

describe('the reminders of the solution', () => {
  it('come at 75 % to the channel, at 100 % to the channel and the help desk, each once', () => {
    const story = claimed(urgent);
    expect(wakes(story)).toBe('Wed 2026-11-18 12:00');
    expect(story.at('2026-11-18 12:00').clock()).toEqual(['resolution-75']);
    expect([story.calls, story.shows]).toEqual([['channel: resolution-75'], ['channel']]);
    expect(story.at('2026-11-18 12:36').clock()).toEqual(['resolution-at-risk']);
    expect([story.calls, story.shows]).toEqual([['requester: resolution-at-risk'], ['requester', 'channel']]);
    expect(story.at('2026-11-18 13:00').clock()).toEqual(['resolution-100']);
    expect(story.calls).toEqual(['channel: resolution-100', 'helpdesk: resolution-100']);
    expect(story.at('2026-11-19 12:00').clock()).toEqual([]);
  });

  it('call the help desk once where it handles the ticket itself', () => {
    const story = Story.submitted(urgent).by('dispatcher', assignTo('dispatcher', helpdesk));
    story.by('dispatcher', comment);
    story.at('2026-11-18 13:00').clock();
    expect(story.calls).toEqual(['channel: resolution-100']);
  });

  it('do not swallow a second one on the same day', () => {
    const story = claimed(urgent).at('2026-11-18 12:30');
    expect(story.clock()).toEqual(['resolution-75']);
    expect(without('resolution-at-risk', story.at('2026-11-18 13:30').clock())).toEqual(['resolution-100']);
  });

  it('have the deadline in their keys, so that a later one is reminded of anew', () => {
    const story = claimed(urgent).at('2026-11-18 13:00');
    story.clock();
    const [first] = story.outbox.filter(({ kind }) => kind === 'tell');
    const moved = Story.submitted({ ...urgent, blocked: false })
      .by('manager', claim)
      .at('2026-11-23 09:30');
    moved.clock();
    expect(first?.key).toBe(`K7M3QX:resolution-100:${isoOf(at('2026-11-18 13:00'))}`);
    expect(moved.outbox.find(({ kind }) => kind === 'tell')?.key).toBe(
      `K7M3QX:resolution-100:${isoOf(at('2026-11-23 09:30'))}`,
    );
  });

  it('wait while the clock stands still, and come when it has gone on for as long as was left', () => {
    const story = claimed(urgent).at('2026-11-18 11:00').by('manager', vendor);
    expect(story.at('2026-11-18 15:59').clock()).toEqual([]);
    story.at('2026-11-19 10:00').by('manager', { verb: 'resume' });
    expect(wakes(story)).toBe('Thu 2026-11-19 11:00');
    expect(story.at('2026-11-19 11:00').clock()).toEqual(['resolution-75']);
  });

  it('are not said again after a pause where they were said before', () => {
    const story = claimed(urgent).at('2026-11-18 12:00');
    story.clock();
    story.by('manager', vendor).at('2026-11-19 10:00').by('manager', { verb: 'resume' });
    expect(story.clock()).toEqual([]);
    expect(story.at('2026-11-19 10:59').clock()).toEqual(['resolution-at-risk']);
    expect(story.at('2026-11-19 11:00').clock()).toEqual(['resolution-100']);
  });

  it('come for the new deadline after a reopening, and not again for what was overdue before', () => {
    const story = claimed(urgent).at('2026-11-18 12:00').by('manager', solve);
    expect(story.clock()).toEqual([]);
    expect(story.at('2026-11-19 10:00').by('requester', reopen).clock()).toEqual(['resolution-75']);
    story.at('2026-11-19 11:00').clock();
    story.by('manager', solve).at('2026-11-19 12:00').by('requester', reopen);
    expect(story.clock()).toEqual([]);
  });

  it('tell the requester nothing of a risk while a visit has a date, and do so afterwards', () => {
    const story = claimed(urgent).by('manager', visit).at('2026-11-18 13:00');
    expect(story.clock()).toEqual(['resolution-100']);
    expect(story.at('2026-11-19 07:30').clock()).toEqual(['resume', 'resolution-at-risk']);
  });
});

describe('the reminder that the requester shall hear from us', () => {
  const quiet = rulesWith({
    nextUpdate: 60,
    ladder: { resolution: { warnPercent: null, overdue: false, atRiskPercent: null } },
  });
  const story = () => Story.submitted().under(quiet).by('manager', claim);

  it('comes when it is due, and again as long as nothing was said', () => {
    const silent = story();
    expect(silent.at('2026-11-18 09:59').clock()).toEqual([]);
    expect(silent.at('2026-11-18 10:00').clock()).toEqual(['next-update']);
    expect([silent.calls, silent.shows]).toEqual([['channel: next-update'], ['channel']]);
    expect(silent.at('2026-11-18 10:59').clock()).toEqual([]);
    expect(silent.at('2026-11-18 11:00').clock()).toEqual(['next-update']);
  });

  it('counts from the last one that was really given', () => {
    const silent = story();
    expect(silent.at('2026-11-18 13:30').clock()).toEqual(['next-update']);
    expect(wakes(silent)).toBe('Wed 2026-11-18 14:30');
  });

  it('comes only when the time has passed again after a word', () => {
    const answered = story().at('2026-11-18 10:00');
    answered.clock();
    answered.at('2026-11-18 10:30').by('deputy', comment);
    expect(answered.at('2026-11-18 11:29').clock()).toEqual([]);
    expect(answered.at('2026-11-18 11:30').clock()).toEqual(['next-update']);
  });

  it('never comes before the first response', () => {
    const unanswered = Story.submitted().under(quiet).at('2026-11-18 11:59');
    expect(unanswered.clock()).toEqual([]);
    expect(unanswered.at('2026-11-18 15:00').clock()).not.toContain('next-update');
  });
});

describe('a date that is reached', () => {
  const held = () => claimed().by('manager', { ...vendor, until: isoOf(at('2026-11-19 07:30')) });

  it('calls the channel where the clock goes on', () => {
    const story = held().at('2026-11-19 07:30');
    expect(story.clock()).toEqual(['resume']);
    expect(story.calls).toEqual(['channel: waiting-over']);
  });

  it('calls nobody where a person goes on', () => {
    expect(held().by('manager', { verb: 'resume' }).calls).toEqual([]);
  });

  it('outside of service hours waits for the next opening', () => {
    const story = claimed().by('manager', {
      ...vendor,
      waitingFor: 'requester',
      note: 'Which one?',
      until: isoOf(at('2026-11-21 12:00')),
    });
    expect(wakes(story)).toBe('Mon 2026-11-23 07:30');
  });
});

describe('a rung that is switched off', () => {
  it('is not climbed', () => {
    const ladder = {
      firstResponse: { warnPercent: null, overdue: false, helpdeskAfter: null, atRiskPercent: null },
      resolution: { warnPercent: null, overdue: false, atRiskPercent: null },
      nextUpdate: false,
    };
    const story = Story.submitted().under(rulesWith({ ladder })).by('requester', comment);
    expect(story.wakesAt).toBeNull();
    expect(story.by('manager', claim).wakesAt).toBeNull();
  });

  it('is reached at other shares and times where the policy says so', () => {
    const ladder = { firstResponse: { warnPercent: 50, helpdeskAfter: 30 } };
    const story = Story.submitted(urgent).under(rulesWith({ ladder })).by('requester', comment);
    expect(wakes(story)).toBe('Wed 2026-11-18 09:15');
    story.at('2026-11-18 09:59').clock();
    expect(wakes(story)).toBe('Wed 2026-11-18 10:00');
  });
});

describe('a clock that comes late', () => {
  it('gives of each line the highest stage, in the order in which they were due', () => {
    const story = Story.submitted(urgent).at('2026-11-18 15:00');
    expect(story.clock()).toEqual([
      'first-response-at-risk',
      'first-response-helpdesk',
      'resolution-at-risk',
      'resolution-100',
    ]);
  });

  it('skips what a closing makes pointless', () => {
    const asked = Story.submitted()
      .by('manager', assignTo('deputy'))
      .by('manager', { ...vendor, waitingFor: 'requester', note: 'Which one?' })
      .at('2026-11-24 07:30');
    expect(without('first-response-at-risk', asked.clock())).toEqual([
      'first-response-helpdesk',
      'requester-silent',
    ]);
    asked.by('manager', { verb: 'offer', to: { party: 'helpdesk', campusId: null }, note: '' });
    expect(asked.at('2026-12-18 09:00').clock()).toEqual(['close-for-silence']);
  });
});

describe('a ticket that is over', () => {
  const duplicate = (): Ticket => ({
    ...claimed(urgent).ticket,
    state: 'closed',
    closedAs: 'duplicate',
    closedAt: isoOf(at('2026-11-18 09:10')),
    outbox: [],
  });

  it('has no deadlines, so that nobody is reminded after merging', () => {
    expect(nextDeadline(duplicate(), rules, -Infinity)).toBeNull();
    expect(dueCommand(duplicate(), rules, at('2027-11-18 09:10'))).toBeNull();
  });

  it('has none however it was closed', () => {
    const withdrawn = Story.submitted(urgent).by('requester', { verb: 'withdraw', text: '' });
    expect(withdrawn.wakesAt).toBeNull();
    expect(claimed().by('manager', solve).by('dispatcher', { verb: 'close' }).wakesAt).toBeNull();
  });
});
