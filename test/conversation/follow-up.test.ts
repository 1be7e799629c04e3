import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  files,
  hears,
  inputOf,
  letTimePass,
  newTeacher,
  presses,
  staffDoes,
  textOf,
  ticketsOf,
  untilShown,
  type Seen,
} from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const printer = 'Der Drucker in Raum 204 druckt nicht';
const projector = 'Der Beamer in Raum 204 zeigt kein Bild';
const printerInEnglish = 'The printer in room 204 does not print';

describe.each(storeKinds)('a follow-up goes to the report that it belongs to, on %s', (kind) => {
  let world: World;
  let number = 1_900;
  let teacher: Someone;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());
  beforeEach(() => {
    teacher = newTeacher((number += 1));
    letTimePass(world);
  });

  const says = async (text: string): Promise<Seen> => {
    letTimePass(world);
    return hears(world, teacher, text);
  };
  const isGone = async (id: string): Promise<boolean> =>
    (await ticketsOf(world)).get(id).then(
      () => false,
      () => true,
    );

  describe('with a draft', () => {
    test.each([
      [printer, 'auch in 205', { room: '204, 205', scope: 'several' }],
      [printerInEnglish, 'also in 205', { room: '204, 205', scope: 'several' }],
      [printer, 'nein, 206', { room: '206' }],
      [printer, 'Raum ist 206', { room: '206' }],
      [printer, 'ist doch dringend', { blocked: true }],
      [printer, 'die ganze Klasse', { scope: 'class' }],
      [printerInEnglish, 'no, room 206', { room: '206' }],
    ])('%j: %j', async (text, followUp, report) => {
      const first = await says(text);
      const { ticketId } = dataOf(first.card, 'draft.submit');
      const changed = await says(followUp);
      expect(dataOf(changed.card, 'draft.submit')['ticketId']).toBe(ticketId);
      expect((await (await ticketsOf(world)).get(String(ticketId))).report).toMatchObject(report);
      if ('room' in report) expect(inputOf(changed.card, 'room')['value']).toBe(report.room);
      const old = await untilShown(world, first, text === printerInEnglish ? 'now below' : 'weiter unten');
      expect(hasAction(old.card, 'draft.submit')).toBe(false);
    });

    test('the same place twice is written once', async () => {
      const first = await says(printer);
      await says('auch in 205');
      await says('auch in 205');
      const { ticketId } = dataOf(first.card, 'draft.submit');
      expect((await (await ticketsOf(world)).get(String(ticketId))).report.room).toBe('204, 205');
    });

    test('not urgent after all takes the haste away', async () => {
      const first = await says(`${printer}, ich kann die Klausur nicht schreiben lassen`);
      await says('ist doch dringend');
      await says('doch nicht eilig');
      const { ticketId } = dataOf(first.card, 'draft.submit');
      expect((await (await ticketsOf(world)).get(String(ticketId))).report.blocked).toBe(false);
    });

    test('of several drafts it is asked which is meant', async () => {
      const first = await says(printer);
      await says(projector);
      const which = await says('nein, 207');
      expect(wordsOf(which.card)).toContain('Welche Meldung ist gemeint?');
      const { ticketId } = dataOf(first.card, 'draft.submit');
      const data = { ...dataOf(which.card, 'follow.change'), ticketId };
      const reply = await world.clicks(teacher, which, 'follow.change', data);
      expect(inputOf(reply.value, 'room')['value']).toBe('207');
      const again = await world.clicks(teacher, which, 'follow.change', data);
      expect(again).toEqual(reply);
      const old = await untilShown(world, first, 'weiter unten');
      expect(hasAction(old.card, 'draft.submit')).toBe(false);
    });

    test('works again offers to throw it away', async () => {
      const first = await says(printer);
      const { ticketId } = dataOf(first.card, 'draft.submit');
      const offer = await says('geht wieder');
      expect(wordsOf(offer.card)).toContain('verwerfen?');
      await presses(world, teacher, offer, 'follow.keep');
      expect(await isGone(String(ticketId))).toBe(false);
      const reply = await presses(world, teacher, offer, 'follow.discard');
      expect(wordsOf(reply.value)).toContain('Es wurde nichts gemeldet');
      expect(await isGone(String(ticketId))).toBe(true);
      const old = await untilShown(world, first, 'Es wurde nichts gemeldet');
      expect(hasAction(old.card, 'draft.submit')).toBe(false);
      const again = await presses(world, teacher, offer, 'follow.discard');
      expect(wordsOf(again.value)).toContain('gibt es nicht mehr');
    });

    test('another thing in question is a draft of its own in the same room', async () => {
      await says(printer);
      const other = await says('und der Beamer?');
      const { ticketId } = dataOf(other.card, 'draft.submit');
      expect((await (await ticketsOf(world)).get(String(ticketId))).report).toMatchObject({
        category: 'display',
        room: '204',
      });
    });

    test('after half an hour it is none of its business any more', async () => {
      const first = await says(printer);
      world.clock.advance(31);
      await world.says(teacher, 'nein, 206');
      const { ticketId } = dataOf(first.card, 'draft.submit');
      expect((await (await ticketsOf(world)).get(String(ticketId))).report.room).toBe('204');
    });
  });

  describe('with a ticket', () => {
    test.each([
      ['nein, 206', { room: '206' }, ['submit', 'edit', 'comment']],
      ['ist doch dringend', { blocked: true }, ['submit', 'escalate', 'comment']],
      ['die ganze Klasse', { scope: 'class' }, ['submit', 'edit', 'comment']],
    ])('%j puts it right with one press', async (followUp, report, verbs) => {
      const filed = await files(world, teacher, printer);
      world.clock.advance(31);
      const asked = await says(followUp);
      expect(wordsOf(asked.card)).toContain('Welche Meldung ist gemeint?');
      for (let press = 0; press < 2; press += 1) await presses(world, teacher, asked, 'follow.change');
      const stored = await (await ticketsOf(world)).get(filed.ticketId);
      expect(stored.report).toMatchObject(report);
      expect(stored.history.map(({ command }) => command.verb)).toEqual(verbs);
    });

    test.each([
      [printer, 'auch in 205', 'steht jetzt auch in'],
      [printerInEnglish, 'also in 205', 'is now in'],
    ])('%j: another room is added with one press', async (text, followUp, sentence) => {
      const filed = await files(world, teacher, text);
      world.clock.advance(31);
      const asked = await says(followUp);
      const reply = await presses(world, teacher, asked, 'follow.change');
      expect(wordsOf(reply.value)).toContain(sentence);
      const again = await presses(world, teacher, asked, 'follow.change');
      expect(again).toEqual(reply);
      const ticket = await (await ticketsOf(world)).get(filed.ticketId);
      expect(ticket.report).toMatchObject({ room: '204, 205', scope: 'several' });
      expect(ticket.history.filter(({ command }) => command.verb === 'comment')).toHaveLength(1);
    });

    test('that somebody has already gets the room and the comment', async () => {
      const filed = await files(world, teacher, printer);
      await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
      world.clock.advance(31);
      await presses(world, teacher, await says('auch in 205'), 'follow.change');
      const ticket = await (await ticketsOf(world)).get(filed.ticketId);
      expect(ticket.report.room).toBe('204, 205');
      expect(ticket.history.at(-1)?.command).toMatchObject({ verb: 'comment', text: 'auch in 205' });
    });

    test('works again offers to withdraw it, with what was said as the reason', async () => {
      const filed = await files(world, teacher, printer);
      const offer = await says('Hat sich erledigt, danke');
      expect(wordsOf(offer.card)).toContain('zurückziehen?');
      const reply = await presses(world, teacher, offer, 'ticket.withdraw');
      expect(wordsOf(reply.value)).toContain('Zurückgezogen');
      const ticket = await (await ticketsOf(world)).get(filed.ticketId);
      expect(ticket).toMatchObject({ state: 'closed', closedAs: 'withdrawn' });
      expect(ticket.history.at(-1)?.command).toMatchObject({ text: 'Hat sich erledigt, danke' });
    });

    test('works again with several asks which', async () => {
      await files(world, teacher, printer);
      const other = await files(world, teacher, projector);
      const offer = await says('works again');
      expect(wordsOf(offer.card).match(/"verb":"ticket\.withdraw"/g)).toHaveLength(2);
      await presses(world, teacher, offer, 'ticket.withdraw', { ticketId: other.ticketId });
      expect((await (await ticketsOf(world)).get(other.ticketId)).closedAs).toBe('withdrawn');
    });

    test.each(['gibt es was Neues?', 'und der Drucker?', 'any news?', 'what about the printer?'])(
      '%j shows how it stands',
      async (text) => {
        const filed = await files(world, teacher, printer);
        const status = await says(text);
        expect(dataOf(status.card, 'ticket.withdraw')['ticketId']).toBe(filed.ticketId);
      },
    );

    test('news of several are a list', async () => {
      await files(world, teacher, printer);
      await files(world, teacher, projector);
      const list = await says('Gibt es schon was Neues?');
      expect(hasAction(list.card, 'ticket.show')).toBe(true);
    });

    test('works again with the name of a thing is about that one, though another is only a draft yet', async () => {
      const printerTicket = await files(world, teacher, printer);
      await files(world, teacher, projector);
      await says('Mein iPad ist eingefroren');
      const offer = await says('der Drucker geht wieder');
      expect(dataOf(offer.card, 'ticket.withdraw')['ticketId']).toBe(printerTicket.ticketId);
      expect(wordsOf(offer.card)).not.toMatch(/Beamer|iPad/);
      expect(hasAction(offer.card, 'follow.discard')).toBe(false);
    });

    test('a solved one that works again is not opened', async () => {
      const filed = await files(world, teacher, printer);
      await staffDoes(world, city.manager, filed.ticketId, 'ticket.resolve', { solution: 'Toner getauscht' });
      await untilShown(world, filed, 'Toner getauscht');
      await world.quiet();
      letTimePass(world);
      const posts = await answersTo(world, teacher, async () => world.says(teacher, 'geht wieder'));
      expect(posts.map(textOf)).toContainEqual(expect.stringContaining('Schön, dass es geht'));
    });
  });

  describe('with nothing open', () => {
    test.each([
      ['geht wieder', 'Schön, dass es geht'],
      ['it works again', 'Good that it works'],
      ['gibt es was Neues?', 'nichts offen'],
      ['any news?', 'nothing open'],
    ])('%j is answered kindly', async (text, sentence) => {
      const posts = await answersTo(world, teacher, async () => world.says(teacher, text));
      expect(posts.map(textOf)).toEqual([expect.stringContaining(sentence)]);
    });
  });

  describe('is nobody else’s', () => {
    test.each(['follow.change', 'follow.discard'])('%s finds nothing', async (verb) => {
      const first = await says(printer);
      const { ticketId } = dataOf(first.card, 'draft.submit');
      const where = { conversationId: `a:${city.stranger.id}`, activityId: first.activityId };
      const reply = await world.clicks(city.stranger, where, verb, {
        ticketId,
        drawn: '0',
        text: 'x',
        room: '1',
      });
      expect(wordsOf(reply.value)).toContain('gibt es nicht mehr');
      expect((await (await ticketsOf(world)).get(String(ticketId))).report.room).toBe('204');
    });

    test.each([[{ scope: 'city' }], [{ room: 'x'.repeat(300) }], [{ text: '' }], [{ also: ['205'] }]])(
      '%j is not read',
      async (data) => {
        const first = await says(printer);
        const { ticketId } = dataOf(first.card, 'draft.submit');
        const said = { ticketId, drawn: '0', text: 'x', ...data };
        const reply = await world.clicks(teacher, first, 'follow.change', said);
        expect(reply.value).toContain('Das konnte ich nicht lesen');
      },
    );
  });
});
