import { describe, expect, it } from 'vitest';
import { instantOf, isoOf } from '../../src/sla/index.js';
import { at, shown } from '../sla/berlin.js';
import {
  assignTo,
  campus,
  claim,
  comment,
  hour,
  minute,
  people,
  question,
  release,
  solve,
  type Somebody,
  south,
  Story,
  urgent,
  wednesday,
} from './given.js';
import type { TicketCommand } from '../../src/tickets/index.js';

const visit = { verb: 'plan-visit', until: isoOf(at('2026-11-20 07:30')), note: '' } as const;

/** Minutes after submit at which the first response counts, null as long as there was none. */
function respondedAfter({ ticket: { firstRespondedAt } }: Story): number | null {
  return firstRespondedAt === null ? null : (instantOf(firstRespondedAt) - wednesday) / minute;
}

function afterTenMinutes(who: Somebody, command: TicketCommand): number | null {
  return respondedAfter(
    Story.submitted()
      .later(10 * minute)
      .by(who, command),
  );
}

describe('the first response', () => {
  it.each([
    ['a claim', 'manager', claim],
    ['a planned visit', 'manager', visit],
    ['the solution', 'manager', solve],
    ['the dispatcher’s comment', 'dispatcher', comment],
    ['a manager’s comment while nobody has it', 'manager', comment],
  ] as const)('is %s', (_, who, command) => {
    expect(afterTenMinutes(who, command)).toBe(10);
  });

  it.each([
    ['the requester’s comment', 'requester', comment],
    ['an internal note', 'manager', { verb: 'note', text: 'The old one.' }],
    ['an assignment', 'manager', assignTo('deputy')],
    ['an offer', 'manager', { verb: 'offer', to: south, note: '' }],
    ['an alarm of the requester', 'requester', { verb: 'escalate', text: '' }],
  ] as const)('is not %s', (_, who, command) => {
    expect(afterTenMinutes(who, command)).toBeNull();
  });

  it('is no claim from before a merge that leaves the ticket with nobody once it is undone', () => {
    const other = { id: 'R2T4V6', revision: 3, waitingFor: null, waitingUntil: null, solution: null };
    const duplicate = (): Story =>
      Story.submitted()
        .by('manager', claim)
        .by('manager', { verb: 'merge', into: other.id })
        .by('system', { verb: 'merged', followed: { ...other, state: 'claimed', closedAs: null } });
    const grounds = { schoolType: null, campusId: null };
    const undone = (assigneeInForce: boolean): Story =>
      duplicate().by('requester', { verb: 'unmerge', text: '', assigneeInForce, grounds });
    expect([undone(true), undone(false)].map(respondedAfter)).toEqual([0, null]);
    const followed = { ...other, revision: 4, state: 'closed', closedAs: 'no-reply' } as const;
    expect(respondedAfter(duplicate().by('system', { verb: 'news', followed }))).toBeNull();
  });

  it('is the assignee’s comment, not a colleague’s', () => {
    const assigned = Story.submitted()
      .by('manager', assignTo('deputy'))
      .later(5 * minute)
      .by('manager', comment);
    expect(respondedAfter(assigned)).toBeNull();
    expect(respondedAfter(assigned.later(5 * minute).by('deputy', comment))).toBe(10);
  });

  it('is the question with which a ticket is put on hold, not the waiting itself', () => {
    const assigned = () =>
      Story.submitted()
        .by('manager', assignTo('deputy'))
        .later(10 * minute);
    expect(respondedAfter(assigned().by('deputy', { ...question, waitingFor: 'vendor' }))).toBeNull();
    expect(respondedAfter(assigned().by('deputy', question))).toBe(10);
  });

  it('is not a claim that was released without a comment; the next one counts', () => {
    const released = Story.submitted()
      .later(5 * minute)
      .by('manager', claim)
      .by('manager', release);
    expect(respondedAfter(released)).toBeNull();
    expect(respondedAfter(released.later(5 * minute).by('deputy', claim))).toBe(10);
  });

  it('is not a claim that was handed to a whole campus without a comment', () => {
    const handedOn = Story.submitted()
      .by('dispatcher', claim)
      .by('dispatcher', { verb: 'assign', handledBy: { ...campus, ...south, person: null }, note: '' });
    expect(respondedAfter(handedOn)).toBeNull();
    expect(respondedAfter(handedOn.later(5 * minute).by('otherManager', claim))).toBe(5);
  });

  it('is the first claim, also where another campus takes the ticket over', () => {
    const story = Story.submitted()
      .later(5 * minute)
      .by('manager', claim);
    story.by('manager', { verb: 'offer', to: south, note: '' }).later(hour);
    const taken = { ...campus, ...south, person: people.otherManager };
    expect(respondedAfter(story.by('otherManager', { verb: 'accept', handledBy: taken }))).toBe(5);
  });

  it('is a claim that was released after a comment, from the claim on', () => {
    const story = Story.submitted()
      .later(5 * minute)
      .by('manager', claim)
      .later(minute)
      .by('manager', comment);
    expect(respondedAfter(story.by('manager', release))).toBe(5);
  });

  it('stays what it was, whatever comes later', () => {
    const story = Story.submitted()
      .later(5 * minute)
      .by('manager', claim)
      .later(minute)
      .by('manager', comment);
    story.by('manager', release).later(hour).by('deputy', claim).by('deputy', solve);
    story.by('requester', { verb: 'reopen', text: '', assigneeInForce: false });
    expect(respondedAfter(story)).toBe(5);
  });

  it('is promised in service time, and the promise stays when it was kept', () => {
    const story = Story.submitted(urgent, at('2026-11-18 15:45'));
    expect(promise(story)).toBe('Thu 2026-11-19 07:45');
    expect(promise(story.by('manager', claim))).toBe('Thu 2026-11-19 07:45');
  });

  it('is promised from the report on where the priority changes', () => {
    const story = Story.submitted();
    expect(promise(story)).toBe('Wed 2026-11-18 13:00');
    expect(promise(story.later(hour).by('requester', { verb: 'escalate', text: '' }))).toBe(
      'Wed 2026-11-18 11:00',
    );
  });
});

describe('the reminders of the first response', () => {
  it('come at 75 % and at 100 % to the channel, and 60 service minutes later to the help desk, each once', () => {
    const story = Story.submitted(urgent);
    expect(shown(story.wakesAt ?? 0)).toBe('Wed 2026-11-18 09:22:30');
    expect(story.at('2026-11-18 09:22:29').clock()).toEqual([]);
    expect(story.at('2026-11-18 09:22:30').clock()).toEqual(['first-response-75']);
    expect(story.calls).toEqual(['channel: first-response-75']);
    expect(story.at('2026-11-18 09:27').clock()).toEqual(['first-response-at-risk']);
    expect(shown(story.wakesAt ?? 0)).toBe('Wed 2026-11-18 09:30');
    expect(story.at('2026-11-18 09:30').clock()).toEqual(['first-response-100']);
    expect(story.calls).toEqual(['channel: first-response-100']);
    expect(shown(story.wakesAt ?? 0)).toBe('Wed 2026-11-18 10:30');
    expect(story.at('2026-11-18 10:30').clock()).toEqual(['first-response-helpdesk']);
    expect(story.calls).toEqual(['helpdesk: first-response-helpdesk']);
    expect(story.at('2026-11-18 11:59').clock()).toEqual([]);
  });

  it('tell the requester that the promise is going to be missed before it is missed, once', () => {
    const story = Story.submitted(urgent).at('2026-11-18 09:22:30');
    story.clock();
    expect(shown(story.wakesAt ?? 0)).toBe('Wed 2026-11-18 09:27');
    expect(story.at('2026-11-18 09:27').clock()).toEqual(['first-response-at-risk']);
    expect(story.calls).toEqual(['requester: first-response-at-risk']);
    expect(story.at('2026-11-18 11:59').clock()).not.toContain('first-response-at-risk');
  });

  it('tell the requester even where the clock comes too late for it, unless there was an answer', () => {
    const late = Story.submitted(urgent).later(hour);
    expect(late.clock()).toContain('first-response-at-risk');
    expect(Story.submitted(urgent).by('manager', claim).later(hour).clock()).toEqual([]);
  });

  it('that fall into the night come at opening time, as one', () => {
    const story = Story.submitted(urgent, at('2026-11-18 15:30'));
    expect(story.at('2026-11-18 15:52:30').clock()).toEqual(['first-response-75']);
    expect(story.at('2026-11-18 15:57').clock()).toEqual(['first-response-at-risk']);
    expect(story.at('2026-11-18 23:00').clock()).toEqual([]);
    expect(story.at('2026-11-19 07:30').clock()).toEqual(['first-response-100']);
  });

  it('that fall on closing time come at the next opening', () => {
    const story = Story.submitted({ scope: 'one', blocked: true }, at('2026-11-20 12:30'));
    expect(story.at('2026-11-20 14:00').clock()).toEqual([]);
    expect(shown(story.wakesAt ?? 0)).toBe('Mon 2026-11-23 07:30');
    expect(story.at('2026-11-23 07:30').clock()).toEqual(['first-response-75']);
  });

  it('count from the next opening where the report came in the night before holidays', () => {
    const story = Story.submitted(urgent, at('2026-12-24 22:00'));
    expect(promise(story)).toBe('Mon 2026-12-28 08:00');
    expect(shown(story.wakesAt ?? 0)).toBe('Mon 2026-12-28 07:52:30');
  });

  it('skip the lower stage where the clock comes late', () => {
    expect(toChannel(Story.submitted(urgent).later(hour).clock())).toEqual(['first-response-100']);
    expect(
      toChannel(
        Story.submitted(urgent)
          .later(2 * hour)
          .clock(),
      ),
    ).toEqual(['first-response-helpdesk']);
  });

  it('skip the lower stage where a recomputation passes both', () => {
    const story = Story.submitted({ scope: 'one' }).later(2 * hour + minute);
    expect(story.clock()).toEqual([]);
    story.by('requester', { verb: 'escalate', text: '' });
    expect(toChannel(story.clock())).toEqual(['first-response-100']);
  });

  it('come anew for a deadline that moved, and their keys name it', () => {
    const story = Story.submitted().at('2026-11-18 12:00');
    expect(story.clock()).toEqual(['first-response-75']);
    const [first] = story.outbox.filter(({ kind }) => kind === 'tell');
    story.by('requester', { verb: 'escalate', text: '' });
    expect(toChannel(story.clock())).toEqual(['first-response-helpdesk']);
    const [second] = story.outbox.filter(({ kind }) => kind === 'tell');
    expect(first?.key).toBe(`K7M3QX:first-response-75:${isoOf(at('2026-11-18 13:00'))}`);
    expect(second?.key).toBe(`K7M3QX:first-response-helpdesk:${isoOf(at('2026-11-18 11:00'))}:helpdesk`);
  });

  it('come at the same stage again for a later deadline', () => {
    const story = Story.submitted({ blocked: true }).at('2026-11-18 10:30');
    expect(story.clock()).toEqual(['first-response-75']);
    story.by('requester', { verb: 'edit', changes: { blocked: false }, handledBy: null });
    expect(story.at('2026-11-18 11:59').clock()).toEqual([]);
    expect(story.at('2026-11-18 12:00').clock()).toEqual(['first-response-75']);
  });

  it('do not come once somebody responded, and come again after a release without comment', () => {
    const story = Story.submitted(urgent)
      .by('manager', claim)
      .later(23 * minute);
    expect(story.clock()).toEqual([]);
    expect(story.by('manager', release).clock()).toEqual(['first-response-75']);
  });

  it('are refused where somebody responded after the clock looked', () => {
    const story = Story.submitted(urgent).by('manager', claim).later(hour);
    const dueAt = story.ticket.firstResponseDueAt ?? '';
    expect(story.refusal('system', { verb: 'remind', stage: 'first-response-100', dueAt })).toBe(
      'wrong-state',
    );
  });

  it('are refused before their time, for an old deadline, and below a stage that was sent', () => {
    const story = Story.submitted(urgent);
    const dueAt = story.ticket.firstResponseDueAt ?? '';
    const remind = (stage: 'first-response-75' | 'first-response-100', due = dueAt) =>
      story.refusal('system', { verb: 'remind', stage, dueAt: due });
    expect(remind('first-response-75')).toBe('wrong-state');
    story.later(hour);
    expect(remind('first-response-100', isoOf(wednesday))).toBe('wrong-state');
    story.clock();
    expect(remind('first-response-75')).toBe('wrong-state');
  });

  it('go on while an assignee has said nothing', () => {
    const story = Story.submitted(urgent).by('manager', assignTo('deputy'));
    expect(toChannel(story.later(hour).clock())).toEqual(['first-response-100']);
  });
});

/** What the clock gave to the people who have to work, without what it told the requester. */
function toChannel(given: readonly string[]): string[] {
  return given.filter((stage) => stage !== 'first-response-at-risk');
}

function promise({ ticket: { firstResponseDueAt } }: Story): string {
  return firstResponseDueAt === null ? '' : shown(instantOf(firstResponseDueAt));
}
