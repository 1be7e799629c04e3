import { setMaxListeners } from 'node:events';
import { targetName, type BulkJob, type BulkPlace } from '../bulk/index.js';
import type { Directory } from '../campus/index.js';
import { bulkCard, bulkSummary } from '../cards/index.js';
import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { instantOf } from '../sla/index.js';
import { failureOf } from './attempt.js';
import type { ConversationBook } from './conversation-book.js';
import type { ConversationLimits } from './limits.js';
import { noMetrics, type DeliveryMetrics } from './metrics.js';
import { SendError, type OutgoingMessage, type Sender } from './sender.js';
import { Transport, type Compose } from './transport.js';

/** Whoever has waited longer looks at something else by now, and is called. */
const calledAfterMs = 20_000;

export interface BulkTellerParts {
  readonly book: Pick<ConversationBook, 'personal'>;
  readonly directory: () => Directory;
  readonly sender: Sender;
  readonly limits: ConversationLimits;
  readonly clock: Clock;
  /** IANA name; times are told in it. */
  readonly timeZone: string;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly log: Pick<Log, 'warn'>;
  readonly metrics?: DeliveryMetrics;
}

/**
 * Tells how far a command to many tickets is: one card where it was given, edited while it goes on, and at its end. That
 * calls whoever ordered it, by a card of its own, where it took long. Where nothing can be posted there any more, the end is told in that person's chat.
 */
export class BulkTeller {
  readonly #stop = new AbortController();
  readonly #transport: Transport;
  /** Jobs whose card stands perhaps somewhere where nobody can edit it: how far they are is not posted again. */
  readonly #perhapsPosted = new Set<string>();

  constructor(private readonly parts: BulkTellerParts) {
    const { sender, limits, clock, random, metrics = noMetrics } = parts;
    this.#transport = new Transport({ sender, limits, clock, random, metrics });
    setMaxListeners(0, this.#stop.signal);
  }

  /** Sends nothing more; what was on its way is tried again by another process. */
  stop(): void {
    this.#stop.abort();
  }

  /**
   * @returns where the card stands now; as before where nobody can be reached
   * @throws SendError, AbortError where the end could not be told yet; that it goes on is worth no second try
   */
  async tell(job: BulkJob): Promise<BulkPlace> {
    const { place } = job;
    const isOver = job.finishedAt !== null;
    const isPerhapsPosted = this.#perhapsPosted.has(job.id);
    if (isOver) this.#perhapsPosted.delete(job.id);
    else if (isPerhapsPosted) return place;
    try {
      return await this.#tellAt(place, job, isOver);
    } catch (error) {
      const failure = failureOf(error);
      // What was perhaps sent is not sent twice; an edit that comes twice does no harm.
      const isSent = error instanceof SendError && error.outcome === 'unknown' && this.#isPosted(job);
      if (!isOver && isSent && place.activityId === null) this.#perhapsPosted.add(job.id);
      if (!isOver || isSent) return place;
      if (failure.kind !== 'undeliverable') throw error;
      // A card that was deleted is posted anew.
      if (place.activityId !== null) return this.tell({ ...job, place: { ...place, activityId: null } });
      return this.#tellInChat(job);
    }
  }

  async #tellAt(place: BulkPlace, job: BulkJob, isOver: boolean): Promise<BulkPlace> {
    const { conversation, activityId } = place;
    if (activityId === null) return this.#post(place, job, isOver);
    const edit = this.#transport.edit(conversation, activityId, this.#compose(job, false), this.#stop.signal);
    if (!this.#isPosted(job)) {
      await edit;
      return place;
    }
    await edit.catch(leftAsItIs);
    return this.#post(place, job, isOver);
  }

  /** Whether it comes as a new message: the first one, and the end for whoever has waited long. */
  #isPosted({ place, finishedAt, orderedAt }: BulkJob): boolean {
    const isLate = this.parts.clock.now() - instantOf(orderedAt) >= calledAfterMs;
    return place.activityId === null || (finishedAt !== null && isLate);
  }

  async #post(place: BulkPlace, job: BulkJob, calls: boolean): Promise<BulkPlace> {
    const root = place.root ?? undefined;
    const sent = await this.#transport.post(
      place.conversation,
      root,
      this.#compose(job, calls),
      this.#stop.signal,
    );
    return sent === 'not-wanted' ? place : { ...place, activityId: sent.activityId };
  }

  async #tellInChat(job: BulkJob): Promise<BulkPlace> {
    const { book, log } = this.parts;
    const chat = await book.personal(job.by.id);
    if (!chat) {
      log.warn({ bulkId: job.id }, 'nobody could be told the end of a command to many tickets');
      return job.place;
    }
    const { serviceUrl, conversationId } = chat;
    const place = { conversation: { serviceUrl, conversationId }, root: null, activityId: null };
    try {
      return await this.#post(place, job, false);
    } catch (error) {
      if (failureOf(error).kind !== 'undeliverable') throw error;
      log.warn({ bulkId: job.id }, 'nobody could be told the end of a command to many tickets', error);
      return job.place;
    }
  }

  #compose(job: BulkJob, calls: boolean): Compose {
    return async () => Promise.resolve(this.#message(job, calls));
  }

  #message(job: BulkJob, calls: boolean): OutgoingMessage {
    const { directory, clock, timeZone } = this.parts;
    const { by, language } = job;
    const to = targetName(job.command, directory());
    // In one's own chat each message calls by itself.
    const mention = calls && job.place.root !== null ? { id: by.id, name: by.name } : null;
    const view = { job, to, mention, now: clock.now(), timeZone };
    return {
      summary: bulkSummary(view, language),
      card: bulkCard(view, language),
      ...(mention && { mentions: [mention] }),
    };
  }
}

/** The card before cannot be edited: the new one says it all. @throws what is no SendError */
function leftAsItIs(error: unknown): void {
  if (!(error instanceof SendError)) throw error;
}
