import type { CorpusFile, LabelledMessage } from '../corpus-line.js';
import { createLexiconReader, type ReadLexicon } from '../lexicon-reading.js';
import { clean } from '../normalise.js';
import { temperaturesFor } from './calibrate.js';
import { featureTable } from './feature-table.js';
import { featureGroups, takeFeatures, type Evidence } from './features.js';
import { targetsOf } from './heads.js';
import { joinNetworks } from './joined-network.js';
import { encodeModel, parseModel } from './model.js';
import type { Network } from './network.js';
import { seededRandom } from './random.js';
import { evidenceFor } from './reading.js';
import { trainNetwork, type Example, type TrainingPlan } from './train-network.js';
import { withTypingErrors } from './typing-errors.js';
import { createVectorise } from './vector.js';

/** The parts of the corpus, split by writer. */
export interface Corpus {
  readonly training: readonly CorpusFile[];
  /** Other writers: by them confidence is made honest; nothing is learned from their words. */
  readonly validation: readonly CorpusFile[];
  /** Digest of all of it, kept in the model. */
  readonly digest: string;
}

/** How the committed model is trained; chosen by what writers say who were left out of the training. */
const plan: Omit<TrainingPlan, 'seed'> = {
  hiddenCount: 14,
  rounds: 6,
  rate: 0.05,
  dropout: 0.35,
  smoothing: 0.03,
  headWeights: [1, 0.5, 0.5],
};
/** Of one network each, whose mean is taken: right a third of a percent more often than one. */
const seeds = [20_261, 21_261];
/** A feature must be met in so many messages. */
const leastMessages = 4;
/** Of pairs there are so many that rarer ones are chance. */
const leastMessagesOfPair = 5;
const pairGroups = new Set([
  featureGroups.indexOf('pair'),
  featureGroups.indexOf('gap'),
  featureGroups.indexOf('symbols'),
]);
const typingErrorSeed = 7;

/**
 * Trains the model and gives the bytes of its file, the same for the same corpus, rules and lexicon. Takes
 * half a minute at most.
 *
 * @param onStep told after each step, with the number of steps done and of all
 */
export async function trainModel(
  { training, validation, digest }: Corpus,
  onStep: (done: number, all: number) => Promise<void> | void,
): Promise<Uint8Array> {
  const readLexicon = createLexiconReader();
  const messages = training.flatMap((file) => file.messages);
  const plain = messages.map(({ text }) => evidenceFor(clean(text), readLexicon));
  const features = featureTable(frequentFeatures(plain));
  const vectorise = createVectorise(features);
  const hurried = withErrors(messages, readLexicon);
  const allSteps = seeds.length * plan.rounds + 1;
  await onStep(1, allSteps);
  const examples = [...plain, ...hurried].map((evidence, index): Example => {
    const message = messages[index % messages.length];
    return {
      ...vectorise(evidence),
      targets: message === undefined ? [] : targetsOf(message),
    };
  });
  const networks: Network[] = [];
  for (const [index, seed] of seeds.entries()) {
    const before = index * plan.rounds + 1;
    networks.push(
      await trainNetwork(examples, features.hashes.length, { ...plan, seed }, (round) =>
        onStep(before + round, allSteps),
      ),
    );
  }
  const network = joinNetworks(networks);
  const raw = { corpus: digest, features, network, temperatures: [1, 1, 1] };
  // What is calibrated is the model as it will be read, with its coarser weights.
  const model = parseModel(encodeModel(raw));
  const apart = validation.flatMap((file) => file.messages);
  return encodeModel({ ...raw, temperatures: temperaturesFor(model, apart, readLexicon) });
}

/** A second, mistyped writing of each message. */
function withErrors(messages: readonly LabelledMessage[], readLexicon: ReadLexicon): Evidence[] {
  const random = seededRandom(typingErrorSeed);
  return messages.map(({ text }) => evidenceFor(clean(withTypingErrors(text, random)), readLexicon));
}

/** The hashes of the features that enough messages have, ascending. */
function frequentFeatures(messages: readonly Evidence[]): Uint32Array {
  const counts = new Map<number, number>();
  const groups = new Map<number, number>();
  for (const message of messages) {
    const met = new Set<number>();
    takeFeatures(message, (group, hash) => {
      met.add(hash);
      groups.set(hash, group);
    });
    for (const hash of met) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const frequent = [...counts].filter(
    ([hash, count]) =>
      count >= (pairGroups.has(groups.get(hash) ?? -1) ? leastMessagesOfPair : leastMessages),
  );
  return Uint32Array.from(frequent, ([hash]) => hash).sort();
}
