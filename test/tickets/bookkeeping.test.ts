import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, type Instant } from '../../src/sla/index.js';
import {
  countAttempt,
  dropIntention,
  isLeasedByOther,
  recentCall,
  recordCalled,
  recordShown,
  releaseLease,
  stillMatters,
  takeLease,
  type CallIntention,
  type OutboxEntry,
  type TellIntention,
  type Ticket,
} from '../../src/tickets/index.js';
import { cardAt, claim, comment, delivered, minute, rules, solve, south, Story, wednesday } from './given.js';
import { play, sequences, written, type Moment } from './sequences.js';

const offer = { verb: 'offer', to: south, note: '' } as const;
const lease = { owner: 'one', milliseconds: minute };
const other = { owner: 'two', milliseconds: minute };
const leaseEnd = wednesday + minute;

type Fact = (ticket: Ticket, now: Instant) => Ticket;

/** What delivery writes down after sending this, drawn from `seen`. */
function factOf(entry: OutboxEntry, seen: Ticket): Fact {
  const { key } = entry;
  if (entry.kind === 'show') {
    const place = cardAt(seen, entry.place);
    return (ticket, now) => recordShown(ticket, { key, place }, rules, now);
  }
  if (entry.kind === 'check' || entry.kind === 'order')
    return (ticket, now) => dropIntention(ticket, key, rules, now);
  const { conversation, activityId } = cardAt(seen, 'channel');
  const call = { at: isoOf(wednesday), conversation, activityId, told: [] };
  return (ticket, now) => recordCalled(ticket, { key, to: entry.to, call }, rules, now);
}

function everyFact(holds: (ticket: Ticket, fact: Fact, now: Instant) => void): void {
  fc.assert(
    fc.property(sequences, (sequence) => {
      for (const { ticket, now } of written(sequence)) {
        for (const entry of ticket.outbox) holds(ticket, factOf(entry, ticket), now);
      }
    }),
  );
}

describe('what delivery writes down', () => {
  it('is the same when it is written down again', () => {
    everyFact((ticket, fact, now) => {
      const once = fact(ticket, now);
      expect(fact(once, now)).toEqual(once);
    });
  });

  it('takes exactly one intention off the outbox, and touches nothing that was decided', () => {
    everyFact((ticket, fact, now) => {
      const {
        outbox,
        places: _places,
        calls: _calls,
        lease: _lease,
        wakeAt: _wakeAt,
        ...decided
      } = fact(ticket, now);
      expect(outbox).toHaveLength(ticket.outbox.length - 1);
      expect(ticket).toMatchObject(decided);
    });
  });

  it('takes away nothing that a newer command wants to be shown or said', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        for (const moment of play(sequence)) expectNewerKept(moment);
      }),
    );
  });

  it('leaves a card that shows an older revision to be edited again', () => {
    const { ticket } = Story.submitted();
    const place = { ...cardAt(ticket, 'channel'), shownRevision: ticket.revision - 1 };
    const shown = recordShown(ticket, { key: 'show:channel', place }, rules, wednesday);
    expect(shown.outbox).toEqual(ticket.outbox);
    expect(shown.places).toEqual([place]);
  });

  it('never lets a card go backwards', () => {
    const { ticket } = Story.submitted();
    const place = cardAt(ticket, 'channel');
    const shown = recordShown(ticket, { key: 'show:channel', place }, rules, wednesday);
    const late = { key: 'show:channel', place: { ...place, shownRevision: 0 } };
    expect(recordShown(shown, late, rules, wednesday).places).toEqual([place]);
  });

  it('drops an intention once, and leaves the others', () => {
    const { ticket } = Story.submitted();
    const dropped = dropIntention(ticket, 'show:requester', rules, wednesday);
    expect(dropped.outbox.map(({ key }) => key)).toEqual(['show:channel', 'check:likeness']);
    expect(dropIntention(dropped, 'show:requester', rules, wednesday)).toEqual(dropped);
  });

  it('counts the attempts of one intention', () => {
    const { ticket } = Story.submitted();
    const counted = countAttempt(ticket, 'show:channel', rules, wednesday);
    expect(counted.outbox.map(({ attempts }) => attempts)).toEqual([0, 1, 0]);
  });
});

/** Delivery saw the ticket before the command and writes down what it sent after it. */
function expectNewerKept({ before, decision, now }: Moment): void {
  if (decision.kind !== 'accepted') return;
  const wanted = decidedOn(before, decision.ticket);
  const settled = before.outbox.reduce(
    (ticket, entry) => factOf(entry, before)(ticket, now),
    decision.ticket,
  );
  expect(settled.outbox.map(({ key }) => key)).toEqual(expect.arrayContaining(wanted));
}

/** The intentions that the last command has, be they new or added to what was waiting: its calls, and every card. */
function decidedOn(before: Ticket, after: Ticket): string[] {
  const known = new Set(before.outbox.map(({ key }) => key));
  return after.outbox.filter(({ kind, key }) => kind === 'show' || !known.has(key)).map(({ key }) => key);
}

describe('the lease', () => {
  it('lets the ticket wake when it runs out', () => {
    const { ticket } = Story.submitted();
    const leased = takeLease(ticket, lease, rules, wednesday);
    expect(leased.wakeAt).toBe(isoOf(leaseEnd));
    expect(takeLease(leased, lease, rules, wednesday)).toEqual(leased);
  });

  it('given back lets it wake at once, and a foreign one is left alone', () => {
    const leased = takeLease(Story.submitted().ticket, lease, rules, wednesday);
    expect(releaseLease(leased, 'two', rules, wednesday)).toBe(leased);
    const released = releaseLease(leased, 'one', rules, wednesday + 1);
    expect(released).toMatchObject({ lease: null, wakeAt: isoOf(wednesday + 1) });
    expect(releaseLease(released, 'one', rules, wednesday + 2)).toBe(released);
  });

  it('is another’s until it runs out', () => {
    const leased = takeLease(Story.submitted().ticket, lease, rules, wednesday);
    expect(isLeasedByOther(leased, other, leaseEnd - 1)).toBe(true);
    expect(isLeasedByOther(leased, other, leaseEnd)).toBe(false);
    expect(isLeasedByOther(leased, lease, wednesday)).toBe(false);
  });

  it('is left alone by a command, and ends when nothing is left to send', () => {
    const leased = takeLease(Story.submitted().ticket, lease, rules, wednesday);
    expect(leased.outbox.length).toBeGreaterThan(0);
    expect(delivered(leased, wednesday).lease).toBeNull();
  });
});

describe('a call that is still to be sent', () => {
  const calls = (story: Story) =>
    story.outbox.filter((entry): entry is CallIntention | TellIntention => entry.kind !== 'show');
  const matters = (made: Story, ...after: ((story: Story) => Story)[]) => {
    const [call] = calls(made);
    if (!call) throw new Error('nobody was called');
    return stillMatters(call, after.reduce((story, next) => next(story), made).ticket);
  };

  it('to remind of the first response matters until there is one', () => {
    const late = () => {
      const story = Story.submitted().later(30 * 60 * minute);
      story.clock();
      return story;
    };
    expect(matters(late())).toBe(true);
    expect(matters(late(), (story) => story.by('manager', claim))).toBe(false);
  });

  it('to remind of the solution matters while its clock runs', () => {
    const late = () => {
      const story = Story.submitted().by('manager', claim).at('2026-11-23 09:30');
      expect(story.clock().at(-1)).toBe('resolution-100');
      return story;
    };
    const hold = { verb: 'hold', waitingFor: 'vendor', until: null, note: '' } as const;
    expect(matters(late())).toBe(true);
    expect(matters(late(), (story) => story.by('manager', hold))).toBe(false);
    expect(matters(late(), (story) => story.by('manager', solve))).toBe(false);
  });

  it('to remind of the next update matters until the requester has heard from us', () => {
    const silent = () => {
      const story = Story.submitted().by('manager', claim).at('2026-11-20 08:00');
      expect(story.clock()).toEqual(['next-update']);
      return story;
    };
    expect(matters(silent())).toBe(true);
    expect(matters(silent(), (story) => story.by('manager', { verb: 'note', text: 'Hm.' }))).toBe(true);
    expect(matters(silent(), (story) => story.by('manager', comment))).toBe(false);
  });

  it('about a solution matters while it is solved', () => {
    const solved = () => Story.submitted().by('manager', solve);
    expect(matters(solved())).toBe(true);
    expect(
      matters(solved(), (story) =>
        story.by('requester', { verb: 'reopen', text: '', assigneeInForce: true }),
      ),
    ).toBe(false);
  });

  it('about an unanswered offer matters until it is answered', () => {
    const unanswered = () => {
      const story = Story.submitted()
        .by('manager', claim)
        .by('manager', offer)
        .later(60 * minute);
      story.clock();
      return story;
    };
    expect(matters(unanswered())).toBe(true);
    expect(matters(unanswered(), (story) => story.by('dispatcher', { verb: 'decline', note: '' }))).toBe(
      false,
    );
  });

  it('about what somebody said always matters', () => {
    expect(
      matters(Story.submitted().by('manager', comment), (story) =>
        story.by('requester', { verb: 'withdraw', text: '' }),
      ),
    ).toBe(true);
  });

  it('joins the last one to the same people for 60 seconds', () => {
    const ticket = delivered(Story.submitted().by('manager', comment).ticket, wednesday);
    expect(recentCall(ticket, 'requester', wednesday + minute - 1)).toMatchObject({ at: isoOf(wednesday) });
    expect(recentCall(ticket, 'requester', wednesday + minute)).toBeNull();
    expect(recentCall(ticket, 'requester', wednesday - 1)).toBeNull();
    expect(recentCall(ticket, 'channel', wednesday)).toBeNull();
  });

  it('does not join one after which that person did something', () => {
    const question = Story.submitted().by('manager', comment);
    question.ticket = delivered(question.ticket, wednesday);
    const answered = question.by('requester', comment);
    expect(recentCall(answered.ticket, 'requester', wednesday + 1)).toBeNull();
    answered.ticket = delivered(answered.ticket, wednesday);
    expect(recentCall(answered.ticket, 'channel', wednesday + 1)).not.toBeNull();
    expect(recentCall(answered.by('manager', comment).ticket, 'channel', wednesday + 1)).toBeNull();
  });
});
