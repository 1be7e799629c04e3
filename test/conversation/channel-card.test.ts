import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import {
  calls,
  cardIn,
  cardWith,
  does,
  isCard,
  mentionsOf,
  reports,
  sentenceOf,
  sentWhile,
  type Reported,
} from './staff.js';
import { isCalled } from './teacher.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World, type Someone } from './world.js';

const { refusals, vocabulary } = texts('de');
const { actions, labels, errors } = texts('de').cards;

describe.each(storeKinds)('the card in the channel, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
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

  describe('claiming and giving back', () => {
    test('a claim shows who has it, to the channel and to the teacher, by edits alone', async () => {
      const ticket = await reports(world);
      await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      const sent = await sentWhile(world, () => does(world, city.manager, ticket, 'ticket.claim'));
      expect(calls(sent)).toEqual([]);
      const edited = sent
        .filter(({ method }) => method === 'edit')
        .map(({ conversationId }) => conversationId);
      expect([...new Set(edited)].sort()).toEqual([city.campusChannel, personalChat(ticket.teacher)].sort());
      expect(sent.every(({ activity }) => wordsOf(activity).includes(city.manager.name))).toBe(true);
    });

    test('giving back makes it new again, by edits alone', async () => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () => does(world, city.manager, ticket, 'ticket.release'));
      expect(calls(sent)).toEqual([]);
      expect(hasAction((await cardIn(world, city.campusChannel, ticket)).activity, 'ticket.claim')).toBe(
        true,
      );
    });

    test('the deputy is refused while the manager is there', async () => {
      const ticket = await reports(world);
      expect(sentenceOf(await does(world, city.deputy, ticket, 'ticket.claim'))).toBe(
        refusals.sentence({ code: 'not-allowed', verb: 'claim' }),
      );
    });

    test('a second claim reads who has it', async () => {
      const ticket = await reports(world);
      const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      await does(world, city.manager, ticket, 'ticket.claim');
      const late = await world.clicks(
        city.dispatcher,
        card,
        'ticket.claim',
        dataOf(cardOf(card), 'ticket.claim'),
      );
      expect(sentenceOf(late)).toBe(refusals.sentence({ code: 'taken', by: city.manager.name }));
    });

    test('of two claims in the same moment one wins, and the other person reads who has it', async () => {
      for (let round = 0; round < 5; round += 1) {
        const ticket = await reports(world);
        const people = [city.manager, city.dispatcher, city.administrator] as const;
        await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
        const replies = await Promise.all(people.map((who) => does(world, who, ticket, 'ticket.claim')));
        const winners = people.filter((_, index) =>
          isCard(replies[index] ?? { statusCode: 0, type: '', value: '' }),
        );
        expect(winners).toHaveLength(1);
        const taken = refusals.sentence({ code: 'taken', by: winners[0]?.name ?? '' });
        expect(replies.filter((reply) => !isCard(reply)).map(sentenceOf)).toEqual([taken, taken]);
      }
    });

    test('the same click twice, as Teams repeats it, is one claim and no error', async () => {
      const ticket = await reports(world);
      const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      const data = dataOf(cardOf(card), 'ticket.claim');
      const both = await Promise.all(
        [1, 2].map(() => world.clicks(city.manager, card, 'ticket.claim', data)),
      );
      expect(both.every(isCard)).toBe(true);
    });
  });

  describe('whoever is not responsible', () => {
    const verbs: readonly (readonly [string, object])[] = [
      ['ticket.claim', {}],
      ['ticket.comment', { 'comment.text': 'Ich war es nicht' }],
      ['ticket.note', { 'note.text': 'Nur für uns' }],
      ['ticket.resolve', { 'resolve.solution': 'Erledigt' }],
      ['ticket.assign', { 'assign.assignee': city.deputy.id }],
    ];
    test.each(verbs)('gets a sentence for %s, and nothing changes', async (verb, inputs) => {
      const ticket = await reports(world);
      await cardWith(world, city.campusChannel, ticket, verb);
      const sent = await sentWhile(world, async () => {
        const reply = await does(world, city.stranger, ticket, verb, inputs);
        expect(sentenceOf(reply)).toContain('nicht');
      });
      expect(sent).toEqual([]);
    });

    test('a teacher cannot claim the own ticket from a card that somebody showed around', async () => {
      const ticket = await reports(world);
      const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      const data = dataOf(cardOf(card), 'ticket.claim');
      expect(sentenceOf(await world.clicks(ticket.teacher, card, 'ticket.claim', data))).toBe(
        refusals.sentence({ code: 'not-allowed', verb: 'claim' }),
      );
    });
  });

  describe('talking', () => {
    test('a comment calls the teacher and is quoted there; the channel sees it by an edit', async () => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.comment', { 'comment.text': 'Welche Farbe blinkt?' }),
      );
      const [call, ...more] = calls(sent);
      expect(more).toEqual([]);
      expect(call?.conversationId).toBe(personalChat(ticket.teacher));
      expect(wordsOf(call?.activity)).toContain('Welche Farbe blinkt?');
      expect(wordsOf((await cardIn(world, city.campusChannel, ticket)).activity)).toContain(
        'Welche Farbe blinkt?',
      );
    });

    test('an internal note is on the channel’s card and in nothing that the teacher ever gets', async () => {
      const ticket = await claimed();
      const secret = 'Gerät war schon dreimal hier';
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.note', { 'note.text': secret }),
      );
      expect(calls(sent)).toEqual([]);
      await cardWith(world, city.campusChannel, ticket, secret);
      await does(world, city.manager, ticket, 'ticket.comment', { 'comment.text': 'Wir kommen' });
      await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' });
      await isCalled(world, ticket.teacher, 'Neue Patrone');
      await world.quiet();
      expect(
        world.toPerson(ticket.teacher).filter(({ activity }) => wordsOf(activity).includes('dreimal')),
      ).toEqual([]);
    });

    test('a teacher’s comment calls the assignee by name', async () => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () =>
        does(
          world,
          ticket.teacher,
          ticket,
          'ticket.comment',
          { 'comment.text': 'Gelb' },
          personalChat(ticket.teacher),
        ),
      );
      const [call, ...more] = calls(sent);
      expect(more).toEqual([]);
      expect(call?.conversationId).toBe(city.campusChannel);
      expect(call?.threadRoot).toBe((await cardIn(world, city.campusChannel, ticket)).activityId);
      expect(mentionsOf(call)).toEqual([city.manager.id]);
    });
  });

  describe('two events within a minute', () => {
    const says = async (ticket: Reported, text: string) =>
      calls(
        await sentWhile(world, () =>
          does(
            world,
            ticket.teacher,
            ticket,
            'ticket.comment',
            { 'comment.text': text },
            personalChat(ticket.teacher),
          ),
        ),
      );

    test('for the same people are one message', async () => {
      const ticket = await claimed();
      const [first] = await says(ticket, 'Gelb');
      expect(await says(ticket, 'Nein, rot')).toEqual([]);
      const now = world.connector
        .in(city.campusChannel)
        .findLast(({ activityId }) => activityId === first?.activityId);
      expect(wordsOf(now?.activity)).toContain('Nein, rot');
    });

    test('are two where the first mentioned somebody else', async () => {
      const ticket = await claimed();
      await says(ticket, 'Gelb');
      await does(world, city.manager, ticket, 'ticket.assign', { 'assign.assignee': city.deputy.id });
      await world.quiet();
      expect((await says(ticket, 'Nein, rot')).flatMap(mentionsOf)).toEqual([]);
      const other = await claimed();
      await says(other, 'Gelb');
      const sent = await sentWhile(world, () =>
        does(world, city.manager, other, 'ticket.assign', { 'assign.assignee': city.deputy.id }),
      );
      expect(calls(sent).map(mentionsOf)).toEqual([[city.deputy.id]]);
    });

    test('are two where somebody there has answered the first', async () => {
      const ticket = await claimed();
      await says(ticket, 'Gelb');
      await does(world, city.manager, ticket, 'ticket.comment', { 'comment.text': 'Danke' });
      await world.quiet();
      expect((await says(ticket, 'Jetzt rot')).map(mentionsOf)).toEqual([[city.manager.id]]);
    });
  });

  describe('waiting', () => {
    const hold = async (waitingFor: string, inputs: object = {}) => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.hold', { 'hold.waitingFor': waitingFor, ...inputs }),
      );
      return { ticket, sent };
    };

    test('for the vendor, without a date, is an edit', async () => {
      const { ticket, sent } = await hold('vendor');
      expect(calls(sent)).toEqual([]);
      await cardWith(world, city.campusChannel, ticket, 'ticket.resume');
    });

    test('for the vendor until a date, the card names the day', async () => {
      const { ticket } = await hold('vendor', { 'hold.until': '2026-11-26' });
      const day = texts('de').times.date(
        Date.parse('2026-11-26T07:30:00+01:00'),
        world.clock.now(),
        'Europe/Berlin',
      );
      await cardWith(world, city.campusChannel, ticket, day);
    });

    test('for the requester asks the teacher, and the answer ends the waiting', async () => {
      const { ticket, sent } = await hold('requester', { 'hold.note': 'Bitte Seriennummer nennen' });
      expect(calls(sent).map(({ conversationId }) => conversationId)).toEqual([personalChat(ticket.teacher)]);
      expect(wordsOf(calls(sent)[0]?.activity)).toContain('Bitte Seriennummer nennen');
      await does(
        world,
        ticket.teacher,
        ticket,
        'ticket.comment',
        { 'comment.text': 'SN 12' },
        personalChat(ticket.teacher),
      );
      const card = await cardWith(world, city.campusChannel, ticket, 'SN 12');
      expect(hasAction(card.activity, 'ticket.resume')).toBe(false);
    });

    test('for the requester without a question asks what to ask, and calls nobody', async () => {
      const { ticket, sent } = await hold('requester');
      expect(sent).toEqual([]);
      const reply = await does(world, city.manager, ticket, 'ticket.hold', {
        'hold.waitingFor': 'requester',
        'hold.note': ' ',
      });
      expect(sentenceOf(reply)).toBe(`${labels.holdNote}: ${errors.holdNote}`);
    });

    test('a new ticket offers to plan a visit, and calls it that', async () => {
      const ticket = await reports(world);
      const card = await cardWith(world, city.campusChannel, ticket, 'ticket.plan-visit');
      expect(wordsOf(card.activity)).toContain(actions.planVisit);
      expect(wordsOf(card.activity)).not.toContain(actions.hold);
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.plan-visit', { 'hold.until': '2026-11-27' }),
      );
      expect(calls(sent).map(({ conversationId }) => conversationId)).toEqual([personalChat(ticket.teacher)]);
      await cardWith(world, city.campusChannel, ticket, 'ticket.resume');
      const other = await reports(world);
      const reply = await does(world, city.manager, other, 'ticket.plan-visit');
      expect(sentenceOf(reply)).toContain(errors.until);
    });

    test('a visit needs a day, and calls the teacher with it', async () => {
      const { ticket, sent } = await hold('visit', {
        'hold.until': '2026-11-27',
        'hold.note': 'Bitte Raum aufschließen',
      });
      expect(calls(sent).map(({ conversationId }) => conversationId)).toEqual([personalChat(ticket.teacher)]);
      expect(wordsOf(calls(sent)[0]?.activity)).toContain('Bitte Raum aufschließen');
      const without = await claimed();
      const reply = await does(world, city.manager, without, 'ticket.hold', { 'hold.waitingFor': 'visit' });
      expect(sentenceOf(reply)).toContain(texts('de').cards.labels.until);
    });

    test('a day that no calendar has is named, and nothing else happens', async () => {
      const ticket = await claimed();
      const reply = await does(world, city.manager, ticket, 'ticket.hold', {
        'hold.waitingFor': 'vendor',
        'hold.until': '2027-02-30',
      });
      const { labels } = texts('de').cards;
      expect(sentenceOf(reply)).toContain(labels.until);
    });

    test('a day in the past is refused in words', async () => {
      const ticket = await claimed();
      const reply = await does(world, city.manager, ticket, 'ticket.hold', {
        'hold.waitingFor': 'vendor',
        'hold.until': '2026-11-02',
      });
      expect(sentenceOf(reply)).toBe(refusals.sentence({ code: 'date-in-past' }));
    });

    test('resuming is an edit, and the ticket stays with its assignee', async () => {
      const { ticket } = await hold('vendor');
      const sent = await sentWhile(world, () => does(world, city.manager, ticket, 'ticket.resume'));
      expect(calls(sent)).toEqual([]);
      await cardWith(world, city.campusChannel, ticket, 'ticket.hold');
    });
  });

  describe('the end', () => {
    const resolved = async () => {
      const ticket = await claimed();
      await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' });
      await world.quiet();
      world.clock.advance(5);
      return ticket;
    };

    test('resolving calls the teacher with the solution', async () => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' }),
      );
      expect(calls(sent).map(({ conversationId }) => conversationId)).toEqual([personalChat(ticket.teacher)]);
    });

    test('resolving without a word of what helped asks for it', async () => {
      const ticket = await claimed();
      const reply = await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': '  ' });
      expect(sentenceOf(reply)).toContain(texts('de').cards.labels.solution);
    });

    test('the teacher reopens: the assignee has it again and is called by name', async () => {
      const ticket = await resolved();
      const sent = await sentWhile(world, () =>
        does(
          world,
          ticket.teacher,
          ticket,
          'ticket.reopen',
          { 'reopen.text': 'Blinkt wieder' },
          personalChat(ticket.teacher),
        ),
      );
      expect(calls(sent).map(({ conversationId }) => conversationId)).toEqual([city.campusChannel]);
      expect(mentionsOf(calls(sent)[0])).toEqual([city.manager.id]);
      await cardWith(world, city.campusChannel, ticket, 'ticket.release');
    });

    test('the manager can reopen from the channel, too, and is not called for it', async () => {
      const ticket = await resolved();
      const sent = await sentWhile(world, () =>
        does(world, city.manager, ticket, 'ticket.reopen', { 'reopen.text': 'Doch nicht' }),
      );
      expect(calls(sent).flatMap(mentionsOf)).toEqual([]);
    });

    test('a dispatcher closes what is resolved; a manager cannot', async () => {
      const ticket = await resolved();
      const card = await cardIn(world, city.campusChannel, ticket);
      const data = { ticketId: ticket.ticketId, drawn: 3 };
      expect(sentenceOf(await world.clicks(city.manager, card, 'ticket.close', data))).toBe(
        refusals.sentence({ code: 'not-allowed', verb: 'close' }),
      );
      expect(isCard(await world.clicks(city.dispatcher, card, 'ticket.close', data))).toBe(true);
      await cardWith(world, city.campusChannel, ticket, vocabulary.closings.solved);
    });

    test('withdrawing after the claim calls the assignee; before it, nobody', async () => {
      const withdraws = async (ticket: { ticketId: string; teacher: Someone }) =>
        sentWhile(world, () =>
          does(world, ticket.teacher, ticket, 'ticket.withdraw', {}, personalChat(ticket.teacher)),
        );
      const after = await withdraws(await claimed());
      expect(calls(after).map(mentionsOf)).toEqual([[city.manager.id]]);
      const fresh = await reports(world);
      await cardWith(world, city.campusChannel, fresh, 'ticket.claim');
      expect(calls(await withdraws(fresh))).toEqual([]);
    });
  });

  describe('who is called when it is new or urgent', () => {
    test('a report that is not urgent mentions nobody', async () => {
      const ticket = await reports(world);
      expect(mentionsOf(await cardWith(world, city.campusChannel, ticket, 'ticket.claim'))).toEqual([]);
    });

    test('an urgent one mentions the manager in force, in one post', async () => {
      const before = world.connector.recorded.length;
      const ticket = await reports(world, { urgent: true });
      const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      await world.quiet();
      expect(mentionsOf(card)).toEqual([city.manager.id]);
      const inChannel = calls(world.connector.recorded.slice(before)).filter(
        ({ conversationId }) => conversationId === city.campusChannel,
      );
      expect(inChannel).toHaveLength(1);
    });

    test('“an exam now” calls whoever has it', async () => {
      const ticket = await claimed();
      const sent = await sentWhile(world, () =>
        does(
          world,
          ticket.teacher,
          ticket,
          'ticket.escalate',
          { 'escalate.text': 'Prüfung' },
          personalChat(ticket.teacher),
        ),
      );
      expect(calls(sent).map(mentionsOf)).toEqual([[city.manager.id]]);
    });
  });

  describe('a button on an old card', () => {
    test('is judged on the ticket as it is now, and answered with the card of today', async () => {
      const ticket = await claimed();
      const old = await cardIn(world, city.campusChannel, ticket);
      const data = dataOf(cardOf(old), 'ticket.release');
      await does(world, city.manager, ticket, 'ticket.resolve', { 'resolve.solution': 'Neue Patrone' });
      const reply = await world.clicks(city.manager, old, 'ticket.release', data);
      expect(isCard(reply)).toBe(true);
      expect(wordsOf(reply.value)).toContain('Neue Patrone');
      expect(hasAction(reply.value, 'ticket.release')).toBe(false);
    });

    test('can still do what is possible now', async () => {
      const ticket = await reports(world);
      const old = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
      const data = dataOf(cardOf(old), 'ticket.comment');
      await does(world, city.manager, ticket, 'ticket.claim');
      const reply = await world.clicks(city.manager, old, 'ticket.comment', {
        ...data,
        'comment.text': 'Bin dran',
      });
      expect(isCard(reply)).toBe(true);
      await isCalled(world, ticket.teacher, 'Bin dran');
    });
  });
});
