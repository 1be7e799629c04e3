import {
  dueWord,
  releaseBoardLease,
  takeBoardLease,
  withBoardWake,
  type Board,
  type BoardRules,
} from '../board/index.js';
import type { Clock } from '../clock.js';
import { isOvertaken, type Collection, type Page, type Versioned } from '../store/index.js';
import { isLeasedByOther, type LeaseTerms } from '../tickets/index.js';
import { LeasedWake } from './leased-wake.js';
import type { DueSource } from './scheduler.js';

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

  readonly #wake: LeasedWake<Board>;

  constructor(private readonly parts: BoardSourceParts) {
    const { boards, boardRules, clock, lease } = parts;
    this.#wake = new LeasedWake({
      noun: 'board',
      documents: boards,
      clock,
      lease,
      released: (board, owner, now) =>
        withBoardWake(releaseBoardLease(board, owner, boardRules, now), boardRules, now),
    });
  }

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
        await this.#wake.correct(due);
      }
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }

  /** Boards that wait for an instant which a clock that was ahead wrote. */
  astray(from: string, before: string): AsyncIterable<Versioned<Board>> {
    return this.#wake.astray(from, before);
  }
}
