import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { openMaintenance } from '../../src/maintenance/index.js';
import { formatTicketId, ticketCollection } from '../../src/tickets/index.js';
import { planOf, printers } from '../maintenance/plans.js';
import { storeKinds } from '../store/fixtures.js';
import {
  city,
  dataOf,
  hasAction,
  personalChat,
  wordsOf,
  World,
  type ClickReply,
  type Someone,
} from './world.js';

const { maintenance: w } = texts('de');
const directory = sampleDirectory();
const siteId = directory.sitesOf(city.school)[0]?.id ?? '';
const done = { 'check.item-page': 'ok', 'check.item-toner': '9', 'check.item-feed': 'is-clean' };

describe.each(storeKinds)('recurring checks, on %s', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind);
    const { plan } = await openMaintenance(await world.store());
    const origin = { source: 'test', at: Date.parse('2026-11-01T09:00:00Z'), timeZone: 'Europe/Berlin' };
    const kinds = ['printers', 'scanners'].map((id) => ({ ...printers, id, startingOn: '2026-11-23' }));
    expect(await plan.apply({ ...planOf([]), kinds }, directory, origin)).toEqual([]);
    await world.restart();
  });
  afterEach(async () => world.close());

  /** Presses a button of a card in one's chat; clients send what the card carries with what was typed. */
  const presses = async (who: Someone, verb: string, data: object): Promise<ClickReply> =>
    world.clicks(who, { conversationId: personalChat(who), activityId: 'a-card' }, verb, data);
  const opened = async (who: Someone = city.manager): Promise<Record<string, unknown>> => {
    const { value } = await presses(who, 'maintenance.open', { siteId, kindId: 'printers', campusId: '' });
    return dataOf(value, 'maintenance.record');
  };
  const recorded = async (inputs: object = done, who: Someone = city.manager): Promise<ClickReply> =>
    presses(who, 'maintenance.record', { ...(await opened(who)), ...inputs });
  const log = async () => {
    const { logs } = await openMaintenance(await world.store());
    return (await logs.get(siteId)).document;
  };

  test('are listed for the campus, page by page, and open as a form', async () => {
    const first = await presses(city.manager, 'maintenance.list', { campusId: city.campus.id, page: 1 });
    expect(wordsOf(first.value)).toContain(w.page(1, 2));
    const second = await presses(city.manager, 'maintenance.list', dataOf(first.value, 'maintenance.list'));
    expect(wordsOf(second.value)).toContain(w.page(2, 2));
    expect(hasAction(second.value, 'maintenance.open')).toBe(true);
    const form = await presses(city.manager, 'maintenance.open', dataOf(first.value, 'maintenance.open'));
    expect(wordsOf(form.value)).toContain('check.item-toner');
  });

  test('are recorded with one press, and the same press again changes nothing', async () => {
    const data = { ...(await opened()), ...done };
    const answers = [await presses(city.manager, 'maintenance.record', data)];
    answers.push(await presses(city.manager, 'maintenance.record', data));
    for (const { value } of answers) expect(wordsOf(value)).toContain(w.faultWord);
    expect((await log()).revision).toBe(1);
    expect((await log()).kinds['printers']?.results[0]?.items.map(({ outcome }) => outcome)).toEqual([
      'ok',
      'fault',
      'ok',
    ]);
    const late = await presses(city.dispatcher, 'maintenance.record', { ...data, 'check.note': 'Toner' });
    expect(late.value).toBe(w.refusal({ code: 'settled', by: city.manager.name, on: '2026-11-24' }));
  });

  test('say what is missing, and take a German decimal comma', async () => {
    const { value } = await recorded({ 'check.item-page': 'ok', 'check.item-feed': 'is-clean' });
    expect(wordsOf(value)).toContain(w.outcomes.skipped);
    const open = { ...(await opened(city.dispatcher)), ...done };
    expect(open).toMatchObject({ plannedOn: '2027-01-18' });
    const edit = await presses(city.manager, 'maintenance.edit', dataOf(value, 'maintenance.edit'));
    const correction = dataOf(edit.value, 'maintenance.correct');
    const wrong = await presses(city.manager, 'maintenance.correct', {
      ...correction,
      ...done,
      'check.item-page': '',
    });
    expect(wrong.value).toBe(w.refusal({ code: 'incomplete' }));
    await presses(city.manager, 'maintenance.correct', {
      ...correction,
      ...done,
      'check.item-toner': '17,5',
    });
    expect((await log()).kinds['printers']?.results[0]?.items[1]).toMatchObject({
      value: 17.5,
      outcome: 'ok',
    });
  });

  test('are left out only with a reason', async () => {
    const question = await presses(city.manager, 'maintenance.leaving', await opened());
    const data = dataOf(question.value, 'maintenance.leave-out');
    const without = await presses(city.manager, 'maintenance.leave-out', { ...data, 'leave.reason': ' ' });
    expect(without.value).toBe(w.refusal({ code: 'text-missing' }));
    const { value } = await presses(city.manager, 'maintenance.leave-out', {
      ...data,
      'leave.reason': 'Umbau',
    });
    expect(wordsOf(value)).toContain(w.leftOutWord);
    expect(wordsOf(value)).toContain('Umbau');
  });

  test('make one ticket of a fault, however often and by how many it is pressed', async () => {
    const result = (await recorded()).value;
    const fault = dataOf(result, 'maintenance.fault');
    const answers = await Promise.all([
      presses(city.manager, 'maintenance.fault', fault),
      presses(city.dispatcher, 'maintenance.fault', fault),
    ]);
    answers.push(await presses(city.manager, 'maintenance.fault', fault));
    const ticketId = (await log()).kinds['printers']?.results[0]?.items[1]?.ticket?.id ?? '';
    const tickets = await (await world.store()).collection(ticketCollection);
    const found = await tickets.query({ limit: 10 });
    expect(found.items.map(({ document }) => document.id)).toEqual([ticketId]);
    expect(found.items[0]?.document).toMatchObject({
      state: 'new',
      report: { category: 'printer', title: 'Printers: Toner', siteId, schoolId: city.school },
      handledBy: { campusId: city.campus.id },
    });
    expect(wordsOf(answers.at(-1)?.value)).toContain(w.ticket(formatTicketId(ticketId)));
    expect(hasAction(answers.at(-1)?.value, 'maintenance.fault')).toBe(false);
  });

  test('name a fault as one where only the words of what should be are known', async () => {
    const result = (await recorded({ ...done, 'check.item-page': 'fault', 'check.item-toner': '80' })).value;
    await presses(city.manager, 'maintenance.fault', dataOf(result, 'maintenance.fault'));
    const tickets = await (await world.store()).collection(ticketCollection);
    const [ticket] = (await tickets.query({ limit: 10 })).items;
    const { title, description } = ticket?.document.report ?? {};
    expect(title).toMatch(new RegExp(`^Printers: ${w.outcomes.fault} .*page`, 'i'));
    expect(description).toMatch(new RegExp(`page.*: ${w.outcomes.fault}`, 'i'));
  });

  test('are nothing for teachers, for other campuses, or for made-up buttons', async () => {
    const target = { siteId, kindId: 'printers', campusId: '' };
    const refused = w.refusal({ code: 'not-allowed' });
    for (const who of [city.teacher, city.deputy]) {
      expect((await presses(who, 'maintenance.open', target)).value).toBe(refused);
      const record = { ...target, plannedOn: '2026-11-23', drawn: 0, ...done };
      expect((await presses(who, 'maintenance.record', record)).value).toBe(refused);
      expect((await presses(who, 'maintenance.list', { campusId: city.campus.id })).value).toBe(refused);
    }
    expect((await presses(city.manager, 'maintenance.list', { campusId: '' })).value).toBe(refused);
    const { chat } = texts('de');
    for (const odd of [{}, { siteId, kindId: '../x' }, { siteId: 7, kindId: 'printers' }]) {
      expect((await presses(city.manager, 'maintenance.open', odd)).value).toBe(chat.unreadable);
    }
    expect((await presses(city.manager, 'maintenance.open', { ...target, siteId: 'nowhere' })).value).toBe(
      w.refusal({ code: 'unknown-site' }),
    );
  });
});
