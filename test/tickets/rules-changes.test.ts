import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import { clocksOf, groundsOf, type Report, type TicketGrounds } from '../../src/tickets/index.js';
import { at, shown } from '../sla/berlin.js';
import { claim, hour, rules, rulesWith, south, Story, urgent } from './given.js';

const none: TicketGrounds = { schoolType: null, campusId: null };
const north: TicketGrounds = { schoolType: 'Grundschule', campusId: 'north' };
const recompute = (grounds = none) => ({ verb: 'recompute', rulesVersion: 'tomorrow', grounds }) as const;

const targets = (firstResponse: number) => {
  const each = { firstResponse, resolution: 1440 };
  return rulesWith(
    { targets: { P1: each, P2: each, P3: each, P4: each } },
    `first response ${firstResponse}`,
  );
};

/** 240 service minutes to the first response, reminded at 75 % of them. */
const reminded = () => {
  const story = Story.submitted().at('2026-11-18 12:00');
  expect(story.clock()).toEqual(['first-response-75']);
  return story;
};

function wakes({ wakesAt }: Story): string | null {
  return wakesAt === null ? null : shown(wakesAt);
}

describe('other rules', () => {
  it('move every promise, call nobody and redraw the cards that show one', () => {
    const story = Story.submitted().under(targets(60)).by('system', recompute());
    expect(story.ticket).toMatchObject({
      firstResponseDueAt: isoOf(at('2026-11-18 10:00')),
      nextPromiseAt: isoOf(at('2026-11-18 10:00')),
      rulesVersion: 'first response 60',
    });
    expect([story.calls, story.shows]).toEqual([[], ['requester', 'channel']]);
    expect(wakes(story)).toBe('Wed 2026-11-18 09:45');
  });

  it('redraw no card where no deadline moved', () => {
    const story = Story.submitted()
      .under(rulesWith({ nextUpdate: 60 }))
      .by('system', recompute());
    expect([story.calls, story.shows]).toEqual([[], []]);
  });

  it('move the card of the requester, too, where a note is the first thing that happens under them', () => {
    const story = Story.submitted().under(targets(60)).by('manager', { verb: 'note', text: 'Hm.' });
    expect(story.shows).toEqual(['requester', 'channel']);
    expect(story.ticket.rulesVersion).toBe('first response 60');
  });

  it('are refused where the ticket knows them and its grounds, without an entry in the history', () => {
    const story = Story.submitted();
    expect(story.refusal('system', recompute())).toBe('nothing-to-do');
    story.by('system', recompute(north));
    expect(story.ticket.grounds).toEqual(north);
    expect(story.refusal('system', recompute(north))).toBe('nothing-to-do');
    expect(story.refusal('system', recompute())).toBe('accepted');
  });

  it('give an offer that nobody was reminded of another time for its answer', () => {
    const story = Story.submitted()
      .by('manager', claim)
      .by('manager', { verb: 'offer', to: south, note: '' });
    story.under(rulesWith({ ladder: { offerAnswerAfter: 15 } })).by('system', recompute());
    expect(story.ticket.offer?.answerDueAt).toBe(isoOf(at('2026-11-18 09:15')));
    expect(story.shows).toEqual(['channel', 'offer']);
    story.at('2026-11-18 09:15').clock();
    story.under(rules).by('system', recompute());
    expect(story.ticket.offer).toMatchObject({
      reminded: true,
      answerDueAt: isoOf(at('2026-11-18 09:15')),
    });
  });
});

describe('a ticket that was closed while the directory changed', () => {
  const policy = rulesWith({
    overrides: [{ when: { campus: ['north'] }, targets: { P3: { resolution: 480 } } }],
  });
  const closed = () =>
    Story.submitted()
      .by('manager', { verb: 'resolve', solution: 'Replaced.' })
      .by('dispatcher', { verb: 'close' })
      .under(policy)
      .later(hour);
  const reopen = { verb: 'reopen', text: '', assigneeInForce: true } as const;
  const target = ({ ticket, now }: Story) => clocksOf(ticket, policy, now)?.resolution.target;

  it('is promised what the grounds of today say once it is open again', () => {
    expect(target(closed().by('requester', { ...reopen, grounds: north }))).toBe(480);
  });

  it('keeps its grounds where an earlier version reopened it without any', () => {
    const story = closed().by('requester', reopen);
    expect([story.ticket.grounds, target(story)]).toEqual([none, 1440]);
  });
});

describe('a recomputation', () => {
  it('resends no reminder of a stage that was reached already when one was given', () => {
    const story = reminded().under(targets(230)).by('system', recompute());
    expect(story.clock()).toEqual([]);
    expect(story.at('2026-11-18 12:27').clock()).toEqual(['first-response-at-risk']);
    expect(story.at('2026-11-18 12:50').clock()).toEqual(['first-response-100']);
  });

  it('that moves a deadline to later makes a new reminder', () => {
    const story = reminded().under(targets(400)).by('system', recompute());
    expect(story.clock()).toEqual([]);
    expect(wakes(story)).toBe('Wed 2026-11-18 14:00');
    expect(story.at('2026-11-18 14:00').clock()).toEqual(['first-response-75']);
  });

  it('that passes several stages gives the highest only', () => {
    const story = reminded().under(targets(60)).by('system', recompute());
    expect(story.clock()).toEqual(['first-response-at-risk', 'first-response-helpdesk']);
  });

  it('there and back again resends nothing', () => {
    const story = reminded().under(targets(230)).by('system', recompute());
    story.clock();
    story.under(rules).by('system', recompute(), 'back');
    expect(story.ticket.firstResponseDueAt).toBe(isoOf(at('2026-11-18 13:00')));
    expect(story.clock()).toEqual([]);
  });

  it('that moves a stage, and not the deadline, repeats no reminder', () => {
    const later = rulesWith({ ladder: { firstResponse: { warnPercent: 80 } } });
    const story = reminded().under(later).by('system', recompute());
    expect(story.at('2026-11-18 12:30').clock()).toEqual([]);
  });

  it('brings what was overdue back in time, and reminds when it is overdue again', () => {
    const story = Story.submitted(urgent).at('2026-11-18 09:30');
    story.clock();
    story.under(targets(120)).by('system', recompute());
    expect(story.clock()).toEqual([]);
    expect(story.at('2026-11-18 10:30').clock()).toEqual(['first-response-75']);
  });
});

describe('the grounds of a ticket', () => {
  const directory = {
    school: (id: string) => (id === '100001' ? { type: 'Grundschule' } : undefined),
    site: (id: string) => (id === '100001-1' ? { campusId: 'north' } : undefined),
  };
  const grounds = (changes: Partial<Report>) =>
    groundsOf({ report: { ...Story.draft().ticket.report, ...changes } }, directory);

  it('are the kind of its school and the campus of its site, whoever handles it', () => {
    expect(grounds({})).toEqual({ schoolType: 'Grundschule', campusId: 'north' });
  });

  it('are unknown where the directory does not know them', () => {
    expect(grounds({ schoolId: '999999', siteId: null })).toEqual(none);
    expect(grounds({ schoolId: null, siteId: '999999-1' })).toEqual(none);
  });
});
