import {
  targetId,
  newBoard,
  takeBoardLease,
  takeIn,
  type Board,
  type BoardItem,
  type BoardRules,
  type BoardTarget,
} from '../board/index.js';
import type { Clock } from '../clock.js';
import type { Instant } from '../sla/index.js';
import { find, type Collection, type Versioned } from '../store/index.js';
import { holdsLongEnough, isLeasedByOther, type LeaseTerms } from '../tickets/index.js';
import { LeaseLost } from './leased-ticket.js';
import { writtenThroughThrottling } from './written.js';

export interface BoardBookParts {
  readonly boards: Collection<Board>;
  readonly boardRules: BoardRules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

type NewItem = Omit<BoardItem, 'takenInAt'>;

/** Items that go with the next write. */
interface Batch {
  readonly items: NewItem[];
  readonly written: Promise<void>;
}

/** The channels' own documents: read afresh, changed by one conditional write, made where they are missing. */
export class BoardBook {
  /** The last write of items on each board, as far as it has come; it rejects never. */
  readonly #writing = new Map<BoardTarget, Promise<unknown>>();
  readonly #waiting = new Map<BoardTarget, Batch>();

  constructor(private readonly parts: BoardBookParts) {}

  /** Makes the target's board where there is none. */
  async open(target: BoardTarget): Promise<void> {
    await this.#write(target, (board) => board);
  }

  /**
   * Gives a board items, each once however often this is called. What comes while a write is on its way goes together
   * with the next one: hundreds of tickets may be due at one opening, and each would wait for all others.
   */
  async takeIn(target: BoardTarget, items: readonly NewItem[]): Promise<void> {
    const waiting = this.#waiting.get(target);
    if (waiting) {
      waiting.items.push(...items);
      return waiting.written;
    }
    const all = [...items];
    const before = this.#writing.get(target) ?? Promise.resolve();
    const written = before.then(async () => {
      this.#waiting.delete(target);
      await this.#write(target, (board, now) => takeIn(board, all, this.parts.boardRules, now));
    });
    this.#waiting.set(target, { items: all, written });
    this.#writing.set(
      target,
      written.catch(() => undefined),
    );
    return written;
  }

  /** Writes a fact down; again on a newer version where somebody was faster. Nothing is decided again. */
  async change(target: BoardTarget, fact: (board: Board, now: Instant) => Board): Promise<Board> {
    return this.#write(target, fact);
  }

  /**
   * The board as it is now, under a lease that lasts long enough for one message.
   * @throws LeaseLost where another process is sending
   */
  async leased(target: BoardTarget): Promise<Board> {
    const { boardRules, lease } = this.parts;
    return this.#write(target, (board, now) => {
      if (isLeasedByOther(board, lease, now)) throw new LeaseLost(board.id);
      return holdsLongEnough(board, lease, now) ? board : takeBoardLease(board, lease, boardRules, now);
    });
  }

  async #write(target: BoardTarget, change: (board: Board, now: Instant) => Board): Promise<Board> {
    return writtenThroughThrottling(this.parts.clock, async () => this.#tryWrite(target, change));
  }

  async #tryWrite(target: BoardTarget, change: (board: Board, now: Instant) => Board): Promise<Board> {
    const { boards, boardRules, clock } = this.parts;
    const found = await find(boards, targetId(target));
    const now = clock.now();
    return this.#keep(found, change(found?.document ?? newBoard(target, boardRules, now), now));
  }

  async #keep(found: Versioned<Board> | null, wanted: Board): Promise<Board> {
    const { boards } = this.parts;
    if (!found) return (await boards.create(wanted)).document;
    if (wanted === found.document) return wanted;
    return (await boards.replace(wanted, found.version)).document;
  }
}
