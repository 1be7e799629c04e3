import { targetId } from '../board/index.js';
import type { Clock } from '../clock.js';
import { isoOf, instantOf, type Instant } from '../sla/index.js';
import {
  find,
  findAll,
  isOvertaken,
  NotFound,
  type Collection,
  type DocumentStore,
  type StoredDocument,
  type Unreadable,
  type Versioned,
} from '../store/index.js';
import type { ConversationKey } from '../tickets/index.js';
import {
  channelLinkCollection,
  conversationCollection,
  conversationRef,
  isSameConversation,
  withoutThread,
  type ChannelLink,
  type ChannelTarget,
  type Conversation,
  type ConversationRecord,
} from './conversation-records.js';

/** What became of an attempt to link a channel. */
export type LinkResult =
  | { readonly kind: 'linked' }
  | { readonly kind: 'already-linked-here' }
  /** The target had another channel until now. */
  | { readonly kind: 'replaced'; readonly previous: ConversationKey }
  /** Nothing was changed: this channel is another target's. */
  | { readonly kind: 'taken'; readonly by: ChannelTarget };

/** How long what was read may be used while other instances write, in wall milliseconds. */
const readingLastsMs = 5_000;
/** More than a busy moment needs. */
const mostReadings = 2_000;
/** A conversation in use is written down again once a day, so that the newest of several can be told. */
const rememberedAnewAfterMs = 24 * 3_600_000;

/**
 * Where people and channels can be reached. Fed by what the Teams edge sees, asked by delivery.
 * What it read or wrote is kept for some seconds, and read again where it held nothing.
 */
export class ConversationBook {
  readonly #conversations: Readings<ConversationRecord>;
  readonly #links: Readings<ChannelLink>;

  private constructor(
    private readonly conversations: Collection<ConversationRecord>,
    private readonly channelLinks: Collection<ChannelLink>,
    clock: Clock,
  ) {
    this.#conversations = new Readings(conversations, clock);
    this.#links = new Readings(channelLinks, clock);
  }

  /** Opens the two collections of the book. */
  static async open(store: DocumentStore, clock: Clock): Promise<ConversationBook> {
    return new ConversationBook(
      await store.collection(conversationCollection),
      await store.collection(channelLinkCollection),
      clock,
    );
  }

  /** Writes a conversation down; no write where it stands there already. A thread counts as its channel. */
  async remember(conversation: Conversation, now: Instant): Promise<void> {
    const facts = withoutThread(conversation);
    const id = conversationRef(facts);
    const record: ConversationRecord = {
      ...facts,
      id,
      schemaVersion: 1,
      installed: true,
      seenAt: isoOf(now),
    };
    await this.#conversations.write(id, (known) => {
      // Some events in a personal chat name nobody; whose chat it is stays known.
      const seen = record.personId === null && known ? { ...record, personId: known.personId } : record;
      return known && saysTheSame(known, seen) ? known : seen;
    });
  }

  /** The bot was removed from the conversation, or is blocked there. */
  async forget(conversation: ConversationKey): Promise<void> {
    await this.#conversations.write(conversationRef(withoutThread(conversation)), (known) =>
      known?.installed ? { ...known, installed: false } : known,
    );
  }

  async reference(conversation: ConversationKey): Promise<ConversationRecord | undefined> {
    return this.#conversations.get(conversationRef(withoutThread(conversation)));
  }

  /** The newest personal chat with this person in which the bot is installed. */
  async personal(personId: string): Promise<ConversationRecord | undefined> {
    const { items } = await this.conversations.query({
      where: [
        { field: 'personId', equals: personId },
        { field: 'kind', equals: 'personal' },
      ],
      orderBy: { field: 'seenAt', direction: 'desc' },
      limit: 50,
    });
    return items.map(({ document }) => document).find(({ installed }) => installed);
  }

  /** The channel that is linked with the target. */
  async channel(target: ChannelTarget): Promise<ConversationRecord | undefined> {
    const link = await this.#links.get(targetId(target));
    return link && this.reference(link.conversation);
  }

  /**
   * Links a channel with a target, in place of the one it had. To be called once a test post in the channel has
   * succeeded: whether a bot may speak in a channel shows only when it does.
   */
  async link(target: ChannelTarget, channel: ConversationKey, by: string, now: Instant): Promise<LinkResult> {
    const { serviceUrl, conversationId } = withoutThread(channel);
    const conversation = { serviceUrl, conversationId };
    const elsewhere = await this.linkOf(conversation);
    if (elsewhere && elsewhere.target !== target) return { kind: 'taken', by: elsewhere.target };
    let previous: ChannelLink | undefined;
    await this.#links.writeFresh(targetId(target), (known) => {
      previous = known;
      if (known && isSameConversation(known.conversation, conversation)) return known;
      return {
        id: targetId(target),
        schemaVersion: 1,
        target,
        conversation,
        conversationRef: conversationRef(conversation),
        linkedBy: by,
        confirmedAt: isoOf(now),
      };
    });
    if (!previous) return { kind: 'linked' };
    if (isSameConversation(previous.conversation, conversation)) return { kind: 'already-linked-here' };
    return { kind: 'replaced', previous: previous.conversation };
  }

  /** Takes the target's link away; false where it had none. */
  async unlink(target: ChannelTarget): Promise<boolean> {
    try {
      const { version } = await this.channelLinks.get(targetId(target));
      await this.channelLinks.remove(targetId(target), version);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    } finally {
      this.#links.drop(targetId(target));
    }
  }

  /** All links, by target. `onUnreadable` hears of the target of each that cannot be read, and why. */
  async links(
    onUnreadable?: (link: { readonly target: string; readonly reason: string }) => void,
  ): Promise<readonly ChannelLink[]> {
    const links: ChannelLink[] = [];
    const query = {
      pageSize: 1_000,
      onUnreadable: ({ id, reason }: Unreadable) =>
        onUnreadable?.({ target: decodeURIComponent(id), reason }),
    };
    for await (const { document } of findAll(this.channelLinks, query)) links.push(document);
    return links;
  }

  /** The link that a channel has; read afresh. */
  async linkOf(channel: ConversationKey): Promise<ChannelLink | undefined> {
    const { items } = await this.channelLinks.query({
      where: [{ field: 'conversationRef', equals: conversationRef(withoutThread(channel)) }],
      limit: 1,
    });
    return items[0]?.document;
  }
}

function saysTheSame(known: ConversationRecord, seen: ConversationRecord): boolean {
  return (
    known.installed &&
    known.kind === seen.kind &&
    known.personId === seen.personId &&
    known.tenantId === seen.tenantId &&
    known.teamId === seen.teamId &&
    known.channelName === seen.channelName &&
    known.botId === seen.botId &&
    known.botName === seen.botName &&
    instantOf(seen.seenAt) - instantOf(known.seenAt) < rememberedAnewAfterMs
  );
}

/** Documents by id, as they were read or written in the last seconds by the monotonic clock. */
class Readings<T extends StoredDocument> {
  readonly #read = new Map<string, { readonly found: Versioned<T>; readonly at: number }>();

  constructor(
    private readonly collection: Collection<T>,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<T | undefined> {
    return (await this.#recent(id))?.document;
  }

  /** Writes what `change` makes of the document as last read; nothing where it returns the same. */
  async write(id: string, change: (known: T | undefined) => T | undefined): Promise<void> {
    for (let known = await this.#recent(id); ; known = await this.#fresh(id)) {
      const wanted = change(known?.document);
      if (!wanted || wanted === known?.document) return;
      try {
        this.#keep(
          known ? await this.collection.replace(wanted, known.version) : await this.collection.create(wanted),
        );
        return;
      } catch (error) {
        if (!isOvertaken(error)) throw error;
      }
    }
  }

  /** As `write`, decided on the document as it is in the store now. */
  async writeFresh(id: string, change: (known: T | undefined) => T | undefined): Promise<void> {
    this.drop(id);
    await this.write(id, change);
  }

  drop(id: string): void {
    this.#read.delete(id);
  }

  async #recent(id: string): Promise<Versioned<T> | undefined> {
    const reading = this.#read.get(id);
    if (reading && this.clock.monotonic() - reading.at < readingLastsMs) return reading.found;
    return this.#fresh(id);
  }

  async #fresh(id: string): Promise<Versioned<T> | undefined> {
    const found = await find(this.collection, id);
    if (found) return this.#keep(found);
    this.drop(id);
    return undefined;
  }

  #keep(found: Versioned<T>): Versioned<T> {
    if (this.#read.size >= mostReadings) this.#read.clear();
    this.#read.set(found.document.id, { found, at: this.clock.monotonic() });
    return found;
  }
}
