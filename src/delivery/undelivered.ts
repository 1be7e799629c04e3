import { createHash } from 'node:crypto';
import type { Log } from '../logging.js';
import { isoOf, type Instant } from '../sla/index.js';
import { AlreadyExists, find, isOvertaken, onlyVersion } from '../store/index.js';
import type { Collection, CollectionSpec, StoredDocument } from '../store/index.js';
import type { CheckIntention, OrderIntention, OutboxEntry, Ticket } from '../tickets/index.js';
import type { DeliveryMetrics } from './metrics.js';

/** `nowhere`: no channel is linked and no administrator has a chat; the others as the Teams edge answered. */
export type UndeliveredReason = 'nowhere' | 'gone' | 'blocked' | 'rejected' | 'gave-up';

/** A message that reached nobody, for people to look after. It holds what was meant, never what it said. */
export interface Undelivered extends StoredDocument {
  readonly schemaVersion: 1;
  readonly ticketId: string;
  /** The intention's key, and whom or what it was for. */
  readonly key: string;
  readonly meantFor: string;
  readonly reason: UndeliveredReason;
  readonly at: string;
}

export const undeliveredCollection: CollectionSpec<Undelivered> = {
  name: 'undelivered',
  fields: { ticketId: 'text', at: 'text' },
  upgrade: onlyVersion<Undelivered>(1),
};

/** What people get to see. */
type Message = Exclude<OutboxEntry, CheckIntention | OrderIntention>;

/** Keeps the list of messages that reached nobody. */
export class UndeliveredList {
  constructor(
    private readonly collection: Collection<Undelivered>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly metrics: DeliveryMetrics,
  ) {}

  /** Adds an intention; one that stands there already stays as it is. */
  async add(
    ticket: Pick<Ticket, 'id'>,
    entry: Message,
    reason: UndeliveredReason,
    now: Instant,
  ): Promise<void> {
    const meantFor = entry.kind === 'show' ? entry.place : entry.to;
    try {
      await this.collection.create({
        id: idOf(ticket, entry),
        schemaVersion: 1,
        ticketId: ticket.id,
        key: entry.key,
        meantFor,
        reason,
        at: isoOf(now),
      });
    } catch (error) {
      if (error instanceof AlreadyExists) return;
      throw error;
    }
    this.metrics.increment('undelivered');
    this.log.warn({ ticketId: ticket.id, kind: entry.kind, meantFor, reason }, 'a message reached nobody');
  }

  /** Takes an intention off the list that was delivered after all. */
  async clear(ticket: Pick<Ticket, 'id'>, entry: Message): Promise<void> {
    const listed = await find(this.collection, idOf(ticket, entry));
    if (!listed) return;
    try {
      await this.collection.remove(listed.document.id, listed.version);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}

function idOf(ticket: Pick<Ticket, 'id'>, entry: Message): string {
  return createHash('sha256').update(`${ticket.id}\n${entry.key}`).digest('base64url');
}
