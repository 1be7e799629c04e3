import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Understand, Understanding } from '../intake/index.js';
import { priorityOf } from '../sla/index.js';
import type { Priority } from '../tickets/vocabulary.js';
import { answerJsonLines, BadLine, badLines } from './json-lines.js';
import { registerIntakeExamples } from './intake-examples.js';
import { registerIntakeReport } from './intake-report.js';
import { registerIntakeTrain } from './intake-train.js';
import { configuredUnderstand } from './own-model.js';
import { CommandFailed, processOutput, WrongUse, type Output } from './output.js';

/** One line of the answer. */
type Reading = Understanding & { readonly priority: Priority | null };

const lineShape = z.object({ text: z.string() });

/** `campusdesk intake --json`: what the desk understands of each report on standard input. */
export function registerIntake(program: Command, output: Output = processOutput): void {
  const intake = program
    .command('intake')
    .description('read reports as JSON lines {"text": "..."} and write what is understood of each')
    .option('--json', 'write one JSON line for each line read')
    .action(async (options: { json?: true }) => {
      if (options.json !== true) throw new WrongUse('intake writes JSON lines only: add --json');
      const understand = await configuredUnderstand();
      const bad = await readReports(process.stdin, process.stdout, output, understand);
      if (bad > 0) throw new CommandFailed(badLines(bad));
    });
  registerIntakeTrain(intake, output);
  registerIntakeReport(intake, output);
  registerIntakeExamples(intake, output);
}

/** Answers each report by a line, as `answerJsonLines` says. Resolves with the number of bad lines. */
export async function readReports(
  input: Readable,
  answers: Writable,
  output: Output,
  understand: Understand,
): Promise<number> {
  const answerTo = (value: unknown): Reading => {
    const report = lineShape.safeParse(value);
    if (!report.success) throw new BadLine('expected an object with a string "text"');
    const understanding = understand(report.data.text);
    return { ...understanding, priority: priorityOf(understanding) };
  };
  return answerJsonLines({ input, answers, output, answerTo });
}
