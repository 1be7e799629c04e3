import { SendError, type OutgoingMessage, type Sender } from '../../src/delivery/sender.js';
import type { ConversationKey } from '../../src/tickets/index.js';

/** A message as it stands in a conversation. */
export interface Posted {
  readonly id: string;
  readonly conversationId: string;
  readonly root: string | null;
  /** What it showed, oldest first. */
  readonly shown: string[];
}

export interface Operation {
  readonly kind: 'post' | 'edit';
  readonly conversationId: string;
  readonly activityId: string | null;
  readonly message: OutgoingMessage;
}

/** A Teams of its own that remembers what was sent and fails when told to. */
export class PostOffice implements Sender {
  readonly messages: Posted[] = [];
  readonly attempts: Operation[] = [];
  /** Asked before each operation; an error it returns is thrown instead of doing it. */
  disturbance: (operation: Operation) => SendError | undefined = () => undefined;
  /** Awaited before each operation is done. */
  pace: (operation: Operation) => Promise<void> = () => Promise.resolve();
  /** Awaited after each operation was done, before its sender hears of it. */
  afterwards: (operation: Operation) => Promise<void> = () => Promise.resolve();

  async post(to: ConversationKey, message: OutgoingMessage): Promise<string> {
    return this.#add(to, null, message);
  }

  async reply(to: ConversationKey, root: string, message: OutgoingMessage): Promise<string> {
    return this.#add(to, root, message);
  }

  async edit(to: ConversationKey, activityId: string, message: OutgoingMessage): Promise<void> {
    const operation: Operation = { kind: 'edit', conversationId: to.conversationId, activityId, message };
    await this.#begin(operation);
    const found = this.messages.find(({ id }) => id === activityId);
    if (!found) throw new SendError('gone', 'no such message');
    found.shown.push(message.summary);
    await this.afterwards(operation);
  }

  /** Somebody deletes a message, unless somebody has. */
  delete(activityId: string): void {
    const index = this.messages.findIndex(({ id }) => id === activityId);
    if (index !== -1) this.messages.splice(index, 1);
  }

  /** What a conversation shows now: each message's latest words, replies indented. */
  read(conversationId: string): string[] {
    return this.messages
      .filter((each) => each.conversationId === conversationId)
      .map(({ root, shown }) => `${root === null ? '' : '> '}${shown.at(-1) ?? ''}`);
  }

  #posted = 0;

  async #add(to: ConversationKey, root: string | null, message: OutgoingMessage): Promise<string> {
    const { conversationId } = to;
    const operation: Operation = { kind: 'post', conversationId, activityId: null, message };
    await this.#begin(operation);
    if (root !== null && !this.messages.some(({ id }) => id === root))
      throw new SendError('gone', 'no such thread');
    this.#posted += 1;
    const id = `m${this.#posted}`;
    this.messages.push({ id, conversationId, root, shown: [message.summary] });
    await this.afterwards(operation);
    return id;
  }

  async #begin(operation: Operation): Promise<void> {
    this.attempts.push(operation);
    await this.pace(operation);
    const failure = this.disturbance(operation);
    if (failure) throw failure;
  }
}
