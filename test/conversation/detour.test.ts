import { afterEach, describe, expect, test } from 'vitest';
import { undeliveredCollection, type Undelivered } from '../../src/delivery/index.js';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardIn, cardWith, does, isAbout, isCard, postsIn, reports } from './staff.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World } from './world.js';

const { lines } = texts('de').cards;

describe.each(storeKinds)('where a card goes that its own channel cannot take, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const undelivered = async (): Promise<readonly Undelivered[]> => {
    const list = await (await world.store()).collection(undeliveredCollection);
    return (await list.query({ limit: 100 })).items.map(({ document }) => document);
  };
  const untilListed = async (count: number) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const listed = await undelivered();
      if (listed.length === count) return listed;
      await world.clock.wait(10);
    }
    throw new Error(`never ${count} undelivered: ${JSON.stringify(await undelivered())}`);
  };

  test('no channel of the campus is linked: the help desk’s gets it and reads why; the campus’ manager acts from there', async () => {
    world = await World.open(kind);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
    const ticket = await reports(world);
    const card = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
    expect(wordsOf(cardOf(card))).toContain(lines.detourNotLinked(city.campus.name));
    expect(wordsOf(cardOf(card))).toContain(lines.thread);
    expect(isCard(await does(world, city.manager, ticket, 'ticket.claim', {}, city.helpdeskChannel))).toBe(
      true,
    );
    await cardWith(world, city.helpdeskChannel, ticket, city.manager.name);
  });

  test('linking the campus later moves its open cards, and theirs alone', async () => {
    world = await World.open(kind);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
    const [ours, theirs] = [await reports(world), await reports(world, { school: city.otherSchool })];
    const before = await cardWith(world, city.helpdeskChannel, ours, 'ticket.claim');
    await cardWith(world, city.helpdeskChannel, theirs, 'ticket.claim');
    await world.links(city.manager, city.campusChannel, city.campus.id);
    const card = await cardWith(world, city.campusChannel, ours, 'ticket.claim');
    expect(wordsOf(cardOf(card))).not.toContain(lines.detourNotLinked(city.campus.name));
    const old = await world.until('the old place says where it went', () =>
      world.connector
        .in(city.helpdeskChannel)
        .findLast((each) => each.method === 'edit' && each.activityId === before.activityId),
    );
    expect(wordsOf(old.activity)).toContain(lines.movedTo(city.campus.name));
    expect(hasAction(old.activity, 'ticket.claim')).toBe(false);
    await world.quiet();
    expect(postsIn(world, city.campusChannel).some((each) => isAbout(each, theirs))).toBe(false);
    expect(hasAction((await cardIn(world, city.helpdeskChannel, theirs)).activity, 'ticket.claim')).toBe(
      true,
    );
  });

  test('handed to a campus whose channel is not linked, the card that was left says who has it, not where', async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
    const ticket = await reports(world);
    const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    await world.clicks(city.dispatcher, card, 'ticket.assign', {
      ...dataOf(cardOf(card), 'ticket.assign'),
      'assign.assignee': `campus:${city.otherCampus.id}`,
    });
    await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
    await world.quiet();
    const old = world.connector
      .in(city.campusChannel)
      .findLast(({ activityId }) => activityId === card.activityId);
    expect(wordsOf(old?.activity)).toContain(lines.teamHas(city.otherCampus.name));
    expect(wordsOf(old?.activity)).not.toContain(lines.movedTo(city.otherCampus.name));
  });

  test('no channel at all: each administrator is tried in the personal chat, whose buttons work', async () => {
    world = await World.open(kind);
    await world.says(city.administrator, 'hilfe');
    const ticket = await reports(world);
    const chat = personalChat(city.administrator);
    const card = await cardWith(world, chat, ticket, 'ticket.claim');
    expect(wordsOf(cardOf(card))).toContain(lines.detourNotLinked(city.campus.name));
    expect(wordsOf(cardOf(card))).not.toContain(lines.thread);
    expect(isCard(await does(world, city.administrator, ticket, 'ticket.claim', {}, chat))).toBe(true);
    const claimed = await cardWith(world, chat, ticket, city.administrator.name);
    expect(wordsOf(cardOf(claimed))).not.toContain(lines.thread);
    const reply = await does(
      world,
      city.administrator,
      ticket,
      'ticket.resolve',
      { 'resolve.solution': 'Papierstau behoben' },
      chat,
    );
    expect(wordsOf(reply.value)).toContain('Papierstau behoben');
  });

  test('a card in somebody’s own chat speaks their language, as delivery draws it and as a press is answered', async () => {
    world = await World.open(kind);
    await world.says(city.administrator, 'english');
    const ticket = await reports(world);
    const chat = personalChat(city.administrator);
    const card = await cardWith(world, chat, ticket, 'ticket.claim');
    expect(cardOf(card)['lang']).toBe('en');
    const reply = await does(world, city.administrator, ticket, 'ticket.claim', {}, chat);
    expect(reply.value).toMatchObject({ lang: 'en' });
    const edited = await cardWith(world, chat, ticket, city.administrator.name);
    expect(cardOf(edited)['lang']).toBe('en');
  });

  test('nobody at all: the list holds it, and the card comes when the campus is linked', async () => {
    world = await World.open(kind);
    const ticket = await reports(world);
    const [entry] = await untilListed(1);
    expect(entry).toMatchObject({ ticketId: ticket.ticketId, reason: 'nowhere', meantFor: 'channel' });
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    await untilListed(0);
  });

  test('a ticket that nobody could be told of can be withdrawn, and comes to nobody afterwards', async () => {
    world = await World.open(kind);
    const ticket = await reports(world);
    await untilListed(1);
    await does(world, ticket.teacher, ticket, 'ticket.withdraw', {}, personalChat(ticket.teacher));
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.quiet();
    expect(postsIn(world, city.campusChannel).some((each) => hasAction(each.activity, 'ticket.claim'))).toBe(
      false,
    );
    expect(postsIn(world, city.campusChannel).some((each) => isAbout(each, ticket))).toBe(false);
  });

  test.each([403, 404])(
    'a channel that answers %i for good: the help desk’s gets it and reads why',
    async (status) => {
      world = await World.open(kind);
      await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
      await world.links(city.manager, city.campusChannel, city.campus.id);
      world.connector.fault = ({ conversationId }) =>
        conversationId === city.campusChannel ? { status } : null;
      const ticket = await reports(world);
      const card = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
      expect(wordsOf(cardOf(card))).toContain(lines.detourPostFailed(city.campus.name));
    },
  );

  test('the bot is removed from the linked channel: readiness and the card say so', async () => {
    world = await World.open(kind);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.post({
      ...world.activity(city.manager, city.campusChannel),
      type: 'installationUpdate',
      action: 'remove',
    });
    const ticket = await reports(world);
    const card = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
    expect(wordsOf(cardOf(card))).toContain(lines.detourPostFailed(city.campus.name));
    expect((await world.readiness()).notes.some((note) => note.includes(city.campus.name))).toBe(true);
    await world.installs(city.manager, city.campusChannel);
    expect((await world.readiness()).notes.some((note) => note.includes(city.campus.name))).toBe(false);
  });

  test('both people of the campus are away: the help desk is responsible and the card says why', async () => {
    const absences = [{ from: '2026-11-20', to: '2026-11-30', deputy: null }];
    world = await World.open(kind, undefined, {
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((person) =>
          person.id === city.manager.id || person.id === city.deputy.id ? { ...person, absences } : person,
        ),
      }),
    });
    await world.links(city.administrator, city.campusChannel, city.campus.id);
    await world.links(city.administrator, city.helpdeskChannel, 'helpdesk');
    const ticket = await reports(world);
    const card = await cardWith(world, city.helpdeskChannel, ticket, 'ticket.claim');
    const why = texts('de').vocabulary.landedBecause({ code: 'nobody-in-force' });
    expect(wordsOf(cardOf(card))).toContain(lines.becauseHere(why));
    expect(postsIn(world, city.campusChannel).some((each) => isAbout(each, ticket))).toBe(false);
    expect(isCard(await does(world, city.dispatcher, ticket, 'ticket.claim', {}, city.helpdeskChannel))).toBe(
      true,
    );
  });
});
