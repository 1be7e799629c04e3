import {
  asCalls,
  detoured,
  dueWord,
  giveAway,
  releaseBoardLease,
  settle,
  wordOf,
  countRound,
  type Board,
  type BoardItem,
  type BoardTarget,
  type BoardWord,
  type DueWord,
} from '../board/index.js';
import type { Log } from '../logging.js';
import type { Instant } from '../sla/index.js';
import { find, untilWritten, type Unreadable, type Versioned } from '../store/index.js';
import { handBack, isLeasedByOther, takeLease, type Detour, type Ticket } from '../tickets/index.js';
import { failureOf } from './attempt.js';
import { bringBanner, type BoardBannerParts } from './board-banner.js';
import type { BoardBook, BoardBookParts } from './board-book.js';
import { readFacts, type ReadFacts } from './board-facts.js';
import type { BoardRenderer } from './board-renderer.js';
import type { LeaseParts } from './leased-ticket.js';
import type { Candidate, Routing } from './routing.js';
import { SendError, type OutgoingMessage } from './sender.js';
import type { Transport } from './transport.js';

export interface BoardWorkerParts
  extends LeaseParts, BoardBookParts, Pick<BoardBannerParts, 'bannerRenderer'> {
  readonly book: BoardBook;
  readonly routing: Routing;
  readonly transport: Transport;
  readonly renderer: BoardRenderer;
  /** Gets a ticket that has something to send and for which this process holds the lease. */
  readonly deliver: (written: Versioned<Ticket>) => void;
  readonly log: Pick<Log, 'warn'>;
  readonly signal: AbortSignal;
}

/** After so many rounds (one each time the lease has run out) what may pass is taken to be final. */
const roundsBeforeGivingUp = 60;
/** A reading younger than this is as good as a new one. */
const freshForMs = 250;

/** What is due on a board, as it was read at a reading of the monotonic clock. */
interface Reading {
  readonly board: Board;
  readonly due: DueWord;
  readonly facts: ReadFacts;
  readonly word: BoardWord;
  readonly at: number;
}

/** Says once what is due on one board. */
export class BoardWorker {
  constructor(
    private readonly target: BoardTarget,
    private readonly parts: BoardWorkerParts,
  ) {}

  /** @throws LeaseLost, StoreError, AbortError */
  async run(): Promise<void> {
    const { routing, book, signal } = this.parts;
    signal.throwIfAborted();
    const candidates = await routing.board(this.target);
    if (!(await bringBanner(this.target, candidates, this.parts))) return;
    const reading = await this.#read(candidates);
    if (!reading) {
      await book.change(this.target, (board, now) => this.#released(board, now));
      return;
    }
    if (await this.#sendHome(reading)) return;
    if (candidates.length === 0 && this.target !== 'helpdesk') {
      await this.#moveToHelpDesk(reading, await routing.detourOf(this.target));
      return;
    }
    if (reading.word.kind === 'message') await this.#post(reading, candidates);
    else await this.#sayWithout(reading);
  }

  /** Gives the lease back, so that another process can go on at once. */
  async release(): Promise<void> {
    await this.parts.book.change(this.target, (board, now) => this.#released(board, now));
  }

  /** Null where nothing is due. Digest and summary are for a channel only, never for somebody's chat. */
  async #read(candidates: readonly Candidate[]): Promise<Reading | null> {
    const { book, boardRules, clock, tickets, log } = this.parts;
    const board = await book.leased(this.target);
    const due = dueWord(board, boardRules, clock.now());
    if (!due) return null;
    const hasChannel = candidates.some(({ inChat }) => inChat !== true);
    const asked = hasChannel ? due : { digestDay: null, summaryWeek: null };
    const onUnreadable = ({ id, reason }: Unreadable): void => {
      log.warn(
        { target: this.target, ticketId: id, reason },
        'a list leaves out a ticket that cannot be read',
      );
    };
    const { calendar } = boardRules;
    const facts = await readFacts(board, asked, { tickets, clock, calendar, onUnreadable });
    return { board, due, facts, word: wordOf(board, facts), at: clock.monotonic() };
  }

  async #sayWithout(reading: Reading): Promise<void> {
    const { word } = reading;
    if (word.kind === 'hand-back') await this.#handBack(word.ticketId, word.items);
    await this.#settle(reading);
  }

  /** Tries the conversations in turn. */
  async #post(first: Reading, candidates: readonly Candidate[]): Promise<void> {
    const isLastRound = first.board.attempts + 1 >= roundsBeforeGivingUp;
    for (const candidate of candidates) {
      const reading = candidate.inChat === true ? forChat(first) : first;
      // The channel has refused, and for a chat there is not so much to say.
      if (reading.word.kind !== 'message') {
        await this.#sayWithout(reading);
        return;
      }
      const failure = await this.#postTo(candidate, this.#draft(reading, candidate));
      if (!failure) return;
      if (failure.kind === 'later' && !isLastRound) {
        await this.parts.book.change(this.target, countRound);
        return;
      }
      const reason = failure.kind === 'later' ? 'gave-up' : failure.reason;
      this.parts.log.warn({ target: this.target, reason }, 'the message of a channel reached nobody there');
    }
    await this.#surface(first);
  }

  /** Null where nothing is left to be done: it was sent, perhaps sent, or not wanted any more. Written down at once. */
  async #postTo({ conversation }: Candidate, draft: Draft): Promise<Failure | null> {
    const { transport, signal } = this.parts;
    try {
      const sent = await transport.post(conversation, undefined, draft.compose, signal);
      // Something happened while it waited for its turn: what is due now is looked at again at once.
      if (sent === 'not-wanted') await this.release();
      else await this.#settle(draft.reading);
      return null;
    } catch (error) {
      const isPerhapsSent = error instanceof SendError && error.outcome === 'unknown';
      if (!isPerhapsSent) return failureOf(error);
      await this.#settle(draft.reading);
      return null;
    }
  }

  /** The message, drawn when its turn has come, from the tickets as they then are. */
  #draft(first: Reading, candidate: Candidate): Draft {
    const { clock, renderer, signal } = this.parts;
    const draft: Draft = {
      reading: first,
      compose: async () => {
        // Reading may have taken long, and a process that is stopped begins no message.
        signal.throwIfAborted();
        const isFresh = clock.monotonic() - draft.reading.at <= freshForMs;
        const reading = isFresh ? draft.reading : await this.#read([candidate]);
        if (reading?.word.kind !== 'message') return null;
        draft.reading = reading;
        return renderer.board(reading.word.message, { inChat: candidate.inChat === true }, clock.now());
      },
    };
    return draft;
  }

  /**
   * It failed for good: a campus' items go to the help desk, the help desk's back to their tickets. These list what
   * reaches nobody, and try again as long as it matters.
   */
  async #surface(reading: Reading): Promise<void> {
    if (this.target !== 'helpdesk') {
      await this.#moveToHelpDesk(reading, 'post-failed');
      return;
    }
    const { word } = reading;
    const told = word.kind === 'message' ? word.message.reminders : [];
    for (const { ticket, items } of told) await this.#handBack(ticket.id, items);
    await this.#settle(reading);
  }

  async #moveToHelpDesk({ board, due }: Reading, detour: Detour): Promise<void> {
    const { book, boardRules } = this.parts;
    if (board.items.length > 0) {
      await book.takeIn(
        'helpdesk',
        board.items.map((item) => detoured(item, detour)),
      );
    }
    await book.change(this.target, (current, now) =>
      this.#released(
        settle(giveAway(current, keysOf(board), boardRules, now), { ...due, keys: [] }, boardRules, now),
        now,
      ),
    );
  }

  /** What only came here because its channel was not linked goes there, now that it is. True where something did. */
  async #sendHome({ board }: Reading): Promise<boolean> {
    const { book, routing, boardRules } = this.parts;
    const gone: string[] = [];
    for (const item of board.items) {
      if (item.detour !== 'not-linked' || item.target === this.target) continue;
      if ((await routing.board(item.target)).length === 0) continue;
      await book.takeIn(item.target, [detoured(item, null)]);
      gone.push(item.key);
    }
    if (gone.length === 0) return false;
    await book.change(this.target, (current, now) =>
      this.#released(giveAway(current, gone, boardRules, now), now),
    );
    return true;
  }

  /** What is about tickets that cannot be read stays, and is tried again when the lease has run out. */
  async #settle({ board, due, facts: { unreadable } }: Reading): Promise<void> {
    const { book, boardRules, log } = this.parts;
    for (const [ticketId, error] of unreadable) {
      log.warn({ target: this.target, ticketId }, 'a reminder waits, its ticket cannot be read', error);
    }
    const done = board.items.filter(({ ticketId }) => !unreadable.has(ticketId));
    const settled = { ...due, keys: done.map(({ key }) => key) };
    await book.change(this.target, (current, now) => {
      const after = settle(current, settled, boardRules, now);
      return unreadable.size > 0 ? after : this.#released(after, now);
    });
  }

  async #handBack(ticketId: string, items: readonly BoardItem[]): Promise<void> {
    const { tickets, rules, lease, clock, deliver } = this.parts;
    await untilWritten(async () => {
      const found = await find(tickets, ticketId);
      if (!found) return;
      const now = clock.now();
      const { document: ticket, version } = found;
      const handed = asCalls(items).reduce((each, call) => handBack(each, call, rules, now), ticket);
      if (handed === ticket) return;
      const isForeign = isLeasedByOther(handed, lease, now);
      const wanted = isForeign ? handed : takeLease(handed, lease, rules, now);
      const written = await tickets.replace(wanted, version);
      if (!isForeign) deliver(written);
    });
  }

  #released(board: Board, now: Instant): Board {
    return releaseBoardLease(board, this.parts.lease.owner, this.parts.boardRules, now);
  }
}

type Failure = ReturnType<typeof failureOf>;

interface Draft {
  reading: Reading;
  readonly compose: () => Promise<OutgoingMessage | null>;
}

/** Digest and summary are for a channel; in somebody's chat only what is due is told in its place. */
function forChat(reading: Reading): Reading {
  const facts = { ...reading.facts, open: null, summary: null };
  return { ...reading, facts, word: wordOf(reading.board, facts) };
}

function keysOf({ items }: Board): readonly string[] {
  return items.map(({ key }) => key);
}
