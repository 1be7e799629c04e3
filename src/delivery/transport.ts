import type { Clock } from '../clock.js';
import type { ConversationKey } from '../tickets/index.js';
import type { ConversationLimits } from './limits.js';
import type { DeliveryMetrics } from './metrics.js';
import { withRetry } from './retry.js';
import { SendError, type OutgoingMessage, type Sender } from './sender.js';

/**
 * Draws the message when its turn has come, so that it shows the ticket as it then is.
 * Null where there is nothing to send any more.
 */
export type Compose = () => Promise<OutgoingMessage | null>;

/** What became of a message. */
export type Sent = { readonly activityId: string } | 'not-wanted';

export interface TransportParts {
  readonly sender: Sender;
  readonly limits: ConversationLimits;
  readonly clock: Clock;
  readonly random: () => number;
  readonly metrics: DeliveryMetrics;
}

/** Pauses between repetitions, and how long one message is tried before its ticket's lease runs short. */
const pauses = { firstPauseMs: 500, longestPauseMs: 8_000, budgetMs: 20_000 } as const;

/** The sender, within the limits of each conversation and with repetitions. Everything else surfaces as SendError. */
export class Transport {
  constructor(private readonly parts: TransportParts) {}

  /** A new message, or a reply where `root` is given. A time-out is not repeated: it was perhaps sent. */
  async post(
    to: ConversationKey,
    root: string | undefined,
    compose: Compose,
    signal: AbortSignal,
  ): Promise<Sent> {
    const { sender, metrics } = this.parts;
    const sent = await this.#send(to, compose, { repeatUnknown: false, signal }, (message) =>
      root === undefined ? sender.post(to, message) : sender.reply(to, root, message),
    );
    if (sent === undefined) return 'not-wanted';
    metrics.increment('sent');
    return { activityId: sent };
  }

  /** An edit; repeated also after a time-out, since the same edit twice does no harm. */
  async edit(to: ConversationKey, activityId: string, compose: Compose, signal: AbortSignal): Promise<Sent> {
    const { sender, metrics } = this.parts;
    const sent = await this.#send(to, compose, { repeatUnknown: true, signal }, async (message) => {
      await sender.edit(to, activityId, message);
      return activityId;
    });
    if (sent === undefined) return 'not-wanted';
    metrics.increment('edited');
    return { activityId };
  }

  async #send(
    to: ConversationKey,
    compose: Compose,
    plan: { readonly repeatUnknown: boolean; readonly signal: AbortSignal },
    send: (message: OutgoingMessage) => Promise<string>,
  ): Promise<string | undefined> {
    const { limits, clock, random, metrics } = this.parts;
    const attempt = async (): Promise<string | undefined> => {
      await limits.turn(to, plan.signal);
      const message = await compose();
      return message === null ? undefined : send(message);
    };
    try {
      return await withRetry(attempt, {
        ...pauses,
        ...plan,
        clock,
        random,
        onPause: (error, pauseMs) => {
          if (error.outcome === 'throttled') limits.holdOff(to, pauseMs);
        },
      });
    } catch (error) {
      if (error instanceof SendError)
        metrics.increment(error.outcome === 'unknown' ? 'perhapsSent' : 'failed');
      throw error;
    }
  }
}
