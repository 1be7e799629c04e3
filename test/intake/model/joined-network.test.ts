import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputCount } from '../../../src/intake/model/heads.js';
import { joinNetworks } from '../../../src/intake/model/joined-network.js';
import { activate, type Network } from '../../../src/intake/model/network.js';
import { seededRandom } from '../../../src/intake/model/random.js';

const featureCount = 5;

function networkOf(seed: number, hiddenCount: number): Network {
  const random = seededRandom(seed);
  const table = (length: number): Float32Array => Float32Array.from({ length }, () => random() - 0.5);
  return {
    hiddenCount,
    inner: table(featureCount * hiddenCount),
    innerBias: table(hiddenCount),
    outer: table(hiddenCount * outputCount),
    outerBias: table(outputCount),
  };
}

describe('networks that were joined', () => {
  it('answer the mean of what each answers', () => {
    const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: featureCount,
      maxLength: featureCount,
    });
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), values, (seed, hiddenCount, given) => {
        const one = networkOf(seed, hiddenCount);
        const other = networkOf(seed + 1, 3);
        const vector = {
          features: Int32Array.from({ length: featureCount }, (_, at) => at),
          values: Float64Array.from(given),
        };
        const both = [activate(one, vector), activate(other, vector)];
        activate(joinNetworks([one, other]), vector).forEach((output, at) => {
          const mean = both.reduce((sum, outputs) => sum + (outputs[at] ?? 0), 0) / both.length;
          expect(output).toBeCloseTo(mean, 5);
        });
      }),
    );
  });
});
