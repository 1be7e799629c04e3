import type { Clock } from '../clock.js';
import { instantOf, type Instant } from '../sla/index.js';
import { find, findAll, type Collection, type StoredDocument, type Versioned } from '../store/index.js';
import { isLeasedByOther, type LeaseTerms, type Ticket } from '../tickets/index.js';
import { NothingToDo } from './ticket-source.js';

/** A document that one process at a time works on. */
type LeasedDocument = StoredDocument & Pick<Ticket, 'lease'> & { readonly wakeAt: string | null };

export interface LeasedWakeParts<D extends LeasedDocument> {
  /** What a document is called where one is due without a cause. */
  readonly noun: string;
  readonly documents: Collection<D>;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
  /** The document without the lease of this owner, and awake when by the rules of today it shall be. */
  readonly released: (document: D, owner: string, now: Instant) => D;
}

/** Puts `wakeAt` right of documents that are awake, or asleep, without a cause: boards and incidents. */
export class LeasedWake<D extends LeasedDocument> {
  constructor(private readonly parts: LeasedWakeParts<D>) {}

  /** Documents that wait for an instant which a clock that was ahead wrote. Both bounds are ISO instants. */
  async *astray(from: string, before: string): AsyncGenerator<Versioned<D>, void, undefined> {
    const where = [{ field: 'wakeAt', from, before }];
    for await (const found of findAll(this.parts.documents, { where, pageSize: 100 })) {
      const { wakeAt } = this.#corrected(found.document);
      if (wakeAt !== null && wakeAt < (found.document.wakeAt ?? before)) yield found;
    }
  }

  /**
   * For a document that is due and has nothing to do: a lease that has run out, or a time that was written before the
   * rules changed. @throws NothingToDo where it is due by the rules of today, too; StoreError
   */
  async correct({ document, version }: Versioned<D>): Promise<void> {
    const { documents, clock, noun } = this.parts;
    const corrected = this.#corrected(document);
    if (corrected.wakeAt !== null && instantOf(corrected.wakeAt) <= clock.now()) {
      // Another instance may have done it, or something came, since it was read.
      const current = await find(documents, document.id);
      if (current?.version !== version) return;
      throw new NothingToDo(`${noun} ${document.id} is due without a cause`);
    }
    await documents.replace(corrected, version);
  }

  #corrected(document: D): D {
    const { clock, lease, released } = this.parts;
    const now = clock.now();
    if (isLeasedByOther(document, lease, now)) return document;
    return released(document, document.lease?.owner ?? lease.owner, now);
  }
}
