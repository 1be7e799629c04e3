import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId, ticketCollection } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { calls, cardIn, cardWith, does, reports, sentenceOf, sentWhile, type Reported } from './staff.js';
import { inputOf, isCalled, letTimePass, ticketsOf } from './teacher.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World, type ClickReply } from './world.js';

const { together, calls: called, refusals } = texts('de');

describe.each(storeKinds)('reports that belong together, on %s', (kind) => {
  let world: World;
  let one: Reported;
  let other: Reported;
  beforeEach(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    one = await reports(world);
    letTimePass(world);
    other = await reports(world);
    await cardIn(world, city.campusChannel, other);
  });
  afterEach(async () => world.close());

  const spoken = ({ ticketId }: Pick<Reported, 'ticketId'>) => formatTicketId(ticketId);
  const manages = async (ticket: Reported, who = city.manager): Promise<ClickReply> => {
    letTimePass(world);
    return does(world, who, ticket, 'ticket.manage');
  };
  /** Presses a button of the arranging card, which stands in the place of the ticket's card. */
  const arranges = async (ticket: Reported, verb: string, inputs: object, who = city.manager) => {
    const { value } = await manages(ticket, who);
    const card = await cardIn(world, city.campusChannel, ticket);
    letTimePass(world);
    return world.clicks(who, card, verb, { ...dataOf(value, verb), ...inputs });
  };
  const merge = async () => {
    await arranges(one, 'ticket.merge', { 'merge.number': spoken(other).toLowerCase() });
    await cardWith(world, city.campusChannel, one, together.lines.goesOnIn(spoken(other)));
  };
  const read = async (ticket: Reported) => (await ticketsOf(world)).get(ticket.ticketId);

  test('a manager merges two by the number; both cards say so, and only the teacher of the first is called', async () => {
    const sent = await sentWhile(world, merge);
    await cardWith(world, city.campusChannel, other, together.lines.goesOnFor(spoken(one)));
    const toTeacher = calls(sent).filter(
      ({ conversationId }) => conversationId === personalChat(one.teacher),
    );
    expect(toTeacher).toHaveLength(1);
    expect(wordsOf(toTeacher[0]?.activity)).toContain('läuft mit der anderen zusammen weiter');
    expect(
      calls(sent).filter(({ conversationId }) => conversationId === personalChat(other.teacher)),
    ).toEqual([]);
    const status = await cardWith(world, personalChat(one.teacher), one, together.same);
    expect(wordsOf(status.activity)).not.toContain(other.teacher.name);
    expect(wordsOf(status.activity)).not.toContain(spoken(other));
  });

  test('whoever arranges a report reads on its card at once what came of it, and with which other one', async () => {
    const linked = await arranges(one, 'ticket.link', { 'link.number': spoken(other) });
    expect(wordsOf(linked.value)).toContain(together.done.linked(spoken(other)));
    const divided = await arranges(one, 'ticket.split', {
      'split.title': 'Zweites Problem',
      'split.description': 'Der Beamer flackert',
      'split.category': 'display',
    });
    const made = (await read(one)).links.find((id) => id !== other.ticketId);
    expect(wordsOf(divided.value)).toContain(together.done.split(formatTicketId(made ?? '')));
    const merged = await arranges(one, 'ticket.merge', { 'merge.number': spoken(other) });
    expect(wordsOf(merged.value)).toContain(together.done.merged(spoken(other)));
    const apart = await arranges(other, 'ticket.unmerge', { 'unmerge.other': one.ticketId });
    expect(wordsOf(apart.value)).toContain(together.done.separated(spoken(one)));
  });

  test('the card offers what looks the same, and shows what was reported, with the way back', async () => {
    const { value } = await manages(one);
    expect(JSON.stringify(inputOf(value, 'merge.likely')['choices'])).toContain(other.ticketId);
    await arranges(one, 'ticket.merge', { 'merge.likely': other.ticketId, 'merge.number': '' });
    await cardWith(world, city.campusChannel, other, together.lines.goesOnFor(spoken(one)));
    const shown = await arranges(other, 'ticket.related', { 'show.other': one.ticketId });
    expect(wordsOf(shown.value)).toContain(together.from(one.teacher.name));
    expect(dataOf(shown.value, 'ticket.manage')['ticketId']).toBe(other.ticketId);
  });

  /** Changes what is stored, as somebody else did meanwhile. */
  const stored = async (ticket: Reported, changes: object): Promise<void> => {
    const tickets = await (await world.store()).collection(ticketCollection);
    const { document, version } = await tickets.get(ticket.ticketId);
    await tickets.replace({ ...document, ...changes }, version);
  };

  test('whoever got a report from another campus is not shown what else that campus has of the school', async () => {
    const south = sampleDirectory().campus(city.otherCampus.id)?.managerId ?? '';
    const reason = { code: 'handed-over', by: 'Somebody' };
    const handedOver = { party: 'campus', campusId: city.otherCampus.id, person: null, reason };
    await world.quiet();
    await stored(one, { handledBy: handedOver });
    const there = { conversationId: personalChat({ id: south, name: '' }), activityId: 'a-card' };
    const data = { ticketId: one.ticketId, drawn: '1' };
    const { value } = await world.clicks({ id: south, name: 'South' }, there, 'ticket.manage', data);
    expect(wordsOf(value)).toContain(spoken(one));
    expect(JSON.stringify(value)).not.toContain(other.ticketId);
  });

  test('of the one that goes on, whoever may not read it is told the number alone', async () => {
    const elsewhere = await reports(world, { school: city.otherSchool, text: 'Der Beamer bleibt dunkel' });
    await arranges(one, 'ticket.merge', { 'merge.number': spoken(elsewhere) }, city.dispatcher);
    await cardWith(world, city.campusChannel, one, together.lines.goesOnIn(spoken(elsewhere)));
    const { value } = await manages(one);
    expect(wordsOf(value)).toContain(spoken(elsewhere));
    for (const hidden of [elsewhere.teacher.name, 'Beamer']) expect(wordsOf(value)).not.toContain(hidden);
  });

  test('a report can be arranged although one that belongs to it cannot be read', async () => {
    await arranges(one, 'ticket.link', { 'link.number': spoken(other) });
    await cardWith(world, city.campusChannel, other, together.lines.linked(spoken(one)));
    await world.quiet();
    await stored(other, { schemaVersion: 99 });
    expect(hasAction((await manages(one)).value, 'ticket.split')).toBe(true);
  });

  test('what solves the one is told to both teachers, to each in the own chat without the other’s name', async () => {
    await merge();
    await does(world, city.manager, other, 'ticket.resolve', {
      'resolve.solution': `Kabel von ${other.teacher.name} getauscht`,
    });
    const heard = await isCalled(world, one.teacher, 'Kabel von');
    expect(wordsOf(heard.card)).not.toContain(other.teacher.name);
    await isCalled(world, other.teacher, 'Kabel von');
  });

  test('"still broken" after that makes it a report of its own again', async () => {
    await merge();
    await does(world, city.manager, other, 'ticket.resolve', { 'resolve.solution': 'Neu gestartet' });
    const heard = await isCalled(world, one.teacher, 'Neu gestartet');
    letTimePass(world);
    await world.clicks(one.teacher, heard, 'ticket.reopen', {
      ...dataOf(heard.card, 'ticket.reopen'),
      'reopen.text': 'Bei mir nicht',
    });
    await world.until('a message in the channel', () =>
      world.connector
        .in(city.campusChannel)
        .find(({ activity }) => wordsOf(activity).includes('Bei mir nicht')),
    );
    expect(await read(one)).toMatchObject({ state: 'new', followed: null });
    expect(await read(other)).toMatchObject({ state: 'resolved', absorbed: [] });
  });

  test('"mine is something else" does so at once, and what its teacher writes before reaches whoever works on it', async () => {
    await merge();
    const status = await cardWith(world, personalChat(one.teacher), one, together.separate);
    letTimePass(world);
    await world.clicks(one.teacher, status, 'ticket.comment', {
      ...dataOf(cardOf(status), 'ticket.comment'),
      'comment.text': 'Bei mir blinkt es rot',
    });
    await cardWith(world, city.campusChannel, other, 'Bei mir blinkt es rot');
    const toOther = world
      .toPerson(other.teacher)
      .map(({ activity }) => wordsOf(activity))
      .join();
    expect(toOther).not.toContain('Bei mir blinkt es rot');
    letTimePass(world);
    await world.clicks(one.teacher, status, 'ticket.separate', {
      ...dataOf(cardOf(status), 'ticket.separate'),
      'separate.text': 'Das ist ein anderer Drucker',
    });
    await cardWith(world, city.campusChannel, one, 'ticket.claim');
  });

  test('a wrong merge is undone from the card of either', async () => {
    await merge();
    await arranges(other, 'ticket.unmerge', { 'unmerge.other': one.ticketId });
    await cardWith(world, city.campusChannel, one, 'ticket.claim');
    await isCalled(world, one.teacher, called.toRequester.unmerged({ who: '', until: '', isLate: false }));
    expect((await read(other)).absorbed).toEqual([]);
  });

  test('a report that is over takes none: whoever merged reads why, mentioned by name', async () => {
    await does(world, city.manager, other, 'ticket.resolve', { 'resolve.solution': 'Neu gestartet' });
    await arranges(one, 'ticket.merge', { 'merge.number': other.ticketId });
    const answer = await world.until('the answer', () =>
      world.connector
        .in(city.campusChannel)
        .find(({ activity }) =>
          wordsOf(activity).includes(together.mergeRefused(spoken(other), 'wrong-state')),
        ),
    );
    expect(wordsOf(answer.activity)).toContain(city.manager.id);
    expect((await read(one)).state).toBe('new');
  });

  test('two managers who merge the two into one another in the same moment close one at most', async () => {
    const [first, back] = [await manages(one), await manages(other)];
    const [here, there] = [
      await cardIn(world, city.campusChannel, one),
      await cardIn(world, city.campusChannel, other),
    ];
    await Promise.all([
      world.clicks(city.manager, here, 'ticket.merge', {
        ...dataOf(first.value, 'ticket.merge'),
        'merge.number': other.ticketId,
      }),
      world.clicks(city.deputy, there, 'ticket.merge', {
        ...dataOf(back.value, 'ticket.merge'),
        'merge.number': one.ticketId,
      }),
    ]);
    await world.quiet();
    const both = [await read(one), await read(other)];
    expect(both.map(({ merging }) => merging)).toEqual([null, null]);
    expect(both.filter(({ closedAs }) => closedAs === 'duplicate').length).toBeLessThan(2);
  });

  test('a report of two problems is split: the teacher gets a second one, which says where it comes from', async () => {
    const inputs = {
      'split.title': 'Der Scanner zieht kein Papier ein',
      'split.description': 'Steht neben dem Drucker.',
      'split.category': 'printer',
      'split.room': '12',
    };
    const card = await cardIn(world, city.campusChannel, one);
    const { value } = await manages(one);
    expect(inputOf(value, 'split.category')).not.toHaveProperty('value');
    const unchosen = await arranges(one, 'ticket.split', { ...inputs, 'split.category': '' });
    expect(sentenceOf(unchosen)).toBe(together.errors.category);
    const press = async () =>
      world.clicks(city.manager, card, 'ticket.split', { ...dataOf(value, 'ticket.split'), ...inputs });
    await Promise.all([press(), press()]);
    await isCalled(world, one.teacher, 'hat aus Ihrer Meldung zwei gemacht');
    const made = await world.until('the second report', () =>
      world
        .toPerson(one.teacher)
        .find(({ activity }) => wordsOf(activity).includes('Der Scanner zieht kein Papier ein')),
    );
    expect(wordsOf(made.activity)).not.toContain('"draft.submit"');
    await world.quiet();
    const { links } = await read(one);
    expect(links).toHaveLength(1);
    await cardWith(
      world,
      city.campusChannel,
      { ticketId: links[0] ?? '' },
      together.lines.splitFrom(spoken(one)),
    );
  });

  test('two are linked by the number, and parted again; one that does not exist is refused with words', async () => {
    const wrong = await arranges(one, 'ticket.link', { 'link.number': 'ZZZ-ZZ9' });
    expect(sentenceOf(wrong)).toBe(together.unknown('ZZZ-ZZ9'));
    const none = await arranges(one, 'ticket.link', { 'link.number': 'was' });
    expect(sentenceOf(none)).toBe(together.errors.number);
    await arranges(one, 'ticket.link', { 'link.number': spoken(other) });
    await cardWith(world, city.campusChannel, other, together.lines.linked(spoken(one)));
    await arranges(other, 'ticket.unlink', { 'unlink.other': one.ticketId });
    await world.quiet();
    expect((await read(one)).links).toEqual([]);
  });

  test('the priority is set by hand with a reason, which the staff read and the teacher does not, and taken back', async () => {
    const none = await arranges(one, 'ticket.set-priority', {
      'priority.priority': 'P1',
      'priority.reason': ' ',
    });
    expect(sentenceOf(none)).toBe(together.errors.reason);
    await arranges(one, 'ticket.set-priority', {
      'priority.priority': 'P1',
      'priority.reason': 'Morgen ist Abitur',
    });
    await cardWith(world, city.campusChannel, one, 'Morgen ist Abitur');
    await world.quiet();
    expect(wordsOf(world.toPerson(one.teacher).map(({ activity }) => activity))).not.toContain('Abitur');
    await arranges(one, 'ticket.take-back', {});
    expect((await read(one)).prioritySet).toBeNull();
  });

  test('a teacher, and whoever is a stranger to it, may arrange nothing', async () => {
    const card = await cardIn(world, city.campusChannel, one);
    for (const verb of [
      'ticket.manage',
      'ticket.merge',
      'ticket.split',
      'ticket.related',
      'ticket.set-priority',
    ]) {
      letTimePass(world);
      const reply = await world.clicks(other.teacher, card, verb, {
        ticketId: one.ticketId,
        drawn: '1',
        'merge.number': other.ticketId,
        'show.other': other.ticketId,
      });
      expect(sentenceOf(reply)).toBe(refusals.sentence({ code: 'not-allowed', verb: 'merge' }));
    }
    expect((await read(one)).revision).toBe(1);
  });

  test('an English teacher hears of it in English', async () => {
    await world.says(one.teacher, 'English');
    const third = await reports(world, { who: one.teacher, text: 'The scanner does not work at all' });
    letTimePass(world);
    await arranges(third, 'ticket.merge', { 'merge.number': other.ticketId });
    await isCalled(
      world,
      one.teacher,
      texts('en').calls.toRequester.merged({ who: '', until: '', isLate: false }),
    );
    const card = await cardWith(world, personalChat(one.teacher), third, texts('en').together.same);
    expect(hasAction(card.activity, 'ticket.separate')).toBe(true);
  });
});
