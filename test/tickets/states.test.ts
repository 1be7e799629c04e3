import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import { at, shown } from '../sla/berlin.js';
import {
  assignTo,
  campus,
  claim,
  day,
  hour,
  minute,
  people,
  question,
  release,
  report,
  solve,
  south,
  Story,
  submit,
  wednesday,
} from './given.js';

const reopen = (assigneeInForce: boolean) => ({ verb: 'reopen', text: '', assigneeInForce }) as const;
const comment = { verb: 'comment', text: 'It is the one by the window.' } as const;
const until = isoOf(at('2026-11-20 07:30'));
const visit = { verb: 'plan-visit', until, note: '' } as const;
const offer = { verb: 'offer', to: south, note: '' } as const;

describe('a draft', () => {
  it('becomes a new ticket of the responsible campus, with its priority', () => {
    const { ticket } = Story.draft().by('requester', submit({ scope: 'class', blocked: true }));
    expect(ticket).toMatchObject({
      state: 'new',
      priority: 'P1',
      handledBy: campus,
      submittedAt: isoOf(wednesday),
    });
  });

  it('needs a school, a site, a title and a description', () => {
    const refused = (changes: Partial<typeof report>) => Story.draft().refusal('requester', submit(changes));
    expect(refused({ schoolId: null })).toBe('school-missing');
    expect(refused({ siteId: null })).toBe('site-missing');
    expect(refused({ title: ' ' })).toBe('text-missing');
    expect(refused({ description: '' })).toBe('text-missing');
  });

  it('that is only a chat makes no ticket', () => {
    expect(Story.draft().refusal('requester', submit({ category: 'smalltalk' }))).toBe('no-ticket-needed');
  });

  it('is gone when it is discarded', () => {
    expect(Story.draft().refusal('requester', { verb: 'discard' })).toBe('gone');
  });

  it('is gone after 7 days, and not a moment earlier', () => {
    const draft = Story.draft();
    expect(draft.wakesAt).toBe(wednesday + 7 * day);
    expect(draft.later(7 * day - 1).refusal('system', { verb: 'expire' })).toBe('wrong-state');
    expect(draft.later(1).refusal('system', { verb: 'expire' })).toBe('gone');
  });

  it('keeps what was typed and shows it nowhere else', () => {
    const draft = Story.draft().by('requester', { verb: 'revise', report: { ...report, room: '7' } });
    expect(draft.ticket.report.room).toBe('7');
    expect(draft.outbox).toEqual([]);
    expect(draft.wakesAt).toBe(wednesday + 7 * day);
  });

  it('goes on asking until it is answered', () => {
    const reading = { question: 'category' } as const;
    const asking = Story.draft().by('requester', { verb: 'revise', report, reading });
    const withSchool = asking.by('requester', { verb: 'revise', report: { ...report, schoolId: '100001' } });
    expect(withSchool.ticket.question).toBe('category');
    const answered = withSchool.by('requester', { verb: 'revise', report, reading: { question: null } });
    expect(answered.ticket.question).toBeNull();
  });
});

describe('a claimed ticket', () => {
  it('belongs to whoever claimed it', () => {
    expect(Story.submitted().by('manager', claim).ticket).toMatchObject({
      state: 'claimed',
      handledBy: { party: 'campus', person: people.manager },
    });
  });

  it('tells the second who claims it who has it', () => {
    expect(Story.submitted().by('manager', claim).ask('deputy', claim)).toEqual({
      kind: 'refused',
      refusal: { code: 'taken', by: 'Manager' },
    });
  });

  it('that is solved is nobody’s any more to claim', () => {
    expect(Story.submitted().by('manager', solve).refusal('deputy', claim)).toBe('wrong-state');
  });

  it('is new and nobody’s after its release', () => {
    const { ticket } = Story.submitted().by('manager', claim).by('manager', release);
    expect(ticket).toMatchObject({ state: 'new', handledBy: { person: null } });
  });
});

describe('a waiting ticket', () => {
  it('names for whom and until when', () => {
    expect(Story.submitted().by('manager', visit).ticket).toMatchObject({
      state: 'waiting',
      waitingFor: 'visit',
      waitingUntil: until,
      handledBy: { person: people.manager },
    });
  });

  it('goes on when its date is reached, and the channel is called', () => {
    const story = Story.submitted().by('manager', visit);
    expect(shown(story.wakesAt ?? 0)).toBe('Fri 2026-11-20 07:30');
    expect(story.at('2026-11-20 07:30').clock()).toEqual(['resume']);
    expect(story.ticket).toMatchObject({ state: 'claimed', waitingFor: null, waitingUntil: null });
    expect(story.calls).toEqual(['channel: waiting-over']);
  });

  it('does not go on at a date that was moved since the clock looked', () => {
    const moved = { ...visit, until: isoOf(at('2026-11-23 07:30')) };
    const story = Story.submitted().by('manager', visit).by('manager', moved).at('2026-11-20 07:30');
    expect(story.refusal('system', { verb: 'resume' })).toBe('wrong-state');
  });

  it('waits for no day that has passed', () => {
    const past = isoOf(wednesday - minute);
    const claimed = Story.submitted().by('manager', claim);
    expect(claimed.refusal('manager', { ...visit, until: past })).toBe('date-in-past');
    expect(claimed.refusal('manager', { ...question, until: past })).toBe('date-in-past');
  });

  it('for the requester goes on with the requester’s comment', () => {
    const { ticket } = Story.submitted()
      .by('manager', claim)
      .by('manager', question)
      .by('requester', comment);
    expect(ticket).toMatchObject({ state: 'claimed', waitingFor: null });
  });

  it.each([visit, { ...question, waitingFor: 'vendor' as const }])(
    'for somebody else goes on waiting after the requester’s comment ($waitingFor)',
    (pause) => {
      const { ticket } = Story.submitted().by('manager', claim).by('manager', pause).by('requester', comment);
      expect(ticket.state).toBe('waiting');
    },
  );

  it('for the requester does not go on with a comment of the staff', () => {
    const { ticket } = Story.submitted().by('manager', claim).by('manager', question).by('manager', comment);
    expect(ticket.state).toBe('waiting');
  });
});

describe('a resolved ticket', () => {
  const solved = () => Story.submitted().by('manager', solve);

  it('needs a solution in words', () => {
    expect(Story.submitted().refusal('manager', { verb: 'resolve', solution: '' })).toBe('text-missing');
  });

  it('is closed as solved after 3 service days of silence, at closing time', () => {
    const story = solved();
    expect(shown(story.wakesAt ?? 0)).toBe('Mon 2026-11-23 16:00');
    story.at('2026-11-23 16:00');
    expect(story.clock()).toEqual(['close-for-silence']);
    expect(story.ticket).toMatchObject({ state: 'closed', closedAs: 'solved' });
    expect(story.wakesAt).toBeNull();
  });

  it('waits 3 service days more after each word of the requester', () => {
    const story = solved().at('2026-11-23 15:59').by('requester', comment);
    expect(story.at('2026-11-23 16:00').clock()).toEqual([]);
    expect(story.refusal('system', { verb: 'close-for-silence' })).toBe('wrong-state');
    expect(shown(story.wakesAt ?? 0)).toBe('Thu 2026-11-26 16:00');
  });

  it('is closed at once by a dispatcher, not by a manager', () => {
    expect(solved().refusal('manager', { verb: 'close' })).toBe('not-allowed');
    expect(solved().by('dispatcher', { verb: 'close' }).ticket).toMatchObject({
      state: 'closed',
      closedAs: 'solved',
    });
  });

  it('goes back to the last assignee who is at work, else to whoever comes first', () => {
    expect(solved().by('requester', reopen(true)).ticket).toMatchObject({
      state: 'claimed',
      handledBy: { person: people.manager },
      resolvedAt: null,
    });
    expect(solved().by('requester', reopen(false)).ticket).toMatchObject({
      state: 'new',
      handledBy: { party: 'campus', person: null },
    });
  });
});

describe('a closed ticket', () => {
  const closed = () => Story.submitted().by('manager', solve).by('dispatcher', { verb: 'close' });

  it('can be reopened for 7 days', () => {
    expect(
      closed()
        .later(7 * day - 1)
        .by('requester', reopen(true)).ticket,
    ).toMatchObject({
      state: 'claimed',
      closedAs: null,
      closedAt: null,
    });
    expect(
      closed()
        .later(7 * day)
        .refusal('requester', reopen(true)),
    ).toBe('reopen-too-late');
  });

  it('that was withdrawn is final', () => {
    const withdrawn = Story.submitted().by('requester', { verb: 'withdraw', text: '' });
    expect(withdrawn.ticket).toMatchObject({ state: 'closed', closedAs: 'withdrawn' });
    expect(withdrawn.refusal('requester', reopen(true))).toBe('wrong-state');
  });

  it.each([
    ['solved', solve, 'manager'],
    ['withdrawn', { verb: 'withdraw', text: '' }, 'requester'],
  ] as const)('that is %s leaves no offered card with an answer to give', (_, end, who) => {
    const story = Story.submitted().by('manager', offer).by(who, end);
    expect(story.ticket.offer).toBeNull();
    expect(story.ticket.places.map(({ name }) => name)).toEqual(['requester', 'channel', 'former-1']);
    expect(story.shows).toEqual(['requester', 'channel', 'former-1']);
  });
});

describe('a command that comes twice', () => {
  it('changes nothing the second time', () => {
    const story = Story.submitted().by('manager', claim, 'click').by('manager', release);
    expect(story.ask('manager', claim, 'click')).toMatchObject({
      kind: 'replayed',
      ticket: { state: 'new' },
    });
  });

  it('is known among the last 50', () => {
    const story = Story.submitted().by('manager', comment, 'first');
    for (let more = 0; more < 49; more += 1) story.by('manager', comment);
    expect(story.ask('manager', comment, 'first').kind).toBe('replayed');
    expect(story.by('manager', comment).ask('manager', comment, 'first').kind).toBe('accepted');
  });
});

describe('a hand-over', () => {
  const offered = () => Story.submitted().by('manager', claim).by('manager', offer);

  it('is an offer; the giver stays responsible until it is accepted', () => {
    expect(offered().ticket).toMatchObject({
      state: 'claimed',
      handledBy: { campusId: 'north', person: people.manager },
      offer: { to: south, by: people.manager, reminded: false },
    });
    expect(offered().shows).toEqual(['requester', 'channel', 'offer']);
  });

  it('moves ticket and card when it is accepted, and the old card says where to', () => {
    const accept = {
      verb: 'accept',
      handledBy: { ...campus, ...south, person: people.otherManager },
    } as const;
    const story = offered();
    const offeredCard = story.by('manager', comment).ticket.places;
    story.by('otherManager', accept);
    expect(story.ticket).toMatchObject({
      offer: null,
      handledBy: { campusId: 'south', person: people.otherManager },
    });
    const card = (name: string) => story.ticket.places.find((place) => place.name === name)?.activityId;
    expect(card('channel')).toBe(offeredCard.find(({ name }) => name === 'offer')?.activityId);
    expect(card('former-1')).toBe(offeredCard.find(({ name }) => name === 'channel')?.activityId);
    expect(story.shows).toEqual(['requester', 'channel', 'former-1']);
  });

  it('leaves everything as it was when it is declined, and the giver is told', () => {
    const story = offered().by('otherManager', { verb: 'decline', note: 'Not ours.' });
    expect(story.ticket).toMatchObject({
      offer: null,
      handledBy: { campusId: 'north', person: people.manager },
    });
    expect(story.calls).toEqual(['channel: offer-declined']);
  });

  it('that nobody answers for 60 service minutes goes to the help desk’s channel, once', () => {
    const story = offered();
    expect(shown(story.wakesAt ?? 0)).toBe('Wed 2026-11-18 10:00');
    expect(story.later(hour).clock()).toEqual(['offer-unanswered']);
    expect(story.calls).toEqual(['helpdesk: offer-unanswered']);
    expect(story.later(day).clock()).toEqual([]);
  });

  it('to oneself is none', () => {
    const north = { party: 'campus', campusId: 'north' } as const;
    expect(Story.submitted().refusal('manager', { ...offer, to: north })).toBe('nobody-to-offer-to');
  });

  it('by a dispatcher’s assignment happens at once, and the card moves', () => {
    const there = { ...campus, ...south };
    const story = offered().by('dispatcher', assignTo('otherManager', there));
    expect(story.ticket).toMatchObject({
      offer: null,
      handledBy: { campusId: 'south', person: people.otherManager },
    });
    expect(story.shows).toEqual(['requester', 'channel', 'former-1', 'former-2']);
  });
});
