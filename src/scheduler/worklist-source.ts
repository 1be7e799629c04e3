import type { Clock } from '../clock.js';
import { instantOf } from '../sla/index.js';
import { isOvertaken, type Collection, type Page, type Versioned } from '../store/index.js';
import { isLeasedByOther, type LeaseTerms } from '../tickets/index.js';
import {
  hasWork,
  nextLookAt,
  releaseWorklistLease,
  takeWorklistLease,
  withWorklistWake,
  type Worklist,
  type WorklistDesk,
} from '../worklists/index.js';
import { LeasedWake } from './leased-wake.js';
import type { DueSource } from './scheduler.js';

export interface WorklistSourceParts {
  readonly worklists: Collection<Worklist>;
  readonly worklistDesk: Pick<WorklistDesk, 'execute'>;
  readonly delivery: { deliverWorklist(written: Versioned<Worklist>): void };
  /** What the card would show now, in short. */
  readonly digestOf: (worklist: Worklist) => Promise<string>;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
}

/** Worklists whose work a process has left undone, and those of which it is looked whether their card is still right. */
export class WorklistSource implements DueSource<Worklist> {
  readonly name = 'worklists';

  readonly #wake: LeasedWake<Worklist>;

  constructor(private readonly parts: WorklistSourceParts) {
    const { worklists, clock, lease } = parts;
    this.#wake = new LeasedWake({
      noun: 'worklist',
      documents: worklists,
      clock,
      lease,
      released: (worklist, owner, now) => withWorklistWake(releaseWorklistLease(worklist, owner, now), now),
    });
  }

  async due(now: string, limit: number, continuation?: string): Promise<Page<Worklist>> {
    return this.parts.worklists.due(now, limit, continuation);
  }

  /** @throws NothingToDo, StoreError. That another instance was faster is no error. */
  async handle(due: Versioned<Worklist>): Promise<void> {
    const { worklists, clock, lease, delivery } = this.parts;
    const { document: worklist, version } = due;
    const now = clock.now();
    if (isLeasedByOther(worklist, lease, now)) return;
    try {
      if (hasWork(worklist)) {
        delivery.deliverWorklist(await worklists.replace(takeWorklistLease(worklist, lease, now), version));
      } else if (worklist.lookAt !== null && instantOf(worklist.lookAt) <= now) {
        await this.#look(worklist, worklist.lookAt);
      } else await this.#wake.correct(due);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }

  /** Worklists that wait for an instant which a clock that was ahead wrote. */
  astray(from: string, before: string): AsyncIterable<Versioned<Worklist>> {
    return this.#wake.astray(from, before);
  }

  async #look(worklist: Worklist, due: string): Promise<void> {
    const { worklistDesk, digestOf, clock } = this.parts;
    const now = clock.now();
    const times = worklist.sites.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) }));
    const command = { verb: 'look', seen: await digestOf(worklist), lookAt: nextLookAt(times, now) } as const;
    await worklistDesk.execute(worklist.id, { id: `look:${due}`, by: null, command }, now);
  }
}
