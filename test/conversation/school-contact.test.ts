import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleDirectory, sampleOrganisation, type Organisation } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardWith, does, sentenceOf } from './staff.js';
import { answersTo, files, hears, newTeacher, presses, staffDoes, textOf, type Filed } from './teacher.js';
import { city, dataOf, hasAction, personalChat, wordsOf, World, type Someone } from './world.js';

const directory = sampleDirectory();
const [someContacts] = sampleOrganisation().contacts;
const officer = directory.person(someContacts?.people[0] ?? '');
if (!officer) throw new Error('the sample lacks a contact');

/** The city with a contact of the school whose reports the tests are about, and of no other one. */
const organisation = (sample: Organisation): Organisation => ({
  ...sample,
  contacts: [{ school: city.school, people: [officer.id] }],
});

const t = texts('de');
const problem = 'Der Beamer in Raum 204 zeigt kein Bild';
const secret = 'Der Hausmeister weiß es schon';

describe.each(storeKinds)('a contact of the school, on %s', (kind) => {
  let world: World;
  let number = 7_100;
  let teacher: Someone;
  let filed: Filed;
  const contact: Someone = { id: officer.id, name: officer.name };
  const status = async (who: Someone, { ticketId }: Pick<Filed, 'ticketId'> = filed) =>
    hears(world, who, `Status ${formatTicketId(ticketId)}`);
  const isUnknown = async (who: Someone, ticketId = filed.ticketId) => {
    const spoken = formatTicketId(ticketId);
    const posts = await answersTo(world, who, async () => world.says(who, `Status ${spoken}`));
    return textOf(posts[0]) === t.chat.unknownTicket(spoken);
  };

  beforeAll(async () => {
    world = await World.open(kind, undefined, { organisation });
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    teacher = newTeacher((number += 1));
    filed = await files(world, teacher, problem, {
      school: city.school,
      category: 'display',
      scope: 'one',
      phone: '0231 4711',
    });
  });

  test('sees a ticket of the school without what is private, and with two buttons', async () => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.note', { 'note.text': secret });
    const { card } = await status(contact);
    expect(wordsOf(card)).toContain(problem);
    expect(wordsOf(card)).toContain(teacher.name);
    expect(wordsOf(card)).not.toContain(secret);
    expect(wordsOf(card)).not.toContain('4711');
    for (const verb of ['ticket.comment', 'ticket.escalate']) expect(hasAction(card, verb)).toBe(true);
    for (const verb of ['ticket.edit', 'ticket.withdraw', 'ticket.reopen', 'ticket.rate', 'ticket.claim']) {
      expect(hasAction(card, verb)).toBe(false);
    }
  });

  test('reads by its title what was tried already', async () => {
    const draft = await hears(world, teacher, 'Beamer in R 204 zeigt kein Bild');
    const { value } = await presses(world, teacher, draft, 'article.still-broken', { school: city.school });
    const { ticketId } = dataOf(value, 'draft.submit');
    await presses(
      world,
      teacher,
      { ...draft, card: Object(value) as Record<string, unknown> },
      'draft.submit',
      {
        school: city.school,
      },
    );
    const { card } = await status(contact, { ticketId: String(ticketId) });
    expect(wordsOf(card)).toContain('Beamer zeigt kein Bild');
    expect(wordsOf(card)).not.toContain('projector-no-picture');
  });

  test('adds a word, which the channel reads as the school’s, and keeps the contact’s card', async () => {
    const seen = await status(contact);
    const answer = await presses(world, contact, seen, 'ticket.comment', {
      'comment.text': 'Das Kabel habe ich getauscht',
    });
    expect(hasAction(answer.value, 'ticket.withdraw')).toBe(false);
    expect(wordsOf(answer.value)).toContain('Das Kabel habe ich getauscht');
    await cardWith(world, city.campusChannel, filed, 'Das Kabel habe ich getauscht');
  });

  test('answers what the school was asked, so that nobody waits any more', async () => {
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.claim');
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.hold', {
      'hold.waitingFor': 'requester',
      'hold.note': 'Leuchtet die Lampe?',
    });
    const asked = await status(contact);
    expect(wordsOf(asked.card)).toContain(t.school.waiting);
    const answered = await presses(world, contact, asked, 'ticket.comment', {
      'comment.text': 'Sie leuchtet rot',
    });
    expect(wordsOf(answered.value)).toContain(t.vocabulary.states.claimed);
  });

  test('says that it is urgent', async () => {
    const answer = await presses(world, contact, await status(contact), 'ticket.escalate', {});
    expect(wordsOf(answer.value)).toContain(t.cards.lines.blockedWord);
  });

  test('cannot do what is the requester’s or the staff’s, whatever the client says', async () => {
    const { card } = await status(contact);
    const chat = { conversationId: personalChat(contact), activityId: 'forged' };
    const forged = { role: 'administrator', actor: { kind: 'person', role: 'administrator' } };
    for (const verb of ['ticket.withdraw', 'ticket.edit', 'ticket.resolve', 'ticket.claim', 'ticket.note']) {
      const data = { ...dataOf(card, 'ticket.comment'), text: 'x', solution: 'x', room: '1', ...forged };
      expect(sentenceOf(await world.clicks(contact, chat, verb, data))).toContain('können Sie nicht');
    }
    expect(wordsOf((await status(teacher)).card)).toContain(t.vocabulary.states.new);
  });

  test('lists what is open at the school, and opens one', async () => {
    const list = await hears(world, contact, 'Meine Schule');
    expect(wordsOf(list.card)).toContain(t.school.listWord);
    expect(wordsOf(list.card)).toContain(formatTicketId(filed.ticketId));
    const opened = await world.clicks(contact, list, 'ticket.show', { ticketId: filed.ticketId });
    expect(wordsOf(opened.value)).toContain(teacher.name);
    await presses(world, teacher, filed, 'ticket.withdraw', {});
    expect(wordsOf((await hears(world, contact, 'Meine Schule')).card)).not.toContain(
      formatTicketId(filed.ticketId),
    );
  });

  test('knows nothing of another school, and others nothing of this one', async () => {
    const elsewhere = await files(world, newTeacher((number += 1)), problem, { school: city.otherSchool });
    expect(await isUnknown(contact, elsewhere.ticketId)).toBe(true);
    expect(await isUnknown(newTeacher((number += 1)))).toBe(true);
    expect(await isUnknown(contact, 'ZZZZZZ')).toBe(true);
  });

  test('is no contact of what nobody has sent yet', async () => {
    const draft = await hears(world, teacher, 'Der Drucker im Sekretariat druckt nur noch Streifen');
    const { ticketId } = dataOf(draft.card, 'draft.submit');
    expect(await isUnknown(contact, String(ticketId))).toBe(true);
  });
});

describe('the staff', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('sqlite');
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test('see a ticket with its notes in their chat, and work on it there', async () => {
    const filed = await files(world, newTeacher(7_300), problem, { school: city.school });
    await staffDoes(world, city.manager, filed.ticketId, 'ticket.note', { 'note.text': secret });
    const seen = await hears(world, city.dispatcher, `Status ${formatTicketId(filed.ticketId)}`);
    expect(wordsOf(seen.card)).toContain(secret);
    const claimed = await presses(world, city.dispatcher, seen, 'ticket.claim', {});
    expect(wordsOf(claimed.value)).toContain(secret);
    expect(hasAction(claimed.value, 'ticket.release')).toBe(true);
  });

  test('of another campus see no ticket that has nothing to do with them', async () => {
    const filed = await files(world, newTeacher(7_301), problem, { school: city.school });
    const spoken = formatTicketId(filed.ticketId);
    const other = directory.campus(city.otherCampus.id)?.managerId ?? '';
    const manager = { id: other, name: directory.person(other)?.name ?? '' };
    const posts = await answersTo(world, manager, async () => world.says(manager, `Status ${spoken}`));
    expect(textOf(posts[0])).toBe(t.chat.unknownTicket(spoken));
    expect(sentenceOf(await does(world, manager, filed, 'ticket.claim'))).toContain('können Sie nicht');
  });
});
