import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { reports, sentenceOf, type Reported } from './staff.js';
import { hears, inputOf, letTimePass, presses, seen, ticketsOf, type Seen } from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type ClickReply, type Someone } from './world.js';

const [de, en] = [texts('de').lists, texts('en').lists];
const solution = { 'resolve.solution': 'Der Verteiler war ohne Strom' };

describe.each(storeKinds)('many tickets at once, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  });
  afterAll(async () => world.close());

  const file = async (count: number, school: string = city.school): Promise<readonly Reported[]> => {
    const filed: Reported[] = [];
    for (let number = 0; number < count; number += 1) filed.push(await reports(world, { school }));
    return filed;
  };
  const list = async (who: Someone, channel: string, text: string): Promise<Seen> => {
    letTimePass(world);
    await world.mentions(who, channel, text);
    return seen(world.connector.in(channel).findLast(({ method }) => method === 'post'));
  };
  const chosen = (tickets: readonly Reported[]): string => tickets.map(({ ticketId }) => ticketId).join(',');
  const stateOf = async ({ ticketId }: Reported) => (await (await ticketsOf(world)).get(ticketId)).state;
  /** The card that tells the end of an order, once it says this. */
  const told = async (conversation: string, words: string): Promise<string> =>
    world.eventually(`“${words}” in ${conversation}`, () => {
      const found = world.connector.in(conversation).find((each) => wordsOf(each.activity).includes(words));
      return found && wordsOf(found.activity);
    });

  test('are resolved from a list in the channel, and the end is told under it', async () => {
    const [one, two, three] = await file(3);
    if (!one || !two || !three) throw new Error('nothing was filed');
    const open = await list(city.dispatcher, city.campusChannel, 'offen');
    expect(JSON.stringify(inputOf(open.card, 'resolve.tickets')['choices'])).toContain(one.ticketId);
    const inputs = { 'resolve.tickets': chosen([one, two]), ...solution };
    const reply = await presses(world, city.dispatcher, open, 'bulk.resolve', inputs);
    expect(wordsOf(reply.value)).toContain(de.bulk.resolve(2));
    expect(hasAction(reply.value, 'list.page')).toBe(true);
    await told(city.campusChannel, de.summary(de.bulk.resolve(2), de.bulk.done(2)));
    expect(await Promise.all([one, two, three].map(stateOf))).toEqual(['resolved', 'resolved', 'new']);
  });

  test('are all of the list, also beyond its page, and say which could not be changed', async () => {
    const filed = await file(12, city.otherSchool);
    const open = await list(city.dispatcher, city.helpdeskChannel, 'offen');
    const narrowed = await presses(world, city.dispatcher, open, 'list.filter', {
      'filter.state': 'any',
      'filter.party': `campus-${city.otherCampus.id}`,
      'filter.school': '',
      'filter.overdue': 'false',
    });
    const shown: Seen = { ...open, card: Object(narrowed.value) as Seen['card'] };
    expect(wordsOf(inputOf(shown.card, 'assign.all'))).toContain(de.labels.all(12));
    const inputs = { 'assign.all': 'true', 'assign.assignee': `campus:${city.otherCampus.id}` };
    await presses(world, city.dispatcher, shown, 'bulk.assign', inputs);
    const words = await told(city.helpdeskChannel, de.bulk.refused(12));
    expect(words).toContain(de.bulk.assign(12, city.otherCampus.name));
    expect(words).toContain(de.bulk.more(2));
    const moved = { 'assign.all': 'true', 'assign.assignee': `campus:${city.campus.id}` };
    await presses(world, city.dispatcher, shown, 'bulk.assign', moved);
    await told(city.helpdeskChannel, de.summary(de.bulk.assign(12, city.campus.name), de.bulk.done(12)));
    const tickets = await ticketsOf(world);
    for (const { ticketId } of filed)
      expect((await tickets.get(ticketId)).handledBy?.campusId).toBe(city.campus.id);
  });

  test('are ordered once, however often the press is repeated', async () => {
    const filed = await file(2);
    const open = await hears(world, city.manager, 'offen');
    const inputs = { 'resolve.tickets': chosen(filed), ...solution };
    const press = async (): Promise<ClickReply> => presses(world, city.manager, open, 'bulk.resolve', inputs);
    await Promise.all([press(), press()]);
    await press();
    await world.eventually('both are resolved', () =>
      world.toPerson(city.manager).some((each) => wordsOf(each.activity).includes(de.bulk.done(2))),
    );
    await world.quiet();
    const ends = world
      .toPerson(city.manager)
      .filter((each) => wordsOf(each.activity).includes(de.bulk.done(2)));
    expect(ends).toHaveLength(1);
    for (const each of filed) expect(await stateOf(each)).toBe('resolved');
  });

  test('are closed by the help desk from the list of what is solved, without waiting for the answer', async () => {
    const filed = await file(3, city.otherSchool);
    const [one, two, three] = filed;
    if (!one || !two || !three) throw new Error('nothing was filed');
    const open = await list(city.dispatcher, city.helpdeskChannel, 'offen');
    expect(hasAction(open.card, 'bulk.close')).toBe(false);
    await presses(world, city.dispatcher, open, 'bulk.resolve', {
      'resolve.tickets': chosen([one, two]),
      ...solution,
    });
    await told(city.helpdeskChannel, de.summary(de.bulk.resolve(2), de.bulk.done(2)));
    const solved = await hears(world, city.dispatcher, 'gelöst');
    expect(wordsOf(solved.card)).toContain(de.titles.resolved);
    expect(JSON.stringify(inputOf(solved.card, 'close.tickets')['choices'])).toContain(one.ticketId);
    expect(JSON.stringify(solved.card)).not.toContain(three.ticketId);
    expect(hasAction(solved.card, 'bulk.resolve')).toBe(false);
    const inputs = { 'close.tickets': chosen([one, two, three]) };
    await presses(world, city.dispatcher, solved, 'bulk.close', inputs);
    const words = await world.eventually('the end', () =>
      world
        .toPerson(city.dispatcher)
        .map((each) => wordsOf(each.activity))
        .find((each) => each.includes(`${de.bulk.done(2)}, ${de.bulk.refused(1)}`)),
    );
    expect(words).toContain(de.bulk.close(3));
    expect(words).toContain(formatTicketId(three.ticketId));
    expect(await Promise.all(filed.map(stateOf))).toEqual(['closed', 'closed', 'new']);
  });

  test('are not closed by a campus, which reads what of its own is solved', async () => {
    const [one] = await file(1);
    if (!one) throw new Error('nothing was filed');
    const open = await hears(world, city.manager, 'offen');
    await presses(world, city.manager, open, 'bulk.resolve', {
      'resolve.tickets': chosen([one]),
      ...solution,
    });
    await world.eventually('it is solved', () =>
      world
        .toPerson(city.manager)
        .find((each) => wordsOf(each.activity).includes(de.summary(de.bulk.resolve(1), de.bulk.done(1)))),
    );
    const solved = await list(city.manager, city.campusChannel, 'gelöst');
    expect(JSON.stringify(solved.card)).toContain(one.ticketId);
    expect(hasAction(solved.card, 'bulk.close')).toBe(false);
    const forged = { ...dataOf(open.card, 'bulk.resolve'), 'close.tickets': one.ticketId };
    expect(sentenceOf(await world.clicks(city.manager, open, 'bulk.close', forged))).toBe(
      de.bulk.closeNotAllowed,
    );
    expect(await stateOf(one)).toBe('resolved');
  });

  test('are told in English to whoever speaks English, with why a visit is not possible', async () => {
    const filed = await file(1);
    await world.says(city.manager, 'english');
    const open = await hears(world, city.manager, 'open');
    const inputs = { 'visit.tickets': chosen(filed), 'visit.note': 'The part comes then' };
    const reply = await presses(world, city.manager, open, 'bulk.visit', inputs);
    expect(reply.type).toContain('card');
    const words = await world.eventually('the end', () =>
      world.toPerson(city.manager).find((each) => wordsOf(each.activity).includes(en.bulk.noVisit)),
    );
    expect(wordsOf(words.activity)).toContain(formatTicketId(filed[0]?.ticketId ?? ''));
    await world.says(city.manager, 'deutsch');
  });

  test('are nothing for whoever works on no campus, and take nothing that a client made up', async () => {
    const [one] = await file(1);
    if (!one) throw new Error('nothing was filed');
    const open = await list(city.manager, city.campusChannel, 'offen');
    const inputs = { 'resolve.tickets': one.ticketId, ...solution };
    expect(sentenceOf(await presses(world, city.teacher, open, 'bulk.resolve', inputs))).toBe(
      de.bulk.notAllowed,
    );
    const pressed = async (changes: object): Promise<string> =>
      sentenceOf(await presses(world, city.manager, open, 'bulk.resolve', { ...inputs, ...changes }));
    expect(await pressed({ 'resolve.tickets': '' })).toBe(de.errors.tickets);
    expect(await pressed({ 'resolve.solution': ' ' })).toBe(de.errors.solution);
    expect(await pressed({ 'resolve.tickets': '../x' })).toBe(texts('de').chat.unreadable);
    expect(await pressed({ drawn: 'x' })).toBe(texts('de').chat.unreadable);
    const forged = { ...dataOf(open.card, 'bulk.resolve'), ...inputs };
    expect(sentenceOf(await world.clicks(city.manager, open, 'bulk.remove', forged))).toBe(
      texts('de').chat.unreadable,
    );
    await world.quiet();
    expect(await stateOf(one)).toBe('new');
  });
});
