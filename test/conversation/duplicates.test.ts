import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { drafts, sends, teacherOf } from './colleagues.js';
import { cardWith } from './staff.js';
import { presses, staffDoes, ticketsOf, untilShown, type Seen } from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const { known } = texts('de');
const printer = 'Der Drucker im Lehrerzimmer druckt nicht';

describe.each(storeKinds)('what is reported a second time, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  const somebody = async (school = city.school): Promise<Someone> => teacherOf(world, school);
  const reported = async (who: Someone, text: string, category = 'printer'): Promise<string> =>
    sends(world, who, await drafts(world, who, text, category), { category });
  const historyOf = async (ticketId: string): Promise<readonly string[]> =>
    (await (await ticketsOf(world)).get(ticketId)).history.map(({ command }) =>
      command.verb === 'comment' ? `comment: ${command.text}` : command.verb,
    );
  const isGone = async (draft: Seen): Promise<boolean> => {
    const { ticketId } = dataOf(draft.card, 'draft.submit');
    return (await ticketsOf(world)).get(String(ticketId)).then(
      () => false,
      () => true,
    );
  };

  test("one's own report stands on the draft with its state; one press adds to it, and the draft goes", async () => {
    const who = await somebody();
    const earlier = await reported(who, printer);
    const draft = await drafts(world, who, `${printer}, schon wieder`, 'printer');
    expect(wordsOf(draft.card)).toContain('Das haben Sie schon gemeldet');
    expect(wordsOf(draft.card)).toContain('Eingegangen');

    const answers = [];
    for (let press = 0; press < 3; press += 1) {
      answers.push(await presses(world, who, draft, 'known.add', { description: 'Jetzt blinkt er rot' }));
    }
    for (const { value } of answers) expect(wordsOf(value)).toContain(formatTicketId(earlier));
    expect((await historyOf(earlier)).filter((entry) => entry.startsWith('comment'))).toEqual([
      'comment: Jetzt blinkt er rot',
    ]);
    expect(await isGone(draft)).toBe(true);
    await cardWith(world, city.campusChannel, { ticketId: earlier }, 'Jetzt blinkt er rot');
  });

  test('sent all the same it is a report of its own', async () => {
    const who = await somebody();
    const earlier = await reported(who, printer);
    const draft = await drafts(world, who, printer, 'printer');
    const second = await sends(world, who, draft);
    expect(second).not.toBe(earlier);
    expect(await historyOf(second)).toEqual(['submit']);
    expect(await historyOf(earlier)).toEqual(['submit']);
  });

  test('in English it is said in English', async () => {
    const who = await somebody();
    await reported(who, 'The printer in the staff room does not print');
    const draft = await drafts(world, who, 'The printer in the staff room does not print', 'printer');
    const words = wordsOf(draft.card);
    expect(words).toContain('You have reported this already');
    expect(words).toContain('Add to that report');
    const reply = await presses(world, who, draft, 'known.add');
    expect(wordsOf(reply.value)).toContain('There is no second report');
  });

  test('a lesson that stands still now makes the earlier report urgent', async () => {
    const who = await somebody();
    const earlier = await reported(who, printer);
    const draft = await drafts(world, who, printer, 'printer');
    for (let press = 0; press < 2; press += 1) {
      await presses(world, who, draft, 'known.add', { description: 'Gleich Klausur', blocked: 'true' });
    }
    expect(await historyOf(earlier)).toEqual(['submit', 'comment: Gleich Klausur', 'escalate']);
    expect((await (await ticketsOf(world)).get(earlier)).report.blocked).toBe(true);
  });

  test('what was finished meanwhile takes no more words: the draft says why and stays', async () => {
    const who = await somebody();
    const earlier = await reported(who, printer);
    const draft = await drafts(world, who, printer, 'printer');
    const { ticketId } = { ticketId: earlier };
    await world.clicks(who, draft, 'ticket.withdraw', { ticketId, drawn: '1', text: '' });
    const reply = await presses(world, who, draft, 'known.add', { description: 'Neu getippt' });
    expect(hasAction(reply.value, 'draft.submit')).toBe(true);
    expect(hasAction(reply.value, 'known.add')).toBe(false);
    expect(wordsOf(reply.value)).toContain('Neu getippt');
    expect(await isGone(draft)).toBe(false);
  });

  describe('the device of somebody else', () => {
    test('is known at the school, whoever reported it is not; it can be sent, and the channel reads of which it is', async () => {
      const first = await teacherOf(world, city.school, 'Irmgard Unverwechselbar');
      const earlier = await reported(first, 'Drucker INV-40771 bei Kollegin Ypsilon druckt nicht');
      await staffDoes(world, city.manager, earlier, 'ticket.claim');
      await untilClaimed(earlier);

      const second = await somebody();
      const draft = await drafts(world, second, 'Drucker INV-40771 zieht kein Papier', 'printer');
      const words = wordsOf(draft.card);
      expect(words).toContain(known.device('In Bearbeitung'));
      expect(words).not.toMatch(/Unverwechselbar|Ypsilon/);
      expect(words).not.toContain(earlier);
      expect(words).not.toContain(formatTicketId(earlier));
      expect(hasAction(draft.card, 'known.add')).toBe(false);

      const ticketId = await sends(world, second, draft);
      await cardWith(world, city.campusChannel, { ticketId }, known.sameDevice(formatTicketId(earlier)));
      const own = await untilShown(world, draft, 'ticket.withdraw');
      expect(wordsOf(own.card)).not.toContain(formatTicketId(earlier));
    });

    test('of another school is another one', async () => {
      await reported(await somebody(), 'Drucker INV-40772 druckt nicht');
      const elsewhere = await somebody(city.otherSchool);
      const draft = await drafts(world, elsewhere, 'Drucker INV-40772 druckt nicht', 'printer');
      expect(wordsOf(draft.card)).not.toContain(known.device('Eingegangen'));
      expect(wordsOf(draft.card)).not.toContain(known.ofSchool);
    });

    const untilClaimed = async (ticketId: string): Promise<unknown> =>
      cardWith(world, city.campusChannel, { ticketId }, 'ticket.release');
  });

  describe('a forged button', () => {
    test("adds nothing to another person's report", async () => {
      const victim = await somebody();
      const theirs = await reported(victim, printer);
      const who = await somebody();
      await reported(who, printer);
      const draft = await drafts(world, who, printer, 'printer');
      const reply = await presses(world, who, draft, 'known.add', { reportId: theirs });
      expect(wordsOf(reply.value)).toContain('gibt es nicht mehr');
      expect(await historyOf(theirs)).toEqual(['submit']);
      expect(await isGone(draft)).toBe(false);
    });

    test("takes nothing from another person's draft", async () => {
      const victim = await somebody();
      await reported(victim, printer);
      const theirs = await drafts(world, victim, `${printer}: geheim`, 'printer');
      const who = await somebody();
      const mine = await reported(who, printer);
      const reply = await presses(world, who, theirs, 'known.add', { reportId: mine });
      expect(wordsOf(reply.value)).toContain('gibt es nicht mehr');
      expect(wordsOf(reply.value)).not.toContain('geheim');
      expect(await isGone(theirs)).toBe(false);
      expect(await historyOf(mine)).toEqual(['submit']);
    });

    test.each([{}, { reportId: 'x'.repeat(50) }, { reportId: 7 }, { ticketId: '../..', reportId: 'K7M3QX' }])(
      'with nonsense in it is answered with a sentence: %j',
      async (data) => {
        const who = await somebody();
        const chat = { conversationId: `a:${who.id}`, activityId: 'm-none' };
        const reply = await world.clicks(who, chat, 'known.add', { ticketId: 'K7M3QX', drawn: '0', ...data });
        expect(typeof reply.value).toBe('string');
      },
    );
  });
});
