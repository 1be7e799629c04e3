import type { Someone, World } from './world.js';

/** What a message extension is answered with, as far as tests look. */
export interface ExtensionReply {
  readonly composeExtension?: {
    readonly type: 'result' | 'message';
    readonly text?: string;
    readonly attachments?: readonly {
      readonly contentType: string;
      readonly content: Record<string, unknown>;
      readonly preview: { readonly contentType: string; readonly content: { title: string; text: string } };
    }[];
  };
  readonly task?: {
    readonly type: 'continue' | 'message';
    readonly value: string | { readonly title: string; readonly card: { readonly content: Card } };
  };
}

type Card = Record<string, unknown>;

/** A chat of two colleagues, in which the bot is no member. */
export const elsewhere = '19:11111111-2222_33333333-4444@unq.gbl.spaces';

/** Any invoke, from beside the text that somebody writes in that chat. */
export async function invokes(
  world: World,
  who: Someone,
  name: string,
  value: unknown,
  more: object = {},
): Promise<ExtensionReply> {
  const response = await world.post({
    ...world.activity(who, `a:${who.id}`),
    conversation: {
      id: elsewhere,
      conversationType: 'personal',
      tenantId: '00000000-0000-4000-8000-00000000000a',
    },
    type: 'invoke',
    name,
    value,
    ...more,
  });
  if (response.status !== 200) throw new Error(`${name} was answered ${response.status}`);
  return (await response.json()) as ExtensionReply;
}

/** Types into the search of a command, as Teams and its Playground ask. */
export async function searches(
  world: World,
  who: Someone,
  commandId: string,
  typed: string,
  more: object = {},
): Promise<ExtensionReply> {
  const parameters =
    typed === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'typed', value: typed }];
  return invokes(world, who, 'composeExtension/query', {
    commandId,
    parameters,
    queryOptions: { skip: 0, count: 25 },
    commandContext: 'compose',
    context: { theme: 'default' },
    ...more,
  });
}

/** The first lines of what was found. */
export function titlesOf({ composeExtension }: ExtensionReply): readonly string[] {
  return (composeExtension?.attachments ?? []).map(({ preview }) => preview.content.title);
}

/** The words that stand in place of a list or a dialog; empty where there is one. */
export function wordsIn({ composeExtension, task }: ExtensionReply): string {
  return composeExtension?.text ?? (typeof task?.value === 'string' ? task.value : '');
}

/** The card of a dialog. @throws where none was opened */
export function dialogIn(reply: ExtensionReply): Card {
  const value = reply.task?.value;
  if (reply.task?.type !== 'continue' || typeof value !== 'object')
    throw new Error(`no dialog: ${JSON.stringify(reply)}`);
  return value.card.content;
}

/** A message as the client hands it over. */
export function messageOf(author: Someone | null, text: string): object {
  return {
    id: '1700000000000',
    replyToId: null,
    createdDateTime: '2026-11-24T08:00:00Z',
    from:
      author === null
        ? { application: { applicationIdentityType: 'bot', id: 'other-bot', displayName: 'Other bot' } }
        : { user: { userIdentityType: 'aadUser', id: author.id, displayName: author.name } },
    body: { contentType: 'html', content: `<div><p>${text}</p></div>` },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

/** Chooses "make a ticket of this" on a message. */
export async function picks(world: World, who: Someone, message: unknown): Promise<ExtensionReply> {
  return invokes(world, who, 'composeExtension/fetchTask', {
    commandId: 'ticketFromMessage',
    commandContext: 'message',
    messagePayload: message,
  });
}

/** Chooses "new ticket for". */
export async function takesCall(world: World, who: Someone): Promise<ExtensionReply> {
  return invokes(world, who, 'composeExtension/fetchTask', {
    commandId: 'ticketForCaller',
    commandContext: 'compose',
    context: { theme: 'default' },
  });
}

/** Sends a dialog with what stands in its fields and what was typed over it. */
export async function sends(
  world: World,
  who: Someone,
  dialog: Card,
  typed: object = {},
  more: object = {},
): Promise<ExtensionReply> {
  return invokes(world, who, 'composeExtension/submitAction', {
    commandId: 'ticketFromMessage',
    commandContext: 'message',
    data: { ...valuesOf(dialog), ...buttonOf(dialog), ...typed },
    ...more,
  });
}

function buttonOf(dialog: Card): object {
  const [button] = Array.isArray(dialog['actions']) ? (dialog['actions'] as readonly Card[]) : [];
  return Object(button?.['data']) as object;
}

function valuesOf(dialog: Card): object {
  const body = Array.isArray(dialog['body']) ? (dialog['body'] as readonly Card[]) : [];
  return Object.fromEntries(
    body.filter(({ type }) => String(type).startsWith('Input.')).map(({ id, value }) => [String(id), value]),
  );
}

/** The id that the answer names, as it is stored. @throws where it names none */
export function madeIn(reply: ExtensionReply): string {
  const found = /\b([0-9A-Z]{3})-([0-9A-Z]{3})\b/u.exec(wordsIn(reply));
  if (!found) throw new Error(`no ticket was made: ${JSON.stringify(reply)}`);
  return `${found[1] ?? ''}${found[2] ?? ''}`;
}
