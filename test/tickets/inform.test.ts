import { describe, expect, test } from 'vitest';
import {
  channelView,
  publicView,
  waitForPhone,
  type CallIntention,
  type CallSubject,
  type Surroundings,
  type Ticket,
} from '../../src/tickets/index.js';
import { sampleDirectory } from '../../src/campus/index.js';
import { isoOf } from '../../src/sla/index.js';
import { assignTo, comment, day, release, reopen, rules, solve, Story, wednesday } from './given.js';

const surroundings: Surroundings = { directory: sampleDirectory(), now: wednesday, rules };

const call = (about: CallSubject, entryId: string | null): CallIntention => ({
  kind: 'call',
  key: `${about}:${entryId ?? 'none'}`,
  to: 'requester',
  about,
  entryId,
  at: isoOf(wednesday),
  attempts: 0,
});

const unreached = (ticket: Ticket, ...calls: readonly CallIntention[]): Ticket =>
  calls.reduce((each, one) => waitForPhone(each, one, rules, wednesday), ticket);
const claimed = (): Story => Story.submitted().by('manager', assignTo('manager'));

describe('what does not reach the requester', () => {
  test('waits for a call by phone, shows on the channel’s card, and is ticked off there', () => {
    const story = claimed().by('manager', comment, 'asked');
    const waiting = unreached(story.ticket, call('comment', 'asked'));
    expect(channelView(waiting, surroundings).toInform).toEqual([
      { entryId: 'asked', about: 'comment', text: comment.text, day: null },
    ]);
    expect(waiting.outbox.some((entry) => entry.kind === 'show' && entry.place === 'channel')).toBe(true);
    expect(waiting.revision).toBe(story.ticket.revision + 1);
    story.ticket = waiting;
    story.by('manager', { verb: 'informed', entryIds: ['asked'] });
    expect([story.ticket.toInform, story.shows]).toEqual([[], ['channel']]);
    expect(story.refusal('manager', { verb: 'informed', entryIds: ['asked'] })).toBe('nothing-to-do');
  });

  test('names the day of a visit, of several visits the last one', () => {
    const until = isoOf(wednesday + day);
    const story = claimed()
      .by('manager', { verb: 'plan-visit', until: isoOf(wednesday + 2 * day), note: '' }, 'first')
      .by('manager', { verb: 'plan-visit', until, note: 'Earlier.' }, 'second');
    const waiting = unreached(story.ticket, call('visit', 'first'), call('visit', 'second'));
    expect(channelView(waiting, surroundings).toInform).toEqual([
      { entryId: 'second', about: 'visit', text: 'Earlier.', day: wednesday + day },
    ]);
  });

  test('names the day of a visit also where the ticket that goes on for it has one', () => {
    const until = isoOf(wednesday + day);
    const followed = {
      id: 'R2T4V6',
      revision: 3,
      state: 'waiting',
      closedAs: null,
      waitingFor: 'visit',
      waitingUntil: until,
      solution: null,
    } as const;
    const story = claimed()
      .by('manager', { verb: 'merge', into: 'R2T4V6' })
      .by('system', { verb: 'merged', followed }, 'merged');
    const waiting = unreached(story.ticket, call('visit', 'merged'));
    expect(channelView(waiting, surroundings).toInform).toEqual([
      { entryId: 'merged', about: 'visit', text: '', day: wednesday + day },
    ]);
  });

  test('is told once for each word, and leaves what came since to the next tick', () => {
    const story = claimed().by('manager', comment, 'one').by('manager', comment, 'two');
    const waiting = unreached(
      story.ticket,
      call('comment', 'one'),
      call('comment', 'one'),
      call('comment', 'two'),
    );
    expect(waiting.toInform.map(({ entryId }) => entryId)).toEqual(['one', 'two']);
    story.ticket = waiting;
    story.by('manager', { verb: 'informed', entryIds: ['one'] });
    expect(story.ticket.toInform.map(({ entryId }) => entryId)).toEqual(['two']);
  });

  test('is told no more once it is not true: a visit after a release, a solution after a reopening', () => {
    const planned = claimed().by(
      'manager',
      { verb: 'plan-visit', until: isoOf(wednesday + day), note: '' },
      'planned',
    );
    planned.ticket = unreached(planned.ticket, call('comment', 'asked'), call('visit', 'planned'));
    planned.by('manager', release);
    expect(planned.ticket.toInform.map(({ entryId }) => entryId)).toEqual(['asked']);
    const solved = claimed().by('manager', solve, 'solved');
    solved.ticket = unreached(solved.ticket, call('resolved', 'solved'));
    solved.by('requester', reopen);
    expect([solved.ticket.toInform, solved.shows.includes('channel')]).toEqual([[], true]);
  });

  test('is still told of a solution that nobody contradicted', () => {
    const solved = claimed().by('manager', solve, 'solved');
    solved.ticket = unreached(solved.ticket, call('resolved', 'solved'));
    solved.by('dispatcher', { verb: 'close' });
    expect(solved.ticket.toInform.map(({ about }) => about)).toEqual(['resolved']);
  });

  test.each(['merged', 'split-off', 'assigned'] as const)('is worth no call where it is %s', (about) => {
    const { ticket } = claimed();
    const waiting = unreached({ ...ticket, outbox: [call(about, 'x')] }, call(about, 'x'));
    expect([waiting.toInform, waiting.outbox, waiting.revision]).toEqual([[], [], ticket.revision]);
  });

  test('is kept for the last twenty words', () => {
    const { ticket } = claimed();
    const calls = Array.from({ length: 30 }, (_, index) => call('comment', `c${index}`));
    expect(unreached(ticket, ...calls).toInform.map(({ entryId }) => entryId)).toEqual(
      Array.from({ length: 20 }, (_, index) => `c${index + 10}`),
    );
  });
});

describe('a ticket as anybody may read it', () => {
  test('holds no word and no name of who reported it or who spoke', () => {
    const story = Story.submitted({ phone: '0231 4711', bestTime: 'after ten' }).by('manager', comment);
    const { ticket } = story.by('manager', { verb: 'note', text: 'A secret.' });
    const words = JSON.stringify(publicView(ticket, surroundings));
    for (const secret of [ticket.requester.name, ticket.requester.id, '0231 4711', 'after ten', comment.text])
      expect(words, secret).not.toContain(`"${secret}"`);
    expect(words).not.toContain('A secret.');
    expect(words).not.toContain(ticket.report.description);
    expect(words).toContain(ticket.report.title);
  });
});
