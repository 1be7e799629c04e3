const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const terms = 13;

/**
 * e to the power of x. The engine's own function may differ in its last bit from one release to the next;
 * this one only adds, multiplies and divides, so that training gives the same bytes everywhere.
 */
export function exponential(x: number): number {
  if (x < -700) return 0;
  if (x > 700) return Number.MAX_VALUE;
  const halvings = Math.round(x / Math.LN2);
  const rest = x - halvings * ln2High - halvings * ln2Low;
  let sum = 1;
  for (let term = terms; term >= 1; term -= 1) sum = 1 + (sum * rest) / term;
  return sum * powerOfTwo(halvings);
}

function powerOfTwo(exponent: number): number {
  let power = 1;
  const factor = exponent < 0 ? 0.5 : 2;
  for (let step = Math.abs(exponent); step > 0; step -= 1) power *= factor;
  return power;
}
