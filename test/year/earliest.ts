/** Things with an instant each, of which the earliest comes out first; of several at one instant the one that came in first. */
export class Earliest<T> {
  readonly #heap: { readonly at: number; readonly order: number; readonly thing: T }[] = [];
  #order = 0;

  /** The instant of the earliest; Infinity where there is none. */
  get at(): number {
    return this.#heap[0]?.at ?? Infinity;
  }

  /** The earliest, which stays. */
  get first(): T | undefined {
    return this.#heap[0]?.thing;
  }

  add(at: number, thing: T): void {
    this.#order += 1;
    const added = { at, order: this.#order, thing };
    let index = this.#heap.length;
    for (; index > 0;) {
      const above = (index - 1) >> 1;
      const parent = this.#heap[above];
      if (!parent || !isBefore(added, parent)) break;
      this.#heap[index] = parent;
      index = above;
    }
    this.#heap[index] = added;
  }

  /** Takes the earliest out. */
  take(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first && last && first !== last) this.#sink(last);
    return first?.thing;
  }

  #sink(sinking: { readonly at: number; readonly order: number; readonly thing: T }): void {
    let index = 0;
    for (;;) {
      const left = this.#heap[2 * index + 1];
      const right = this.#heap[2 * index + 2];
      const goesRight = left && right && isBefore(right, left);
      const below = goesRight ? right : left;
      if (!below || !isBefore(below, sinking)) break;
      this.#heap[index] = below;
      index = 2 * index + (goesRight ? 2 : 1);
    }
    this.#heap[index] = sinking;
  }
}

function isBefore(
  one: { readonly at: number; readonly order: number },
  other: { readonly at: number; readonly order: number },
): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
