import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import {
  calls,
  cardIn,
  cardWith,
  does,
  isCard,
  isAbout,
  mentionsOf,
  postsIn,
  reports,
  sentenceOf,
  sentWhile,
} from './staff.js';
import { inputOf } from './teacher.js';
import { cardOf, city, dataOf, hasAction, wordsOf, World } from './world.js';

const { refusals, cards, calls: sentences } = texts('de');
const otherManager = city.deputy;

describe.each(storeKinds)('handing a ticket over, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.administrator, city.otherChannel, city.otherCampus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  });
  afterAll(async () => world.close());

  const claimed = async () => {
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.claim');
    await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    world.clock.advance(5);
    return ticket;
  };
  const assigns = async (ticket: { ticketId: string }, assignee: string, channel?: string) =>
    does(world, city.manager, ticket, 'ticket.assign', { 'assign.assignee': assignee }, channel);

  describe('to a colleague of the campus', () => {
    test('is done at once, calls that person by name, and that person can go on although not in force', async () => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () => assigns(ticket, city.deputy.id));
      expect(calls(sent).map(mentionsOf)).toEqual([[city.deputy.id]]);
      await cardWith(world, city.campusChannel, ticket, city.deputy.name);
      expect(
        isCard(await does(world, city.deputy, ticket, 'ticket.comment', { 'comment.text': 'Ich komme' })),
      ).toBe(true);
      expect(
        isCard(await does(world, city.deputy, ticket, 'ticket.hold', { 'hold.waitingFor': 'vendor' })),
      ).toBe(true);
      expect(isCard(await does(world, city.deputy, ticket, 'ticket.resume'))).toBe(true);
      expect(
        isCard(await does(world, city.deputy, ticket, 'ticket.resolve', { 'resolve.solution': 'Geht' })),
      ).toBe(true);
    });

    test('to oneself is a claim that calls nobody', async () => {
      const ticket = await reports(world);
      await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      const sent = await sentWhile(world, () => assigns(ticket, city.manager.id));
      expect(calls(sent)).toEqual([]);
      await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    });

    test('a manager cannot assign to another campus’ people', async () => {
      const ticket = await claimed();
      const card = await cardIn(world, city.campusChannel, ticket);
      const data = dataOf(cardOf(card), 'ticket.assign');
      const stranger = '00000000-0000-4000-8000-000000000105';
      const reply = await world.clicks(city.manager, card, 'ticket.assign', {
        ...data,
        'assign.assignee': stranger,
      });
      expect(sentenceOf(reply)).toBe(refusals.sentence({ code: 'not-allowed', verb: 'assign' }));
    });
  });

  describe('to the help desk', () => {
    const offered = async (note = '') => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.assign', {
          'assign.assignee': 'helpdesk',
          'assign.note': note,
        }),
      );
      return { ticket, sent };
    };

    test('is named an offer where it is chosen', async () => {
      const card = cardOf(await cardIn(world, city.campusChannel, await claimed()));
      expect(inputOf(card, 'assign.assignee')['choices']).toContainEqual({
        title: cards.labels.offerHelpdesk,
        value: 'helpdesk',
      });
    });

    test('is an offer: a card there asks, and the giver keeps the ticket with all its buttons', async () => {
      const { ticket, sent } = await offered('Brauche einen Admin');
      const asking = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.accept');
      expect(wordsOf(asking.activity)).toContain('Brauche einen Admin');
      expect(hasAction(asking.activity, 'ticket.claim')).toBe(false);
      expect(calls(sent).map(({ conversationId }) => conversationId)).toEqual([city.helpdeskChannel]);
      const own = await cardIn(world, city.campusChannel, ticket);
      expect(wordsOf(own.activity)).toContain('Bis zur Antwort bleibt sie hier');
      expect(hasAction(own.activity, 'ticket.resolve')).toBe(true);
      expect(
        isCard(await does(world, city.manager, ticket, 'ticket.comment', { 'comment.text': 'Moment' })),
      ).toBe(true);
    });

    test('accepted: the asking card becomes the ticket’s, the giver’s reads where it went', async () => {
      const { ticket } = await offered();
      const before = await cardIn(world, city.campusChannel, ticket);
      const reply = await does(world, city.dispatcher, ticket, 'ticket.accept', {}, city.helpdeskChannel);
      expect(hasAction(reply.value, 'ticket.resolve')).toBe(true);
      await cardWith(world, city.helpdeskChannel, ticket, 'ticket.resolve');
      const old = await world.until('the giver reads where it went', () =>
        world.connector
          .in(city.campusChannel)
          .findLast(
            (each) =>
              each.activityId === before.activityId && wordsOf(each.activity).includes(cards.lines.movedWord),
          ),
      );
      expect(hasAction(old.activity, 'ticket.comment')).toBe(false);
      const late = await world.clicks(city.manager, before, 'ticket.resolve', {
        ...dataOf(cardOf(before), 'ticket.resolve'),
        'resolve.solution': 'Doch ich',
      });
      expect(sentenceOf(late)).toBe(refusals.sentence({ code: 'not-allowed', verb: 'resolve' }));
    });

    test('declined: the giver is called with the reason, and the asking card is done', async () => {
      const { ticket } = await offered();
      world.clock.advance(5);
      const asking = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.accept');
      const sent = await sentWhile(world, () =>
        does(
          world,
          city.dispatcher,
          ticket,
          'ticket.decline',
          { 'decline.note': 'Das könnt ihr selbst' },
          city.helpdeskChannel,
        ),
      );
      const [call, ...more] = calls(sent);
      expect(more).toEqual([]);
      expect(call?.conversationId).toBe(city.campusChannel);
      expect(wordsOf(call?.activity)).toContain('Das könnt ihr selbst');
      expect(mentionsOf(call)).toEqual([city.manager.id]);
      const last = world.connector
        .in(city.helpdeskChannel)
        .findLast(({ activityId }) => activityId === asking.activityId);
      expect(hasAction(last?.activity, 'ticket.accept')).toBe(false);
      expect(wordsOf(last?.activity)).toContain('Übergabe abgelehnt');
    });

    test('declined without a word: the giver is called as well', async () => {
      const { ticket } = await offered();
      world.clock.advance(5);
      const asking = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.accept');
      expect(inputOf(cardOf(asking), 'decline.note')['isRequired']).toBeUndefined();
      const sent = await sentWhile(world, () =>
        does(world, city.dispatcher, ticket, 'ticket.decline', {}, city.helpdeskChannel),
      );
      expect(calls(sent).map(mentionsOf)).toEqual([[city.manager.id]]);
    });

    test('the giver cannot accept it in the help desk’s place', async () => {
      const { ticket } = await offered();
      const reply = await does(world, city.manager, ticket, 'ticket.accept', {}, city.helpdeskChannel);
      expect(sentenceOf(reply)).toBe(refusals.sentence({ code: 'not-allowed', verb: 'accept' }));
    });

    test('resolved meanwhile by the giver: the asking card loses its buttons', async () => {
      const { ticket } = await offered();
      const asking = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.accept');
      await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Ging doch' });
      await world.until('the asking card is done', () => {
        const last = world.connector
          .in(city.helpdeskChannel)
          .findLast(({ activityId }) => activityId === asking.activityId);
        return last && !hasAction(last.activity, 'ticket.accept');
      });
    });
  });

  describe('by a dispatcher', () => {
    test('a ticket of the help desk given to a campus is new there at once, with the note, and calls its manager', async () => {
      const ticket = await claimed();
      await assigns(ticket, 'helpdesk');
      await does(world, city.dispatcher, ticket, 'ticket.accept', {}, city.helpdeskChannel);
      const before = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.resolve');
      world.clock.advance(5);
      const sent = await sentWhile(world, () =>
        does(
          world,
          city.dispatcher,
          ticket,
          'ticket.assign',
          { 'assign.assignee': `campus:${city.otherCampus.id}`, 'assign.note': 'Liegt bei euch im Keller' },
          city.helpdeskChannel,
        ),
      );
      const posts = calls(sent);
      expect(posts.map(({ conversationId }) => conversationId)).toEqual([
        city.otherChannel,
        city.otherChannel,
      ]);
      expect(posts.flatMap(mentionsOf)).toEqual([otherManager.id]);
      expect(wordsOf(posts.at(-1)?.activity)).toContain('Liegt bei euch im Keller');
      const old = world.connector
        .in(city.helpdeskChannel)
        .findLast(({ activityId }) => activityId === before.activityId);
      expect(hasAction(old?.activity, 'ticket.resolve')).toBe(false);
      expect(isCard(await does(world, otherManager, ticket, 'ticket.claim', {}, city.otherChannel))).toBe(
        true,
      );
      await cardWith(world, city.otherChannel, ticket, 'ticket.release');
    });

    test('assigning to another campus’ manager moves the card at once and calls that manager', async () => {
      const ticket = await claimed();
      const before = await cardIn(world, city.campusChannel, ticket);
      const otherPerson = '00000000-0000-4000-8000-000000000103';
      await world.links(city.administrator, '19:third@thread.tacv2', 'campus-03');
      const posts = postsIn(world, '19:third@thread.tacv2').length;
      const reply = await world.clicks(city.dispatcher, before, 'ticket.assign', {
        ...dataOf(cardOf(before), 'ticket.assign'),
        'assign.assignee': otherPerson,
      });
      expect(isCard(reply)).toBe(true);
      await cardWith(world, '19:third@thread.tacv2', ticket, 'ticket.release');
      await world.quiet();
      const came = postsIn(world, '19:third@thread.tacv2').slice(posts);
      expect(came.flatMap(mentionsOf)).toEqual([otherPerson]);
      const old = world.connector
        .in(city.campusChannel)
        .findLast(({ activityId }) => activityId === before.activityId);
      expect(wordsOf(old?.activity)).toContain(cards.lines.movedWord);
      expect(hasAction(old?.activity, 'ticket.resolve')).toBe(false);
    });
  });

  test('an offer that nobody answers within 60 service minutes is shown to the help desk; the giver keeps it', async () => {
    const ticket = await claimed();
    await assigns(ticket, 'helpdesk');
    await cardWith(world, city.helpdeskChannel, ticket, 'ticket.accept');
    world.clock.advance(59);
    await world.quiet();
    // What other tickets are reminded of is gathered for 20 s, and said before it is this one's turn.
    world.clock.advance(0.5);
    await world.quiet();
    const words = sentences.toChannel['offer-unanswered']({ who: '', until: '', isLate: false });
    const reminders = () =>
      postsIn(world, city.helpdeskChannel).filter(
        (each) => isAbout(each, ticket) && wordsOf(each.activity).includes(words),
      );
    expect(reminders()).toHaveLength(0);
    world.clock.advance(2);
    await world.eventually('the help desk is told', () => reminders().length === 1);
    world.clock.advance(120);
    await world.quiet();
    expect(reminders()).toHaveLength(1);
    expect(
      isCard(await does(world, city.manager, ticket, 'ticket.comment', { 'comment.text': 'Noch bei uns' })),
    ).toBe(true);
  });
});
