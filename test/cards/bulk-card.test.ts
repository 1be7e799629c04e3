import { describe, expect, it } from 'vitest';
import { newBulk, type BulkJob, type BulkResult } from '../../src/bulk/index.js';
import { bulkCard, withWayBack, type Card } from '../../src/cards/index.js';
import { texts } from '../../src/i18n/index.js';
import { manager, now, rules } from './fixtures.js';

const { bulk } = texts('en').lists;
const ticketIds = ['K7M3QX', 'K7M3QY'];
const solved: BulkResult = {
  ticketId: 'K7M3QX',
  kind: 'refused',
  refusal: { code: 'wrong-state', verb: 'resolve', state: 'resolved' },
};
const job: BulkJob = newBulk(
  {
    id: 'order',
    by: { id: manager.id, name: manager.name },
    language: 'en',
    command: { verb: 'resolve', solution: 'New cable' },
    ticketIds,
    place: { conversation: { serviceUrl: 'https://example.org', conversationId: '19:channel' }, root: 'm1' },
  },
  now,
);
const cardOf = (changes: Partial<BulkJob>): Card => {
  const { timeZone } = rules.calendar;
  return bulkCard({ job: { ...job, ...changes }, to: null, mention: null, now, timeZone }, 'en');
};

describe('the card of a command to many tickets', () => {
  it('promises the result while nothing is done, because the answer to the press is never drawn anew', () => {
    expect(JSON.stringify(cardOf({}))).toContain(bulk.resultFollows);
    expect(JSON.stringify(cardOf({ results: [solved] }))).toContain(bulk.running(1, 2));
  });

  it('says in which state the ticket was by then, and speaks of no other card', () => {
    const finishedAt = new Date(now).toISOString();
    const results: readonly BulkResult[] = [solved, { ticketId: 'K7M3QY', kind: 'done' }];
    const words = JSON.stringify(cardOf({ results, finishedAt }));
    expect(words).toContain('K7M-3QX: “Resolved” by now');
    expect(words).toContain('1 done, 1 not possible');
  });

  it('has the way back to the list in sight, as its only button', () => {
    const card = withWayBack(cardOf({}), { search: 'printer' }, 'en');
    expect(card['actions']).toMatchObject([{ verb: 'list.page', mode: 'primary' }]);
  });
});
