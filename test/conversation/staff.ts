import { formatTicketId } from '../../src/tickets/index.js';
import type { Recorded } from './connector.js';
import { files, newTeacher } from './teacher.js';
import { cardOf, city, dataOf, hasAction, type ClickReply, type Someone, type World } from './world.js';

/** A ticket as a test holds it: its id, its teacher, and where its card stands. */
export interface Reported {
  readonly ticketId: string;
  readonly teacher: Someone;
}

/** Texts whose priority does not hang on how they are understood: the inputs say it. */
const urgent = { scope: 'school', blocked: 'true' };
const calm = { scope: 'one', blocked: 'false' };

let teachers = 100;

/** A teacher whom nobody has met yet reports something. */
export async function reports(
  world: World,
  how: {
    readonly urgent?: boolean;
    readonly school?: string;
    readonly text?: string;
    readonly who?: Someone;
  } = {},
): Promise<Reported> {
  const teacher = how.who ?? newTeacher(teachers++);
  const { ticketId } = await files(world, teacher, how.text ?? 'Der Drucker im Lehrerzimmer druckt nicht', {
    school: how.school ?? city.school,
    category: 'printer',
    ...(how.urgent ? urgent : calm),
  });
  return { ticketId, teacher };
}

/** Whether a message is about this ticket: its buttons hold the id, or people read it (`K7M-3QX`). */
export function isAbout(message: Recorded, { ticketId }: Pick<Reported, 'ticketId'>): boolean {
  const text = JSON.stringify(message.activity);
  return text.includes(`"${ticketId}"`) || text.includes(`"${formatTicketId(ticketId)}"`);
}

/** What a card shows now: the last state of each message of a conversation that holds a ticket's card. */
export function cardsIn(
  world: World,
  conversation: string,
  ticket: Pick<Reported, 'ticketId'>,
): readonly Recorded[] {
  const messages = new Map<string, Recorded>();
  for (const each of world.connector.in(conversation)) {
    const isOfTicket = messages.has(each.activityId) || isAbout(each, ticket);
    if (isOfTicket && each.threadRoot === null) messages.set(each.activityId, each);
  }
  return [...messages.values()];
}

/** The ticket's card in a channel or chat, as it is now. */
export async function cardIn(
  world: World,
  conversation: string,
  ticket: Pick<Reported, 'ticketId'>,
): Promise<Recorded> {
  return world.until(`a card of ${ticket.ticketId} in ${conversation}`, () =>
    cardsIn(world, conversation, ticket).at(-1),
  );
}

/** The ticket's card once it shows these words or this verb. */
export async function cardWith(
  world: World,
  conversation: string,
  ticket: Pick<Reported, 'ticketId'>,
  wanted: string,
): Promise<Recorded> {
  return world.until(`${wanted} on the card of ${ticket.ticketId} in ${conversation}`, () =>
    cardsIn(world, conversation, ticket).find(({ activity }) => JSON.stringify(activity).includes(wanted)),
  );
}

/** Presses a button that the ticket's card shows now, with what its form takes. */
export async function does(
  world: World,
  who: Someone,
  ticket: Pick<Reported, 'ticketId'>,
  verb: string,
  inputs: object = {},
  channel: string = city.campusChannel,
): Promise<ClickReply> {
  const card = await world.until(`a card of ${ticket.ticketId} with ${verb}`, () =>
    cardsIn(world, channel, ticket).find(({ activity }) => hasAction(activity, verb)),
  );
  return world.clicks(who, card, verb, { ...dataOf(cardOf(card), verb), ...inputs });
}

/** The sentence that a click was answered with. @throws where it was answered with a card */
export function sentenceOf(reply: ClickReply): string {
  if (typeof reply.value !== 'string') throw new Error(`a card, no sentence: ${JSON.stringify(reply.value)}`);
  return reply.value;
}

/** Whether a click was answered with a card. */
export function isCard(reply: ClickReply): boolean {
  return typeof reply.value !== 'string';
}

/** New messages (not edits) in a conversation since it had `from` recorded ones. */
export function postsIn(world: World, conversation: string, from = 0): readonly Recorded[] {
  return world.connector
    .in(conversation)
    .slice(from)
    .filter(({ method }) => method === 'post');
}

/** Whom a message mentions, by id. */
export function mentionsOf(message: Recorded | undefined): readonly string[] {
  const text = JSON.stringify(message?.activity ?? {});
  return [...new Set([...text.matchAll(/"mentioned":\{"id":"([^"]+)"/g)].map(([, id = '']) => id))];
}

/** What is posted and edited while something is done, once nothing more comes. */
export async function sentWhile(world: World, doing: () => Promise<unknown>): Promise<readonly Recorded[]> {
  const before = world.connector.recorded.length;
  await doing();
  await world.quiet();
  return world.connector.recorded.slice(before);
}

/** The new messages among what was sent. */
export function calls(sent: readonly Recorded[]): readonly Recorded[] {
  return sent.filter(({ method }) => method === 'post');
}
