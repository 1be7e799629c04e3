import type { ConversationKey } from '../tickets/index.js';

/** A message as delivery hands it to the Teams edge. */
export interface OutgoingMessage {
  /** What the notification says; never empty. */
  readonly summary: string;
  /** Plain text or Markdown, where the message is not only a card. */
  readonly text?: string;
  readonly card?: Readonly<Record<string, unknown>>;
  /** People to @mention. Their `<at>name</at>` stands in text or card. */
  readonly mentions?: readonly { readonly id: string; readonly name: string }[];
}

/** Sends, and nothing else: no order, no limits, no retry. Every method throws {@link SendError}. */
export interface Sender {
  /** A new message in the conversation; returns its activity id. */
  post(to: ConversationKey, message: OutgoingMessage): Promise<string>;
  /** A reply under a channel's message (in a personal chat: a new message). */
  reply(to: ConversationKey, rootActivityId: string, message: OutgoingMessage): Promise<string>;
  edit(to: ConversationKey, activityId: string, message: OutgoingMessage): Promise<void>;
}

/** Why a message was not sent, or perhaps was: by `outcome` delivery decides what to do, never by the message. */
export class SendError extends Error {
  override readonly name = 'SendError';
  /**
   * @param outcome `throttled`/`temporary`: try again (after `retryAfterMs` wall milliseconds where given);
   *   `gone`: conversation or activity does not exist (404); `blocked`: not allowed there (403, or no reference kept);
   *   `rejected`: any other final answer; `unknown`: timed out, perhaps sent
   */
  constructor(
    readonly outcome: 'throttled' | 'temporary' | 'gone' | 'blocked' | 'rejected' | 'unknown',
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}
