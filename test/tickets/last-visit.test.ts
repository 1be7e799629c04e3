import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, withVisits, type Instant, type VisitTimes } from '../../src/sla/index.js';
import { nextDeadline, type Rules } from '../../src/tickets/index.js';
import { visitInMind } from '../../src/tickets/last-visit.js';
import { at, shown } from '../sla/berlin.js';
import {
  assignTo,
  claim,
  day,
  helpdesk,
  report,
  rules,
  rulesWith,
  Story,
  vendor,
  wednesday,
} from './given.js';

/** From 08:00 to 11:00. */
const visitOn = (date: string): VisitTimes => ({ date, from: at(`${date} 08:00`), to: at(`${date} 11:00`) });

function visiting(dates: readonly string[], others: Rules = rules): Rules {
  const visits = dates.map(visitOn);
  const lastBefore = (_siteId: string, after: Instant, before: Instant): VisitTimes | null =>
    visits.findLast(({ from }) => from >= after && from < before) ?? null;
  return withVisits(others, () => ({ lastBefore }));
}

/** Reported on a Wednesday at 09:00, promised until Monday at 09:30; three quarters are over on Friday at 10:00. */
const claimed = (dates: readonly string[], others?: Rules) =>
  Story.submitted().under(visiting(dates, others)).by('manager', claim);
const [thursday, friday] = ['2026-11-19', '2026-11-20'] as const;

const planFor = (date: string) =>
  ({
    verb: 'plan-visit',
    until: isoOf(visitOn(date).from),
    note: 'With the part.',
    visit: {
      id: `${report.siteId ?? ''}.${date}`,
      siteId: report.siteId ?? '',
      date,
      from: isoOf(visitOn(date).from),
      to: isoOf(visitOn(date).to),
    },
  }) as const;

describe('the reminder of the last visit that could keep a promise', () => {
  it('comes at the opening of the service day before, once, to the channel', () => {
    const story = claimed([friday, '2026-11-27']);
    expect(story.wakesAt === null ? null : shown(story.wakesAt)).toBe('Thu 2026-11-19 07:30');
    expect(story.at('2026-11-19 07:29').clock()).toEqual([]);
    expect(story.at('2026-11-19 07:30').clock()).toEqual(['last-visit']);
    expect([story.calls, story.shows]).toEqual([['channel: last-visit'], ['channel']]);
    expect(story.at('2026-11-20 10:00').clock()).toContain('resolution-75');
  });

  it('is not given where the warning comes before it, or the report so late that the worklist tells of it', () => {
    const early = rulesWith({ ladder: { resolution: { warnPercent: 25 } } });
    expect(claimed([friday], early).at('2026-11-19 07:30').clock()).toEqual(['resolution-75']);
    expect(claimed([thursday]).at('2026-11-18 15:00').clock()).toEqual([]);
    expect(claimed([]).at('2026-11-19 07:30').clock()).toEqual([]);
  });

  it('can be switched off in the policy', () => {
    const off = rulesWith({ ladder: { resolution: { lastVisit: false } } });
    expect(claimed([friday], off).at('2026-11-19 07:30').clock()).toEqual([]);
  });

  it('is pointless once the visit has begun, and wakes nobody', () => {
    const story = claimed([friday]).at('2026-11-20 08:00');
    expect(story.clock()).not.toContain('last-visit');
    const { ticket, now } = story;
    const next = nextDeadline(ticket, visiting([friday]), now);
    expect(next === null || next > now).toBe(true);
  });

  it('is not given while the clock stands still, nor for what is planned for a visit in time', () => {
    expect(claimed([friday]).by('manager', vendor).at('2026-11-19 07:30').clock()).toEqual([]);
    expect(claimed([friday]).by('manager', planFor(friday)).at('2026-11-19 07:30').clock()).toEqual([]);
  });

  it('is given for what is planned for a visit after the deadline', () => {
    const late = claimed([friday, '2026-11-27']).by('manager', planFor('2026-11-27'));
    expect(late.at('2026-11-19 07:30').clock()).toEqual(['last-visit']);
  });

  it('follows a rota that was changed', () => {
    const story = claimed([thursday]).under(visiting([friday]));
    expect(story.at('2026-11-19 07:30').clock()).toEqual(['last-visit']);
  });
});

describe('the warning of a ticket that is planned for a visit', () => {
  it('comes when the visit is over, also once the waiting is', () => {
    const story = claimed([friday]).by('manager', planFor(friday));
    expect(story.at('2026-11-20 08:00').clock()).toEqual(['resume']);
    expect(story.at('2026-11-20 10:59').clock()).toEqual([]);
    expect(story.at('2026-11-20 11:00').clock()).toEqual(['resolution-75']);
  });

  it('comes as usual once somebody has decided otherwise', () => {
    const story = claimed([friday]).by('manager', planFor(friday)).by('manager', { verb: 'resume' });
    expect(visitInMind(story.ticket)).toBeNull();
    expect(story.at('2026-11-20 10:00').clock()).toContain('resolution-75');
  });
});

describe('the visit in mind', () => {
  const planned = () => claimed([thursday, friday]).by('manager', planFor(friday));
  const begun = () => {
    const story = planned().at('2026-11-20 08:00');
    story.clock();
    return story;
  };
  const other = { id: 'R2T4V6', revision: 3, waitingFor: null, waitingUntil: null, solution: null };
  const merge = (story: Story): Story =>
    story
      .by('manager', { verb: 'merge', into: other.id })
      .by('system', { verb: 'merged', followed: { ...other, state: 'claimed', closedAs: null } });

  it('goes on once the visit has begun, whoever of the campus has it', () => {
    expect(visitInMind(planned().ticket)?.date).toBe(friday);
    expect(visitInMind(begun().ticket)?.date).toBe(friday);
    expect(visitInMind(begun().by('manager', assignTo('deputy')).ticket)?.date).toBe(friday);
  });

  it('is nobody’s plan any more where a whole party gets the ticket', () => {
    const provider = { ...helpdesk, party: 'provider' } as const;
    const story = planned().by('dispatcher', { verb: 'assign', handledBy: provider });
    expect(visitInMind(story.ticket)).toBeNull();
    expect(story.at('2026-11-20 10:00').clock()).toContain('resolution-75');
    expect(visitInMind(begun().by('dispatcher', { verb: 'assign', handledBy: provider }).ticket)).toBeNull();
  });

  it('ends with a merge, also where the ticket goes its own way again', () => {
    const separated = merge(planned()).by('requester', {
      verb: 'unmerge',
      text: '',
      assigneeInForce: true,
      grounds: { schoolType: null, campusId: null },
    });
    expect(visitInMind(separated.ticket)).toBeNull();
    const followed = { ...other, revision: 4, state: 'closed', closedAs: 'withdrawn' } as const;
    expect(visitInMind(merge(begun()).by('system', { verb: 'news', followed }).ticket)).toBeNull();
  });
});

describe('whatever the rota is', () => {
  it('the clock comes to rest, gives each reminder once, and none of a visit that has begun', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 6 }).map((days) =>
      days
        .filter((each) => ![3, 4, 10, 11].includes(each))
        .toSorted((one, other) => one - other)
        .map((each) => isoOf(wednesday + each * day).slice(0, 10)),
    );
    fc.assert(
      fc.property(dates, fc.array(fc.integer({ min: 1, max: 96 }), { maxLength: 12 }), (days, hours) => {
        const story = claimed(days);
        const given: string[] = [];
        for (const later of hours) {
          const stages = story.later(later * 3_600_000).clock();
          const { now, ticket } = story;
          given.push(...stages.filter((stage) => stage === 'last-visit'));
          const next = nextDeadline(ticket, visiting(days), now);
          expect(next === null || next > now).toBe(true);
          if (stages.includes('last-visit')) {
            expect(days.map(visitOn).some(({ from }) => from > now)).toBe(true);
          }
        }
        expect(given.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
