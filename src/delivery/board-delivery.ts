import {
  boardTarget,
  targetId,
  unattend,
  type Board,
  type BoardTarget,
  type Unattended,
} from '../board/index.js';
import type { Log } from '../logging.js';
import { find, Unreadable, type Versioned } from '../store/index.js';
import type { TellIntention, Ticket } from '../tickets/index.js';
import type { ConversationBook } from './conversation-book.js';
import { BoardBook } from './board-book.js';
import { BoardWorker, type BoardWorkerParts } from './board-worker.js';
import { Crew } from './crew.js';

export interface BoardDeliveryParts extends Omit<BoardWorkerParts, 'book' | 'log'> {
  readonly channels: Pick<ConversationBook, 'links'>;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** Brings what the clock has to say to the channels' own documents, and what these have to say to people. */
export class BoardDelivery {
  readonly #crew: Crew;
  readonly #book: BoardBook;

  constructor(private readonly parts: BoardDeliveryParts) {
    this.#book = new BoardBook(parts);
    this.#crew = new Crew({
      ...parts,
      says: {
        taken: 'another process speaks for this channel',
        interrupted: 'the message of a channel was interrupted; it goes on when the lease has run out',
      },
      repeats: false,
    });
  }

  /** Makes the boards of all channels that are linked, so that a digest comes without a reminder before. */
  async open(linked?: BoardTarget): Promise<void> {
    const targets = linked ? [linked] : await this.#linkedTargets();
    for (const target of targets) await this.#book.open(target);
  }

  /**
   * Gives what is to be told to the board of whoever handles the ticket; the help desk's where that has no channel.
   * @returns what was taken over; a board that cannot be read takes nothing, and keeps nobody else from being told
   */
  async tell(ticket: Ticket, entries: readonly TellIntention[]): Promise<readonly TellIntention[]> {
    const taken: TellIntention[] = [];
    for (const entry of entries) if (await this.#isTaken(ticket, entry)) taken.push(entry);
    return taken;
  }

  /** A campus has somebody in force, or nobody; its channel is told with the next opening. @throws StoreError */
  async unattend(campusId: string, unattended: Unattended | null): Promise<void> {
    const { boards, boardRules } = this.parts;
    const target: BoardTarget = `campus-${campusId}`;
    const isKnown = unattended !== null || (await find(boards, targetId(target))) !== null;
    if (isKnown)
      await this.#book.change(target, (board, now) => unattend(board, unattended, boardRules, now));
  }

  /** Says what is due on a board for which this process holds the lease. Returns at once; never throws. */
  deliver({ document: { id, target } }: Versioned<Board>): void {
    this.#crew.begin({
      id,
      about: { target },
      newWorker: () => new BoardWorker(target, { ...this.parts, book: this.#book }),
    });
  }

  /** How many boards are being worked off. */
  get busy(): number {
    return this.#crew.busy;
  }

  /** Resolves when nothing is being said. */
  async settled(): Promise<void> {
    await this.#crew.settled();
  }

  async #linkedTargets(): Promise<readonly BoardTarget[]> {
    const { channels, log } = this.parts;
    const links = await channels.links((link) => {
      log.warn({ ...link }, 'a channel gets no digest, its link cannot be read');
    });
    return links.map(({ target }) => target);
  }

  async #isTaken(ticket: Ticket, entry: TellIntention): Promise<boolean> {
    const { routing, log } = this.parts;
    const { key, to, about, entryId, at } = entry;
    if (!ticket.handledBy) return true;
    const target = to === 'helpdesk' ? to : boardTarget(ticket.handledBy);
    const isReachable = target === 'helpdesk' || (await routing.board(target)).length > 0;
    const detour = isReachable ? null : await routing.detourOf(target);
    try {
      await this.#book.takeIn(isReachable ? target : 'helpdesk', [
        { key, ticketId: ticket.id, target, to, about, entryId, at, detour },
      ]);
      return true;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      log.error({ target, ticketId: ticket.id }, 'a reminder waits, its channel cannot be read', error);
      return false;
    }
  }
}
