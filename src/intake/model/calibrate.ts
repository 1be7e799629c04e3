import type { LabelledMessage } from '../corpus-line.js';
import type { ReadLexicon } from '../lexicon-reading.js';
import { clean } from '../normalise.js';
import { heads, targetsOf } from './heads.js';
import type { IntakeModel } from './model.js';
import { activate, sharesOf } from './network.js';
import { evidenceFor } from './reading.js';

const lowest = 0.3;
const highest = 3;
const stepsPerUnit = 50;

/**
 * For each head the temperature at which its shares fit best to how often it is right on these messages:
 * the least loss, found by trying.
 */
export function temperaturesFor(
  model: IntakeModel,
  messages: readonly LabelledMessage[],
  readLexicon: ReadLexicon,
): number[] {
  const answers = messages.map((message) => ({
    outputs: activate(model.network, model.vectorise(evidenceFor(clean(message.text), readLexicon))),
    targets: targetsOf(message),
  }));
  const best = heads.map(() => ({ temperature: 1, loss: Number.MAX_VALUE }));
  for (let step = lowest * stepsPerUnit; step <= highest * stepsPerUnit; step += 1) {
    const temperature = step / stepsPerUnit;
    const losses = heads.map(() => 0);
    for (const { outputs, targets } of answers) {
      sharesOf(outputs, temperature).forEach((shares, head) => {
        losses[head] = (losses[head] ?? 0) + lossOf(shares, targets[head] ?? 0);
      });
    }
    losses.forEach((loss, head) => {
      if (loss < (best[head]?.loss ?? 0)) best[head] = { temperature, loss };
    });
  }
  return best.map(({ temperature }) => temperature);
}

/** Brier's: least on average if each share is as great as the answer is often right. */
function lossOf(shares: Float64Array, target: number): number {
  return shares.reduce((sum, share, answer) => sum + (share - (answer === target ? 1 : 0)) ** 2, 0);
}
