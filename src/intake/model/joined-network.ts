import { outputCount } from './heads.js';
import type { Network } from './network.js';

/**
 * One network that answers the mean of what several answer: their hidden units side by side. Where they were
 * trained from different seeds, what is chance in one is evened out by the others.
 */
export function joinNetworks(networks: readonly Network[]): Network {
  const hiddenCount = networks.reduce((sum, network) => sum + network.hiddenCount, 0);
  const [first] = networks;
  const featureCount = first === undefined ? 0 : first.inner.length / first.hiddenCount;
  const joined: Network = {
    hiddenCount,
    inner: new Float32Array(featureCount * hiddenCount),
    innerBias: new Float32Array(hiddenCount),
    outer: new Float32Array(hiddenCount * outputCount),
    outerBias: new Float32Array(outputCount),
  };
  let start = 0;
  for (const { hiddenCount: count, inner, innerBias, outer, outerBias } of networks) {
    for (let feature = 0; feature < featureCount; feature += 1) {
      const row = inner.subarray(feature * count, (feature + 1) * count);
      joined.inner.set(row, feature * hiddenCount + start);
    }
    joined.innerBias.set(innerBias, start);
    joined.outer.set(
      outer.map((weight) => weight / networks.length),
      start * outputCount,
    );
    outerBias.forEach((bias, output) => {
      joined.outerBias[output] = (joined.outerBias[output] ?? 0) + bias / networks.length;
    });
    start += count;
  }
  return joined;
}
