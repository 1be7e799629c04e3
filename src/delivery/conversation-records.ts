import { createHash } from 'node:crypto';
import type { BoardTarget } from '../board/index.js';
import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';
import type { ConversationKey } from '../tickets/index.js';

/** A conversation in which the bot was seen: what is needed to speak there without being spoken to. */
export interface Conversation extends ConversationKey {
  readonly kind: 'personal' | 'channel';
  /** Entra object id; set where `kind` is personal. */
  readonly personId: string | null;
  readonly tenantId: string | null;
  /** Set where `kind` is channel. */
  readonly teamId: string | null;
  readonly channelName: string | null;
  readonly botId: string;
  readonly botName: string;
}

export interface ConversationRecord extends Conversation, StoredDocument {
  readonly schemaVersion: 1;
  /** False once the bot was removed from it or is blocked there. */
  readonly installed: boolean;
  /** When it was last written down (ISO); the newest of a person's conversations is the one to use. */
  readonly seenAt: string;
}

/** Whose channel it is, and so whose board: a campus' or the central help desk's. */
export type ChannelTarget = BoardTarget;
/** The channel of whoever handles a ticket or is offered one, and the other way round. */
export { boardTarget as channelTarget, campusOfBoard as campusOfTarget } from '../board/index.js';

/** One document for each target; its id is the target, in ASCII. */
export interface ChannelLink extends StoredDocument {
  readonly schemaVersion: 1;
  readonly target: ChannelTarget;
  readonly conversation: ConversationKey;
  /** `conversationRef(conversation)`, for queries. */
  readonly conversationRef: string;
  readonly linkedBy: string;
  /** When a test post in the channel had succeeded and the link began to count (ISO). */
  readonly confirmedAt: string;
}

/** The document id of a conversation; the same conversation id at another service address is another conversation. */
export function conversationRef({ serviceUrl, conversationId }: ConversationKey): string {
  return createHash('sha256').update(`${serviceUrl}\n${conversationId}`).digest('base64url');
}

/** Whether two keys name one conversation; a thread is another one than its channel. */
export function isSameConversation(one: ConversationKey, other: ConversationKey): boolean {
  return one.serviceUrl === other.serviceUrl && one.conversationId === other.conversationId;
}

/** The channel of a thread: Teams names a thread `CHANNEL;messageid=ROOT`. */
export function withoutThread<T extends ConversationKey>(conversation: T): T {
  const [channel = conversation.conversationId] = conversation.conversationId.split(';messageid=');
  return { ...conversation, conversationId: channel };
}

export const conversationCollection: CollectionSpec<ConversationRecord> = {
  name: 'conversations',
  fields: { personId: 'text', kind: 'text', seenAt: 'text' },
  upgrade: onlyVersion<ConversationRecord>(1),
};

export const channelLinkCollection: CollectionSpec<ChannelLink> = {
  name: 'channel-links',
  fields: { conversationRef: 'text' },
  upgrade: onlyVersion<ChannelLink>(1),
};
