import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import {
  cardOf,
  city,
  dataOf,
  hasAction,
  personalChat,
  wordsOf,
  type ClickReply,
  type Someone,
  type World,
} from './world.js';
import type { Recorded } from './connector.js';

/** A message with a card in it, as somebody sees it. */
export interface Seen {
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: Record<string, unknown>;
}

export interface Filed extends Seen {
  readonly ticketId: string;
}

/** Something said in the chat, and the last answer, with its card. What is edited meanwhile is no answer. */
export async function hears(world: World, who: Someone, text: string, more: object = {}): Promise<Seen> {
  await world.says(who, text, more);
  return seen(world.toPerson(who).findLast(({ method }) => method === 'post'));
}

export function seen(message: Recorded | undefined): Seen {
  if (!message) throw new Error('nothing was sent');
  const { conversationId, activityId } = message;
  return { conversationId, activityId, card: cardOf(message) };
}

/** What was posted (not edited) in somebody's chat while something was done, oldest first. */
export async function answersTo(
  world: World,
  who: Someone,
  doing: () => Promise<unknown>,
): Promise<readonly Recorded[]> {
  const before = world.toPerson(who).length;
  await doing();
  return world
    .toPerson(who)
    .slice(before)
    .filter(({ method }) => method === 'post');
}

/** The words of a message without a card. */
export function textOf(message: Recorded | undefined): string {
  return message?.activity.text ?? '';
}

/** Presses a button of a card and sends inputs with it. */
export async function presses(
  world: World,
  who: Someone,
  message: Seen,
  verb: string,
  inputs: object = {},
): Promise<ClickReply> {
  return world.clicks(who, message, verb, { ...dataOf(message.card, verb), ...inputs });
}

/** A report from the first word to its ticket, with the status card as the teacher has it then. */
export async function files(
  world: World,
  who: Someone,
  text: string,
  inputs: object = { school: city.school },
): Promise<Filed> {
  letTimePass(world);
  const draft = await hears(world, who, text);
  const { ticketId } = dataOf(draft.card, 'draft.submit');
  await presses(world, who, draft, 'draft.submit', inputs);
  return { ...(await untilShown(world, draft, 'ticket.withdraw')), ticketId: String(ticketId) };
}

/** Some seconds of the service's clock, as people take them: Teams' limits for a conversation count by it. */
export function letTimePass(world: World): void {
  world.clock.advance(5 / 60);
}

/** The card of a message as it was last edited, once its text or a verb of it holds these words. */
export async function untilShown(
  world: World,
  message: Pick<Seen, 'conversationId' | 'activityId'>,
  wanted: string,
): Promise<Seen> {
  const found = await world.until(`${wanted} in ${message.activityId}`, () => {
    const last = shown(world, message);
    return last && JSON.stringify(last.activity).includes(wanted) ? last : null;
  });
  return seen(found);
}

function shown(world: World, { conversationId, activityId }: Pick<Seen, 'conversationId' | 'activityId'>) {
  return world.connector.in(conversationId).findLast((each) => each.activityId === activityId);
}

/** What staff do with a ticket, from their channel’s card, which comes when the channel’s limits let it. */
export async function staffDoes(
  world: World,
  who: Someone,
  ticketId: string,
  verb: string,
  inputs: object = {},
): Promise<ClickReply> {
  const post = await world.eventually(`the channel's card of ${ticketId}`, () =>
    world.connector
      .in(city.campusChannel)
      .findLast(
        ({ method, activity }) => method === 'post' && JSON.stringify(activity).includes(`"${ticketId}"`),
      ),
  );
  letTimePass(world);
  return world.clicks(who, post, verb, { ticketId, drawn: '1', ...inputs });
}

/** The message that calls the person, once it says this. The ticket's own card, which began as a draft, is none. */
export async function isCalled(world: World, who: Someone, words: string): Promise<Seen> {
  const began = (activityId: string) => world.toPerson(who).find((each) => each.activityId === activityId);
  return seen(
    await world.until(`a message to ${who.name} that says ${words}`, () =>
      world
        .toPerson(who)
        .findLast(
          ({ activity, activityId }) =>
            wordsOf(activity.attachments ?? []).includes(words) &&
            !hasAction(began(activityId), 'draft.submit'),
        ),
    ),
  );
}

/** Somebody whom the bot has never met. */
export function newTeacher(number: number): Someone {
  return { id: `7eac4e70-0000-4000-9000-${String(number).padStart(12, '0')}`, name: `Teacher ${number}` };
}

export function chatOf(who: Someone): { readonly conversationId: string; readonly activityId: string } {
  return { conversationId: personalChat(who), activityId: 'm-none' };
}

/** The choices and value of an input. */
export function inputOf(card: unknown, id: string): Record<string, unknown> {
  const found = findInput(card, id);
  if (!found) throw new Error(`no input ${id} in ${JSON.stringify(card)}`);
  return found;
}

function findInput(node: unknown, id: string): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('id' in node && node.id === id && 'type' in node && String(node.type).startsWith('Input.')) {
    return { ...node };
  }
  for (const child of Object.values(node)) {
    const found = findInput(child, id);
    if (found) return found;
  }
  return undefined;
}

/** What is stored of tickets, through a connection of its own. */
export async function ticketsOf(world: World): Promise<{ readonly get: (id: string) => Promise<Ticket> }> {
  const tickets = await (await world.store()).collection(ticketCollection);
  return { get: async (id) => (await tickets.get(id)).document };
}
