import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { does, reports, sentenceOf, type Reported } from './staff.js';
import { answersTo, hears, letTimePass, presses, seen, textOf, type Seen } from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type ClickReply, type Someone } from './world.js';

const directory = sampleDirectory();
const [de, en] = [texts('de'), texts('en')];
const otherManagerId = directory.campus(city.otherCampus.id)?.managerId ?? '';
const otherManager = { id: otherManagerId, name: directory.person(otherManagerId)?.name ?? '' };
const provider = directory.provider?.people[0];
const technician = { id: provider?.id ?? '', name: provider?.name ?? '' };
const providerChannel = '19:provider@thread.tacv2';
const schoolName = directory.school(city.school)?.name ?? '';

describe.each(storeKinds)('lists of tickets, on %s', (kind) => {
  let world: World;
  const filed: Reported[] = [];
  let elsewhere: Reported;
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
    for (let count = 0; count < 12; count += 1) filed.push(await reports(world, { urgent: count === 11 }));
    elsewhere = await reports(world, { school: city.otherSchool });
  });
  afterAll(async () => world.close());

  const shows = (card: unknown, { ticketId }: Reported): boolean =>
    wordsOf(card).includes(formatTicketId(ticketId));
  const shown = (card: unknown): number => filed.filter((each) => shows(card, each)).length;
  /** The answer to a mention in a channel. */
  const asks = async (who: Someone, channel: string, text: string): Promise<Seen> => {
    letTimePass(world);
    await world.mentions(who, channel, text);
    return seen(world.connector.in(channel).findLast(({ method }) => method === 'post'));
  };
  const says = async (who: Someone, channel: string, text: string): Promise<string> => {
    letTimePass(world);
    await world.mentions(who, channel, text);
    return textOf(world.connector.in(channel).findLast(({ method }) => method === 'post'));
  };
  /** The list as its card is after a click. */
  const turned = (reply: ClickReply, before: Seen): Seen => ({
    ...before,
    card: Object(reply.value) as Seen['card'],
  });

  test('show in a campus’ channel what is open there, ten on a page, the most pressing first', async () => {
    const first = await asks(city.manager, city.campusChannel, 'offen');
    expect(wordsOf(first.card)).toContain(`${de.lists.titles.open} · ${city.campus.name}`);
    expect(wordsOf(first.card)).toContain(`${de.lists.count(12)} · ${de.lists.page(1)}`);
    expect(wordsOf(first.card)).toContain(de.lists.asOf('09:'));
    expect(shown(first.card)).toBe(10);
    const urgent = filed.at(-1);
    expect(dataOf(first.card, 'list.show')['ticketId']).toBe(urgent?.ticketId);
    expect(shows(first.card, elsewhere)).toBe(false);
    const next = buttonOf(first.card, de.lists.actions.nextPage);
    const second = turned(await world.clicks(city.manager, first, 'list.page', next), first);
    expect(wordsOf(second.card)).toContain(de.lists.page(2));
    expect(shown(second.card)).toBe(2);
    const back = buttonOf(second.card, de.lists.actions.previousPage);
    expect(shown((await world.clicks(city.manager, second, 'list.page', back)).value)).toBe(10);
  });

  test('show each reader what that person may see, whoever asked for the list', async () => {
    const { card, ...message } = await asks(city.manager, city.campusChannel, 'offen');
    const page = buttonOf(card, de.lists.actions.refresh);
    expect(shown((await world.clicks(city.dispatcher, message, 'list.page', page)).value)).toBe(10);
    for (const who of [otherManager, city.teacher]) {
      expect(sentenceOf(await world.clicks(who, message, 'list.page', page))).toBe(de.lists.notAllowed);
      const row = dataOf(card, 'list.show');
      expect(sentenceOf(await world.clicks(who, message, 'list.show', row))).toBe(de.lists.gone);
    }
  });

  test('open a ticket with its buttons, and lead back', async () => {
    const list = await hears(world, city.manager, 'offen');
    const opened = turned(await presses(world, city.manager, list, 'list.show'), list);
    expect(hasAction(opened.card, 'ticket.claim')).toBe(true);
    const back = await presses(world, city.manager, opened, 'list.page');
    expect(wordsOf(back.value)).toContain(de.lists.titles.open);
  });

  test('are led back to from a ticket that was opened there, also after each command on it', async () => {
    const found = await asks(city.dispatcher, city.helpdeskChannel, `offen Drucker ${city.otherCampus.name}`);
    const steps: readonly (readonly [string, object])[] = [
      ['list.show', {}],
      ['ticket.note', { 'note.text': 'Kommt mit' }],
      ['ticket.manage', {}],
      ['ticket.set-priority', { 'priority.priority': 'P4', 'priority.reason': 'Eilt nicht' }],
      ['ticket.why', {}],
      ['ticket.back', {}],
    ];
    let now = found;
    for (const [verb, inputs] of steps) {
      letTimePass(world);
      now = turned(await presses(world, city.dispatcher, now, verb, inputs), now);
      expect([verb, JSON.stringify(now.card).includes(de.lists.actions.back)]).toEqual([verb, true]);
    }
    const back = buttonOf(now.card, de.lists.actions.back);
    const list = turned(await world.clicks(city.dispatcher, now, 'list.page', back), now);
    expect(wordsOf(list.card)).toContain(city.otherCampus.name);
    expect(shows(list.card, elsewhere)).toBe(true);
  });

  test('show the help desk the whole city, and narrow it', async () => {
    const list = await asks(city.dispatcher, city.helpdeskChannel, 'offen');
    expect(wordsOf(list.card)).toContain(`${de.lists.titles.open} · ${de.lists.city}`);
    expect(wordsOf(list.card)).toContain(de.lists.count(13));
    const narrowed = await presses(world, city.dispatcher, list, 'list.filter', {
      'filter.state': 'new',
      'filter.party': `campus-${city.otherCampus.id}`,
      'filter.school': '',
      'filter.overdue': 'false',
    });
    expect(wordsOf(narrowed.value)).toContain(`${de.lists.titles.new} · ${city.otherCampus.name}`);
    expect(shown(narrowed.value)).toBe(0);
    expect(shows(narrowed.value, elsewhere)).toBe(true);
    const atSchool = await presses(world, city.dispatcher, list, 'list.filter', {
      'filter.state': 'any',
      'filter.party': 'any',
      'filter.school': city.school,
      'filter.overdue': 'false',
    });
    expect(wordsOf(atSchool.value)).toContain(schoolName);
    expect(shows(atSchool.value, elsewhere)).toBe(false);
    const nowhere = await presses(world, city.dispatcher, list, 'list.filter', {
      'filter.state': 'any',
      'filter.school': 'Xyzzy Qwrtz',
      'filter.overdue': 'false',
    });
    expect(sentenceOf(nowhere)).toBe(de.lists.unknownSchool('Xyzzy Qwrtz'));
  });

  test('are narrowed by topic and urgency in the card, and by words behind the command', async () => {
    const list = await asks(city.dispatcher, city.helpdeskChannel, 'offen');
    const urgent = filed.at(-1);
    if (!urgent) throw new Error('nothing was filed');
    const narrowed = await presses(world, city.dispatcher, list, 'list.filter', {
      'filter.category': 'printer',
      'filter.priority': 'urgent',
      'filter.overdue': 'false',
    });
    const words = wordsOf(narrowed.value);
    expect(words).toContain(
      `${de.lists.titles.open} · ${de.vocabulary.categories.printer} · ${de.filters.urgent} · ${de.lists.city}`,
    );
    expect([shown(narrowed.value), shows(narrowed.value, urgent)]).toEqual([1, true]);
    for (const [typed, count] of [
      ['offen Drucker', 10],
      ['offene dringende Meldungen', 1],
      [`open printers ${city.campus.name}, urgent`, 1],
      [`offen WLAN ${schoolName}`, 0],
      [`Schule ${schoolName} Drucker dringend`, 1],
    ] as const) {
      const { card } = await asks(city.dispatcher, city.helpdeskChannel, typed);
      expect([typed, shown(card), shows(card, elsewhere)]).toEqual([typed, count, false]);
    }
    const urgentHere = await hears(world, city.manager, 'open urgent');
    expect(wordsOf(urgentHere.card)).toContain(`${en.lists.titles.open} · ${en.filters.urgent}`);
  });

  test('are no answer to what only begins like their command', async () => {
    for (const said of ['Offene Tür am Schaltschrank klemmt', 'Open windows rattle in the lab']) {
      const posts = await answersTo(world, city.manager, async () => world.says(city.manager, said));
      for (const { lists } of [de, en]) expect(wordsOf(posts)).not.toContain(lists.titles.open);
    }
  });

  test('hold what one has, what is late and what waits', async () => {
    const [one, two] = filed;
    if (!one || !two) throw new Error('nothing was filed');
    await does(world, city.manager, one, 'ticket.claim');
    await does(world, city.manager, two, 'ticket.claim');
    await does(world, city.manager, two, 'ticket.hold', { 'hold.waitingFor': 'vendor', 'hold.note': '' });
    const mine = await hears(world, city.manager, 'meine');
    expect(shown(mine.card)).toBe(2);
    expect(wordsOf(mine.card)).toContain(de.lists.of(city.manager.name));
    const waiting = await hears(world, city.manager, 'wartend');
    expect([shown(waiting.card), shows(waiting.card, two)]).toEqual([1, true]);
    const late = await hears(world, city.manager, 'überfällig');
    expect(wordsOf(late.card)).toContain(de.lists.nothing);
    // What is urgent and nobody has is late after half an hour, what is not and one has is not.
    world.clock.advance(40);
    const now = await hears(world, city.manager, 'überfällig');
    const urgent = filed.at(-1);
    expect([shown(now.card), urgent !== undefined && shows(now.card, urgent)]).toEqual([1, true]);
  });

  test('are given by English words in English', async () => {
    const waiting = await hears(world, city.manager, 'waiting');
    expect(wordsOf(waiting.card)).toContain(en.lists.titles.waiting);
    const school = await hears(world, city.manager, `school ${schoolName}`);
    expect(wordsOf(school.card)).toContain(en.lists.titles.open);
    expect(wordsOf(school.card)).toContain(schoolName);
  });

  test('find tickets by words and by their number', async () => {
    const byWords = await asks(city.dispatcher, city.helpdeskChannel, 'suche Drucker Lehrerzimmer');
    expect(wordsOf(byWords.card)).toContain(de.lists.found('Drucker Lehrerzimmer'));
    const id = formatTicketId(elsewhere.ticketId);
    const byId = await asks(city.dispatcher, city.helpdeskChannel, id);
    expect([shows(byId.card, elsewhere), shown(byId.card)]).toEqual([true, 0]);
    const hidden = await asks(city.manager, city.campusChannel, id);
    expect(hasAction(hidden.card, 'list.show')).toBe(false);
  });

  test('are nothing for teachers, who mean something else by these words', async () => {
    const posts = await answersTo(world, city.teacher, async () => world.says(city.teacher, 'offen'));
    expect(wordsOf(posts)).not.toContain(de.lists.titles.open);
    expect(await says(city.teacher, city.campusChannel, 'offen')).not.toContain(de.lists.titles.open);
  });

  test('are shown in no channel that nobody has linked', async () => {
    expect(await says(city.dispatcher, city.otherChannel, 'offen')).toBe(de.lists.onlyLinked);
    expect(await says(city.dispatcher, city.otherChannel, formatTicketId(elsewhere.ticketId))).toBe(
      de.lists.onlyLinked,
    );
    expect(await says(city.manager, city.otherChannel, 'Abwesenheit')).toBe(de.lists.onlyLinked);
  });

  test('are in a team’s channel those of that team, whoever asks and whatever may be seen elsewhere', async () => {
    await world.links(technician, providerChannel, 'provider');
    expect(await says(city.manager, providerChannel, 'offen')).toBe(de.lists.notAllowed);
    const id = formatTicketId(filed[0]?.ticketId ?? '');
    for (const said of ['meine', `Schule ${schoolName}`, 'suche Drucker', id]) {
      const { card } = await asks(city.manager, providerChannel, said);
      expect([said, hasAction(card, 'list.show')]).toEqual([said, false]);
    }
    const named = `offen ${city.campus.name}`;
    expect(await says(city.dispatcher, providerChannel, named)).toBe(de.lists.onlyItsOwn);
    for (const said of ['Wartung', 'Besuch verlegen', 'Abwesenheit'])
      expect([said, await says(city.dispatcher, providerChannel, said)]).toEqual([said, de.lists.onlyInChat]);
    expect(await says(city.manager, providerChannel, 'Besuchsliste')).toBe(de.visits.worklist.noCampusHere);
    const own = await asks(city.dispatcher, city.campusChannel, 'suche Drucker');
    expect([shown(own.card), shows(own.card, elsewhere)]).toEqual([10, false]);
  });

  test('take nothing that a client made up', async () => {
    const list = await hears(world, city.manager, 'offen');
    const data = dataOf(list.card, 'list.page');
    const filter = Object(data['filter']) as object;
    for (const odd of [
      {},
      { ...data, pages: 'x' },
      { filter: { ...filter, state: 'closed' }, pages: [] },
      { filter: { ...filter, mine: 'yes' }, pages: [] },
    ]) {
      expect(sentenceOf(await world.clicks(city.manager, list, 'list.page', odd))).toBe(de.chat.unreadable);
    }
    const made = await world.clicks(city.manager, list, 'list.page', { ...data, pages: ['made-up'] });
    expect(shown(made.value)).toBe(10);
    const foreign = { filter: { ...filter, party: 'helpdesk' }, pages: [] };
    expect(sentenceOf(await world.clicks(city.manager, list, 'list.page', foreign))).toBe(
      de.lists.notAllowed,
    );
  });

  test('and their commands are named by help, to each what that person may', async () => {
    const help = wordsOf((await hears(world, city.dispatcher, 'Hilfe')).card);
    for (const [word] of [de.lists.help.open, de.lists.help.search, de.lists.help.newTicket]) {
      expect(help).toContain(word);
    }
    expect(wordsOf((await hears(world, city.teacher, 'Hilfe')).card)).not.toContain(de.lists.help.overdue[1]);
    const inChannel = await asks(city.manager, city.campusChannel, 'Hilfe');
    expect(wordsOf(inChannel.card)).toContain(de.lists.help.maintenance[1]);
    expect(
      textOf((await answersTo(world, city.manager, async () => world.says(city.manager, 'neu')))[0]),
    ).toBe(de.lists.newTicketHow);
    expect(wordsOf((await asks(city.manager, city.campusChannel, 'Wartung')).card)).toContain(
      de.maintenance.word,
    );
  });
});

/** What the button with this title carries. */
function buttonOf(card: Record<string, unknown>, title: string): object {
  const actions = Array.isArray(card['actions'])
    ? (card['actions'] as { title: string; data: object }[])
    : [];
  const found = actions.find((each) => each.title === title);
  if (!found) throw new Error(`no button ${title}`);
  return found.data;
}
