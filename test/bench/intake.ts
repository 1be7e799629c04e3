import { fileURLToPath } from 'node:url';
import { containerBootstrap } from '@nlpjs/core';
import { LangDe } from '@nlpjs/lang-de';
import { LangEn } from '@nlpjs/lang-en';
import { Nlp } from '@nlpjs/nlp';
import { readCorpus, readCorpusFolder } from '../../src/intake-corpus.js';
import { readIntakeModel } from '../../src/intake-model.js';
import { createUnderstand, type CorpusFile, type LabelledMessage } from '../../src/intake/index.js';
import { heldOut } from '../intake/held-out.js';
import { unseen } from '../intake/unseen.js';
import { median } from './driver.js';

const coldLoads = 5;
const warmRounds = 2;
const timedRounds = 5;

/** Reads a message: the category. */
type Reader = (message: LabelledMessage) => string | Promise<string>;

/** Accuracy and time of reading a message, next to nlp.js trained with the same messages, in one run. */
export async function benchIntake(print: (line: string) => void): Promise<void> {
  const { training, validation } = await readCorpus();
  const others = await readCorpusFolder(fileURLToPath(new URL('../intake/corpus/', import.meta.url)));
  const sets: Readonly<Record<string, readonly LabelledMessage[]>> = {
    'validation writers': messagesOf(validation),
    'unread writers': messagesOf(others),
    'held out': Object.values(heldOut).flat(),
    unseen: Object.values(unseen).flat(),
  };
  await printColdLoad(print);
  const understand = createUnderstand(await readIntakeModel());
  const readers: Readonly<Record<string, Reader>> = {
    ours: ({ text }) => understand(text).category,
    'nlp.js': await nlpReader(training),
  };
  print('category right at first, ours against nlp.js trained with the same messages');
  for (const [name, messages] of Object.entries(sets)) {
    const shares: string[] = [];
    for (const [who, reader] of Object.entries(readers))
      shares.push(`${who} ${(100 * (await shareRight(messages, reader))).toFixed(1)} %`);
    print(`  ${name.padEnd(20)} ${String(messages.length).padStart(4)} messages  ${shares.join('  ')}`);
  }
  print(
    'time of one message (goal: median under 1 ms, 99 % under 3 ms); ours reads all fields, nlp.js the category',
  );
  const all = Object.values(sets).flat();
  for (const [who, reader] of Object.entries(readers)) {
    const times = await timesOf(all, reader);
    print(
      `  ${who.padEnd(8)} median ${median(times).toFixed(3)} ms  ` +
        `99 % ${(times[Math.floor(times.length * 0.99)] ?? 0).toFixed(3)} ms`,
    );
  }
}

function messagesOf(files: readonly CorpusFile[]): readonly LabelledMessage[] {
  return files.flatMap(({ messages }) => messages);
}

/** From the file to the first answer; the first load of the process is the cold one. */
async function printColdLoad(print: (line: string) => void): Promise<void> {
  const loads: number[] = [];
  for (let load = 0; load < coldLoads; load += 1) {
    const start = performance.now();
    createUnderstand(await readIntakeModel())('Beamer aus');
    loads.push(performance.now() - start);
  }
  print(
    `model loaded and first message read: cold ${(loads[0] ?? 0).toFixed(0)} ms (goal: under 100 ms), ` +
      `again ${median(loads.slice(1)).toFixed(0)} ms`,
  );
}

async function nlpReader(training: readonly CorpusFile[]): Promise<Reader> {
  const container = await containerBootstrap();
  container.use(LangDe);
  container.use(LangEn);
  const nlp = new Nlp({ container, autoSave: false, forceNER: false, nlu: { log: false } });
  for (const language of ['de', 'en']) nlp.addLanguage(language);
  for (const { language, text, category } of messagesOf(training)) nlp.addDocument(language, text, category);
  await nlp.train();
  // It is told the language, which ours has to find out.
  return async ({ language, text }) => (await nlp.process(language, text)).intent;
}

async function shareRight(messages: readonly LabelledMessage[], reader: Reader): Promise<number> {
  let right = 0;
  for (const message of messages) right += Number((await reader(message)) === message.category);
  return right / messages.length;
}

/** Milliseconds of each message, ascending; of each the median of some rounds, since other programs run beside. */
async function timesOf(messages: readonly LabelledMessage[], reader: Reader): Promise<number[]> {
  const rounds: number[][] = messages.map(() => []);
  for (let round = 0; round < warmRounds + timedRounds; round += 1) {
    for (const [index, message] of messages.entries()) {
      const start = performance.now();
      await reader(message);
      if (round >= warmRounds) rounds[index]?.push(performance.now() - start);
    }
  }
  return rounds.map(median).sort((a, b) => a - b);
}
