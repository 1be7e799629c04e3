import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { drafts, sends, teacherOf } from './colleagues.js';
import { calls, cardWith, sentWhile } from './staff.js';
import { isCalled, letTimePass, presses, ticketsOf, untilShown, type Seen } from './teacher.js';
import { cardOf, city, dataOf, hasAction, personalChat, wordsOf, World, type Someone } from './world.js';

const { known } = texts('de');
const noNetwork = 'Das WLAN ist im ganzen Haus weg';
const inputs = { category: 'network', scope: 'class', blocked: 'false' };
const promise = 'Erste Antwort';

describe.each(storeKinds)('an incident as its requesters see it, on %s', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    await world.links(city.dispatcher, city.helpdeskChannel, 'helpdesk');
  });
  afterEach(async () => world.close());

  const dispatcherDoes = async (verb: string, typed: object): Promise<void> => {
    const card = await world.eventually(`a card of the help desk with ${verb}`, () =>
      world.connector.in(city.helpdeskChannel).findLast(({ activity }) => hasAction(activity, verb)),
    );
    letTimePass(world);
    await world.clicks(city.dispatcher, card, verb, { ...dataOf(cardOf(card), verb), ...typed });
  };
  const declared = async (title = 'Kein WLAN im Haus', status = 'Wir suchen den Fehler'): Promise<void> => {
    for (let each = 0; each < 3; each += 1) {
      const who = await teacherOf(world, city.school, 'Irmgard Unverwechselbar');
      await sends(world, who, await drafts(world, who, noNetwork, 'network'), inputs);
    }
    await dispatcherDoes('incident.declare', { 'declare.title': title, 'declare.status': status });
  };
  const solved = async (): Promise<void> =>
    dispatcherDoes('incident.resolve', { 'resolve.solution': 'Router getauscht' });
  /** Somebody of the school writes the same, and says that it is that. */
  const joins = async (): Promise<{
    readonly who: Someone;
    readonly ticketId: string;
    readonly status: Seen;
  }> => {
    const who = await teacherOf(world, city.school);
    const draft = await drafts(world, who, noNetwork, 'network');
    const { ticketId } = dataOf(draft.card, 'known.join');
    await presses(world, who, draft, 'known.join', inputs);
    const status = await untilShown(world, draft, 'ticket.detach');
    return { who, ticketId: String(ticketId), status };
  };

  test('is asked on the draft; one press sends the report as a part of it, and its card shows the one status', async () => {
    await declared();
    const who = await teacherOf(world, city.school);
    const draft = await drafts(world, who, noNetwork, 'network');
    const asked = wordsOf(draft.card);
    expect(asked).toContain(known.incident('Kein WLAN im Haus'));
    expect(asked).toContain('Wir suchen den Fehler');
    expect(asked).toContain(known.isItThis);
    expect(asked).not.toContain('Unverwechselbar');
    // The members say no more than the incident.
    expect(asked).not.toContain(known.ofSchool);

    const press = async () => presses(world, who, draft, 'known.join', inputs);
    const answers = await Promise.all([press(), press()]);
    for (const { value } of answers) expect(wordsOf(value)).toContain(known.partOf('Kein WLAN im Haus'));
    const ticketId = String(dataOf(draft.card, 'known.join')['ticketId']);
    const ticket = await (await ticketsOf(world)).get(ticketId);
    expect(ticket.history.map(({ command }) => command.verb)).toEqual(['submit']);
    expect(ticket.incident).toMatchObject({ title: 'Kein WLAN im Haus', status: 'Wir suchen den Fehler' });

    const status = await untilShown(world, draft, 'ticket.detach');
    expect(wordsOf(status.card)).toContain('Wir suchen den Fehler');
    expect(wordsOf(status.card)).toMatch(/Stand [^"]*09:0\d/);
    expect(wordsOf(status.card)).not.toContain(promise);
    await cardWith(world, city.campusChannel, { ticketId }, known.memberOf('Kein WLAN im Haus'));
  });

  test('shows each new status on all cards without calling anybody, and in the end the solution, once', async () => {
    await declared();
    const { who, status } = await joins();
    const told = await sentWhile(world, async () => {
      await dispatcherDoes('incident.tell', { 'tell.status': 'Techniker ist unterwegs' });
      await untilShown(world, status, 'Techniker ist unterwegs');
    });
    const toHer = ({ conversationId }: { readonly conversationId: string }): boolean =>
      conversationId === personalChat(who);
    expect(calls(told).filter(toHer)).toEqual([]);

    const ended = await sentWhile(world, async () => {
      await solved();
      await isCalled(world, who, 'Router getauscht');
    });
    expect(calls(ended).filter(toHer)).toHaveLength(1);
    const { card } = await untilShown(world, status, 'Router getauscht');
    expect(hasAction(card, 'ticket.detach')).toBe(false);
    expect(hasAction(card, 'ticket.reopen')).toBe(true);
  });

  test('is left by "mine is something else": the own promise is back, and the end of the incident is not its end', async () => {
    await declared();
    const { who, ticketId, status } = await joins();
    letTimePass(world);
    const reply = await presses(world, who, status, 'ticket.detach');
    expect(wordsOf(reply.value)).toContain(promise);
    expect(wordsOf(reply.value)).not.toContain('Kein WLAN im Haus');
    await untilShown(world, status, promise);

    await solved();
    await world.eventually('the incident is solved', () =>
      world.connector.recorded.some(({ activity }) => wordsOf(activity).includes('Router getauscht')),
    );
    await world.quiet();
    expect(await (await ticketsOf(world)).get(ticketId)).toMatchObject({ state: 'new', incident: null });
  });

  test('that was solved between draft and press is told so, with everything as it was typed', async () => {
    await declared();
    const who = await teacherOf(world, city.school);
    const draft = await drafts(world, who, noNetwork, 'network');
    await solved();
    await world.quiet();
    const reply = await presses(world, who, draft, 'known.join', { ...inputs, title: 'Selbst getippt' });
    expect(wordsOf(reply.value)).toContain(known.incidentOver);
    expect(wordsOf(reply.value)).toContain('Selbst getippt');
    expect(hasAction(reply.value, 'known.join')).toBe(false);
    expect(hasAction(reply.value, 'draft.submit')).toBe(true);
  });

  test('is no part of what is sent without saying so', async () => {
    await declared();
    const who = await teacherOf(world, city.school);
    const draft = await drafts(world, who, noNetwork, 'network');
    const ticketId = await sends(world, who, draft, inputs);
    const status = await untilShown(world, draft, 'ticket.withdraw');
    expect(wordsOf(status.card)).toContain(promise);
    expect((await (await ticketsOf(world)).get(ticketId)).incident).toBeNull();
  });

  test('is not asked at another school, nor for another kind of trouble, nor can it be joined from there', async () => {
    await declared();
    const elsewhere = await teacherOf(world, city.otherSchool);
    const draft = await drafts(world, elsewhere, noNetwork, 'network');
    expect(wordsOf(draft.card)).not.toContain('Kein WLAN im Haus');
    expect(hasAction(draft.card, 'known.join')).toBe(false);

    const here = await teacherOf(world, city.school);
    const printer = await drafts(world, here, 'Der Drucker im Lehrerzimmer druckt nicht', 'printer');
    expect(hasAction(printer.card, 'known.join')).toBe(false);

    const theirs = await drafts(world, await teacherOf(world, city.school), noNetwork, 'network');
    const { incidentId } = dataOf(theirs.card, 'known.join');
    const { ticketId, drawn } = dataOf(draft.card, 'draft.submit');
    const forged = await world.clicks(elsewhere, draft, 'known.join', {
      ticketId,
      drawn,
      incidentId,
      ...inputs,
    });
    expect(wordsOf(forged.value)).not.toContain('Kein WLAN im Haus');
    expect((await (await ticketsOf(world)).get(String(ticketId))).state).toBe('draft');
  });

  test('asks nobody of whom the same report is there already: that comes first', async () => {
    await declared();
    const { who, ticketId } = await joins();
    const again = await drafts(world, who, noNetwork, 'network');
    expect(hasAction(again.card, 'known.join')).toBe(false);
    expect(dataOf(again.card, 'known.add')['reportId']).toBe(ticketId);
    const reply = await presses(world, who, again, 'known.add');
    expect(wordsOf(reply.value)).toContain(formatTicketId(ticketId));
  });

  test('speaks English to who wrote English, and shows what the help desk typed as plain text', async () => {
    await declared('**Netz** [x](https://evil.example) ${title}', '');
    const who = await teacherOf(world, city.school);
    const draft = await drafts(world, who, 'The wifi is down in the whole building', 'network');
    const asked = wordsOf(draft.card);
    expect(asked).toContain('Known disruption: ');
    expect(asked).toContain('Yes, that is it');
    expect(asked).not.toMatch(/\*\*|\]\(|:\/\/evil/);
    await presses(world, who, draft, 'known.join', inputs);
    const status = await untilShown(world, draft, 'ticket.detach');
    expect(wordsOf(status.card)).toContain('Part of a bigger disruption');
    expect(wordsOf(status.card)).toContain('We are working on it');
    expect(wordsOf(status.card)).toContain('Mine is something else');
    expect(wordsOf(status.card)).not.toMatch(/\*\*Netz|\]\(|:\/\/evil/);
  });

  test('is left by its requester only', async () => {
    await declared();
    const { ticketId, status } = await joins();
    const stranger = await teacherOf(world, city.school);
    const reply = await presses(world, stranger, status, 'ticket.detach');
    expect(typeof reply.value).toBe('string');
    expect((await (await ticketsOf(world)).get(ticketId)).incident).not.toBeNull();
  });
});
