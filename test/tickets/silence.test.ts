import { describe, expect, it } from 'vitest';
import { defaultCalendar, defaultPolicy, isoOf, serviceRules } from '../../src/sla/index.js';
import { at, shown } from '../sla/berlin.js';
import { claim, question, rulesWith, Story } from './given.js';

const comment = { verb: 'comment', text: 'Are you there?' } as const;
const asked = () => Story.submitted().by('manager', claim).by('manager', question);

function wakes({ wakesAt }: Story): string | null {
  return wakesAt === null ? null : shown(wakesAt);
}

describe('a requester who does not answer', () => {
  it('is reminded after 3 days, at the next opening', () => {
    const story = asked();
    expect(wakes(story)).toBe('Tue 2026-11-24 07:30');
    expect(story.at('2026-11-24 07:30').clock()).toEqual(['requester-silent']);
    expect([story.calls, story.shows]).toEqual([['requester: requester-silent'], ['requester', 'channel']]);
  });

  it('finds the ticket closed after 5 more days, and is told so', () => {
    const story = asked().at('2026-11-24 07:30');
    story.clock();
    expect(wakes(story)).toBe('Wed 2026-12-02 07:30');
    expect(story.at('2026-12-02 07:29').clock()).toEqual([]);
    expect(story.at('2026-12-02 07:30').clock()).toEqual(['close-for-silence']);
    expect(story.ticket).toMatchObject({ state: 'closed', closedAs: 'no-reply', waitingFor: null });
    expect(story.calls).toEqual(['requester: closed-for-silence']);
    expect(story.wakesAt).toBeNull();
  });

  it('has 5 days from when the reminder was really given', () => {
    const story = asked().at('2026-11-26 10:00');
    expect(story.clock()).toEqual(['requester-silent']);
    expect(wakes(story)).toBe('Fri 2026-12-04 07:30');
  });

  it('is never closed without a reminder', () => {
    const story = asked().at('2027-01-20 10:00');
    expect(story.refusal('system', { verb: 'close-for-silence' })).toBe('wrong-state');
    expect(story.clock()).toEqual(['requester-silent']);
  });

  it('is not counted days on which the school is closed', () => {
    const closed = serviceRules({
      version: 'tomorrow',
      calendar: defaultCalendar,
      policy: defaultPolicy,
      movableHolidays: new Map([['100001', ['2026-11-20']]]),
    });
    expect(wakes(asked().under(closed))).toBe('Wed 2026-11-25 07:30');
    const beforeChristmas = Story.submitted({}, at('2026-12-21 09:00'))
      .by('manager', claim)
      .by('manager', question);
    expect(wakes(beforeChristmas)).toBe('Mon 2027-01-11 07:30');
  });

  it('has time anew after each question of the staff, not after an internal note', () => {
    const story = asked().at('2026-11-19 09:00');
    expect(wakes(story.by('manager', { verb: 'note', text: 'Hm.' }))).toBe('Tue 2026-11-24 07:30');
    expect(wakes(story.by('deputy', comment))).toBe('Wed 2026-11-25 07:30');
  });

  it('has time anew after an own word that is no answer', () => {
    const story = asked().at('2026-11-19 09:00');
    story.by('requester', { verb: 'edit', changes: { room: '7' }, handledBy: null });
    expect(wakes(story)).toBe('Wed 2026-11-25 07:30');
  });

  it('is reminded anew after a second question', () => {
    const story = asked().at('2026-11-24 07:30');
    story.clock();
    story.by('manager', comment);
    expect(wakes(story)).toBe('Mon 2026-11-30 07:30');
    expect(story.at('2026-12-02 07:30').clock()).toEqual(['requester-silent']);
    expect(story.ticket.state).toBe('waiting');
  });

  it('is counted the days although the waiting has a date', () => {
    const later = { ...question, until: isoOf(at('2026-12-11 07:30')) };
    const story = Story.submitted().by('manager', claim).by('manager', later);
    expect(story.at('2026-11-24 07:30').clock()).toEqual(['requester-silent']);
    expect(story.at('2026-12-02 07:30').clock()).toEqual(['close-for-silence']);
  });

  it('is not reminded of a question that is not waited for any more', () => {
    const soon = { ...question, until: isoOf(at('2026-11-20 07:30')) };
    const story = Story.submitted().by('manager', claim).by('manager', soon).at('2026-11-25 09:00');
    expect(story.clock()).toEqual(['resume']);
    expect(story.ticket.state).toBe('claimed');
  });

  it('is asked as long as the ladder says, and not closed where it does not', () => {
    const often = rulesWith({ ladder: { requesterSilent: { remindAfterDays: 1, closeAfterDays: 1 } } });
    const story = asked().under(often).by('manager', comment).at('2026-11-20 07:30');
    expect(story.clock()).toEqual(['requester-silent']);
    expect(wakes(story)).toBe('Tue 2026-11-24 07:30');
    const never = rulesWith({ ladder: { requesterSilent: { remindAfterDays: 1, closeAfterDays: null } } });
    expect(wakes(story.under(never).by('manager', { verb: 'note', text: 'Hm.' }))).toBeNull();
  });
});

describe('a solution that nobody confirms', () => {
  it('is closed after as many service days of silence as the ladder says', () => {
    const soon = rulesWith({ ladder: { resolvedClosesAfterDays: 1 } });
    const story = Story.submitted().under(soon).by('manager', { verb: 'resolve', solution: 'Replaced.' });
    expect(wakes(story)).toBe('Thu 2026-11-19 16:00');
  });
});
