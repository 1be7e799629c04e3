import { describe, expect, test } from 'vitest';
import {
  afterBulkPage,
  afterTelling,
  bulkLimit,
  claimBulk,
  countsOf,
  newBulk,
  pageOf,
  requestOf,
  stageOf,
  type BulkJob,
} from '../../src/bulk/index.js';
import { isoOf } from '../../src/sla/index.js';
import type { Ticket } from '../../src/tickets/index.js';
import { claim, day, helpdesk, minute, people, Story, wednesday } from '../tickets/given.js';

const conversation = { serviceUrl: 'https://example.org', conversationId: 'chat' };
const order = (count: number): BulkJob =>
  newBulk(
    {
      id: 'order',
      by: { id: 'manager', name: 'Manager' },
      language: 'de',
      command: { verb: 'resolve', solution: 'Done' },
      ticketIds: Array.from({ length: count }, (_, index) => `T${String(index)}`),
      place: { conversation, root: null },
    },
    wednesday,
  );

describe('a command to many tickets', () => {
  test('names each ticket once, and no more than one command may change', () => {
    const job = newBulk({ ...order(1), ticketIds: ['A', 'B', 'A'] }, wednesday);
    expect(job.ticketIds).toEqual(['A', 'B']);
    expect(order(500).ticketIds).toHaveLength(bulkLimit);
  });

  test('is worked off page by page, and over with the last ticket', () => {
    let job = order(23);
    const seen: string[] = [];
    while (stageOf(job) === 'work') {
      const page = pageOf(job);
      expect(page.length).toBeGreaterThan(0);
      seen.push(...page);
      job = afterBulkPage(
        job,
        page.map((ticketId) => ({ ticketId, kind: 'done' })),
        wednesday,
      );
    }
    expect(seen).toEqual(job.ticketIds);
    expect(countsOf(job)).toEqual({ done: 23, refused: 0, failed: 0, left: 0 });
    expect(stageOf(job)).toBe('tell');
  });

  test('is due again where whoever has reserved it dies', () => {
    expect(claimBulk(order(1), wednesday, minute).wakeAt).toBe(isoOf(wednesday + minute));
  });

  test('is forgotten a week after its end was told', () => {
    const over = afterBulkPage(order(1), [{ ticketId: 'T0', kind: 'done' }], wednesday);
    const told = afterTelling(over, { ...over.place, activityId: 'm1' }, wednesday);
    expect(stageOf(told)).toBe('remove');
    expect(told.wakeAt).toBe(isoOf(wednesday + 7 * day));
  });

  test('plans each ticket for the next visit of its own site, once', () => {
    const { ticket } = Story.submitted();
    const visit = {
      id: 'v1',
      siteId: '100001-1',
      date: '2026-11-19',
      from: wednesday + day,
      to: wednesday + day + minute,
    };
    const job = {
      command: { verb: 'next-visit', note: 'Then' },
      by: { id: 'manager', name: 'Manager' },
    } as const;
    const request = requestOf(job, ticket, () => [visit], wednesday);
    expect(request).toMatchObject({
      verb: 'plan-visit',
      untilDate: '2026-11-19',
      note: 'Then',
      visit: { id: 'v1' },
    });
    expect(requestOf(job, ticket, () => [], wednesday)).toBe('no-visit');
    expect(requestOf(job, ticket, undefined, wednesday)).toBe('no-visit');
    const planned = { ...ticket, visit: { ...visit, from: isoOf(visit.from), to: isoOf(visit.to) } };
    expect(requestOf(job, planned, () => [visit], wednesday)).toBe('as-wanted');
  });

  test('closes what is solved, and has done so where that is closed already', () => {
    const job = { command: { verb: 'close' }, by: people.dispatcher } as const;
    const solved = Story.submitted().by('manager', { verb: 'resolve', solution: 'Done' });
    expect(requestOf(job, solved.ticket, undefined, wednesday)).toEqual({ verb: 'close' });
    const closed = solved.by('dispatcher', { verb: 'close' }).ticket;
    expect(requestOf(job, closed, undefined, wednesday)).toBe('as-wanted');
    expect(requestOf(job, { ...closed, closedAs: 'no-reply' }, undefined, wednesday)).toEqual({
      verb: 'close',
    });
  });

  test('takes over what that person is asked to, and nothing that was offered otherwise', () => {
    const job = { command: { verb: 'accept' }, by: people.deputy } as const;
    const asked = (to: Ticket['offer']): ReturnType<typeof requestOf> =>
      requestOf(job, { ...ticket, offer: to }, undefined, wednesday);
    const { ticket } = Story.submitted().by('manager', claim);
    const by = people.manager;
    const offer = {
      by,
      at: isoOf(wednesday),
      note: '',
      answerDueAt: isoOf(wednesday + minute),
      reminded: false,
    };
    const { party, campusId } = ticket.handledBy ?? helpdesk;
    expect(asked({ ...offer, to: { party, campusId, person: people.deputy } })).toEqual({ verb: 'accept' });
    expect(asked({ ...offer, to: { party, campusId, person: people.otherManager } })).toBe('not-offered');
    expect(asked({ ...offer, to: { party: 'helpdesk', campusId: null } })).toBe('not-offered');
    expect(asked(null)).toBe('not-offered');
    const taken = Story.submitted().by('deputy', claim).ticket;
    expect(requestOf(job, taken, undefined, wednesday)).toBe('as-wanted');
  });
});
