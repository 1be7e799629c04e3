import { corpusLine } from '../intake/index.js';
import type { Example } from './example.js';

/** Lines for a person to review, in the format of the corpus. */
export interface ReviewFile {
  readonly content: string;
  readonly lines: number;
  /** Messages of which another one with the same words is in the file already. */
  readonly repeated: number;
}

const firstLine = /^# style: corrections of teachers, batch ([a-z0-9]{8})$/;

/**
 * The file that a person reviews. Its first line names the batch, by which `batchOf` knows later what was reviewed,
 * whatever lines were changed or thrown out.
 */
export function reviewFile(batch: string, examples: readonly Example[]): ReviewFile {
  const lines = new Map<string, string>();
  let texts = 0;
  for (const example of examples) {
    if (example.text === null || example.text.trim() === '') continue;
    texts += 1;
    const key = example.text.trim();
    if (!lines.has(key)) lines.set(key, lineOf(example, example.text));
  }
  const content = [`# style: corrections of teachers, batch ${batch}`, ...lines.values(), ''].join('\n');
  return { content, lines: lines.size, repeated: texts - lines.size };
}

/** The batch that a reviewed file belongs to; null where it is no such file. */
export function batchOf(content: string): string | null {
  return firstLine.exec(content.split(/\r?\n/, 1)[0] ?? '')?.[1] ?? null;
}

/** A room or number that the person added on the card, and that the message does not hold, is nothing to learn from it. */
function lineOf({ corrected, language }: Example, text: string): string {
  const { room, deviceTag } = corrected;
  return corpusLine({
    ...corrected,
    // Two colons part labels and text in the corpus.
    text: text.trim().replace(/:{2,}/g, ':'),
    language,
    room: isIn(room, text) ? room : null,
    deviceTag: isIn(deviceTag, text) ? deviceTag : null,
  });
}

/** A semicolon would end the label. */
function isIn(label: string | null, text: string): boolean {
  return label !== null && !label.includes(';') && text.toLowerCase().includes(label.toLowerCase());
}
