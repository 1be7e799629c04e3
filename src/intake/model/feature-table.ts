/** Finds the number of a feature by its hash, quickly and in little memory. */
export interface FeatureTable {
  /** Hashes by number, ascending. */
  readonly hashes: Uint32Array;
  /** The number of the feature; -1 if there is none with this hash. */
  readonly numberOf: (hash: number) => number;
}

/** Builds the table: open addressing with at least twice as many places as features. */
export function featureTable(hashes: Uint32Array): FeatureTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * hashes.length)));
  const mask = size - 1;
  const places = new Int32Array(size).fill(-1);
  for (let number = 0; number < hashes.length; number += 1) {
    let place = (hashes[number] ?? 0) & mask;
    while ((places[place] ?? -1) >= 0) place = (place + 1) & mask;
    places[place] = number;
  }
  const numberOf = (hash: number): number => {
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = places[place] ?? -1;
      if (number < 0 || hashes[number] === hash) return number;
    }
  };
  return { hashes, numberOf };
}
