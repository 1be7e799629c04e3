import { describe, expect, it } from 'vitest';
import { defaultCalendar, defaultPolicy, parsePolicy, serviceRules } from '../../src/sla/index.js';
import { whyView, type Surroundings } from '../../src/tickets/index.js';
import { directory } from '../cards/fixtures.js';
import { at } from '../sla/berlin.js';
import { hour, rules, Story } from './given.js';

const surroundings = (story: Story, with_: Partial<Surroundings> = {}): Surroundings => ({
  directory: directory(),
  now: story.now,
  rules,
  ...with_,
});
const why = (story: Story, with_: Partial<Surroundings> = {}) =>
  whyView(story.ticket, surroundings(story, with_));
const deadline = (story: Story, of: string, with_: Partial<Surroundings> = {}) =>
  why(story, with_)?.deadlines.find((each) => each.of === of);

/** A claim after an hour, a question after two, an answer after three. */
const questioned = (): Story =>
  Story.submitted()
    .later(hour)
    .by('manager', { verb: 'claim' })
    .later(hour)
    .by('manager', { verb: 'hold', waitingFor: 'requester', until: null, note: 'Which one?' })
    .later(hour)
    .by('requester', { verb: 'comment', text: 'The left one.' });

const withPolicy = (file: unknown) =>
  serviceRules({ version: 'other', calendar: defaultCalendar, policy: parsePolicy(file) });

describe('why a deadline is what it is', () => {
  it('is told of the promise that counts next, and ends at the deadline of the ticket', () => {
    const fresh = Story.submitted();
    expect(why(fresh)?.counts).toBe('first-response');
    const { dueAt } = deadline(fresh, 'first-response')?.explanation ?? {};
    expect(dueAt).toBe(Date.parse(fresh.ticket.firstResponseDueAt ?? ''));
    const later = questioned();
    expect(why(later)?.counts).toBe('resolution');
    expect(deadline(later, 'resolution')?.explanation.dueAt).toBe(
      Date.parse(later.ticket.resolutionDueAt ?? ''),
    );
  });

  it('tells each pause and its reason', () => {
    const { steps = [] } = deadline(questioned(), 'resolution')?.explanation ?? {};
    expect(steps.find(({ kind }) => kind === 'pause')).toEqual({
      kind: 'pause',
      start: at('2026-11-18 11:00'),
      end: at('2026-11-18 12:00'),
      why: 'requester',
    });
  });

  it('tells what was frozen, and what had happened until then', () => {
    const solved = questioned().later(hour).by('manager', { verb: 'resolve', solution: 'Changed it.' });
    const resolution = deadline(solved, 'resolution');
    expect(resolution).toMatchObject({ isByFormerRules: false, result: { used: 180, met: true } });
    expect(resolution?.explanation.steps.filter(({ kind }) => kind === 'pause')).toHaveLength(1);
    expect(deadline(solved, 'first-response')).toMatchObject({ result: { used: 60, met: true } });
  });

  it('works on closed tickets, and on those that were withdrawn before any answer', () => {
    const withdrawn = Story.submitted().later(hour).by('requester', { verb: 'withdraw', text: '' });
    expect(why(withdrawn)?.counts).toBe('resolution');
    expect(deadline(withdrawn, 'resolution')?.explanation.usedServiceMinutes).toBe(60);
  });

  it('lists no days where the frozen deadline was made by other rules', () => {
    const answered = questioned();
    const hurried = withPolicy({
      targets: { ...defaultPolicy.targets, P3: { firstResponse: 200, resolution: 1000 } },
    });
    const first = deadline(answered, 'first-response', { rules: hurried });
    expect(first).toMatchObject({ source: null, isByFormerRules: false, explanation: { target: 240 } });
    const noService = serviceRules({
      version: 'later',
      calendar: { ...defaultCalendar, closedDates: new Set(['2026-11-18']) },
      policy: defaultPolicy,
    });
    expect(deadline(answered, 'first-response', { rules: noService })).toMatchObject({
      isByFormerRules: true,
      explanation: { steps: [], dueAt: at('2026-11-18 13:00') },
    });
  });

  it('names the exception of the policy that made the promise, and only where it did', () => {
    const story = Story.submitted();
    const exception = withPolicy({
      overrides: [{ when: { category: ['ipad-hardware'] }, targets: { P3: { resolution: 600 } } }],
    });
    expect(deadline(story, 'resolution', { rules: exception })?.source).toEqual({
      kind: 'exception',
      number: 1,
      categories: ['ipad-hardware'],
      schoolTypes: [],
      campuses: [],
    });
    expect(deadline(story, 'first-response', { rules: exception })?.source).toEqual({ kind: 'usual' });
  });

  it('holds no note and no word of a person but the title', () => {
    const noted = questioned().by('manager', { verb: 'note', text: 'secret' });
    const text = JSON.stringify(why(noted));
    for (const word of ['secret', 'Which one?', 'The left one.', 'Manager']) expect(text).not.toContain(word);
  });

  it('is nothing for a draft', () => {
    expect(why(Story.draft())).toBeNull();
  });
});
