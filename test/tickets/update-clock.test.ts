import { describe, expect, it } from 'vitest';
import { instantOf, isoOf } from '../../src/sla/index.js';
import type { TicketCommand } from '../../src/tickets/index.js';
import { at, shown } from '../sla/berlin.js';
import {
  assignTo,
  claim,
  comment,
  question,
  recompute,
  release,
  reopen,
  rulesWith,
  solve,
  type Somebody,
  Story,
  vendor,
} from './given.js';

const visit = { verb: 'plan-visit', until: isoOf(at('2026-11-20 07:30')), note: '' } as const;

const claimed = () => Story.submitted().by('manager', claim);

/** When the requester shall have heard from us. */
function updateDue({ ticket: { nextUpdateDueAt } }: Story): string | null {
  return nextUpdateDueAt === null ? null : shown(instantOf(nextUpdateDueAt));
}

describe('the next update', () => {
  it('is due 960 service minutes after the requester last heard from us', () => {
    expect(updateDue(claimed())).toBe('Fri 2026-11-20 08:00');
  });

  it('does not overrule the first response: before that nobody waits for it', () => {
    expect(updateDue(Story.submitted())).toBeNull();
    expect(updateDue(claimed().by('manager', release))).toBeNull();
  });

  it.each<[string, Somebody, TicketCommand]>([
    ['the assignee’s comment', 'manager', comment],
    ['a colleague’s comment', 'deputy', comment],
    ['the help desk’s comment', 'dispatcher', comment],
    ['words with which it waits for the vendor', 'manager', { ...vendor, note: 'The part is ordered.' }],
  ])('begins anew with a reply by any path: %s', (_, who, command) => {
    expect(updateDue(claimed().at('2026-11-18 15:30').by(who, command))).toBe('Mon 2026-11-23 08:00');
  });

  it.each<[string, Somebody, TicketCommand]>([
    ['an internal note', 'manager', { verb: 'note', text: 'The old one.' }],
    ['waiting for the vendor without a word', 'manager', vendor],
    ['a new person', 'manager', assignTo('deputy')],
    ['the requester’s own words', 'requester', comment],
    ['the requester’s alarm', 'requester', { verb: 'escalate', text: 'Hello?' }],
  ])('does not begin anew with %s', (_, who, command) => {
    expect(updateDue(claimed().at('2026-11-18 15:30').by(who, command))).toBe('Fri 2026-11-20 08:00');
  });

  it('begins anew with the claim of somebody else only where the first was taken back', () => {
    const released = claimed().by('manager', comment).at('2026-11-18 15:30').by('manager', release);
    expect(updateDue(released.by('deputy', claim))).toBe('Fri 2026-11-20 08:00');
  });

  it('stands still until the date of a planned visit, and a visit that is moved tells something new', () => {
    const story = claimed().by('manager', visit);
    expect(updateDue(story)).toBe('Tue 2026-11-24 08:30');
    story.at('2026-11-19 12:00').by('manager', { ...visit, until: isoOf(at('2026-11-23 07:30')) });
    expect(updateDue(story)).toBe('Tue 2026-11-24 15:00');
  });

  it('stands still while we wait for the requester, and goes on with the answer', () => {
    const story = claimed().at('2026-11-18 15:00').by('manager', question);
    expect(updateDue(story)).toBeNull();
    expect(updateDue(story.at('2026-11-19 12:00').by('requester', comment))).toBe('Mon 2026-11-23 13:00');
  });

  it('is no matter once it is solved, and begins anew with the reopening', () => {
    const story = claimed().by('manager', solve);
    expect(updateDue(story)).toBeNull();
    expect(updateDue(story.at('2026-11-19 09:00').by('requester', reopen))).toBe('Mon 2026-11-23 10:00');
  });

  it('follows the policy', () => {
    const story = claimed()
      .under(rulesWith({ nextUpdate: 60 }))
      .by('system', recompute);
    expect(updateDue(story)).toBe('Wed 2026-11-18 10:00');
  });
});
