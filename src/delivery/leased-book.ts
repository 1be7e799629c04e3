import type { Clock } from '../clock.js';
import type { Instant } from '../sla/index.js';
import { find, type Collection, type StoredDocument } from '../store/index.js';
import { holdsLongEnough, isLeasedByOther, type LeaseTerms, type Ticket } from '../tickets/index.js';
import { LeaseLost } from './leased-ticket.js';
import { writtenThroughThrottling } from './written.js';

/** A document that one process at a time works on. */
type LeasedDocument = StoredDocument & Pick<Ticket, 'lease'>;

export interface LeasedBookParts<D extends LeasedDocument> {
  /** What a document is called where one is gone. */
  readonly noun: string;
  readonly documents: Collection<D>;
  readonly clock: Clock;
  readonly lease: LeaseTerms;
  readonly hasWork: (document: D) => boolean;
  /** The document, awake when it shall be. */
  readonly woken: (document: D, now: Instant) => D;
  /** The document under a lease of this process. */
  readonly taken: (document: D, now: Instant) => D;
  /** The document without a lease of this process. */
  readonly released: (document: D, now: Instant) => D;
}

/** Documents as delivery has them: read afresh, changed by one conditional write at a time. */
export class LeasedBook<D extends LeasedDocument> {
  constructor(private readonly parts: LeasedBookParts<D>) {}

  /** Writes a fact down; again on a newer version where somebody was faster. Nothing is decided again. */
  async record(id: string, fact: (document: D) => D): Promise<D> {
    return this.#write(id, (document, now) => this.parts.woken(fact(document), now));
  }

  /**
   * The document as it is now, under a lease that lasts long enough for one message or page; without one where there is
   * nothing to do. @throws LeaseLost where another process works on it
   */
  async leased(id: string): Promise<D> {
    const { lease, hasWork, taken } = this.parts;
    return this.#write(id, (document, now) => {
      if (!hasWork(document)) return document;
      if (isLeasedByOther(document, lease, now)) throw new LeaseLost(document.id);
      return holdsLongEnough(document, lease, now) ? document : taken(document, now);
    });
  }

  /** Gives the lease back, so that another process can go on at once. */
  async release(id: string): Promise<void> {
    await this.#write(id, this.parts.released);
  }

  async #write(id: string, change: (document: D, now: Instant) => D): Promise<D> {
    const { documents, clock, noun } = this.parts;
    return writtenThroughThrottling(clock, async () => {
      const found = await find(documents, id);
      if (!found) throw new Error(`the ${noun} ${id} is gone`);
      const wanted = change(found.document, clock.now());
      if (wanted === found.document) return wanted;
      return (await documents.replace(wanted, found.version)).document;
    });
  }
}
