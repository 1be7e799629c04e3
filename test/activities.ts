import type { Conversation } from '../src/delivery/index.js';

/** A person as the client names them; `id` is the Entra object id. */
export interface Someone {
  readonly id: string;
  readonly name: string;
}

/** The tenant and the bot of every test that is not about them. */
export const tenant = '00000000-0000-4000-8000-00000000000a';
export const bot = { id: '28:bot', name: 'Campusdesk' };

/** The conversation of somebody's personal chat with the bot. */
export function personalChat({ id }: Someone): string {
  return `a:${id}`;
}

/** Whether a conversation is a channel, as Teams names them. */
export function isChannel(conversationId: string): boolean {
  return conversationId.startsWith('19:');
}

/** A channel in which the bot was seen. */
export function channelConversation(conversationId: string, serviceUrl: string): Conversation {
  return {
    serviceUrl,
    conversationId,
    kind: 'channel',
    personId: null,
    tenantId: tenant,
    teamId: '19:team',
    channelName: null,
    botId: bot.id,
    botName: bot.name,
  };
}

/** Activities as Teams makes them, each with an id of its own; sent again, one is the same. */
export class Activities {
  #next = 1;

  constructor(private readonly serviceUrl: string) {}

  /** What every activity says: who, where, and in a channel under which message. */
  from(who: Someone, conversationId: string, threadRoot?: string): Record<string, unknown> {
    const inChannel = isChannel(conversationId);
    const isThread = inChannel && threadRoot !== undefined;
    return {
      id: `a${this.#next++}`,
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      locale: 'de-DE',
      from: { id: `29:${who.id}`, name: who.name, aadObjectId: who.id },
      recipient: bot,
      conversation: {
        id: isThread ? `${conversationId};messageid=${threadRoot}` : conversationId,
        conversationType: inChannel ? 'channel' : 'personal',
        tenantId: tenant,
      },
      channelData: {
        tenant: { id: tenant },
        ...(inChannel && { team: { id: '19:team' }, channel: { id: conversationId } }),
      },
    };
  }

  /** A message in the personal chat. */
  message(who: Someone, text: string): object {
    return { ...this.from(who, personalChat(who)), type: 'message', text };
  }

  /** A mention of the bot in a channel, or in the thread under one of its messages. */
  mention(who: Someone, channel: string, text: string, threadRoot?: string): object {
    const at = `<at>${bot.name}</at>`;
    return {
      ...this.from(who, channel, threadRoot),
      type: 'message',
      text: `${at} ${text}`,
      entities: [{ type: 'mention', text: at, mentioned: bot }],
    };
  }

  /** A press of a button in a message; `data` is what the button holds and what was typed. */
  click(
    who: Someone,
    where: { readonly conversationId: string; readonly activityId: string },
    verb: string,
    data: object,
  ): object {
    return {
      ...this.from(who, where.conversationId, where.activityId),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: where.activityId,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    };
  }
}
