import type { BoardTarget } from '../board/index.js';
import type { Directory } from '../campus/index.js';
import {
  isOfferedWithin,
  type CallIntention,
  type ConversationKey,
  type Detour,
  type PlaceName,
  type Ticket,
} from '../tickets/index.js';
import type { ConversationBook } from './conversation-book.js';
import { channelTarget, isSameConversation, type ChannelTarget } from './conversation-records.js';

/** A conversation to try, and what its card says about being there. */
export interface Candidate {
  readonly conversation: ConversationKey;
  readonly detour: Detour | null;
  /** Whether it is somebody's personal chat in place of a channel. */
  readonly inChat?: boolean;
  /** Reply under this message instead of beginning a new thread. */
  readonly root?: string;
}

const nowhere: readonly Candidate[] = [];

/**
 * Finds the conversations in which a card or a call may be posted, best first: the responsible channel, else the
 * help desk's, else the personal chats of the administrators.
 */
export class Routing {
  constructor(
    private readonly book: ConversationBook,
    private readonly directory: () => Pick<Directory, 'administrators'>,
  ) {}

  /** Where a place's card is to be posted, if it is not there yet. */
  async card(ticket: Ticket, place: PlaceName): Promise<readonly Candidate[]> {
    if (place === 'requester') return this.#requester(ticket);
    const target = targetOf(ticket, place);
    return target ? this.#channel(target) : nowhere;
  }

  /** Where a call is to be posted. */
  async call(ticket: Ticket, to: CallIntention['to']): Promise<readonly Candidate[]> {
    if (to === 'requester') return this.#requester(ticket);
    const card = ticket.places.find(({ name }) => name === 'channel');
    if (to === 'channel') {
      const target = targetOf(ticket, 'channel');
      const others = target ? await this.#channel(target) : nowhere;
      return card ? [underCard(card), ...others] : others;
    }
    const others = await this.#channel('helpdesk');
    const isThere = card && others[0] && isSameConversation(card.conversation, others[0].conversation);
    return isThere ? [underCard(card), ...others] : others;
  }

  /** The channel in which the ticket's card belongs as things are linked now; undefined where there is none. */
  async bestChannel(ticket: Ticket): Promise<ConversationKey | undefined> {
    const target = targetOf(ticket, 'channel');
    if (!target) return undefined;
    const channels = [await this.book.channel(target), await this.book.channel('helpdesk')];
    return channels.find((channel) => channel?.installed);
  }

  /**
   * Where a channel's own message may be posted: the target's channel alone, since what belongs elsewhere goes to the
   * help desk's board; from there also to the personal chats of the administrators.
   */
  async board(target: BoardTarget): Promise<readonly Candidate[]> {
    if (target === 'helpdesk') return this.#channel(target);
    const own = await this.book.channel(target);
    return own?.installed ? [{ conversation: keyOf(own), detour: null }] : nowhere;
  }

  /** Why what is meant for a target's channel goes elsewhere, where that is so. */
  async detourOf(target: BoardTarget): Promise<Detour> {
    return (await this.book.channel(target)) ? 'post-failed' : 'not-linked';
  }

  async #requester(ticket: Ticket): Promise<readonly Candidate[]> {
    const here = ticket.places.find(({ name }) => name === 'requester')?.conversation;
    const newest = await this.book.personal(ticket.requester.id);
    const known = [here, newest].filter((each) => each !== undefined);
    return known
      .filter((each, index) => known.findIndex((other) => isSameConversation(each, other)) === index)
      .map((each) => ({ conversation: keyOf(each), detour: null }));
  }

  async #channel(target: ChannelTarget): Promise<readonly Candidate[]> {
    const own = await this.book.channel(target);
    const detour: Detour = own ? 'post-failed' : 'not-linked';
    const candidates: Candidate[] = own?.installed ? [{ conversation: keyOf(own), detour: null }] : [];
    const helpDesk = target === 'helpdesk' ? undefined : await this.book.channel('helpdesk');
    if (helpDesk?.installed) candidates.push({ conversation: keyOf(helpDesk), detour });
    for (const { id } of this.directory().administrators) {
      const chat = await this.book.personal(id);
      if (chat) candidates.push({ conversation: keyOf(chat), detour, inChat: true });
    }
    return candidates;
  }
}

/** Whose channel a place belongs to as the ticket is now; undefined for places that are in no channel of theirs. */
export function targetOf(ticket: Ticket, place: PlaceName): ChannelTarget | undefined {
  if (place === 'channel') return ticket.handledBy ? channelTarget(ticket.handledBy) : undefined;
  if (place === 'offer' && ticket.offer && !isOfferedWithin(ticket)) return channelTarget(ticket.offer.to);
  return undefined;
}

function underCard(card: { readonly conversation: ConversationKey; readonly activityId: string }): Candidate {
  return { conversation: card.conversation, detour: null, root: card.activityId };
}

function keyOf({ serviceUrl, conversationId }: ConversationKey): ConversationKey {
  return { serviceUrl, conversationId };
}
