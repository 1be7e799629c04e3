import { once } from 'node:events';
import { addAbortSignal, type Readable, type Writable } from 'node:stream';
import split2 from 'split2';
import type { Output } from './output.js';

/** A line that cannot be answered; the message says what was expected. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

export interface JsonLines {
  readonly input: Readable;
  readonly answers: Writable;
  readonly output: Output;
  /** The answer to one line's JSON value. @throws BadLine where the value is none that can be answered */
  readonly answerTo: (value: unknown) => object;
}

/**
 * Answers each line of the input by one line of the output, in order and as it comes; a line that cannot be answered
 * is answered by `{"error": "line N: ..."}` and told to people. Ends early, without an error, when nobody reads the
 * output any more. Resolves with the number of bad lines.
 */
export async function answerJsonLines({ input, answers, output, answerTo }: JsonLines): Promise<number> {
  const gone = new AbortController();
  answers.on('error', () => {
    gone.abort();
  });
  // Node's readline would also break at the line separators of Unicode, which may stand within a JSON text.
  const lines = addAbortSignal(gone.signal, input.pipe(split2()));
  let number = 0;
  let bad = 0;
  for await (const line of linesUntil(gone.signal, lines)) {
    number += 1;
    const answer = answerOrError(line, number, answerTo);
    if (typeof answer === 'string') {
      bad += 1;
      output.tell(answer);
    }
    const written = JSON.stringify(typeof answer === 'string' ? { error: answer } : answer);
    if (!answers.write(`${written}\n`))
      await once(answers, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  return bad;
}

async function* linesUntil(gone: AbortSignal, lines: Readable): AsyncGenerator<string, void, undefined> {
  try {
    for await (const line of lines) yield String(line);
  } catch (error) {
    if (!gone.aborted) throw error;
  }
}

/** The sentence to end with where some lines were bad. */
export function badLines(count: number): string {
  return `${count} ${count === 1 ? 'line' : 'lines'} could not be read.`;
}

/** The answer, or the error as a sentence. */
function answerOrError(line: string, number: number, answerTo: JsonLines['answerTo']): object | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `line ${number}: not valid JSON`;
  }
  try {
    return answerTo(value);
  } catch (error) {
    if (error instanceof BadLine) return `line ${number}: ${error.message}`;
    throw error;
  }
}
