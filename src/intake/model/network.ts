import { heads, outputCount } from './heads.js';
import { exponential } from './exponential.js';
import type { Vector } from './vector.js';

/** A network of one hidden layer: features to hidden units to outputs. All tables are row by row. */
export interface Network {
  readonly hiddenCount: number;
  /** Feature × hidden unit. */
  readonly inner: Float32Array;
  readonly innerBias: Float32Array;
  /** Hidden unit × output. */
  readonly outer: Float32Array;
  readonly outerBias: Float32Array;
}

/** The outputs of the network before they become shares. */
export function activate(network: Network, { features, values }: Vector): Float64Array {
  const { hiddenCount, inner, innerBias, outer, outerBias } = network;
  const hidden = Float64Array.from(innerBias);
  for (let at = 0; at < features.length; at += 1) {
    const row = (features[at] ?? 0) * hiddenCount;
    const value = values[at] ?? 0;
    for (let unit = 0; unit < hiddenCount; unit += 1)
      hidden[unit] = (hidden[unit] ?? 0) + (inner[row + unit] ?? 0) * value;
  }
  const outputs = Float64Array.from(outerBias);
  for (let unit = 0; unit < hiddenCount; unit += 1) {
    const active = hidden[unit] ?? 0;
    if (active <= 0) continue;
    for (let output = 0; output < outputCount; output += 1)
      outputs[output] = (outputs[output] ?? 0) + active * (outer[unit * outputCount + output] ?? 0);
  }
  return outputs;
}

/** For each head the shares of its outputs, which add up to one. A greater temperature makes them more even. */
export function sharesOf(outputs: Float64Array, temperature = 1): Float64Array[] {
  let start = 0;
  return heads.map(({ size }) => {
    const part = outputs.subarray(start, start + size);
    start += size;
    const best = Math.max(...part);
    const shares = part.map((output) => exponential((output - best) / temperature));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  });
}
