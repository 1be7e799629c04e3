import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import { commentLimit, textLimit, type TicketCommand } from '../../src/tickets/index.js';
import { at } from '../sla/berlin.js';
import { assignTo, campus, claim, solve, type Somebody, south, Story, urgent } from './given.js';

const comment = { verb: 'comment', text: 'Hello?' } as const;
const note = { verb: 'note', text: 'The old one.' } as const;
const withdraw = { verb: 'withdraw', text: '' } as const;
const escalate = { verb: 'escalate', text: 'The exam begins.' } as const;
const until = isoOf(at('2026-11-20 07:30'));
const visit = { verb: 'plan-visit', until, note: '' } as const;
const question = { verb: 'hold', waitingFor: 'requester', until, note: 'Which one?' } as const;
const rate = { verb: 'rate', stars: 5, text: '' } as const;

function edit(changes: Extract<TicketCommand, { verb: 'edit' }>['changes']) {
  return { verb: 'edit', changes, handledBy: null } as const;
}

describe('who is called by a new message', () => {
  const claimed = () => Story.submitted().by('manager', claim);
  const solved = () => claimed().by('manager', solve);

  it.each<[string, () => Story, Somebody, TicketCommand, string[]]>([
    ['a comment of the staff', claimed, 'manager', comment, ['requester: comment']],
    ['a question', claimed, 'manager', question, ['requester: comment']],
    ['a visit', claimed, 'manager', visit, ['requester: visit']],
    ['a visit that moves', () => claimed().by('manager', visit), 'manager', visit, ['requester: visit']],
    ['the solution', claimed, 'manager', solve, ['requester: resolved']],
    ['the requester’s comment', claimed, 'requester', comment, ['channel: requester-comment']],
    ['a ticket that is open again', solved, 'requester', reopened(), ['channel: reopened']],
    ['withdrawing after the claim', claimed, 'requester', withdraw, ['channel: withdrawn']],
    ['an exam now', claimed, 'requester', escalate, ['channel: exam-now']],
    ['an assignment', claimed, 'manager', assignTo('deputy'), ['channel: assigned']],
  ])('%s', (_, story, who, command, calls) => {
    expect(story().by(who, command).calls).toEqual(calls);
  });

  it.each<[string, () => Story, Somebody, TicketCommand]>([
    ['a claim', () => Story.submitted(), 'manager', claim],
    ['a release', claimed, 'manager', { verb: 'release' }],
    ['waiting for the vendor', claimed, 'manager', { ...question, waitingFor: 'vendor' }],
    ['an internal note', claimed, 'manager', note],
    ['withdrawing before the claim', () => Story.submitted(), 'requester', withdraw],
    ['a changed description', claimed, 'requester', edit({ description: 'It is broken.' })],
    ['a rating', solved, 'requester', rate],
    ['taking it oneself by assignment', () => Story.submitted(), 'manager', assignTo('manager')],
  ])('nobody by %s', (_, story, who, command) => {
    expect(story().by(who, command).calls).toEqual([]);
  });

  it('an internal note is shown in the channel alone', () => {
    expect(claimed().by('manager', note).shows).toEqual(['channel']);
  });

  it('two calls for the same thing have two keys', () => {
    const keys = (story: Story) => story.outbox.filter(({ kind }) => kind === 'call').map(({ key }) => key);
    const first = claimed().by('manager', comment);
    expect(keys(first)).not.toEqual(keys(first.by('manager', comment)));
  });
});

describe('editing', () => {
  it('changes everything until somebody has it, and the priority with it', () => {
    const { ticket } = Story.submitted().by('requester', edit({ ...urgent, title: 'All are cracked' }));
    expect(ticket).toMatchObject({ priority: 'P1', report: { title: 'All are cracked' } });
  });

  it('changes description and room afterwards', () => {
    const claimed = Story.submitted().by('manager', claim);
    const { ticket } = claimed.by('requester', edit({ description: 'It is broken.', room: '7' }));
    expect(ticket.report).toMatchObject({ description: 'It is broken.', room: '7' });
    expect(claimed.refusal('requester', edit({ title: 'Other' }))).toBe('only-description-and-room');
    expect(claimed.refusal('requester', edit({ blocked: true }))).toBe('only-description-and-room');
  });

  it('changes everything again after a release', () => {
    const released = Story.submitted().by('manager', claim).by('manager', { verb: 'release' });
    expect(released.by('requester', edit({ title: 'Other' })).ticket.report.title).toBe('Other');
  });

  it('of the school moves the ticket with its card', () => {
    const changes = { schoolId: '100002', siteId: '100002-1' };
    const story = Story.submitted().by('manager', note);
    story.by('requester', { verb: 'edit', changes, handledBy: { ...campus, ...south } });
    expect(story.ticket.handledBy).toMatchObject({ campusId: 'south', person: null });
    expect(story.shows).toEqual(['requester', 'channel', 'former-1']);
  });

  it('cannot take away what a ticket needs, nor make it a chat', () => {
    const refused = (changes: Parameters<typeof edit>[0]) =>
      Story.submitted().refusal('requester', edit(changes));
    expect(refused({ description: '' })).toBe('text-missing');
    expect(refused({ siteId: null })).toBe('site-missing');
    expect(refused({ category: 'smalltalk' })).toBe('no-ticket-needed');
  });
});

describe('an exam now', () => {
  it('raises the priority until somebody has it', () => {
    expect(Story.submitted().by('requester', escalate).ticket).toMatchObject({
      priority: 'P2',
      report: { blocked: true },
    });
  });

  it('only alerts afterwards', () => {
    const story = Story.submitted().by('manager', claim).by('requester', escalate);
    expect(story.ticket).toMatchObject({ priority: 'P3', report: { blocked: false } });
    expect(story.calls).toEqual(['channel: exam-now']);
  });
});

describe('waiting for the requester', () => {
  it('needs a question; waiting for the vendor does not', () => {
    const claimed = Story.submitted().by('manager', claim);
    expect(claimed.refusal('manager', { ...question, note: ' ' })).toBe('text-missing');
    expect(claimed.refusal('manager', { ...question, waitingFor: 'vendor', note: '' })).toBe('accepted');
  });
});

describe('a rating', () => {
  it('is given once, while it is resolved or closed as solved', () => {
    const solved = Story.submitted().by('manager', solve);
    expect(solved.by('requester', rate).ticket.rating).toEqual({ stars: 5, text: '' });
    expect(solved.refusal('requester', rate)).toBe('already-rated');
    const closed = Story.submitted().by('manager', solve).by('dispatcher', { verb: 'close' });
    expect(closed.refusal('requester', rate)).toBe('accepted');
  });

  it('of the solution that did not hold leaves the next one to be rated', () => {
    const again = Story.submitted()
      .by('manager', solve)
      .by('requester', rate)
      .by('requester', { verb: 'reopen', text: 'Still dark', assigneeInForce: true })
      .by('manager', solve);
    expect(again.ticket.rating).toBeNull();
    expect(again.by('requester', { ...rate, stars: 1 }).ticket.rating).toEqual({ stars: 1, text: '' });
  });

  it.each([0, 6, -1, 2.5, Number.NaN])('of %d stars is none', (stars) => {
    const solved = Story.submitted().by('manager', solve);
    expect(solved.refusal('requester', { ...rate, stars })).toBe('stars-out-of-range');
  });
});

describe('a text', () => {
  const long = 'x'.repeat(textLimit);
  const claimed = () => Story.submitted().by('manager', claim);
  const solved = () => claimed().by('manager', solve);

  it.each<[string, () => Story, Somebody, (text: string) => TicketCommand]>([
    ['comment', claimed, 'manager', (text) => ({ verb: 'comment', text })],
    ['note', claimed, 'manager', (text) => ({ verb: 'note', text })],
    ['question', claimed, 'manager', (text) => ({ ...question, note: text })],
    ['visit', claimed, 'manager', (text) => ({ ...visit, note: text })],
    ['offer', claimed, 'manager', (text) => ({ verb: 'offer', to: south, note: text })],
    ['solution', claimed, 'manager', (text) => ({ verb: 'resolve', solution: text })],
    ['description', claimed, 'requester', (text) => edit({ description: text })],
    ['withdrawal', claimed, 'requester', (text) => ({ verb: 'withdraw', text })],
    ['alarm', claimed, 'requester', (text) => ({ verb: 'escalate', text })],
    ['reopening', solved, 'requester', (text) => ({ ...reopened(), text })],
    ['rating', solved, 'requester', (text) => ({ ...rate, text })],
  ])('may be 4,000 characters long, not more: %s', (_, story, who, command) => {
    expect(story().refusal(who, command(long))).toBe('accepted');
    expect(story().refusal(who, command(`${long}x`))).toBe('too-long');
  });

  it.each(['comment', 'note'] as const)('is needed for a %s', (verb) => {
    expect(claimed().refusal('manager', { verb, text: ' \n' })).toBe('text-missing');
  });

  it('is one of at most 200 comments and notes', () => {
    const story = claimed();
    for (let said = 0; said < commentLimit; said += 1) story.by('manager', said % 2 === 0 ? comment : note);
    expect(story.refusal('requester', comment)).toBe('too-many-comments');
    expect(story.refusal('manager', note)).toBe('too-many-comments');
    expect(story.refusal('manager', solve)).toBe('accepted');
  });
});

function reopened() {
  return { verb: 'reopen', text: '', assigneeInForce: true } as const;
}
