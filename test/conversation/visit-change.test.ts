import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleDirectory, sampleOrganisation, type Organisation } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { longestNote } from '../../src/visits/index.js';
import { storeKinds } from '../store/fixtures.js';
import type { Recorded } from './connector.js';
import { does, reports, sentenceOf } from './staff.js';
import { keepsRota, opensChat, rotaOf, siteId, thursdays } from './visit-week.js';
import {
  cardOf,
  city,
  dataOf,
  personalChat,
  wordsOf,
  World,
  type ClickReply,
  type Someone,
} from './world.js';

const [contact = ''] = sampleOrganisation().contacts.flatMap(({ people }) => people);
const officer: Someone = { id: contact, name: sampleDirectory().person(contact)?.name ?? '' };
const organisation = (sample: Organisation): Organisation => ({
  ...sample,
  contacts: [{ school: city.school, people: [officer.id] }],
});
const thursday = '2026-11-26';

describe.each(
  storeKinds.flatMap((kind) => (['de', 'en'] as const).map((language) => [kind, language] as const)),
)('a single visit that is changed in Teams, on %s, in %s', (kind, language) => {
  const t = texts(language);
  const w = t.visits.change;
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind, undefined, { organisation });
    await keepsRota(world);
    await world.restart();
    await world.installs(city.manager, city.campusChannel);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await opensChat(world, city.manager, language);
    await opensChat(world, city.dispatcher, language);
    await opensChat(world, officer, language);
  });
  afterEach(async () => world.close());

  const card = async (who: Someone, wanted: string): Promise<Recorded> =>
    world.until(`a card with ${wanted}`, () =>
      world.toPerson(who).findLast(({ activity }) => wordsOf(activity).includes(wanted)),
    );
  const asks = async (who: Someone, words = t.lists.commands.changeVisit[0] ?? ''): Promise<Recorded> => {
    await world.says(who, words);
    return card(who, 'visit.open');
  };
  const press = async (who: Someone, verb: string, inputs: object = {}): Promise<ClickReply> => {
    const data = { campusId: city.campus.id, schoolId: '', siteId, date: thursday, ...inputs };
    const school = who === city.dispatcher ? ` ${city.school}` : '';
    const card = await asks(who, `${t.lists.commands.changeVisit[0] ?? ''}${school}`);
    return world.clicks(who, card, verb, data);
  };
  /** Messages to a person, each once, however often it was edited. */
  const posts = (who: Someone, wanted: string): readonly Recorded[] =>
    world
      .toPerson(who)
      .filter(({ method, activity }) => method === 'post' && wordsOf(activity).includes(wanted));
  const plannedTicket = async () => {
    const ticket = await reports(world);
    await does(world, city.manager, ticket, 'ticket.plan-visit', { 'hold.visit': thursday });
    const { visit } = texts('de').calls.words;
    await world.until('the visit is promised', () =>
      world.toPerson(ticket.teacher).some(({ activity }) => activity.summary?.startsWith(`${visit}:`)),
    );
    await world.quiet();
    // Two events of one minute would be one message.
    world.clock.advance(2);
    return ticket;
  };

  test('moves with its tickets; the contact and the teacher are told once, and why', async () => {
    const ticket = await plannedTicket();
    const opened = await press(city.manager, 'visit.open');
    expect(wordsOf(opened.value)).toContain(w.planned(1));
    const move = { 'm.toDate': '2026-11-27', 'm.from': '09:00', 'm.to': '10:00', 'm.reason': 'Personalrat' };
    for (const again of [1, 2]) {
      const { value } = await press(city.manager, 'visit.move', move);
      expect([again, typeof value]).toEqual([again, 'object']);
      expect(wordsOf(value)).toContain(w.doneMoved('', '').slice(0, 5));
    }
    await card(officer, 'Personalrat');
    await card(ticket.teacher, 'Personalrat');
    await world.restart();
    world.clock.advance(2);
    await world.quiet();
    expect(posts(officer, 'Personalrat')).toHaveLength(1);
    expect(posts(officer, t.visits.missed.movedWord)).toHaveLength(1);
    const called = posts(ticket.teacher, 'Personalrat').filter(({ activity }) => activity.summary);
    expect(called).toHaveLength(1);
    expect(wordsOf(called[0]?.activity)).toContain('09:00');
  });

  test('is cancelled, its tickets go to the next one, and it comes back with one press', async () => {
    const ticket = await plannedTicket();
    expect(sentenceOf(await press(city.manager, 'visit.cancel', { 'c.reason': ' ' }))).toBe(w.reasonError);
    const { value } = await press(city.dispatcher, 'visit.cancel', { 'c.reason': 'Fortbildung' });
    expect(wordsOf(value)).toContain(w.doneCancelled('', '').slice(0, 5));
    expect(wordsOf(value)).toContain(w.cancelled);
    await card(officer, 'Fortbildung');
    const called = await card(ticket.teacher, 'Fortbildung');
    expect(wordsOf(called.activity)).toMatch(/3\b/);
    const back = await press(city.manager, 'visit.restore');
    expect(wordsOf(back.value)).toContain(w.doneRestored('').slice(0, 5));
    await card(officer, t.visits.missed.backWord);
    expect((await rotaOf(world)).current().visitsOn([siteId], thursday)).toHaveLength(1);
    world.clock.advance(2);
    const tickets = await (await world.store()).collection(ticketCollection);
    const date = async () => (await tickets.get(ticket.ticketId)).document.visit?.date;
    for (let look = 0; look < 100 && (await date()) !== thursday; look += 1) await world.quiet();
    expect(await date()).toBe(thursday);
  });

  test('is refused where it makes no sense, in words', async () => {
    const move = { 'm.toDate': '2026-11-27', 'm.from': '09:00', 'm.to': '10:00', 'm.reason': 'x' };
    const said = async (inputs: object, verb = 'visit.move'): Promise<string> =>
      sentenceOf(await press(city.manager, verb, { ...move, ...inputs }));
    const refusal = (code: Parameters<typeof w.refusal>[0]) => w.refusal(code, longestNote);
    expect(await said({ 'm.toDate': '2026-11-28' })).toBe(refusal('no-service'));
    expect(await said({ 'm.toDate': '2026-12-25' })).toBe(refusal('no-service'));
    expect(await said({ 'm.toDate': '2026-12-03' })).toBe(refusal('visited-already'));
    expect(await said({ 'm.toDate': '2026-11-23' })).toBe(refusal('over'));
    expect(await said({ 'm.to': '08:00' })).toBe(refusal('wrong-times'));
    expect(await said({ 'm.toDate': '' })).toBe(refusal('wrong-times'));
    expect(await said({ date: '2026-11-25' })).toBe(refusal('no-visit'));
    expect(await said({ 'm.reason': 'x'.repeat(201) })).toBe(refusal('note-too-long'));
    expect((await rotaOf(world)).current().content.exceptions).toEqual([]);
  });

  test('is refused where the manager is somewhere else then, or on the way', async () => {
    const rota = (await rotaOf(world)).current();
    const other = rota.siteIdsOf(city.campus.id).find((id) => id !== siteId) ?? '';
    await keepsRota(world, [
      thursdays(),
      thursdays({ siteId: other, weekday: 'fri', from: '09:00', to: '10:00' }),
    ]);
    const move = { 'm.toDate': '2026-11-27', 'm.reason': 'x' };
    const overlap = await press(city.manager, 'visit.move', { ...move, 'm.from': '09:30', 'm.to': '10:30' });
    expect(sentenceOf(overlap)).toContain(w.overlap('#').split('#')[0]);
    const way = await press(city.manager, 'visit.move', { ...move, 'm.from': '10:01', 'm.to': '11:00' });
    expect(sentenceOf(way)).toContain(w.noTimeToTravel('#', 15).split('#')[0]);
  });

  test('is kept when a file replaces the rota', async () => {
    await press(city.manager, 'visit.cancel', { 'c.reason': 'Fortbildung' });
    const { content } = (await rotaOf(world)).current();
    expect(content.exceptions).toMatchObject([{ enteredBy: city.manager.id, note: 'Fortbildung' }]);
  });

  test('is opened from the list of the day, and by naming the school', async () => {
    await world.says(city.manager, t.lists.commands.worklist[0] ?? '');
    const list = await card(city.manager, 'worklist.visit');
    const reply = await world.clicks(
      city.manager,
      list,
      'worklist.visit',
      dataOf(cardOf(list), 'worklist.visit'),
    );
    expect(sentenceOf(reply)).toBe(w.below);
    await card(city.manager, 'visit.cancel');
    await world.says(city.dispatcher, t.lists.commands.changeVisit[0] ?? '');
    await card(city.dispatcher, w.which);
    await asks(city.dispatcher, `${t.lists.commands.changeVisit[1] ?? ''} ${city.school}`);
  });

  test('is nothing for others, whose list cannot be had by its name either', async () => {
    const data = { campusId: city.campus.id, schoolId: '', siteId, date: thursday, 'c.reason': 'x' };
    for (const who of [city.teacher, city.deputy, officer]) {
      const where = { conversationId: personalChat(who), activityId: 'a-card' };
      for (const verb of ['visit.list', 'visit.open', 'visit.cancel', 'visit.restore']) {
        const refused = (await world.clicks(who, where, verb, data)).value;
        expect(
          [texts('de'), texts('en')].map((each) => each.visits.worklist.refusal({ code: 'not-allowed' })),
        ).toContain(refused);
      }
    }
    expect((await rotaOf(world)).current().content.exceptions).toEqual([]);
  });
});
