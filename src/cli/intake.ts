import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import { createUnderstand, type Understanding } from '../intake/index.js';
import { priorityOf } from '../sla/index.js';
import type { Priority } from '../tickets/vocabulary.js';
import { answerJsonLines, BadLine, badLines } from './json-lines.js';
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
      if (bad > 0) throw new CommandFailed(badLines(bad));
    });
}

/** Answers each report by a line, as `answerJsonLines` says. Resolves with the number of bad lines. */
export async function readReports(input: Readable, answers: Writable, output: Output): Promise<number> {
  const understand = createUnderstand();
  const answerTo = (value: unknown): Reading => {
    const report = lineShape.safeParse(value);
    if (!report.success) throw new BadLine('expected an object with a string "text"');
    const understanding = understand(report.data.text);
    return { ...understanding, priority: priorityOf(understanding) };
  };
  return answerJsonLines({ input, answers, output, answerTo });
}
