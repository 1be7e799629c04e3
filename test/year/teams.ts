import type { YearClock } from './year-clock.js';
import { SendError, type OutgoingMessage, type Sender } from '../../src/delivery/index.js';
import type { Instant } from '../../src/sla/index.js';
import type { CallIntention, CallSubject, ConversationKey } from '../../src/tickets/index.js';
import type { Chance } from '../crash/chance.js';
import { Traffic } from './traffic.js';
import { wordsOf, type Words } from './words.js';

/** Something that the clock said to somebody about a ticket. */
export interface Said {
  readonly ticketId: string;
  readonly to: CallIntention['to'];
  readonly about: CallSubject;
  readonly entryId: string | null;
  /** When it arrived. */
  readonly at: Instant;
  /** The process that sent it. */
  readonly by: string;
  readonly messageId: number;
  /** Whether it stood in a channel's own message. */
  readonly isMerged: boolean;
  readonly mentions: readonly string[];
}

/** A channel's own message. */
export interface BoardPost {
  readonly conversationId: string;
  readonly at: Instant;
  readonly by: string;
  readonly messageId: number;
  readonly reminders: number;
  readonly open: number | null;
  readonly hasSummary: boolean;
}

/** A message of the clock in a conversation, whatever it says. */
export interface ClockMessage {
  readonly conversationId: string;
  readonly at: Instant;
  readonly by: string;
}

const ofTheClock: ReadonlySet<CallSubject> = new Set([
  'closed-for-silence',
  'offer-unanswered',
  'first-response-75',
  'first-response-100',
  'first-response-helpdesk',
  'first-response-at-risk',
  'resolution-75',
  'resolution-100',
  'resolution-at-risk',
  'next-update',
  'waiting-over',
  'requester-silent',
] satisfies readonly CallSubject[]);

/** How long a message is on its way, there and back again, in wall milliseconds. */
const way = { least: 20, most: 250 } as const;

/** Teams for a year: it takes its time, fails now and then, and keeps what the clock said and how much went where. */
export class YearTeams {
  readonly said = new Map<string, Said[]>();
  readonly boards: BoardPost[] = [];
  readonly clockMessages: ClockMessage[] = [];
  /** What arrived, and what each process sent by itself. */
  readonly arrivals = new Traffic();
  readonly sendings = new Traffic();
  /** Messages of the clock that never arrived, though their sender cannot know: it got no answer. */
  readonly swallowed: Said[] = [];
  /** What was to be sent again some time later. */
  readonly refused: ClockMessage[] = [];
  readonly swallowedBoards: ClockMessage[] = [];
  readonly counts = { posted: 0, edited: 0, throttled: 0, overLimit: 0, unavailable: 0, timedOut: 0 };
  #messages = 0;
  /** How many events each message that called somebody tells. */
  readonly #told = new Map<string, number>();

  constructor(
    private readonly clock: YearClock,
    private readonly chance: Chance,
  ) {}

  /** Teams as one process knows it. */
  senderOf(process: string): Sender {
    return {
      post: (to, message) => this.#deliver(process, to, null, message),
      reply: (to, _root, message) => this.#deliver(process, to, null, message),
      edit: async (to, activityId, message) => {
        await this.#deliver(process, to, activityId, message);
      },
    };
  }

  async #deliver(
    by: string,
    { conversationId }: ConversationKey,
    edited: string | null,
    message: OutgoingMessage,
  ): Promise<string> {
    this.sendings.count(`${conversationId} by ${by}`, this.clock.now());
    await this.clock.wait(Math.round(this.chance.between(way.least, way.most)));
    const draw = this.chance.next();
    this.#mayRefuse(draw, conversationId, by);
    const isSwallowed = draw > 0.99995;
    const words = wordsOf(message);
    const id = edited ?? `${(this.#messages += 1)}`;
    if (isSwallowed) {
      this.swallowed.push(...this.#newlySaid(by, id, words, message));
      if (words.kind === 'board') this.swallowedBoards.push({ conversationId, at: this.clock.now(), by });
    } else {
      this.arrivals.count(conversationId, this.clock.now());
      this.#arrive(by, conversationId, id, words, message, edited === null);
    }
    await this.clock.wait(Math.round(this.chance.between(way.least, way.most)));
    if (draw > 0.9999) {
      this.counts.timedOut += 1;
      throw new SendError('unknown', 'timed out');
    }
    return id;
  }

  /** Both processes share the limits and do not know of each other, so that Teams refuses what is too much. */
  #mayRefuse(draw: number, conversationId: string, by: string): void {
    const refuse = (outcome: 'throttled' | 'temporary', retryAfterMs?: number): never => {
      this.refused.push({ conversationId, at: this.clock.now(), by });
      throw new SendError(outcome, 'not now', retryAfterMs);
    };
    if (this.arrivals.isFull(conversationId, this.clock.now())) {
      this.counts.overLimit += 1;
      refuse('throttled', 1_000);
    }
    if (draw < 0.001) {
      this.counts.throttled += 1;
      refuse('throttled', 3_000);
    }
    if (draw < 0.0015) {
      this.counts.unavailable += 1;
      refuse('temporary');
    }
  }

  #arrive(
    by: string,
    conversationId: string,
    id: string,
    words: Words,
    message: OutgoingMessage,
    isNew: boolean,
  ): void {
    const at = this.clock.now();
    this.counts[isNew ? 'posted' : 'edited'] += 1;
    const said = this.#newlySaid(by, id, words, message);
    for (const each of said) {
      const known = this.said.get(each.ticketId);
      if (known) known.push(each);
      else this.said.set(each.ticketId, [each]);
    }
    const isBoard = words.kind === 'board';
    if (isBoard) {
      const { open, hasSummary, reminders } = words;
      this.boards.push({
        conversationId,
        at,
        by,
        messageId: Number(id),
        reminders: reminders.length,
        open,
        hasSummary,
      });
    }
    if (isNew && (isBoard || said.length > 0)) this.clockMessages.push({ conversationId, at, by });
    if (words.kind === 'call') this.#told.set(id, words.told.length);
  }

  /** What of the message the clock says, and this message did not say before. */
  #newlySaid(by: string, id: string, words: Words, { mentions = [] }: OutgoingMessage): Said[] {
    if (words.kind === 'card') return [];
    const about = {
      at: this.clock.now(),
      by,
      messageId: Number(id),
      mentions: mentions.map((each) => each.id),
    };
    if (words.kind === 'board') return words.reminders.map((line) => ({ ...line, ...about, isMerged: true }));
    const { ticketId, to, told } = words;
    return told
      .slice(this.#told.get(id) ?? 0)
      .filter((each) => ofTheClock.has(each.about))
      .map((each) => ({ ...each, ticketId, to, ...about, isMerged: false }));
  }
}
