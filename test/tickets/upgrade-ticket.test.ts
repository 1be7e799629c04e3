import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import { decide, ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { at } from '../sla/berlin.js';
import { actor, claim, rules, rulesWith, Story, urgent } from './given.js';

const grounds = { schoolType: 'Grundschule', campusId: 'north' };
const recompute = {
  id: 'job',
  actor: actor('system'),
  command: { verb: 'recompute', rulesVersion: 'today', grounds },
} as const;

/** The document as release 1 wrote it. */
function ofVersion1(ticket: Ticket): { readonly id: string; readonly schemaVersion: number } {
  const {
    resolutionDueAt: _resolutionDueAt,
    nextUpdateDueAt: _nextUpdateDueAt,
    nextPromiseAt: _nextPromiseAt,
    results: _results,
    grounds: _grounds,
    rulesVersion: _rulesVersion,
    ...rest
  } = ticket;
  return { ...rest, schemaVersion: 1 };
}

function read(ticket: Ticket): Ticket {
  return ticketCollection.upgrade(ofVersion1(ticket));
}

function recomputed(ticket: Ticket, inForce = rules): Ticket {
  const decision = decide(ticket, recompute, inForce, at('2026-11-18 10:00'));
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
  return decision.ticket;
}

describe('a ticket of release 3', () => {
  it('is found by lists and the search as soon as the job on open tickets has written it', () => {
    const { ticket } = Story.submitted();
    const { open: _open, search: _search, ...older } = ticket;
    const upgraded = ticketCollection.upgrade({ ...older, schemaVersion: 3 });
    expect(upgraded).toEqual({ ...ticket, rulesVersion: '' });
    expect(recomputed(upgraded).open).toEqual(ticket.open);
  });
});

describe('a ticket of release 1', () => {
  it('is read as one with which no rules have computed yet', () => {
    const { ticket } = Story.submitted();
    expect(read(ticket)).toEqual({
      ...ticket,
      resolutionDueAt: null,
      nextUpdateDueAt: null,
      nextPromiseAt: null,
      results: { firstResponse: null, resolution: null },
      grounds: { schoolType: null, campusId: null },
      rulesVersion: '',
      // What was promised is not known, so that it comes last until then.
      open: { ...ticket.open, dueAt: '9999-12-31T00:00:00.000Z' },
    });
  });

  it('gets by a recomputation everything that a ticket of today has', () => {
    const { ticket } = Story.submitted(urgent).by('manager', claim);
    const { resolutionDueAt, nextUpdateDueAt, nextPromiseAt, results, rulesVersion } = ticket;
    expect(recomputed(read(ticket))).toMatchObject({
      resolutionDueAt,
      nextUpdateDueAt,
      nextPromiseAt,
      results,
      rulesVersion,
      grounds,
    });
  });

  it('keeps the first response that was promised when it was given, whatever the rules say now', () => {
    const { ticket } = Story.submitted(urgent).at('2026-11-18 09:20').by('manager', claim);
    const each = { firstResponse: 10, resolution: 100 };
    const stricter = rulesWith({ targets: { P1: each, P2: each, P3: each, P4: each } });
    expect(recomputed(read(ticket), stricter)).toMatchObject({
      firstResponseDueAt: isoOf(at('2026-11-18 09:30')),
      results: { firstResponse: { target: 30, used: 20, met: true } },
    });
  });

  it('is left as it is where it is of today, and refused where it is of a later release', () => {
    const { ticket } = Story.submitted();
    expect(ticketCollection.upgrade(ticket)).toBe(ticket);
    expect(() => ticketCollection.upgrade({ ...ofVersion1(ticket), schemaVersion: 5 })).toThrow(RangeError);
  });
});
