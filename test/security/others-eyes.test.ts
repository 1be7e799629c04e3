import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { does, reports, isAbout, type Reported } from '../conversation/staff.js';
import { formatTicketId } from '../../src/tickets/index.js';
import { hears } from '../conversation/teacher.js';
import { cardOf, city, dataOf, personalChat, wordsOf, World } from '../conversation/world.js';

const secret = 'Sounds like the caller spilled coffee again';
const elsewhere = { conversationId: '19:staffroom@thread.tacv2', activityId: 'm-none' };

describe('what somebody can see and touch by sending clicks of their own making', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite');
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterEach(async () => world.close());

  async function noted(): Promise<Reported> {
    const ticket = await reports(world, { who: city.teacher });
    await does(world, city.manager, ticket, 'ticket.note', { text: secret });
    return ticket;
  }

  test.each([
    ['shows it', 'ticket.show', {}],
    ['comments on it', 'ticket.comment', { text: 'Any news?' }],
    ['presses an old button', 'ticket.rate', { stars: '1' }],
    ['withdraws it', 'ticket.withdraw', { text: '' }],
  ])('who reported it never reads the internal note, not where a channel %s', async (_how, verb, inputs) => {
    const { ticketId } = await noted();
    const answer = await world.clicks(city.teacher, elsewhere, verb, { ticketId, drawn: 1, ...inputs });
    expect(wordsOf(answer)).not.toContain(secret);
  });

  test('a repeated click of a person whose part in it is over shows nothing internal', async () => {
    const { ticketId } = await noted();
    const click = { ticketId, drawn: 1, text: 'Once more' };
    await world.clicks(city.teacher, elsewhere, 'ticket.comment', click);
    const again = await world.clicks(city.teacher, elsewhere, 'ticket.comment', click);
    expect(wordsOf(again)).not.toContain(secret);
  });

  test('the staff still get the channel card where a message in a channel is no card of the ticket', async () => {
    const { ticketId } = await noted();
    const answer = await world.clicks(city.dispatcher, elsewhere, 'ticket.claim', { ticketId, drawn: 1 });
    expect(wordsOf(answer)).toContain(secret);
  });

  test('a report that is sent from a channel takes no message there as its own and posts its card in the chat', async () => {
    const ticket = await noted();
    const channelCard = world.connector.in(city.campusChannel).find((each) => isAbout(each, ticket));
    const draft = await hears(world, city.stranger, 'Der Beamer in R 101 bleibt dunkel');
    const data: Record<string, unknown> = { ...dataOf(draft.card, 'draft.submit'), school: city.school };
    const where = { conversationId: city.campusChannel, activityId: channelCard?.activityId ?? '' };
    await world.clicks(city.stranger, where, 'draft.submit', data);
    const filed = { ticketId: String(data['ticketId']) };
    const shown = await world.until('its card in the chat', () =>
      world
        .toPerson(city.stranger)
        .findLast((each) => each.activityId !== draft.activityId && isAbout(each, filed)),
    );
    expect(wordsOf(cardOf(shown))).toContain('ticket.withdraw');
    await world.quiet();
    const edits = world.connector
      .in(city.campusChannel)
      .filter(({ activityId }) => activityId === channelCard?.activityId);
    expect(edits.every((each) => isAbout(each, ticket))).toBe(true);
  });

  test.each([
    'ticket.show',
    'ticket.comment',
    'ticket.edit',
    'ticket.rate',
    'ticket.withdraw',
    'ticket.note',
    'ticket.claim',
    'ticket.resolve',
    'ticket.reopen',
    'ticket.escalate',
    'ticket.close',
    'ticket.accept',
    'ticket.decline',
    'ticket.why',
    'ticket.back',
    'ticket.plan-visit',
    'ticket.hold',
    'chat.answer',
    'thread.comment',
    'thread.note',
    'draft.submit',
    'draft.discard',
  ])(
    '%s of a ticket of somebody else tells a stranger nothing of it, in the chat and in any channel',
    async (verb) => {
      const { ticketId } = await noted();
      const data = { ticketId, drawn: 1, text: 'x', solution: 'x', note: 'x', stars: '1', room: '1' };
      const chat = { conversationId: personalChat(city.stranger), activityId: 'm-none' };
      const answers = [
        await world.clicks(city.stranger, chat, verb, data),
        await world.clicks(city.stranger, elsewhere, verb, data),
      ];
      // Nobody finds out by trying ids which there are.
      const never = { ...data, ticketId: 'ZZZZZZ' };
      const toNothing = await world.clicks(city.stranger, chat, verb, never);
      expect(wordsOf(answers[0]).replaceAll(formatTicketId(ticketId), 'ZZZ-ZZZ')).toBe(wordsOf(toNothing));
      const said = wordsOf(answers);
      expect(said).not.toContain(secret);
      expect(said).not.toContain(city.teacher.name);
      expect(said).not.toContain('Drucker');
    },
  );
});
