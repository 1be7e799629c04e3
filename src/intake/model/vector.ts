import type { FeatureTable } from './feature-table.js';
import { featureGroups, takeFeatures, type Evidence } from './features.js';

/** The features of a message that a model knows: their numbers, and what each is worth. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

/** Features in these groups keep their values as they are. */
const absolute = new Set((['score', 'shape', 'rule'] as const).map((group) => featureGroups.indexOf(group)));

/** Makes the vector of a message. */
export type Vectorise = (evidence: Evidence) => Vector;

/**
 * Builds what makes vectors for a table of features. Of a feature met several times the greatest value counts;
 * the values of each group are then brought to length one.
 */
export function createVectorise({ hashes, numberOf }: FeatureTable): Vectorise {
  // By feature; written and cleared again by each message, so that nothing large is made anew.
  const greatest = new Float64Array(hashes.length);
  const groups = new Uint8Array(hashes.length);
  return (evidence) => {
    const met: number[] = [];
    takeFeatures(evidence, (group, hash, value) => {
      const feature = numberOf(hash);
      if (feature < 0) return;
      const known = greatest[feature] ?? 0;
      if (known === 0) met.push(feature);
      // What is worth nothing must still be seen as met.
      if (value >= known) greatest[feature] = Math.max(value, leastValue);
      groups[feature] = group;
    });
    const lengths = lengthsOf(met, greatest, groups);
    const vector = {
      features: Int32Array.from(met),
      values: Float64Array.from(
        met,
        (feature) => (greatest[feature] ?? 0) / (lengths[groups[feature] ?? 0] ?? 1),
      ),
    };
    for (const feature of met) greatest[feature] = 0;
    return vector;
  };
}

const leastValue = 1e-12;

/** By group, what its values are divided by. */
function lengthsOf(met: readonly number[], values: Float64Array, groups: Uint8Array): number[] {
  const squares = featureGroups.map(() => 0);
  for (const feature of met) {
    const group = groups[feature] ?? 0;
    squares[group] = (squares[group] ?? 0) + (values[feature] ?? 0) ** 2;
  }
  return squares.map((square, group) => (absolute.has(group) ? 1 : Math.sqrt(square)));
}
