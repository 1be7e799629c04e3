import { describe, expect, it } from 'vitest';
import { instantOf, isoOf } from '../../src/sla/index.js';
import type { Report } from '../../src/tickets/index.js';
import { at, shown } from '../sla/berlin.js';
import {
  claim,
  comment,
  recompute,
  release,
  reopen,
  rulesWith,
  solve,
  Story,
  urgent,
  vendor,
} from './given.js';

const claimed = (changes: Partial<Report> = {}) => Story.submitted(changes).by('manager', claim);

function when(iso: string | null): string | null {
  return iso === null ? null : shown(instantOf(iso));
}

describe('a result', () => {
  const stricter = rulesWith({
    targets: {
      P1: { firstResponse: 1, resolution: 2 },
      P2: { firstResponse: 1, resolution: 2 },
      P3: { firstResponse: 1, resolution: 2 },
      P4: { firstResponse: 1, resolution: 2 },
    },
  });

  it.each([
    ['exactly at the deadline', '2026-11-18 09:30', 30, true],
    ['a second later', '2026-11-18 09:30:01', 30 + 1 / 60, false],
  ])('of a response %s is judged by the service time that was used', (_, time, used, met) => {
    const { ticket } = Story.submitted(urgent).at(time).by('manager', claim);
    expect(ticket.results.firstResponse).toEqual({
      at: isoOf(at(time)),
      dueAt: isoOf(at('2026-11-18 09:30')),
      target: 30,
      used,
      met,
    });
  });

  it.each([
    ['2026-11-21 20:00', true],
    ['2026-11-23 07:30', true],
    ['2026-11-23 07:31', false],
  ])('where the target was used up at closing time, answered %s: %s', (time, met) => {
    const story = Story.submitted(urgent, at('2026-11-20 13:30'));
    expect(when(story.ticket.firstResponseDueAt)).toBe('Fri 2026-11-20 14:00');
    expect(story.at(time).by('manager', claim).ticket.results.firstResponse?.met).toBe(met);
  });

  it('of a response is frozen with the rules of that moment, and its deadline with it', () => {
    const story = claimed().later(1);
    const { results, firstResponseDueAt } = story.ticket;
    story.under(stricter).by('system', recompute);
    expect(story.ticket).toMatchObject({ results, firstResponseDueAt });
    expect(when(story.ticket.resolutionDueAt)).toBe('Wed 2026-11-18 09:02');
  });

  it('of a response is frozen with the priority and the school of that moment', () => {
    const story = claimed().by('manager', comment).by('manager', release);
    const { results, firstResponseDueAt } = story.ticket;
    story.by('requester', {
      verb: 'edit',
      changes: { ...urgent, schoolId: '100002', siteId: '100002-1' },
      handledBy: null,
    });
    expect(story.ticket).toMatchObject({ priority: 'P1', results, firstResponseDueAt });
  });

  it('of a claim that was released without a comment is taken back', () => {
    const story = claimed().by('manager', release);
    expect(story.ticket.results.firstResponse).toBeNull();
    expect(when(story.ticket.nextPromiseAt)).toBe('Wed 2026-11-18 13:00');
    story.at('2026-11-18 14:00').by('deputy', claim);
    expect(story.ticket.results.firstResponse).toMatchObject({ used: 300, met: false });
  });

  it('of the solution counts without the pauses', () => {
    const story = claimed(urgent)
      .at('2026-11-18 10:00')
      .by('manager', vendor)
      .at('2026-11-18 12:00')
      .by('manager', { verb: 'resume' })
      .at('2026-11-18 15:00');
    expect(story.by('manager', solve).ticket.results.resolution).toEqual({
      at: isoOf(at('2026-11-18 15:00')),
      dueAt: isoOf(at('2026-11-18 15:00')),
      target: 240,
      used: 240,
      met: true,
    });
  });

  it('of a solution that ends the waiting for the vendor counts none of it', () => {
    const story = claimed(urgent).at('2026-11-18 10:00').by('manager', vendor).at('2026-11-19 10:00');
    expect(story.by('manager', solve).ticket.results.resolution).toMatchObject({
      dueAt: isoOf(at('2026-11-19 13:00')),
      used: 60,
    });
  });

  it('of the solution is frozen whatever the rules become, closed or not', () => {
    const story = claimed().at('2026-11-19 09:00').by('manager', solve);
    const { results } = story.ticket;
    expect(story.under(stricter).by('system', recompute).ticket.results).toEqual(results);
    expect(story.by('dispatcher', { verb: 'close' }).ticket.results).toEqual(results);
  });

  it('of the second solution counts from the report on, too', () => {
    const story = claimed(urgent).at('2026-11-18 12:00').by('manager', solve);
    story.at('2026-11-19 10:00').by('requester', reopen).at('2026-11-19 11:30').by('manager', solve);
    expect(story.ticket.results.resolution).toMatchObject({ used: 270, met: false });
  });
});
