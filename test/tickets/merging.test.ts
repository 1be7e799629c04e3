import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import {
  clocksOf,
  followedOf,
  partOfReport,
  whyView,
  type Ticket,
  type TicketCommand,
} from '../../src/tickets/index.js';
import { sampleDirectory } from '../../src/campus/index.js';
import { at } from '../sla/berlin.js';
import {
  assignTo,
  campus,
  claim,
  comment,
  day,
  helpdesk,
  hour,
  question,
  report,
  rules,
  solve,
  south,
  Story,
  urgent,
} from './given.js';

const other = 'R2T4V6';
const merge = { verb: 'merge', into: other } as const;
const separate = {
  verb: 'unmerge',
  text: '',
  assigneeInForce: true,
  grounds: { schoolType: null, campusId: 'north' },
} as const;

/** What the other one tells, its revision first. */
const told = (revision: number, changes: Partial<ReturnType<typeof followedOf>> = {}) => ({
  id: other,
  revision,
  state: 'claimed' as const,
  closedAs: null,
  waitingFor: null,
  waitingUntil: null,
  solution: null,
  ...changes,
});
const merged = (changes: Parameters<typeof told>[1] = {}): TicketCommand => ({
  verb: 'merged',
  followed: told(3, changes),
});
const news = (revision: number, changes: Parameters<typeof told>[1] = {}): TicketCommand => ({
  verb: 'news',
  followed: told(revision, changes),
});
const solved = { state: 'resolved', solution: 'Replaced the cable.' } as const;

const absorb = (
  submittedAt: string,
  from: Ticket['handledBy'] = campus,
  anywhere = false,
): TicketCommand => ({
  verb: 'absorb',
  ticket: { id: other, submittedAt, absorbedAt: submittedAt, requesterName: 'Berta Beispiel' },
  from,
  anywhere,
});

const duplicate = () => Story.submitted().by('manager', merge).by('system', merged());
const ordersOf = ({ outbox }: Story) =>
  outbox.flatMap((entry) => (entry.kind === 'order' ? [[entry.target, entry.command.verb]] : []));

describe('a report that is merged into another', () => {
  it('stays as it is, and asks the other one, until that has answered', () => {
    const story = Story.submitted().by('manager', merge);
    expect(story.ticket).toMatchObject({ state: 'new', merging: { into: other } });
    expect(ordersOf(story)).toEqual([[other, 'absorb']]);
    expect(story.refusal('manager', { verb: 'merge', into: 'Q2W3E4' })).toBe('merging');
  });

  it('is not merged into itself, nor into what is its duplicate already', () => {
    expect(Story.submitted().refusal('manager', { verb: 'merge', into: 'K7M3QX' })).toBe('same-ticket');
    const goesOn = Story.submitted().by('system', absorb(isoOf(at('2026-11-18 08:00'))));
    expect(goesOn.refusal('manager', merge)).toBe('nothing-to-do');
  });

  it('is closed as a duplicate once the other one has taken it, and its requester hears so', () => {
    const story = Story.submitted()
      .by('manager', claim)
      .by('manager', { verb: 'offer', to: south, note: '' })
      .by('manager', merge)
      .by('system', merged());
    expect(story.ticket).toMatchObject({
      state: 'closed',
      closedAs: 'duplicate',
      offer: null,
      merging: null,
    });
    expect(story.calls).toEqual(['requester: merged']);
  });

  it('is taken out of its incident', () => {
    const incident = { id: 'x', title: 'No WLAN', status: '', statusAt: '2026-11-18T08:00:00.000Z' };
    const story = Story.submitted()
      .by('dispatcher', { verb: 'attach', incident })
      .by('manager', merge)
      .by('system', merged());
    expect(story.ticket.incident).toBeNull();
    expect(story.outbox.map(({ key }) => key)).toContain('check:likeness');
  });

  it('stays open where the other one refuses, and whoever wanted it is told at once', () => {
    const refused = { verb: 'merge-refused', into: other, refusal: 'wrong-state' } as const;
    const story = Story.submitted().by('manager', merge).by('system', refused);
    expect(story.ticket).toMatchObject({ state: 'new', merging: null });
    expect(story.outbox).toContainEqual(expect.objectContaining({ kind: 'call', about: 'merge-refused' }));
    expect(story.refusal('manager', merge)).toBe('accepted');
  });

  it('becomes one with nothing where it came to its end meanwhile', () => {
    const story = Story.submitted().by('manager', merge).by('manager', solve);
    expect(story.ticket.merging).toBeNull();
    expect(story.refusal('system', merged())).toBe('wrong-state');
  });

  it('does not follow what has ended unsolved', () => {
    const gone = merged({ state: 'closed', closedAs: 'withdrawn' });
    expect(Story.submitted().by('manager', merge).refusal('system', gone)).toBe('nothing-to-do');
  });

  it('hears of a solution that came before the answer', () => {
    const story = Story.submitted().by('manager', merge).by('system', merged(solved));
    expect(story.calls).toEqual(['requester: merged', 'requester: resolved']);
  });
});

describe('a ticket that goes on for another', () => {
  it('counts from the earlier of the two, and from its own again once they are separated', () => {
    const story = Story.submitted();
    const own = story.ticket.submittedAt;
    const earlier = isoOf(at('2026-11-18 08:00'));
    story.by('system', absorb(earlier));
    expect(story.ticket.submittedAt).toBe(earlier);
    expect(story.ticket.firstResponseDueAt).toBe(isoOf(at('2026-11-18 12:00')));
    story.by('system', { verb: 'expel', ticketId: other });
    expect(story.ticket.submittedAt).toBe(own);
    expect(story.ticket.firstResponseDueAt).toBe(isoOf(at('2026-11-18 13:00')));
  });

  it('keeps its own start where the other one came later', () => {
    const story = Story.submitted();
    const own = story.ticket.submittedAt;
    story.later(hour).by('system', absorb(isoOf(at('2026-11-18 09:30'))));
    expect(story.ticket.submittedAt).toBe(own);
  });

  it('keeps what was measured before, and explains it from what counted then', () => {
    const story = Story.submitted().later(hour).by('manager', claim).later(hour);
    const before = story.ticket.results.firstResponse;
    story.by('system', absorb(isoOf(at('2026-11-17 10:00'))));
    expect(story.ticket.results.firstResponse).toEqual(before);
    const surroundings = { directory: sampleDirectory(), now: story.now, rules };
    const view = whyView(story.ticket, surroundings);
    const [first, resolution] = view?.deadlines ?? [];
    expect(first?.isByFormerRules).toBe(false);
    expect(first?.explanation).toMatchObject({
      startedAt: at('2026-11-18 09:00'),
      dueAt: Date.parse(before?.dueAt ?? ''),
    });
    expect(resolution?.explanation.startedAt).toBe(at('2026-11-17 10:00'));
    expect(view?.isFromEarlierReport).toBe(true);
    expect(clocksOf(story.ticket, rules, story.now)?.resolution.startedAt).toBe(at('2026-11-17 10:00'));
  });

  it('takes none of another team, unless the help desk merges', () => {
    const now = isoOf(at('2026-11-18 08:00'));
    expect(Story.submitted().refusal('system', absorb(now, helpdesk))).toBe('other-party');
    expect(Story.submitted().refusal('system', absorb(now, helpdesk, true))).toBe('accepted');
  });

  it('takes none while it is merging itself, or once it is solved', () => {
    const now = isoOf(at('2026-11-18 08:00'));
    const merging = Story.submitted().by('manager', { verb: 'merge', into: 'Q2W3E4' });
    expect(merging.refusal('system', absorb(now))).toBe('merging');
    expect(Story.submitted().by('manager', solve).refusal('system', absorb(now))).toBe('wrong-state');
  });

  it('tells its duplicates of each change that they can see, and of nothing else', () => {
    const story = Story.submitted().by('system', absorb(isoOf(at('2026-11-18 08:00'))));
    expect(ordersOf(story.by('manager', claim))).toEqual([[other, 'news']]);
    expect(ordersOf(story.by('manager', comment))).toEqual([]);
    expect(ordersOf(story.by('manager', question))).toEqual([[other, 'news']]);
    expect(ordersOf(story.by('requester', comment))).toEqual([[other, 'news']]);
    expect(ordersOf(story.by('manager', solve))).toEqual([[other, 'news']]);
  });

  it('names nobody in the solution that others read', () => {
    const solution = 'Frau Beispiel hat das Kabel von Teacher getauscht.';
    const story = Story.submitted()
      .by('system', absorb(isoOf(at('2026-11-18 08:00'))))
      .by('manager', { verb: 'resolve', solution });
    expect(followedOf(story.ticket).solution).toBe('Frau … hat das Kabel von … getauscht.');
  });

  it.each([
    [
      'Anna von der Berg',
      'Wir haben Frau von der Berg das Kabel von der Decke genommen.',
      'Wir haben Frau von der … das Kabel von der Decke genommen.',
    ],
    ['Anna von der Berg', 'Frau Berg hat der Beamer nicht gefehlt.', 'Frau … hat der Beamer nicht gefehlt.'],
    [
      'Karl-Heinz Müller-Lüdenscheidt',
      'Heinz und Frau Müller haben es gesehen.',
      '… und Frau … haben es gesehen.',
    ],
    ['Berta Beispiel', 'Frau Beispiels Beamer und Bertas iPad gehen.', 'Frau … Beamer und … iPad gehen.'],
    ['anna klein', 'Frau klein weiß es.', 'Frau … weiß es.'],
  ])('leaves out the name of %s, and no other word: %s', (requesterName, solution, left) => {
    const absorbed = [{ id: other, submittedAt: '', absorbedAt: '', requesterName }];
    const { ticket } = Story.submitted().by('manager', { verb: 'resolve', solution });
    expect(followedOf({ ...ticket, absorbed }).solution).toBe(left);
  });

  it('may become a duplicate itself: its own ones hear of the next one through it', () => {
    const third = 'Q2W3E4';
    const story = Story.submitted()
      .by('system', absorb(isoOf(at('2026-11-18 08:00'))))
      .by('manager', { verb: 'merge', into: third })
      .by('system', { verb: 'merged', followed: { ...told(9), id: third } });
    expect(ordersOf(story)).toEqual([[other, 'news']]);
    story.by('system', { verb: 'news', followed: { ...told(10, solved), id: third } });
    expect(ordersOf(story)).toEqual([[other, 'news']]);
    expect(followedOf(story.ticket)).toMatchObject({ id: 'K7M3QX', ...solved });
  });

  it('is told by whoever reported the same, without that the own requester hears or reads it', () => {
    const said = {
      verb: 'comment-of-duplicate',
      ticketId: other,
      name: 'Berta Beispiel',
      text: 'Red.',
    } as const;
    const story = Story.submitted()
      .by('system', absorb(isoOf(at('2026-11-18 08:00'))))
      .by('system', said);
    expect(story.outbox).toContainEqual(
      expect.objectContaining({ kind: 'call', to: 'channel', about: 'requester-comment' }),
    );
    expect(story.shows).toEqual(['channel']);
    expect(Story.submitted().refusal('system', said)).toBe('nothing-to-do');
  });
});

describe('the requester of a duplicate', () => {
  it('is called when a visit is set or moved, and when it is solved, once each', () => {
    const story = duplicate();
    const visit = { state: 'waiting', waitingFor: 'visit' } as const;
    story.by('system', news(4, { ...visit, waitingUntil: '2026-11-20T08:00:00.000Z' }));
    expect(story.calls).toEqual(['requester: visit']);
    story.by('system', news(5, { ...visit, waitingUntil: '2026-11-23T08:00:00.000Z' }));
    expect(story.calls).toEqual(['requester: visit']);
    expect(story.by('system', news(6)).calls).toEqual([]);
    expect(story.by('system', news(7, solved)).calls).toEqual(['requester: resolved']);
    const over = { state: 'closed', closedAs: 'solved', solution: solved.solution } as const;
    expect(story.by('system', news(8, over)).calls).toEqual([]);
  });

  it('hears nothing twice and nothing that is outdated', () => {
    const story = duplicate().by('system', news(6));
    expect(story.refusal('system', news(6, solved))).toBe('nothing-to-do');
    expect(story.refusal('system', news(5, solved))).toBe('nothing-to-do');
  });

  it('speaks to whoever works on the other one', () => {
    const story = duplicate().by('requester', comment);
    expect(story.outbox).toContainEqual(
      expect.objectContaining({
        kind: 'order',
        target: other,
        command: { verb: 'comment-of-duplicate', ticketId: 'K7M3QX', name: 'Teacher', text: comment.text },
      }),
    );
  });

  it('is heard by the own people where the other one does not take it in', () => {
    const said = { name: 'Teacher', text: 'Red.' };
    const refused = {
      order: 'comment-of-duplicate',
      target: other,
      refusal: 'too-many-comments',
      said,
    } as const;
    const story = duplicate().by('system', { verb: 'order-refused', ...refused });
    expect(story.calls).toEqual(['channel: requester-comment']);
  });

  it('has a report of its own again where the other one ends without a solution', () => {
    const ended = [
      { state: 'closed', closedAs: 'withdrawn' },
      { state: 'closed', closedAs: 'no-reply' },
    ] as const;
    for (const end of ended) {
      const story = duplicate().by('system', news(5, end));
      expect(story.ticket).toMatchObject({ state: 'new', followed: null, closedAs: null });
      expect(story.calls).toEqual(['requester: unmerged', 'channel: unmerged']);
      expect(ordersOf(story)).toEqual([[other, 'expel']]);
    }
  });
});

describe('a merge that is undone', () => {
  it('opens the duplicate again, and the other one forgets it', () => {
    const story = duplicate().later(day).by('manager', separate);
    expect(story.ticket).toMatchObject({ state: 'new', closedAs: null, followed: null });
    expect(ordersOf(story)).toEqual([[other, 'expel']]);
    expect(story.calls).toEqual(['requester: unmerged']);
  });

  it('gives it back to whoever had it, if that person is at work', () => {
    const had = () =>
      Story.submitted().by('manager', assignTo('deputy')).by('manager', merge).by('system', merged());
    expect(had().by('manager', separate).ticket.state).toBe('claimed');
    const away = had().by('manager', { ...separate, assigneeInForce: false }).ticket;
    expect(away).toMatchObject({ state: 'new', handledBy: { person: null } });
  });

  it('is possible for 7 days, and for 7 more once the other one is solved', () => {
    expect(
      duplicate()
        .later(7 * day - 1)
        .refusal('manager', separate),
    ).toBe('accepted');
    expect(
      duplicate()
        .later(7 * day)
        .refusal('manager', separate),
    ).toBe('undo-too-late');
    const late = () =>
      duplicate()
        .later(20 * day)
        .by('system', news(9, solved));
    expect(
      late()
        .later(7 * day - 1)
        .refusal('requester', separate),
    ).toBe('accepted');
    expect(
      late()
        .later(7 * day)
        .refusal('requester', separate),
    ).toBe('undo-too-late');
  });

  it('by its requester calls the channel: as still broken, or as something else', () => {
    const says = { ...separate, text: 'Mine is green.' };
    expect(duplicate().by('requester', says).calls).toEqual(['channel: unmerged']);
    expect(duplicate().by('system', news(5, solved)).by('requester', says).calls).toEqual([
      'channel: reopened',
    ]);
  });

  it('leaves its own clock, which stood still meanwhile', () => {
    const story = Story.submitted({}, at('2026-11-18 09:00')).by('manager', claim).at('2026-11-18 10:00');
    const due = Date.parse(story.ticket.resolutionDueAt ?? '');
    story.by('manager', merge).by('system', merged()).at('2026-11-18 12:00').by('manager', separate);
    expect(Date.parse(story.ticket.resolutionDueAt ?? '')).toBeGreaterThan(due);
  });

  it('does not undo what was closed otherwise', () => {
    const withdrawn = Story.submitted().by('requester', { verb: 'withdraw', text: '' });
    expect(withdrawn.refusal('manager', separate)).toBe('wrong-state');
  });
});

describe('a report that is split', () => {
  const part = { ...report, title: 'The pen is lost', category: 'loss' } as const;
  const split: TicketCommand = { verb: 'split', ticketId: other, report: part, handledBy: campus };

  it('gives the second problem a ticket of its own, for whoever waits since the report', () => {
    const story = Story.submitted().later(hour).by('manager', split);
    expect(story.ticket.links).toEqual([other]);
    expect(story.calls).toEqual(['requester: split-off']);
    const order = story.outbox.find((entry) => entry.kind === 'order');
    expect(order).toMatchObject({
      target: other,
      command: { verb: 'submit', report: part, since: story.ticket.submittedAt },
      beginning: { id: other, splitFrom: 'K7M3QX', requester: { id: 'teacher' } },
    });
  });

  it('has a part of its own urgency: what the whole report says of lesson, device and number is of the first problem', () => {
    const whole = { ...report, scope: 'school', blocked: true, deviceTag: 'A-12' } as const;
    const said = { title: 'The toner is empty', description: '', category: 'printer', room: null } as const;
    expect(partOfReport(whole, said)).toEqual({
      ...report,
      ...said,
      alternatives: [],
      deviceTag: null,
      scope: null,
      blocked: false,
    });
  });

  it('is refused without a title, and for small talk', () => {
    const without = (changes: Partial<typeof report>) =>
      Story.submitted().refusal('manager', { ...split, report: { ...part, ...changes } });
    expect(without({ title: ' ' })).toBe('text-missing');
    expect(without({ category: 'smalltalk' })).toBe('no-ticket-needed');
  });

  it('keeps no link to what could not be made, and says so', () => {
    const refused = { order: 'submit', target: other, refusal: 'no-answer', said: null } as const;
    const story = Story.submitted()
      .by('manager', split)
      .by('system', { verb: 'order-refused', ...refused });
    expect(story.ticket.links).toEqual([]);
    expect(story.calls).toEqual(['channel: order-refused']);
  });
});

describe('a link', () => {
  const link = { verb: 'link', ticketId: other } as const;

  it('stands in both tickets: a person’s is passed on, the other one’s is not', () => {
    expect(ordersOf(Story.submitted().by('manager', link))).toEqual([[other, 'link']]);
    expect(ordersOf(Story.submitted().by('system', link))).toEqual([]);
  });

  it('goes again where there is no such ticket, and whoever made it is told', () => {
    const refused = { order: 'link', target: other, refusal: 'not-found', said: null } as const;
    const story = Story.submitted()
      .by('manager', link)
      .by('system', { verb: 'order-refused', ...refused });
    expect(story.ticket.links).toEqual([]);
    expect(story.calls).toEqual(['channel: order-refused']);
  });
});

describe('a priority that is set by hand', () => {
  const set = (priority: 'P1' | 'P2' | 'P4' | null, reason = 'Exams.') =>
    ({ verb: 'set-priority', priority, reason }) as const;

  it('moves the promises, which count from the report on', () => {
    const story = Story.submitted().later(hour).by('manager', set('P1'));
    expect(story.ticket).toMatchObject({
      priority: 'P1',
      firstResponseDueAt: isoOf(at('2026-11-18 09:30')),
      prioritySet: { reason: 'Exams.', by: { id: 'manager' } },
    });
  });

  it('needs a reason, and stays whatever the report says then, until it is taken back', () => {
    expect(Story.submitted().refusal('manager', set('P1', ' '))).toBe('text-missing');
    const story = Story.submitted().by('manager', set('P4'));
    story.by('requester', { verb: 'edit', changes: urgent, handledBy: null });
    expect(story.ticket.priority).toBe('P4');
    expect(story.by('manager', set(null, '')).ticket).toMatchObject({ priority: 'P1', prioritySet: null });
  });

  it('calls the channel where it becomes urgent, and nobody where it becomes less so', () => {
    expect(Story.submitted().by('manager', set('P2')).calls).toEqual(['channel: priority-raised']);
    expect(Story.submitted().by('manager', set('P2')).by('manager', set('P1')).calls).toEqual([
      'channel: priority-raised',
    ]);
    expect(Story.submitted().by('manager', set('P4')).calls).toEqual([]);
  });

  it('is named where a deadline is explained, and what was frozen stays', () => {
    const story = Story.submitted().later(hour).by('manager', claim);
    const before = story.ticket.results.firstResponse;
    story.by('manager', set('P1'));
    expect(story.ticket.results.firstResponse).toEqual(before);
    const view = whyView(story.ticket, { directory: sampleDirectory(), now: story.now, rules });
    expect(view?.prioritySet?.reason).toBe('Exams.');
  });
});
