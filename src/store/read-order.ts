/**
 * Keeps what is known of a document from being replaced by an older state of it: a timer's read that began before a write
 * may end after it. Of reads that overlap the one counts that began last.
 *
 * @example const read = order.begin(); const found = await find(plans, id); if (order.settle(read)) this.stored = found;
 */
export class ReadOrder {
  #begun = 0;
  #settled = 0;

  /** To be called before a document is read, or after it was written. */
  begin(): number {
    this.#begun += 1;
    return this.#begun;
  }

  /** Whether what this read found is to be kept: false where one that began later was faster. */
  settle(read: number): boolean {
    if (read < this.#settled) return false;
    this.#settled = read;
    return true;
  }
}
