import { afterEach, describe, expect, test } from 'vitest';
import { boardCollection } from '../../src/board/index.js';
import { texts } from '../../src/i18n/index.js';
import { find } from '../../src/store/index.js';
import { storeKinds } from '../store/fixtures.js';
import {
  calls,
  cardWith,
  does,
  isCard,
  mentionsOf,
  postsIn,
  reports,
  sentenceOf,
  sentWhile,
} from './staff.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World } from './world.js';

const {
  absences: w,
  cards,
  lists: { bulk },
} = texts('de');

describe.each(storeKinds)('an absence that is entered in Teams, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async (): Promise<void> => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  };
  const asks = async (who = city.manager, text = 'Abwesenheit') => {
    await world.says(who, text);
    return world.until('the card', () => world.toPerson(who).at(-1));
  };
  const enters = async (inputs: object, who = city.manager) => {
    const card = await asks(who);
    return world.clicks(who, card, 'absence.enter', { ...dataOf(cardOf(card), 'absence.enter'), ...inputs });
  };
  const week = { 'enter.from': '2026-11-24', 'enter.to': '2026-11-27' };
  /** Once the channel's own document has so many items, as long as they are gathered, and longer. */
  const gathered = async (items: number) => {
    const boards = await (await world.store()).collection(boardCollection);
    let known = 0;
    const look = async (): Promise<void> => {
      known = (await find(boards, `campus-${city.campus.id}`))?.document.items.length ?? 0;
    };
    await world.until(`${String(items)} items in the channel's own document`, () => {
      void look();
      return known === items;
    });
    world.clock.advance(0.5);
    await world.quiet();
  };

  test('offers what the manager has to the deputy, in one message that names the deputy, who takes all of it', async () => {
    await open();
    const tickets = [await reports(world), await reports(world)];
    for (const ticket of tickets) await does(world, city.manager, ticket, 'ticket.claim');
    await world.quiet();
    const sent = await sentWhile(world, async () => {
      expect(isCard(await enters(week))).toBe(true);
      for (const ticket of tickets) await cardWith(world, city.campusChannel, ticket, 'ticket.accept');
      await gathered(2);
    });
    const inChannel = calls(sent).filter(({ conversationId }) => conversationId === city.campusChannel);
    expect(inChannel.map(mentionsOf)).toEqual([[city.deputy.id]]);
    const [list] = inChannel;
    if (!list) throw new Error('there is no list');
    const own = await cardWith(world, city.campusChannel, tickets[0] ?? { ticketId: '' }, 'ticket.accept');
    expect(wordsOf(own.activity)).toContain(city.deputy.name);
    expect(hasAction(list.activity, 'absence.accept-all')).toBe(true);
    // What is meant is decided here: a client may send anything.
    const data = { target: 'campus-elsewhere' };
    const strange = await world.clicks(city.dispatcher, list, 'absence.accept-all', data);
    expect(sentenceOf(strange)).toBe(w.nothingToAccept);
    const reply = await world.clicks(city.deputy, list, 'absence.accept-all', data);
    expect(wordsOf(reply.value)).toContain(w.acceptAll(2));
    await world.until('the end of the order', () =>
      world.connector.in(city.campusChannel).find((each) => wordsOf(each.activity).includes(bulk.done(2))),
    );
    for (const ticket of tickets) {
      const card = await world.until('no offer any more', () => {
        const last = world.connector
          .in(city.campusChannel)
          .findLast((each) => JSON.stringify(each.activity).includes(`"${ticket.ticketId}"`));
        return last && !hasAction(last.activity, 'ticket.accept') ? last : null;
      });
      expect(wordsOf(card.activity)).toContain(city.deputy.name);
    }
  });

  test('says on new reports for whom the deputy is there, and until when', async () => {
    await open();
    await enters(week);
    const ticket = await reports(world);
    const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    expect(wordsOf(card.activity)).toContain(`Vertretung für ${city.manager.name}`);
  });

  test('stands on the card after one’s own, what begins first before the rest, and on the next page', async () => {
    world = await World.open(kind, undefined, {
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((person, index) => {
          const day = `2026-12-${String(31 - index).padStart(2, '0')}`;
          const isAway = index < 12 && person.id !== city.dispatcher.id;
          return isAway ? { ...person, absences: [{ from: day, to: day, deputy: null }] } : person;
        }),
      }),
    });
    const own = await enters(
      { ...week, 'enter.from': '2026-12-30', 'enter.to': '2026-12-30' },
      city.dispatcher,
    );
    const lines = (card: unknown): readonly string[] => [
      ...new Set(
        [...wordsOf(card).matchAll(/(?:Mo|Di|Mi|Do|Fr|Sa|So)\. (\d\d)\.12\./g)].map(([, day = '']) => day),
      ),
    ];
    expect(lines(own.value).slice(0, 2)).toEqual(['30', '20']);
    const card = await asks(city.dispatcher);
    const next = await world.clicks(city.dispatcher, card, 'absence.page', dataOf(own.value, 'absence.page'));
    expect(lines(next.value)).toEqual(expect.arrayContaining(['31']));
    expect(wordsOf(next.value)).toContain(texts('de').visits.worklist.page(2, 2));
  });

  test('ends with one press, and so does the offer', async () => {
    await open();
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.claim');
    await enters(week);
    await cardWith(world, city.campusChannel, ticket, 'ticket.accept');
    const card = await asks();
    const reply = await world.clicks(city.manager, card, 'absence.end', dataOf(cardOf(card), 'absence.end'));
    expect(JSON.stringify(reply.value)).toContain(w.ended);
    await world.until('no offer any more', () => {
      const last = world.connector
        .in(city.campusChannel)
        .findLast((each) => JSON.stringify(each.activity).includes(`"${ticket.ticketId}"`));
      return last && !hasAction(last.activity, 'ticket.accept');
    });
  });

  test('of the administrators’ file ends with one press, too, and what is new is the manager’s again', async () => {
    world = await World.open(kind, undefined, {
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((person) =>
          person.id === city.manager.id
            ? { ...person, absences: [{ from: '2026-11-23', to: '2026-11-27', deputy: null }] }
            : person,
        ),
      }),
    });
    await world.links(city.manager, city.campusChannel, city.campus.id);
    const card = await asks();
    const data = dataOf(cardOf(card), 'absence.end-file');
    expect(data).toMatchObject({ personId: city.manager.id, deputyId: '' });
    const others = await world.clicks(city.deputy, card, 'absence.end-file', data);
    expect(sentenceOf(others)).toBe(w.refusal({ code: 'not-allowed' }));
    const reply = await world.clicks(city.manager, card, 'absence.end-file', data);
    expect(wordsOf(reply.value)).toContain(w.ended);
    expect(hasAction(reply.value, 'absence.end-file')).toBe(false);
    const again = await world.clicks(city.manager, card, 'absence.end-file', data);
    expect(sentenceOf(again)).toBe(w.refusal({ code: 'unknown-absence' }));
    const ticket = await reports(world);
    const there = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    expect(wordsOf(there.activity)).not.toContain(`Vertretung für ${city.manager.name}`);
  });

  test('of the deputy as well leaves the tickets to the help desk, and has them back', async () => {
    await open();
    const ticket = await reports(world, { urgent: true });
    await does(world, city.manager, ticket, 'ticket.claim');
    await enters(week);
    const reply = await enters({ ...week, 'enter.person': city.deputy.id }, city.dispatcher);
    expect(isCard(reply)).toBe(true);
    const there = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
    expect(wordsOf(there.activity)).toContain(
      cards.lines.becauseHere(texts('de').vocabulary.landedBecause({ code: 'nobody-in-force' })),
    );
    const old = await cardWith(world, city.campusChannel, ticket, cards.lines.movedWord);
    expect(hasAction(old.activity, 'ticket.resolve')).toBe(false);
    const before = postsIn(world, personalChat(ticket.teacher)).length;
    const known = postsIn(world, city.campusChannel).length;
    const card = await asks(city.deputy);
    await world.clicks(city.deputy, card, 'absence.end', dataOf(cardOf(card), 'absence.end'));
    const back = await world.until('a new card in the channel', () =>
      postsIn(world, city.campusChannel)
        .slice(known)
        .find(({ activity }) => hasAction(activity, 'ticket.claim')),
    );
    expect(mentionsOf(back)).toEqual([city.deputy.id]);
    await world.quiet();
    expect(postsIn(world, personalChat(ticket.teacher))).toHaveLength(before);
  });

  test('tells what speaks against it, and warns of a deputy who is away', async () => {
    await open();
    const wrong = await enters({ 'enter.from': '2026-11-27', 'enter.to': '2026-11-25' });
    expect(sentenceOf(wrong)).toBe(w.refusal({ code: 'ends-before-it-begins' }));
    await enters({ ...week, 'enter.person': city.deputy.id }, city.dispatcher);
    const reply = await enters({ ...week, 'enter.deputy': city.deputy.id });
    expect(JSON.stringify(reply.value)).toContain('selbst nicht da');
    const late = await enters({ 'enter.from': '2026-11-26', 'enter.to': '2026-11-26' });
    expect(sentenceOf(late)).toContain('schon eine Abwesenheit');
    const others = await enters({ ...week, 'enter.person': city.dispatcher.id });
    expect(sentenceOf(others)).toBe(w.refusal({ code: 'not-allowed' }));
  });

  test('is entered in a channel, too, in English as well; a teacher’s word is no command', async () => {
    await open();
    await world.mentions(city.manager, city.campusChannel, 'absence');
    await world.until('the card', () =>
      world.connector.in(city.campusChannel).find(({ activity }) => hasAction(activity, 'absence.enter')),
    );
    await world.mentions(city.teacher, city.campusChannel, 'Abwesenheit');
    await world.until('the sentence', () =>
      world.connector.in(city.campusChannel).find(({ activity }) => activity.text === w.notAllowed),
    );
    await world.says(city.teacher, 'Abwesenheit');
    await world.quiet();
    expect(world.toPerson(city.teacher).some(({ activity }) => hasAction(activity, 'absence.enter'))).toBe(
      false,
    );
  });
});
