import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardWith, does, isCard, postsIn, reports, sentenceOf } from './staff.js';
import { cardOf, city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

const { link, channelHelp } = texts('de').chat;

describe.each(storeKinds)('linking a channel, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
  });
  afterAll(async () => world.close());

  const asks = async (who: Someone, channel: string) => {
    await world.mentions(who, channel, 'verknüpfen');
    return world.connector.in(channel).at(-1);
  };
  const chooses = async (who: Someone, channel: string, target: string, more: object = {}) =>
    world.clicks(who, { conversationId: channel, activityId: 'card' }, 'channel.link', { target, ...more });
  const isLinked = async (name: string) =>
    !(await world.readiness()).notes.some((note) => note.includes(name));

  test('readiness names each campus and the help desk while nothing is linked', async () => {
    const { ready, notes } = await world.readiness();
    expect(ready).toBe(true);
    expect(notes.some((note) => note.includes(city.campus.name))).toBe(true);
    expect(notes.some((note) => note.includes('help desk'))).toBe(true);
  });

  test('a manager is offered the campuses that the manager or a deputy answers for, and nothing else', async () => {
    const card = wordsOf(cardOf(await asks(city.manager, '19:ask@thread.tacv2')));
    expect(card).toContain(city.campus.name);
    expect(card).not.toContain(city.otherCampus.name);
    expect(card).not.toContain('"value":"helpdesk"');
  });

  test('a deputy is offered the campus too, in force today or not', async () => {
    expect(wordsOf(cardOf(await asks(city.deputy, '19:ask@thread.tacv2')))).toContain(city.campus.name);
  });

  test('an administrator is offered every campus and the help desk', async () => {
    const card = wordsOf(cardOf(await asks(city.administrator, '19:ask@thread.tacv2')));
    expect(card).toContain(city.campus.name);
    expect(card).toContain(city.otherCampus.name);
    expect(card).toContain('"value":"helpdesk"');
  });

  test('a dispatcher is offered the help desk alone', async () => {
    const card = wordsOf(cardOf(await asks(city.dispatcher, '19:ask@thread.tacv2')));
    expect(card).toContain('"value":"helpdesk"');
    expect(card).not.toContain(city.campus.name);
  });

  test('a teacher is told who may do it', async () => {
    const answer = await asks(city.teacher, '19:ask@thread.tacv2');
    expect(answer?.activity.text).toBe(link.notAllowed);
  });

  test('a teacher who presses the button of somebody else’s card is refused', async () => {
    expect(sentenceOf(await chooses(city.teacher, '19:ask@thread.tacv2', city.campus.id))).toBe(
      link.notAllowed,
    );
    expect(await isLinked(city.campus.name)).toBe(false);
  });

  test('a manager cannot link another campus or the help desk with made-up data', async () => {
    for (const target of [city.otherCampus.id, 'helpdesk', 'nowhere']) {
      expect(sentenceOf(await chooses(city.manager, '19:ask@thread.tacv2', target))).toBe(link.notAllowed);
    }
  });

  test('without a choice the answer asks for one', async () => {
    const reply = await world.clicks(
      city.manager,
      { conversationId: '19:ask@thread.tacv2', activityId: 'card' },
      'channel.link',
      {},
    );
    expect(sentenceOf(reply)).toBe(texts('de').cards.errors.linkTarget);
  });

  test('from a personal chat nothing can be linked', async () => {
    const personal = { conversationId: `a:${city.manager.id}`, activityId: 'card' };
    const reply = await world.clicks(city.manager, personal, 'channel.link', { target: city.campus.id });
    expect(sentenceOf(reply)).toBe(link.notHere);
  });

  test('a channel that does not take the test post is not linked', async () => {
    world.connector.fault = ({ conversationId }) =>
      conversationId === '19:private@thread.tacv2' ? { status: 403 } : null;
    const reply = await chooses(city.manager, '19:private@thread.tacv2', city.campus.id);
    world.connector.fault = () => null;
    expect(sentenceOf(reply)).toBe(link.testFailed);
    expect(await isLinked(city.campus.name)).toBe(false);
  });

  test('a ticket of a campus without a channel waits on the list, and linking brings its card', async () => {
    const ticket = await reports(world);
    await world.quiet();
    const reply = await world.links(city.manager, city.campusChannel, city.campus.id);
    expect(isCard(reply)).toBe(true);
    expect(await isLinked(city.campus.name)).toBe(true);
    expect(postsIn(world, city.campusChannel).some(({ activity }) => activity.text?.includes('Probe'))).toBe(
      true,
    );
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
  });

  test('linking the same channel again says so and changes nothing', async () => {
    const posts = postsIn(world, city.campusChannel).length;
    const reply = await chooses(city.manager, city.campusChannel, city.campus.id);
    expect(sentenceOf(reply)).toBe(link.already(city.campus.name));
    expect(postsIn(world, city.campusChannel)).toHaveLength(posts);
  });

  test('a channel of another campus is not given away', async () => {
    const reply = await chooses(city.administrator, city.campusChannel, city.otherCampus.id);
    expect(sentenceOf(reply)).toBe(link.taken(city.campus.name));
  });

  test('replacing a channel asks first; confirmed, it moves the open cards and the old place says where to', async () => {
    const ticket = await reports(world);
    const card = await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    const asked = await chooses(city.manager, city.otherChannel, city.campus.id);
    expect(wordsOf(asked.value)).toContain(texts('de').cards.actions.confirmLink);
    expect(postsIn(world, city.otherChannel)).toHaveLength(0);

    const data = dataOf(asked.value, 'channel.link');
    const done = await chooses(city.manager, city.otherChannel, city.campus.id, data);
    expect(wordsOf(done.value)).toContain(link.replaced(city.campus.name));
    const moved = await cardWith(world, city.otherChannel, ticket, 'ticket.claim');
    const old = await world.until('the old card says where it went', () =>
      world.connector
        .in(city.campusChannel)
        .findLast((each) => each.activityId === card.activityId && each.method === 'edit'),
    );
    expect(wordsOf(old.activity)).toContain(texts('de').cards.lines.movedTo(city.campus.name));
    expect(hasAction(old.activity, 'ticket.claim')).toBe(false);
    expect(isCard(await does(world, city.manager, ticket, 'ticket.claim', {}, city.otherChannel))).toBe(true);
    expect(moved.activityId).not.toBe(card.activityId);
  });

  test('a mention without a command, or with the word for help, explains what can be said here', async () => {
    for (const text of ['', 'hilfe', 'wie geht das?']) {
      await world.mentions(city.manager, city.otherChannel, text);
      expect(world.connector.in(city.otherChannel).at(-1)?.activity.text).toBe(channelHelp);
    }
  });
});
