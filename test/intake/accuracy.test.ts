import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCorpus, readCorpusFolder } from '../../src/intake-corpus.js';
import { readIntakeModel } from '../../src/intake-model.js';
import { createUnderstand, type LabelledMessage, type Understanding } from '../../src/intake/index.js';
import { heldOut } from './held-out.js';
import { tuning } from './tuning.js';
import { unseen } from './unseen.js';

const understand = createUnderstand(await readIntakeModel());
const fields = ['category', 'room', 'deviceTag', 'scope', 'blocked', 'language'] as const;
type Scores = Record<(typeof fields)[number] | 'inThree', number>;
interface Read {
  readonly message: LabelledMessage;
  readonly understanding: Understanding;
}

const { validation } = await readCorpus();
const otherWriters = await readCorpusFolder(fileURLToPath(new URL('./corpus/', import.meta.url)));
/** Ten styles of one author and six of another. */
const tenWriters = otherWriters.filter(({ name }) => name.startsWith('t-'));
const sixWriters = otherWriters.filter(({ name }) => name.startsWith('o-'));

function read(messages: readonly LabelledMessage[]): Read[] {
  return messages.map((message) => ({ message, understanding: understand(message.text) }));
}

/** Share of the messages of which each field was understood as a person would, in percent. */
function scoresOf(reads: readonly Read[]): Scores {
  const percent = (right: (each: Read) => boolean): number =>
    (100 * reads.filter(right).length) / reads.length;
  const same = (field: (typeof fields)[number]): number =>
    percent(({ message, understanding }) => message[field] === understanding[field]);
  return {
    category: same('category'),
    inThree: percent(({ message, understanding }) => understanding.alternatives.includes(message.category)),
    room: same('room'),
    deviceTag: same('deviceTag'),
    scope: same('scope'),
    blocked: same('blocked'),
    language: same('language'),
  };
}

/** Mean distance between how sure it was and how often it was right, over ten classes of sureness, in percent. */
function calibrationErrorOf(reads: readonly Read[]): number {
  const classes = Array.from({ length: 10 }, () => ({ sure: 0, right: 0 }));
  for (const { message, understanding } of reads) {
    const met = classes[Math.min(9, Math.floor(10 * understanding.confidence))];
    if (met === undefined) continue;
    met.sure += understanding.confidence;
    met.right += Number(understanding.category === message.category);
  }
  return (100 * classes.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0)) / reads.length;
}

const messagesOf = (files: readonly { messages: readonly LabelledMessage[] }[]): LabelledMessage[] =>
  files.flatMap(({ messages }) => messages);

// The floors lie just under what was measured. Nothing may be tuned on the last four sets.
describe.each<[string, readonly LabelledMessage[], Scores]>([
  [
    'what the lexicon was tuned on',
    Object.values(tuning).flat(),
    { category: 98, inThree: 99, room: 98, deviceTag: 99, scope: 89, blocked: 98, language: 99 },
  ],
  [
    'the writers of the validation part',
    messagesOf(validation),
    { category: 96, inThree: 99, room: 97, deviceTag: 99, scope: 91, blocked: 98, language: 99 },
  ],
  [
    'what was held out',
    Object.values(heldOut).flat(),
    { category: 96, inThree: 99, room: 98, deviceTag: 99, scope: 92, blocked: 98, language: 99 },
  ],
  [
    'what was unseen by the lexicon',
    Object.values(unseen).flat(),
    { category: 87, inThree: 97, room: 97, deviceTag: 99, scope: 80, blocked: 96, language: 98 },
  ],
  [
    'ten writers whom nobody read',
    messagesOf(tenWriters),
    { category: 94, inThree: 98, room: 95, deviceTag: 99, scope: 89, blocked: 98, language: 99 },
  ],
  [
    'six more writers whom nobody read',
    messagesOf(sixWriters),
    { category: 95, inThree: 98, room: 97, deviceTag: 99, scope: 93, blocked: 98, language: 99 },
  ],
])('understanding %s', (name, messages, floors) => {
  const reads = read(messages);
  const scores = scoresOf(reads);
  const printed = Object.entries(scores).map(([field, score]) => `${field} ${score.toFixed(1)} %`);
  const calibration = `calibration error ${calibrationErrorOf(reads).toFixed(1)} %`;
  process.stdout.write(
    `understanding ${name} (${messages.length}): ${[...printed, calibration].join(', ')}\n`,
  );

  it.each([...fields, 'inThree' as const])('reaches its floor for %s', (field) => {
    expect(scores[field]).toBeGreaterThanOrEqual(floors[field]);
  });
});

describe('confidence', () => {
  it('is near the share of right guesses in each class of sureness, with writers whom nobody read', () => {
    expect(calibrationErrorOf(read(messagesOf(otherWriters)))).toBeLessThan(8);
  });

  it('parts the right guesses from the wrong ones: most of the sure ones are right', () => {
    const sure = read(messagesOf(otherWriters)).filter(({ understanding }) => understanding.confidence > 0.9);
    const right = sure.filter(({ message, understanding }) => message.category === understanding.category);
    expect(right.length / sure.length).toBeGreaterThan(0.95);
  });
});
