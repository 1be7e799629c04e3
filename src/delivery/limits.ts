import type { Clock } from '../clock.js';
import type { ConversationKey } from '../tickets/index.js';

/** At most `messages` within any `windowMs`. */
export interface RateLimit {
  readonly messages: number;
  readonly windowMs: number;
}

/** What Microsoft allows a bot in one conversation ("Rate limiting for bots", Teams documentation). */
export const teamsLimits: readonly RateLimit[] = [
  { messages: 7, windowMs: 1_000 },
  { messages: 8, windowMs: 2_000 },
  { messages: 60, windowMs: 30_000 },
  { messages: 1_800, windowMs: 3_600_000 },
];

interface Line {
  /** When messages went, oldest first; not older than the longest window. */
  sentAt: number[];
  /** Resolves when the last one that queued has had its turn. */
  tail: Promise<void>;
  waiting: number;
  heldUntil: number;
}

/**
 * Lets messages to one conversation pass in the order they came and no faster than the limits allow. Measured by the
 * monotonic clock: one that is set forward or back neither holds a message up nor lets too many pass.
 */
export class ConversationLimits {
  readonly #lines = new Map<string, Line>();
  readonly #longestWindow: number;
  #sweptAt: number;

  constructor(
    private readonly clock: Clock,
    private readonly limits: readonly RateLimit[] = teamsLimits,
  ) {
    this.#longestWindow = Math.max(...limits.map((limit) => limit.windowMs));
    this.#sweptAt = clock.monotonic();
  }

  /** Resolves when a message may go, and counts it. Rejects with an AbortError when aborted while waiting. */
  async turn(conversation: ConversationKey, signal?: AbortSignal): Promise<void> {
    this.#sweep();
    const line = this.#line(conversation);
    const before = line.tail;
    line.waiting += 1;
    const mine = before.then(() => this.#pass(line, signal));
    line.tail = mine.catch(() => undefined);
    try {
      await mine;
    } finally {
      line.waiting -= 1;
    }
  }

  /** Nothing goes to this conversation for so many milliseconds: the service asked for a pause. */
  holdOff(conversation: ConversationKey, milliseconds: number): void {
    const line = this.#line(conversation);
    line.heldUntil = Math.max(line.heldUntil, this.clock.monotonic() + milliseconds);
  }

  async #pass(line: Line, signal?: AbortSignal): Promise<void> {
    for (let pause = this.#pause(line); pause > 0; pause = this.#pause(line)) {
      await this.clock.wait(pause, signal);
    }
    line.sentAt.push(this.clock.monotonic());
  }

  #pause(line: Line): number {
    const now = this.clock.monotonic();
    const firstKept = line.sentAt.findIndex((at) => at > now - this.#longestWindow);
    line.sentAt.splice(0, firstKept === -1 ? line.sentAt.length : firstKept);
    const free = this.limits.map(({ messages, windowMs }) => {
      const oldest = line.sentAt.at(-messages);
      return oldest === undefined ? now : oldest + windowMs;
    });
    return Math.max(line.heldUntil, ...free) - now;
  }

  #line({ serviceUrl, conversationId }: ConversationKey): Line {
    const key = `${serviceUrl} ${conversationId}`;
    let line = this.#lines.get(key);
    if (!line) {
      line = { sentAt: [], tail: Promise.resolve(), waiting: 0, heldUntil: -Infinity };
      this.#lines.set(key, line);
    }
    return line;
  }

  /** Forgets conversations in which nothing went for as long as any limit looks back. */
  #sweep(): void {
    const now = this.clock.monotonic();
    if (now - this.#sweptAt < this.#longestWindow) return;
    this.#sweptAt = now;
    for (const [key, line] of this.#lines) {
      const idle = line.waiting === 0 && (line.sentAt.at(-1) ?? -Infinity) <= now - this.#longestWindow;
      if (idle && line.heldUntil <= now) this.#lines.delete(key);
    }
  }
}
