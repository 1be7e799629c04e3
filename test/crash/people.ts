import { sampleDirectory } from '../../src/campus/index.js';
import type { Conversation } from '../../src/delivery/index.js';

export interface Someone {
  readonly id: string;
  readonly name: string;
}

/** A campus with whoever answers for it today, a school of one site, and its channel. */
export interface Campus {
  readonly id: string;
  readonly manager: Someone;
  readonly school: string;
  readonly channel: string;
}

const tenant = '00000000-0000-4000-8000-00000000000a';
const bot = { id: '28:bot', name: 'Campusdesk' };
const directory = sampleDirectory();

/** All of the sample, so that no channel's rate limit slows the traffic down. */
export function campuses(now: number): Campus[] {
  return directory.campuses.flatMap(({ id }) => {
    const manager = directory.inForce(id, now).person;
    const school = directory.schools.find((each) => {
      const sites = directory.sitesOf(each.id);
      return sites.length === 1 && sites[0]?.campusId === id;
    });
    return manager && school ? [{ id, manager, school: school.id, channel: `19:${id}@thread.tacv2` }] : [];
  });
}

export const dispatcher: Someone = directory.dispatchers[0] ?? { id: '', name: '' };

export function teacher(number: number): Someone {
  return {
    id: `7eac4e70-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name: `Teacher ${number}`,
  };
}

export function personalChat({ id }: Someone): string {
  return `a:${id}`;
}

export function channelConversation(channel: string, serviceUrl: string): Conversation {
  return {
    serviceUrl,
    conversationId: channel,
    kind: 'channel',
    personId: null,
    tenantId: tenant,
    teamId: '19:team',
    channelName: null,
    botId: bot.id,
    botName: bot.name,
  };
}

/** An activity as Teams makes it; repeated, it is the same one. */
export class Activities {
  #next = 1;

  constructor(private readonly serviceUrl: string) {}

  message(who: Someone, text: string): object {
    return { ...this.#activity(who, personalChat(who)), type: 'message', text };
  }

  click(
    who: Someone,
    card: { readonly conversationId: string; readonly id: string },
    verb: string,
    data: object,
  ): object {
    return {
      ...this.#activity(who, card.conversationId, card.id),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: card.id,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    };
  }

  #activity(who: Someone, conversationId: string, root?: string): object {
    const personal = !conversationId.startsWith('19:');
    return {
      id: `a${this.#next++}`,
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      locale: 'de-DE',
      from: { id: `29:${who.id}`, name: who.name, aadObjectId: who.id },
      recipient: bot,
      conversation: {
        id: personal || root === undefined ? conversationId : `${conversationId};messageid=${root}`,
        conversationType: personal ? 'personal' : 'channel',
        tenantId: tenant,
      },
      channelData: {
        tenant: { id: tenant },
        ...(!personal && { team: { id: '19:team' }, channel: { id: conversationId } }),
      },
    };
  }
}
