import { describe, expect, it } from 'vitest';
import { stillTold } from '../../src/delivery/still-told.js';
import type { Ticket } from '../../src/tickets/index.js';
import { callSubjects, type CallSubject } from '../../src/tickets/outbox.js';
import { duplicate, entry, situations, submitted, ticket } from '../cards/fixtures.js';

const at = '2026-11-24T08:00:00.000Z';
const situation = (name: string): Ticket => situations()[name] ?? ticket();
const kept = (after: Ticket, later: CallSubject, among: readonly CallSubject[]) =>
  among.filter((earlier) => {
    const told = [earlier, later].map((about) => ({ about, entryId: null }));
    const still = stillTold(after, told, at);
    return still.length === 2;
  });

const toRequester: readonly CallSubject[] = [
  'comment',
  'visit',
  'resolved',
  'closed-for-silence',
  'requester-silent',
  'first-response-at-risk',
  'resolution-at-risk',
  'merged',
  'unmerged',
  'split-off',
];
const toChannel = callSubjects.filter((about) => about === 'unmerged' || !toRequester.includes(about));

/** Words, and what other tickets answered: nothing later makes them wrong. */
const words: readonly CallSubject[] = ['requester-comment', 'merge-refused', 'order-refused'];
const whileOpen: readonly CallSubject[] = [
  'reopened',
  'exam-now',
  'offer-declined',
  'priority-raised',
  'assigned',
  'unmerged',
  'waiting-over',
];
const ofSolution: readonly CallSubject[] = ['resolution-75', 'resolution-100', 'last-visit', 'next-update'];
const ofAnswer: readonly CallSubject[] = [
  'first-response-75',
  'first-response-100',
  'first-response-helpdesk',
];
const ofOffer: readonly CallSubject[] = ['offer', 'offer-unanswered', 'offer-absence'];

const worked = [...words, ...whileOpen, ...ofSolution];
const fresh = [...worked, ...ofAnswer];
const offered = [...worked, ...ofOffer];
const without = (all: readonly CallSubject[], ...gone: readonly CallSubject[]) =>
  all.filter((about) => !gone.includes(about));

describe('one message that gathers two events', () => {
  it.each<[later: CallSubject, after: Ticket, still: readonly CallSubject[]]>([
    ['comment', situation('commented'), ['comment', 'resolution-at-risk', 'unmerged', 'split-off']],
    ['visit', situation('waiting-visit'), ['comment', 'unmerged', 'split-off']],
    ['resolved', situation('resolved'), ['comment', 'split-off']],
    ['closed-for-silence', situation('closed-no-reply'), ['comment', 'split-off']],
    ['requester-silent', situation('waiting-reminded'), ['comment', 'unmerged', 'split-off']],
    [
      'first-response-at-risk',
      situation('overdue'),
      ['comment', 'resolution-at-risk', 'unmerged', 'split-off'],
    ],
    ['resolution-at-risk', situation('resolution-overdue'), ['comment', 'unmerged', 'split-off']],
    // Never together: a closed ticket becomes one with no other.
    ['merged', ticket(duplicate.worked), ['comment', 'closed-for-silence', 'merged', 'split-off']],
    ['unmerged', situation('claimed'), ['comment', 'resolution-at-risk', 'unmerged', 'split-off']],
    ['split-off', situation('claimed'), ['comment', 'resolution-at-risk', 'unmerged', 'split-off']],
  ])('tells the requester of %s and what is still so', (later, after, still) => {
    expect(kept(after, later, toRequester)).toEqual(still);
  });

  it.each<[later: CallSubject, after: Ticket, still: readonly CallSubject[]]>([
    ['requester-comment', situation('claimed'), worked],
    ['reopened', situation('claimed'), without(worked, 'reopened')],
    ['withdrawn', situation('closed-withdrawn'), words],
    ['exam-now', situation('claimed'), worked],
    ['offer', situation('offered'), offered],
    ['offer-declined', situation('claimed'), worked],
    ['offer-unanswered', situation('offered'), without(offered, 'offer-unanswered')],
    ['offer-absence', situation('offered'), without(offered, 'offer-absence')],
    ['merge-refused', situation('claimed'), worked],
    ['unmerged', situation('claimed'), worked],
    ['order-refused', situation('claimed'), worked],
    ['priority-raised', situation('claimed'), worked],
    ['assigned', situation('claimed'), without(worked, 'assigned')],
    ['first-response-75', situation('new'), fresh],
    ['first-response-100', situation('overdue'), without(fresh, 'first-response-75')],
    [
      'first-response-helpdesk',
      situation('overdue'),
      without(fresh, 'first-response-75', 'first-response-100'),
    ],
    ['resolution-75', situation('resolution-short'), worked],
    ['resolution-100', situation('resolution-overdue'), without(worked, 'resolution-75')],
    ['last-visit', situation('resolution-short'), without(worked, 'last-visit')],
    ['next-update', situation('claimed'), without(worked, 'next-update')],
    ['waiting-over', situation('claimed'), worked],
  ])('tells the team of %s and what is still so', (later, after, still) => {
    expect(kept(after, later, toChannel).toSorted()).toEqual([...still].toSorted());
  });

  it('names each kind of event in one of the two tables', () => {
    expect(new Set([...toRequester, ...toChannel])).toEqual(new Set(callSubjects));
  });

  it('says no more that an answer is waited for, but keeps the question itself', () => {
    const asks = entry({ verb: 'hold', waitingFor: 'requester', until: null, note: '' }, 'staff', 20);
    const question = entry(
      { verb: 'hold', waitingFor: 'requester', until: null, note: 'Which?' },
      'staff',
      21,
    );
    const resolved = situation('resolved');
    const after = { ...resolved, history: [submitted, asks, question, ...resolved.history.slice(-1)] };
    const told = [asks, question].map(({ id }) => ({ about: 'comment', entryId: id }) as const);
    const last = { about: 'resolved', entryId: resolved.history.at(-1)?.id ?? null } as const;
    expect(stillTold(after, [...told, last], at)).toEqual([told[1], last]);
  });
});
