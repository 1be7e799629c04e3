import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { faultOf, InputFileError } from '../input-file.js';
import { readCorpus } from '../intake-corpus.js';
import { shippedModelPath } from '../intake-model.js';
import { CorpusError, createUnderstand, parseModel, trainModel, type Corpus } from '../intake/index.js';
import { readInput } from './input-file.js';
import { confusionLines } from './intake-confusion.js';
import { CommandFailed, WrongUse, type Output } from './output.js';

interface TrainOptions {
  readonly corpus?: string[];
  readonly out?: string;
  readonly check?: true;
}

/** `campusdesk intake train`: trains the model that reads reports from the corpus. */
export function registerIntakeTrain(intake: Command, output: Output): void {
  intake
    .command('train')
    .description('train the model that reads reports; the same corpus gives the same file, byte by byte')
    .option('--corpus <folder...>', 'folders with further files in the format of the corpus (*.txt)')
    .option('--out <file>', 'where to write the model (default: the shipped one)')
    .option('--check', 'write nothing; fail if the file is another than the training gives')
    .action(async (options: TrainOptions) => train(options, output));
}

async function train({ corpus: folders = [], out, check }: TrainOptions, output: Output): Promise<void> {
  if (folders.length > 0 && out === undefined)
    throw new WrongUse('a model from your own corpus needs a file of its own: add --out FILE');
  const file = resolve(out ?? shippedModelPath);
  const corpus = await readCorpus(folders).catch(failCommand);
  const bytes = await trainAloud(corpus, output);
  const understand = createUnderstand(parseModel(bytes));
  for (const line of confusionLines(
    corpus.validation.flatMap(({ messages }) => messages),
    understand,
  ))
    output.tell(line);
  if (check === true) {
    const before = await readInput(file);
    if (Buffer.compare(before, bytes) !== 0)
      throw new CommandFailed(`${file} is not what the training gives: run campusdesk intake train`);
    output.tell(`${file} is what the training gives.`);
    return;
  }
  await replaceFile(file, bytes);
  output.tell(`${file}: ${bytes.length} bytes`);
}

async function trainAloud(corpus: Corpus, output: Output): Promise<Uint8Array> {
  const count = corpus.training.reduce((sum, { messages }) => sum + messages.length, 0);
  output.tell(`training from ${count} messages of ${corpus.training.length} writers …`);
  return trainModel(corpus, async (done, all) => {
    output.tell(`  step ${done} of ${all}`);
    // Lets a signal through between two steps.
    await setImmediate();
  });
}

/** Nobody ever reads half a file, whenever this is interrupted. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  } catch (error) {
    throw new CommandFailed(`${unfinished} ${faultOf(error)}`);
  }
}

function failCommand(error: unknown): never {
  if (error instanceof CorpusError || error instanceof InputFileError) throw new CommandFailed(error.message);
  throw error;
}
