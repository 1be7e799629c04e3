import type { Log } from '../logging.js';
import type { Collection, Versioned } from '../store/index.js';
import type { LeaseTerms } from '../tickets/index.js';
import {
  hasWork,
  releaseWorklistLease,
  takeWorklistLease,
  withWorklistWake,
  type Worklist,
} from '../worklists/index.js';
import { Crew } from './crew.js';
import { LeasedBook } from './leased-book.js';
import { WorklistWorker, type WorklistWorkerParts } from './worklist-worker.js';

export interface WorklistDeliveryParts extends Omit<WorklistWorkerParts, 'book' | 'log'> {
  readonly worklists: Collection<Worklist>;
  readonly lease: LeaseTerms;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** Works on the worklists for which this process holds the lease, each by one worker. */
export class WorklistDelivery {
  readonly #crew: Crew;
  readonly #book: LeasedBook<Worklist>;

  constructor(private readonly parts: WorklistDeliveryParts) {
    const { worklists, clock, lease } = parts;
    this.#book = new LeasedBook({
      noun: 'worklist',
      documents: worklists,
      clock,
      lease,
      hasWork,
      woken: withWorklistWake,
      taken: (worklist, now) => takeWorklistLease(worklist, lease, now),
      released: (worklist, now) => releaseWorklistLease(worklist, lease.owner, now),
    });
    this.#crew = new Crew({
      ...parts,
      says: {
        taken: 'another process works on this worklist',
        interrupted: 'work on a worklist was interrupted; it goes on when the lease has run out',
      },
      repeats: true,
    });
  }

  /** Does what a worklist has to do. Returns at once; never throws. */
  deliver({ document: { id } }: Versioned<Worklist>): void {
    this.#crew.begin({
      id,
      about: { worklistId: id },
      newWorker: () => new WorklistWorker(id, { ...this.parts, book: this.#book }),
    });
  }

  /** How many worklists are being worked on. */
  get busy(): number {
    return this.#crew.busy;
  }

  /** Resolves when nothing is being done. */
  async settled(): Promise<void> {
    await this.#crew.settled();
  }
}
