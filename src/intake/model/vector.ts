import { featureGroups, takeFeatures, type Evidence } from './features.js';

/** The features of a message that a model knows: their numbers, and what each is worth. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

/** Features in these groups keep their values as they are. */
const absolute = new Set((['score', 'shape', 'rule'] as const).map((group) => featureGroups.indexOf(group)));

/**
 * Makes the vector of a message. Of a feature met several times the greatest value counts; the values of
 * each group are then brought to length one.
 *
 * @param numberOf the number of the feature with this hash; negative if the model does not know it
 */
export function vectorOf(evidence: Evidence, numberOf: (hash: number) => number): Vector {
  const values = new Map<number, number>();
  const groups = new Map<number, number>();
  takeFeatures(evidence, (group, hash, value) => {
    const feature = numberOf(hash);
    if (feature < 0) return;
    const known = values.get(feature);
    if (known === undefined) groups.set(feature, group);
    if (known === undefined || known < value) values.set(feature, value);
  });
  const squares = featureGroups.map(() => 0);
  for (const [feature, value] of values) {
    const group = groups.get(feature) ?? 0;
    squares[group] = (squares[group] ?? 0) + value * value;
  }
  const lengths = squares.map((square, group) => (absolute.has(group) ? 1 : Math.sqrt(square)));
  return {
    features: Int32Array.from(values.keys()),
    values: Float64Array.from(values, ([feature, value]) => value / (lengths[groups.get(feature) ?? 0] ?? 1)),
  };
}
