import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import { createUnderstand, type Understand, type Understanding } from '../intake/index.js';
import { priorityOf } from '../sla/index.js';
import type { Priority } from '../tickets/vocabulary.js';
import { CommandFailed, processOutput, WrongUse, type Output } from './output.js';

/** One line of the answer. */
type Reading = Understanding & { readonly priority: Priority | null };

const lineShape = z.object({ text: z.string() });

/** `campusdesk intake --json`: what the desk understands of each report on standard input. */
export function registerIntake(program: Command, output: Output = processOutput): void {
  program
    .command('intake')
    .description('read reports as JSON lines {"text": "..."} and write what is understood of each')
    .option('--json', 'write one JSON line for each line read')
    .action(async (options: { json?: true }) => {
      if (options.json !== true) throw new WrongUse('intake writes JSON lines only: add --json');
      const bad = await readReports(process.stdin, process.stdout, output);
      if (bad > 0) throw new CommandFailed(`${bad} ${bad === 1 ? 'line' : 'lines'} could not be read.`);
    });
}

/**
 * Answers each line of the input by one line of the output, in order and as it comes; a line that is no
 * report is answered by `{"error": "line N: ..."}` and told to people. Ends early, without an error, when
 * nobody reads the output any more. Resolves with the number of bad lines.
 */
export async function readReports(input: Readable, answers: Writable, output: Output): Promise<number> {
  const understand = createUnderstand();
  const gone = new AbortController();
  answers.on('error', () => {
    gone.abort();
  });
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal: gone.signal });
  let number = 0;
  let bad = 0;
  for await (const line of lines) {
    if (gone.signal.aborted) break;
    number += 1;
    const answer = answerTo(line, number, understand);
    if ('error' in answer) {
      bad += 1;
      output.tell(answer.error);
    }
    if (!answers.write(`${JSON.stringify(answer)}\n`))
      await once(answers, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  return bad;
}

function answerTo(
  line: string,
  number: number,
  understand: Understand,
): Reading | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: `line ${number}: not valid JSON` };
  }
  const report = lineShape.safeParse(value);
  if (!report.success) return { error: `line ${number}: expected an object with a string "text"` };
  const understanding = understand(report.data.text);
  return { ...understanding, priority: priorityOf(understanding) };
}
