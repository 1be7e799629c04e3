import {
  dueWord,
  releaseBoardLease,
  takeBoardLease,
  withBoardWake,
  type Board,
  type BoardRules,
} from '../board/index.js';
import type { Clock } from '../clock.js';
import { instantOf } from '../sla/index.js';
import { find, findAll, isOvertaken, type Collection, type Page, type Versioned } from '../store/index.js';
import { isLeasedByOther, type LeaseTerms } from '../tickets/index.js';
import type { DueSource } from './scheduler.js';
import { NothingToDo } from './ticket-source.js';

export interface BoardSourceParts {
  readonly boards: Collection<Board>;
  readonly delivery: { deliverBoard(written: Versioned<Board>): void };
  readonly boardRules: BoardRules;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

/** Channels that have something to say now: they go to delivery under a fresh lease. */
export class BoardSource implements DueSource<Board> {
  readonly name = 'boards';

  constructor(private readonly parts: BoardSourceParts) {}

  async due(now: string, limit: number, continuation?: string): Promise<Page<Board>> {
    return this.parts.boards.due(now, limit, continuation);
  }

  /** @throws NothingToDo, StoreError. That another instance was faster is no error. */
  async handle(due: Versioned<Board>): Promise<void> {
    const { clock, lease, boardRules, boards, delivery } = this.parts;
    const { document: board, version } = due;
    const now = clock.now();
    if (isLeasedByOther(board, lease, now)) return;
    try {
      if (dueWord(board, boardRules, now)) {
        delivery.deliverBoard(await boards.replace(takeBoardLease(board, lease, boardRules, now), version));
      } else {
        await this.#correctWake(due);
      }
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }

  /** Boards that wait for an instant which a clock that was ahead wrote. */
  async *astray(from: string, before: string): AsyncIterable<Versioned<Board>> {
    const where = [{ field: 'wakeAt', from, before }];
    for await (const found of findAll(this.parts.boards, { where, pageSize: 100 })) {
      const { wakeAt } = this.#corrected(found.document);
      if (wakeAt !== null && wakeAt < (found.document.wakeAt ?? before)) yield found;
    }
  }

  /** A lease that has run out, or a time that was written before the rules changed. */
  async #correctWake({ document: board, version }: Versioned<Board>): Promise<void> {
    const corrected = this.#corrected(board);
    if (corrected.wakeAt !== null && instantOf(corrected.wakeAt) <= this.parts.clock.now()) {
      // Another instance may have said it, or something came, since it was read.
      const current = await find(this.parts.boards, board.id);
      if (current?.version !== version) return;
      throw new NothingToDo(`board ${board.id} is due without a cause`);
    }
    await this.parts.boards.replace(corrected, version);
  }

  #corrected(board: Board): Board {
    const { boardRules, clock, lease } = this.parts;
    const now = clock.now();
    if (isLeasedByOther(board, lease, now)) return board;
    const owner = board.lease?.owner ?? lease.owner;
    return withBoardWake(releaseBoardLease(board, owner, boardRules, now), boardRules, now);
  }
}
