import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import { cardOf, city, dataOf, hasAction, wordsOf, World } from './world.js';

describe.each(storeKinds)('from a report to a resolved ticket, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  test('the whole road', async () => {
    await world.says(city.teacher, 'Mein iPad lädt nicht, R 204, gleich Klausur');
    const draft = world.toPerson(city.teacher).at(-1);
    const card = cardOf(draft);
    expect(wordsOf(card)).toContain('204');
    const where = { conversationId: draft?.conversationId ?? '', activityId: draft?.activityId ?? '' };
    const submitted = await world.clicks(city.teacher, where, 'draft.submit', {
      ...dataOf(card, 'draft.submit'),
      school: city.school,
    });
    expect(submitted.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(hasAction(submitted.value, 'ticket.withdraw')).toBe(true);

    const post = await world.until('a card in the channel', () =>
      world.connector.in(city.campusChannel).find((each) => hasAction(each.activity, 'ticket.claim')),
    );
    const claimed = await world.clicks(
      city.manager,
      post,
      'ticket.claim',
      dataOf(cardOf(post), 'ticket.claim'),
    );
    expect(claimed.type).toBe('application/vnd.microsoft.card.adaptive');
    await world.until('the channel card shows the assignee', () =>
      world.connector
        .in(city.campusChannel)
        .some((each) => each.method === 'edit' && wordsOf(each.activity).includes(city.manager.name)),
    );
    await world.until('the teacher reads who has it', () =>
      world
        .toPerson(city.teacher)
        .some((each) => each.method === 'edit' && wordsOf(each.activity).includes(city.manager.name)),
    );
  });
});
