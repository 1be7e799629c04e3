import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import {
  dialogIn,
  invokes,
  madeIn,
  messageOf,
  picks,
  searches,
  sends,
  takesCall,
  titlesOf,
  wordsIn,
} from './extension.js';
import { teacherOf } from './colleagues.js';
import { cardWith, does, reports } from './staff.js';
import { chatOf, inputOf, newTeacher, ticketsOf } from './teacher.js';
import { cardOf, city, hasAction, wordsOf, World } from './world.js';

const directory = sampleDirectory();
const school = directory.school(city.school);
const withSites = directory.schools.find(({ id }) => directory.sitesOf(id).length > 1);
const text = 'Der Drucker im Lehrerzimmer druckt nicht';

let people = 700;
const somebody = () => newTeacher((people += 1));

describe.each(storeKinds)('a report made of a message, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test('begins with what was understood, and the school of who wrote it', async () => {
    const teacher = await teacherOf(world, city.school);
    const dialog = dialogIn(await picks(world, city.dispatcher, messageOf(teacher, text)));
    expect(inputOf(dialog, 'category')['value']).toBe('printer');
    expect(inputOf(dialog, 'description')['value']).toBe(text);
    expect(inputOf(dialog, 'school')['value']).toBe(school?.name);
    expect(wordsOf(dialog)).toContain(teacher.name);
    expect(Buffer.byteLength(JSON.stringify(dialog))).toBeLessThan(28 * 1024);
  });

  test('is in no room where the one that was understood was deleted', async () => {
    const teacher = await teacherOf(world, city.school);
    const dialog = dialogIn(await picks(world, city.dispatcher, messageOf(teacher, `${text}, Raum 204`)));
    expect(inputOf(dialog, 'room')['value']).toBe('204');
    const id = madeIn(await sends(world, city.dispatcher, dialog, { room: '' }));
    expect((await (await ticketsOf(world)).get(id)).report.room).toBeNull();
  });

  test('is at the site where its author works, which can be chosen anew', async () => {
    const [, second] = directory.sitesOf(withSites?.id ?? '');
    const teacher = somebody();
    const works = { school: withSites?.id ?? '', site: second?.id };
    await world.clicks(teacher, chatOf(teacher), 'school.choose', works);
    const dialog = dialogIn(await picks(world, city.dispatcher, messageOf(teacher, text)));
    expect(inputOf(dialog, 'site')['value']).toBe(second?.id);
    const id = madeIn(await sends(world, city.dispatcher, dialog));
    expect((await (await ticketsOf(world)).get(id)).report.siteId).toBe(second?.id);
  });

  test('is its author’s, names who wrote it down, and shows in the author’s chat and the channel', async () => {
    const teacher = await teacherOf(world, city.school);
    const dialog = dialogIn(await picks(world, city.dispatcher, messageOf(teacher, text)));
    const id = madeIn(await sends(world, city.dispatcher, dialog));
    const stored = await (await ticketsOf(world)).get(id);
    expect(stored).toMatchObject({
      state: 'new',
      requester: { id: teacher.id },
      openedBy: { id: city.dispatcher.id, name: city.dispatcher.name },
      report: { schoolId: city.school, category: 'printer' },
      handledBy: { campusId: city.campus.id },
    });
    await world.until('the status card in the chat', () =>
      world.toPerson(teacher).find(({ activity }) => hasAction(activity, 'ticket.withdraw')),
    );
    const card = await cardWith(world, city.campusChannel, { ticketId: id }, 'Aufgenommen von');
    expect(wordsOf(card)).toContain(city.dispatcher.name);
  });

  test('is made once, however often the dialog is sent, also at the same moment', async () => {
    const teacher = await teacherOf(world, city.school);
    const dialog = dialogIn(await picks(world, city.dispatcher, messageOf(teacher, text)));
    const [one, other] = await Promise.all([
      sends(world, city.dispatcher, dialog),
      sends(world, city.dispatcher, dialog),
    ]);
    const third = await sends(world, city.dispatcher, dialog);
    expect([madeIn(other), madeIn(third)]).toEqual([madeIn(one), madeIn(one)]);
    const found = await searches(world, teacher, 'searchTickets', '');
    expect(titlesOf(found)).toHaveLength(1);
  });

  test('by a teacher is the teacher’s own, whoever wrote the message and whatever the dialog is said to hold', async () => {
    const [teacher, colleague] = [somebody(), somebody()];
    const dialog = dialogIn(await picks(world, teacher, messageOf(colleague, text)));
    const typed = { school: school?.name, requester: { id: colleague.id, name: colleague.name } };
    const id = madeIn(await sends(world, teacher, dialog, typed));
    expect(await (await ticketsOf(world)).get(id)).toMatchObject({
      requester: { id: teacher.id },
      openedBy: null,
    });
  });

  test('of a bot’s message is the report of whoever makes it', async () => {
    const teacher = somebody();
    const dialog = dialogIn(await picks(world, teacher, messageOf(null, text)));
    const id = madeIn(await sends(world, teacher, dialog, { school: city.school }));
    expect((await (await ticketsOf(world)).get(id)).requester.id).toBe(teacher.id);
  });

  test('asks which school is meant, and then which site', async () => {
    const dialog = dialogIn(await picks(world, somebody(), messageOf(null, text)));
    const teacher = somebody();
    const unknown = dialogIn(await sends(world, teacher, dialog, { school: 'Qwertzschule am Nordpol' }));
    expect(wordsOf(unknown)).toContain('Qwertzschule');
    const missing = dialogIn(await sends(world, teacher, dialog, { school: '' }));
    expect(inputOf(missing, 'description')['value']).toBe(text);
    const sites = dialogIn(await sends(world, teacher, dialog, { school: withSites?.name }));
    const [site] = directory.sitesOf(withSites?.id ?? '');
    expect(inputOf(sites, 'site')['choices']).toHaveLength(directory.sitesOf(withSites?.id ?? '').length);
    const id = madeIn(await sends(world, teacher, sites, { site: site?.id }));
    expect((await (await ticketsOf(world)).get(id)).report).toMatchObject({
      schoolId: withSites?.id,
      siteId: site?.id,
    });
  });

  test('offers the schools that a name may mean, at most eight of them', async () => {
    const dialog = dialogIn(await picks(world, somebody(), messageOf(null, text)));
    const teacher = somebody();
    const asked = dialogIn(await sends(world, teacher, dialog, { school: 'Grundschule' }));
    const { choices } = inputOf(asked, 'schoolChoice');
    expect(Array.isArray(choices) && choices.length > 1 && choices.length <= 8).toBe(true);
    const id = madeIn(await sends(world, teacher, asked, { schoolChoice: city.school }));
    expect((await (await ticketsOf(world)).get(id)).report.schoolId).toBe(city.school);
  });

  test('takes what is typed anew for the school, and not what was chosen among others', async () => {
    const dialog = dialogIn(await picks(world, somebody(), messageOf(null, text)));
    const teacher = somebody();
    const asked = dialogIn(await sends(world, teacher, dialog, { school: 'Grundschule' }));
    const typed = { schoolChoice: city.school, school: directory.school(city.otherSchool)?.name };
    const id = madeIn(await sends(world, teacher, asked, typed));
    expect((await (await ticketsOf(world)).get(id)).report.schoolId).toBe(city.otherSchool);
  });

  test('asks what it is about where the words do not say it', async () => {
    const teacher = await teacherOf(world, city.school);
    const dialog = dialogIn(
      await picks(world, teacher, messageOf(teacher, 'Hallo zusammen, wie geht es euch?')),
    );
    const asked = dialogIn(await sends(world, teacher, dialog));
    expect(wordsOf(asked)).toContain('Thema');
    const id = madeIn(await sends(world, teacher, asked, { category: 'other' }));
    expect((await (await ticketsOf(world)).get(id)).report.category).toBe('other');
  });

  test.each([
    ['a message without words', messageOf(newTeacher(699), '<img src="x">')],
    ['no message', undefined],
    ['garbage', { body: [] }],
  ])('of %s is asked for in an empty form, which makes one once it is filled in', async (_what, message) => {
    const teacher = await teacherOf(world, city.school);
    const dialog = dialogIn(await picks(world, teacher, message));
    expect(wordsOf(dialog)).toContain(texts('de').extension.emptyMessage);
    expect(inputOf(dialog, 'description')['value']).toBe('');
    const made = await sends(world, teacher, dialog, { description: 'Der Drucker druckt nicht' });
    expect((await (await ticketsOf(world)).get(madeIn(made))).report.category).toBe('printer');
  });

  test.each([undefined, null, 'text', {}, { kind: 'message' }, { kind: 'call', nonce: 'x' }])(
    'is none of a dialog that holds %j',
    async (data) => {
      const reply = await invokes(world, somebody(), 'composeExtension/submitAction', {
        commandId: 'ticketFromMessage',
        data,
      });
      expect(wordsIn(reply)).toBe(texts('de').chat.unreadable);
    },
  );

  test('is none of a command that nobody knows', async () => {
    for (const name of ['composeExtension/fetchTask', 'composeExtension/submitAction']) {
      for (const value of [undefined, { commandId: 'constructor' }, { commandId: 'other' }]) {
        expect(wordsIn(await invokes(world, somebody(), name, value)), name).not.toBe('');
      }
    }
  });
});

describe.each(storeKinds)('a report at the telephone, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  const call = { callerName: 'Frau Ruf', phone: '0231 123456', school: city.school, description: text };
  const calls = async (typed: object = {}) => {
    const dialog = dialogIn(await takesCall(world, city.dispatcher));
    return sends(world, city.dispatcher, dialog, { ...call, ...typed });
  };

  test('is taken by the staff alone', async () => {
    const teacher = somebody();
    expect(wordsIn(await takesCall(world, teacher))).toContain('Helpdesk');
    const dialog = dialogIn(await takesCall(world, city.dispatcher));
    expect(wordsIn(await sends(world, teacher, dialog, call))).toContain('Helpdesk');
    expect(dialogIn(await takesCall(world, city.manager))).toBeDefined();
  });

  test('needs a name, a number and words', async () => {
    for (const missing of [{ callerName: ' ' }, { phone: 'keins' }, { description: '' }]) {
      const again = dialogIn(await calls(missing));
      expect(wordsOf(again)).toContain('Bitte');
      expect(inputOf(again, 'school')['value']).toBe(city.school);
    }
  });

  test('is nobody’s whom the bot knows, and says so on the card once there is something to tell', async () => {
    const id = madeIn(await calls());
    const ticket = await (await ticketsOf(world)).get(id);
    expect(ticket).toMatchObject({
      requester: { id: `phone:${id}`, name: 'Frau Ruf', reach: 'phone', language: 'de' },
      openedBy: { id: city.dispatcher.id },
      report: { phone: '0231 123456', category: 'printer' },
    });
    await cardWith(world, city.campusChannel, { ticketId: id }, 'Frau Ruf');
    await does(world, city.manager, { ticketId: id }, 'ticket.claim');
    await does(world, city.manager, { ticketId: id }, 'ticket.comment', { text: 'Welches Modell ist es?' });
    const card = await cardWith(world, city.campusChannel, { ticketId: id }, 'ticket.informed');
    const words = wordsOf(cardOf(card));
    expect(words).toContain('Bitte anrufen: Frau Ruf');
    expect(words).toContain('0231 123456');
    expect(words).toContain('Welches Modell ist es?');
  });

  test('is ticked off with "told", for what the card shows and no more', async () => {
    const id = madeIn(await calls());
    await does(world, city.manager, { ticketId: id }, 'ticket.claim');
    await does(world, city.manager, { ticketId: id }, 'ticket.comment', { text: 'Wir kommen morgen.' });
    await cardWith(world, city.campusChannel, { ticketId: id }, 'ticket.informed');
    await does(world, city.manager, { ticketId: id }, 'ticket.informed');
    const told = await (await ticketsOf(world)).get(id);
    expect(told.toInform).toEqual([]);
    expect(told.history.at(-1)).toMatchObject({
      command: { verb: 'informed' },
      actor: { id: city.manager.id },
    });
  });

  test('is found by nobody but the staff', async () => {
    const id = madeIn(await calls());
    const shown = `${id.slice(0, 3)}-${id.slice(3)}`;
    expect(titlesOf(await searches(world, somebody(), 'searchTickets', shown))).toEqual([]);
    expect(titlesOf(await searches(world, city.manager, 'searchTickets', shown))).toHaveLength(1);
  });

  test('a requester who has blocked the bot is called by phone, too', async () => {
    const ticket = await reports(world);
    const chat = `a:${ticket.teacher.id}`;
    world.connector.fault = ({ conversationId }) => (conversationId === chat ? { status: 403 } : null);
    await does(world, city.manager, ticket, 'ticket.claim');
    await does(world, city.manager, ticket, 'ticket.resolve', { solution: 'Papierstau behoben.' });
    const card = await cardWith(world, city.campusChannel, ticket, 'ticket.informed');
    world.connector.fault = () => null;
    expect(wordsOf(cardOf(card))).toContain('Papierstau behoben.');
    expect(wordsOf(cardOf(card))).toContain('Eine Telefonnummer ist nicht bekannt');
  });
});
