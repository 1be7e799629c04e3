/** Softness of the shares, set so that the first one equals the share of right guesses in tuning. */
const temperature = 1.05;

/** The scores of the lexicon as shares that add up to one. */
export function lexiconShares(scores: readonly number[]): number[] {
  const best = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - best) / temperature));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
