import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadOrder } from '../../src/store/index.js';

describe('reads of one document that overlap', () => {
  it('leave what the one found that began last, in whatever order they end', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), (ending) => {
        const order = new ReadOrder();
        const reads = [0, 1, 2, 3, 4].map(() => order.begin());
        let known = -1;
        for (const index of ending) if (order.settle(reads[index] ?? 0)) known = index;
        expect(known).toBe(Math.max(...ending));
      }),
    );
  });

  it('count one after the other', () => {
    const order = new ReadOrder();
    expect([order.settle(order.begin()), order.settle(order.begin())]).toEqual([true, true]);
  });
});
