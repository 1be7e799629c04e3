import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { storeKinds } from '../store/fixtures.js';
import { elsewhere, invokes, searches, titlesOf, wordsIn } from './extension.js';
import { reports, type Reported } from './staff.js';
import { files, newTeacher } from './teacher.js';
import { city, wordsOf, World } from './world.js';

const directory = sampleDirectory();
const school = directory.school(city.school);

describe.each(storeKinds)('the search beside the text that somebody writes, on %s', (kind) => {
  let world: World;
  let ticket: Reported;
  beforeAll(async () => {
    world = await World.open(kind);
    ticket = await reports(world, { text: 'Der Beamer in R 204 zeigt kein Bild' });
    await files(world, newTeacher(901), 'Das iPad DO-IPAD-04711 lädt nicht mehr', {
      school: city.otherSchool,
      category: 'ipad-hardware',
      deviceTag: 'DO-IPAD-04711',
      phone: '0231 4711',
    });
  });
  afterAll(async () => world.close());

  const shown = () => `${ticket.ticketId.slice(0, 3)}-${ticket.ticketId.slice(3)}`;

  test('finds tickets for the help desk while it types, as a list of cards', async () => {
    const reply = await searches(world, city.dispatcher, 'searchTickets', 'beam');
    expect(reply.composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(titlesOf(reply)).toHaveLength(1);
    const [found] = reply.composeExtension?.attachments ?? [];
    expect(found?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(found?.preview.contentType).toBe('application/vnd.microsoft.card.thumbnail');
    expect(titlesOf(reply)[0]).toContain(shown());
  });

  test('finds one by its id, and nothing of others for a teacher', async () => {
    expect(titlesOf(await searches(world, ticket.teacher, 'searchTickets', shown()))).toHaveLength(1);
    expect(titlesOf(await searches(world, ticket.teacher, 'searchTickets', ''))).toHaveLength(1);
    const stranger = newTeacher(902);
    const reply = await searches(world, stranger, 'searchTickets', shown());
    expect(titlesOf(reply)).toEqual([]);
    expect(wordsIn(reply)).toBe(
      wordsIn(await searches(world, stranger, 'searchTickets', '0TH-3R0')).replace('0TH-3R0', shown()),
    );
  });

  test('puts a card into the message that says nothing of who reported it, and has no button', async () => {
    const reply = await searches(world, city.dispatcher, 'searchTickets', 'DO-IPAD-04711');
    const [found] = reply.composeExtension?.attachments ?? [];
    const words = wordsOf(found);
    expect(words).toContain('iPad');
    for (const secret of ['Teacher 901', newTeacher(901).id, '0231 4711', 'Action.'])
      expect(words).not.toContain(secret);
  });

  test('finds reports by their device for the staff alone', async () => {
    expect(titlesOf(await searches(world, city.dispatcher, 'searchDevices', 'ipad 04711'))).toHaveLength(1);
    expect(titlesOf(await searches(world, city.dispatcher, 'searchDevices', 'beamer'))).toEqual([]);
    const reply = await searches(world, newTeacher(901), 'searchDevices', 'DO-IPAD-04711');
    expect(titlesOf(reply)).toEqual([]);
    expect(wordsIn(reply)).toContain('Helpdesk');
  });

  test('finds schools by name and number, and says who looks after them', async () => {
    for (const typed of [school?.name ?? '', city.school]) {
      const reply = await searches(world, newTeacher(903), 'searchSchools', typed);
      expect(titlesOf(reply)[0]).toBe(school?.name);
      const card = wordsOf(reply.composeExtension?.attachments?.[0]?.content);
      expect(card).toContain(city.manager.name);
      expect(card).toContain(city.campus.name);
    }
    expect(wordsIn(await searches(world, newTeacher(903), 'searchSchools', ''))).not.toBe('');
  });

  test('finds articles, for teachers only those that are theirs', async () => {
    const reply = await searches(world, newTeacher(903), 'searchArticles', 'Drucker');
    expect(titlesOf(reply).length).toBeGreaterThan(0);
    const all = titlesOf(await searches(world, newTeacher(903), 'searchArticles', ''));
    expect(all.length).toBeGreaterThan(5);
  });

  test('speaks the language of the client to whom it has not spoken yet', async () => {
    const reply = await invokes(
      world,
      newTeacher(904),
      'composeExtension/query',
      { commandId: 'searchSchools', parameters: [{ name: 'typed', value: city.school }] },
      { locale: 'en-GB' },
    );
    expect(wordsOf(reply)).toContain('In charge');
  });

  test('shows all on the first page', async () => {
    const more = { queryOptions: { skip: 25, count: 25 } };
    const reply = await searches(world, city.dispatcher, 'searchTickets', 'beamer', more);
    expect(reply.composeExtension).toMatchObject({ type: 'result', attachments: [] });
  });

  test('sends no card that is too big for Teams', async () => {
    for (const [command, typed] of [
      ['searchTickets', ''],
      ['searchArticles', ''],
      ['searchSchools', 'Schule'],
    ] as const) {
      const reply = await searches(world, city.dispatcher, command, typed);
      for (const { content } of reply.composeExtension?.attachments ?? []) {
        expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(28 * 1024);
      }
    }
  });

  test.each([
    undefined,
    null,
    'text',
    {},
    { commandId: 7 },
    { commandId: 'nobody' },
    { commandId: '__proto__' },
    { commandId: 'toString', parameters: [] },
  ])('answers %j with words', async (value) => {
    expect(wordsIn(await invokes(world, city.dispatcher, 'composeExtension/query', value))).not.toBe('');
  });

  test.each([
    { parameters: 'beamer' },
    { parameters: [7, null] },
    { parameters: [{ name: 'typed', value: { $ne: '' } }] },
    { parameters: [{ value: 'x'.repeat(100_000) }] },
    { queryOptions: 'all' },
  ])('takes %j for what can be read of it', async (garbage) => {
    const reply = await searches(world, city.dispatcher, 'searchTickets', 'beamer', garbage);
    expect(reply.composeExtension).toBeDefined();
  });

  test('never takes the conversation for one in which the bot can speak', async () => {
    await world.quiet();
    expect(world.connector.in(elsewhere)).toEqual([]);
  });
});
