import type { Directory } from '../campus/index.js';
import { isoOf, localDateIn, type Instant } from '../sla/index.js';
import {
  find,
  ReadOrder,
  untilWritten,
  type Collection,
  type DocumentStore,
  type Versioned,
} from '../store/index.js';
import { planCollection, type PlanDocument } from './collections.js';
import { emptyPlan, planFrom, type MaintenancePlan, type PlanFile } from './plan.js';
import { checkPlan, type BrokenPlanRule } from './plan-check.js';

/** Where a plan came from, and when, in which time zone. */
export interface PlanOrigin {
  readonly source: string;
  readonly at: Instant;
  readonly timeZone: string;
}

/** The stored plan with its current state in memory. Every method that talks to the store throws that store's errors. */
export class PlanBook {
  #stored: Versioned<PlanDocument> | null = null;
  readonly #reads = new ReadOrder();

  private constructor(private readonly documents: Collection<PlanDocument>) {}

  /** Opens the collection and reads what is stored; an empty store gives an empty plan. */
  static async open(store: DocumentStore): Promise<PlanBook> {
    const book = new PlanBook(await store.collection(planCollection));
    await book.refresh();
    return book;
  }

  current(): MaintenancePlan {
    return this.#stored?.document.plan ?? emptyPlan;
  }

  stored(): PlanDocument | null {
    return this.#stored?.document ?? null;
  }

  /** Reads the plan again; another process may have applied one. */
  async refresh(): Promise<void> {
    const read = this.#reads.begin();
    const found = await find(this.documents, 'plan');
    if (this.#reads.settle(read)) this.#stored = found;
  }

  /** Stores the plan unless it breaks a rule; returns the broken ones. Nothing is written then. */
  async apply(
    file: PlanFile,
    directory: Directory,
    { source, at, timeZone }: PlanOrigin,
  ): Promise<readonly BrokenPlanRule[]> {
    const broken = checkPlan(file, directory);
    if (broken.length > 0) return broken;
    await untilWritten(async () => {
      await this.refresh();
      const document: PlanDocument = {
        id: 'plan',
        schemaVersion: 1,
        plan: planFrom(file, this.current(), localDateIn(timeZone)(at)),
        source,
        appliedAt: isoOf(at),
      };
      this.#stored = await (this.#stored
        ? this.documents.replace(document, this.#stored.version)
        : this.documents.create(document));
      this.#reads.settle(this.#reads.begin());
    });
    return [];
  }
}
