import { heads, outputCount } from './heads.js';
import { sharesOf, type Network } from './network.js';
import { seededRandom, shuffle, type Random } from './random.js';
import type { Vector } from './vector.js';

/** A vector with the output that is right for each head. */
export interface Example extends Vector {
  readonly targets: readonly number[];
}

/** How a network is trained. Found on the validation part of the corpus. */
export interface TrainingPlan {
  readonly seed: number;
  readonly hiddenCount: number;
  readonly rounds: number;
  readonly rate: number;
  /** Share of the features hidden at each step, so that none is relied upon alone. */
  readonly dropout: number;
  /** Share of certainty that is given to the wrong outputs. */
  readonly smoothing: number;
  /** How much each head counts. */
  readonly headWeights: readonly number[];
}

/**
 * Trains a network by stochastic gradient descent with rates of its own for each weight (AdaGrad). The same
 * examples and plan give the same network to the last bit.
 *
 * @param onRound told after each round, with its number from 1
 */
export async function trainNetwork(
  examples: readonly Example[],
  featureCount: number,
  plan: TrainingPlan,
  onRound: (round: number) => Promise<void> | void,
): Promise<Network> {
  const random = seededRandom(plan.seed);
  const training = new Training(featureCount, plan, random);
  const order = Int32Array.from(examples.keys());
  for (let round = 0; round < plan.rounds; round += 1) {
    shuffle(order, random);
    const rate = plan.rate * (1 - round / plan.rounds) + leastRate;
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) training.learn(example, rate);
    }
    await onRound(round + 1);
  }
  return training.network();
}

const leastRate = 0.001;
const biasRate = 0.1;
/** Keeps the first steps from being wild. */
const damping = 1e-4;

class Training {
  private readonly inner: Float64Array;
  private readonly innerSquares: Float64Array;
  private readonly innerBias: Float64Array;
  private readonly outer: Float64Array;
  private readonly outerSquares: Float64Array;
  private readonly outerBias = new Float64Array(outputCount);
  private readonly hidden: Float64Array;
  private readonly slopes: Float64Array;

  constructor(
    featureCount: number,
    private readonly plan: TrainingPlan,
    private readonly random: Random,
  ) {
    const { hiddenCount } = plan;
    this.inner = new Float64Array(featureCount * hiddenCount).map(() => (random() - 0.5) * 0.1);
    this.innerSquares = new Float64Array(this.inner.length);
    this.innerBias = new Float64Array(hiddenCount);
    this.outer = new Float64Array(hiddenCount * outputCount).map(() => (random() - 0.5) * 0.5);
    this.outerSquares = new Float64Array(this.outer.length);
    this.hidden = new Float64Array(hiddenCount);
    this.slopes = new Float64Array(hiddenCount);
  }

  network(): Network {
    return {
      hiddenCount: this.plan.hiddenCount,
      inner: Float32Array.from(this.inner),
      innerBias: Float32Array.from(this.innerBias),
      outer: Float32Array.from(this.outer),
      outerBias: Float32Array.from(this.outerBias),
    };
  }

  /** One step: what the network says of the example is moved towards what is right. */
  learn(example: Example, rate: number): void {
    const kept = this.keep(example);
    this.fillHidden(kept);
    const errors = this.errorsOf(example.targets);
    this.moveOuter(errors, rate);
    this.moveInner(kept, rate);
  }

  private keep({ features, values }: Vector): Vector {
    const { dropout } = this.plan;
    const kept: number[] = [];
    features.forEach((_, at) => {
      if (this.random() >= dropout) kept.push(at);
    });
    return {
      features: Int32Array.from(kept, (at) => features[at] ?? 0),
      values: Float64Array.from(kept, (at) => (values[at] ?? 0) / (1 - dropout)),
    };
  }

  private fillHidden({ features, values }: Vector): void {
    const { hidden, inner } = this;
    const count = hidden.length;
    hidden.set(this.innerBias);
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * count;
      const value = values[at] ?? 0;
      for (let unit = 0; unit < count; unit += 1)
        hidden[unit] = (hidden[unit] ?? 0) + (inner[row + unit] ?? 0) * value;
    }
  }

  /** For each output how far it lies from what is right. */
  private errorsOf(targets: readonly number[]): Float64Array {
    const outputs = Float64Array.from(this.outerBias);
    this.hidden.forEach((active, unit) => {
      if (active <= 0) return;
      for (let output = 0; output < outputCount; output += 1)
        outputs[output] = (outputs[output] ?? 0) + active * (this.outer[unit * outputCount + output] ?? 0);
    });
    const { smoothing, headWeights } = this.plan;
    let start = 0;
    sharesOf(outputs).forEach((shares, head) => {
      const size = heads[head]?.size ?? 0;
      const target = targets[head] ?? 0;
      for (let output = 0; output < size; output += 1) {
        const wanted = output === target ? 1 - smoothing : smoothing / (size - 1);
        outputs[start + output] = ((shares[output] ?? 0) - wanted) * (headWeights[head] ?? 0);
      }
      start += size;
    });
    return outputs;
  }

  private moveOuter(errors: Float64Array, rate: number): void {
    const { hidden, slopes, outer, outerSquares } = this;
    for (let unit = 0; unit < hidden.length; unit += 1) {
      const active = hidden[unit] ?? 0;
      let slope = 0;
      if (active > 0) {
        for (let output = 0; output < outputCount; output += 1) {
          const at = unit * outputCount + output;
          const error = errors[output] ?? 0;
          const weight = outer[at] ?? 0;
          slope += error * weight;
          const gradient = error * active;
          const square = (outerSquares[at] ?? 0) + gradient * gradient;
          outerSquares[at] = square;
          outer[at] = weight - (rate * gradient) / Math.sqrt(square + damping);
        }
      }
      slopes[unit] = slope;
      this.innerBias[unit] = (this.innerBias[unit] ?? 0) - rate * biasRate * slope;
    }
    for (let output = 0; output < outputCount; output += 1)
      this.outerBias[output] = (this.outerBias[output] ?? 0) - rate * biasRate * (errors[output] ?? 0);
  }

  private moveInner({ features, values }: Vector, rate: number): void {
    const { slopes, inner, innerSquares } = this;
    const count = slopes.length;
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * count;
      const value = values[at] ?? 0;
      for (let unit = 0; unit < count; unit += 1) {
        const gradient = (slopes[unit] ?? 0) * value;
        if (gradient === 0) continue;
        const square = (innerSquares[row + unit] ?? 0) + gradient * gradient;
        innerSquares[row + unit] = square;
        inner[row + unit] = (inner[row + unit] ?? 0) - (rate * gradient) / Math.sqrt(square + damping);
      }
    }
  }
}
